import { hashSecret } from '../../../platform/access/hashing.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type TestDoor, testDoor } from '../../../tests/door.ts'
import { openHttp, type Visitor } from '../../../tests/visitor.ts'
import { sealPlainPhones } from '../people/phones.ts'
import { writePassword } from './credential-tables.ts'

export const password = 'the blue coat is sold'

export interface TestCompany {
  readonly door: TestDoor
  readonly id: Record<Who, string>
  readonly store: Record<'one' | 'two', string>
  readonly area: string
  /** Moves the clock. Milliseconds. */
  later(milliseconds: number): void
  now(): Date
  visitor: Awaited<ReturnType<typeof openHttp>>['visitor']
  /** A browser of his own in which this person has signed in. */
  signedIn(person: Who): Promise<Visitor>
  app: Awaited<ReturnType<typeof openHttp>>['app']
  close(): Promise<void>
}
export const who = ['admin', 'director', 'areaManager', 'manager', 'associate', 'colleague', 'other'] as const
export type Who = (typeof who)[number]
/** Job numbers are A100 … in the order of `who`; everybody has the same password, of his own choosing. */
export const jobNumber = (person: Who): string => `A10${who.indexOf(person)}`

/** A company with two stores in one area and somebody in each position, behind the HTTP server. */
export async function openCompany(start = '2026-11-23T02:00:00Z', secure = false): Promise<TestCompany> {
  let now = new Date(start)
  const door = await testDoor(now)
  const db = door.database
  const store = { one: newId(), two: newId() }
  const area = newId()
  await db.query(`insert into company (name, name_en) values ('测试女装', 'Test Wear')`)
  await db.query(
    `insert into area (id, code, name, search, pinyin, opened_on) values ($1, 'A', '东区', '', '', '2020-01-01')`,
    [area],
  )
  for (const [name, id] of Object.entries(store)) {
    await db.query(
      `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on) values ($1, $2, $2, '', '', 'street', 'Asia/Shanghai', '2020-01-01')`,
      [id, name],
    )
    await db.query(`insert into store_area (store_id, from_day, area_id) values ($1, '2020-01-01', $2)`, [
      id,
      area,
    ])
  }
  const seats: Record<Who, readonly [string, string | null, string | null]> = {
    admin: ['administrator', null, null],
    director: ['operationsDirector', null, null],
    areaManager: ['areaManager', area, null],
    manager: ['storeManager', null, store.one],
    associate: ['salesAssociate', null, store.one],
    colleague: ['salesAssociate', null, store.one],
    other: ['salesAssociate', null, store.two],
  }
  const id = Object.fromEntries(who.map((person) => [person, newId()])) as Record<Who, string>
  const hash = await hashSecret(password)
  for (const [i, person] of who.entries()) {
    const [position, areaId, storeId] = seats[person]
    await db.query(
      `insert into person (id, job_number, name, search, pinyin, phone, hired_on) values ($1, $2, $3, '', '', $4, '2020-01-01')`,
      [id[person], jobNumber(person), person, `1390000000${i}`],
    )
    await db.query(
      `insert into appointment (id, person_id, position, area_id, store_id, from_day) values ($1, $2, $3, $4, $5, '2020-01-01')`,
      [newId(), id[person], position, areaId, storeId],
    )
    await writePassword(db, id[person], { hash }, now)
  }
  await db.transaction((inside) => sealPlainPhones(inside, { keys: door.house.keys, now }))
  const { app, visitor, close } = await openHttp(door, () => now, secure)
  return {
    door,
    id,
    store,
    area,
    later: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
    now: () => now,
    visitor,
    async signedIn(person) {
      const browser = visitor()
      await browser.do('access.signIn', { login: jobNumber(person), password })
      return browser
    },
    app,
    async close() {
      await close()
      await door.house.close()
    },
  }
}

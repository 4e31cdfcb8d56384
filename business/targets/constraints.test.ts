import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import {
  approveYear,
  broken,
  makeTestChain,
  releaseArea,
  splitToStaff,
  type TestChain,
  TestDoor,
} from './test-chain.ts'

/** The database itself refuses targets that do not add up, whoever writes them and however. */
let db: Database
let chain: TestChain
beforeAll(async () => {
  db = await testDatabase()
  const t = new TestDoor(db)
  chain = await makeTestChain(db)
  await approveYear(t, chain, '2026-11-23', 10_000_000_00)
  for (const at of [0, 1]) await releaseArea(t, chain, at, '2026-11-23')
  await splitToStaff(t, chain, 0, '2026-11-23', '2027-03')
})
afterAll(() => db.close())

/** Runs statements in one transaction; answers the name of the rule that refused them. */
async function refusedBy(
  ...statements: readonly (readonly [sql: string, parameters?: readonly unknown[]])[]
): Promise<string> {
  try {
    await db.transaction(async (tx) => {
      for (const [sql, parameters] of statements) await tx.query(sql, parameters)
    })
  } catch (thrown) {
    const { message } = thrown as Error
    return /constraint "([^"]+)"/.exec(message)?.[1] ?? message
  }
  return 'not refused'
}

const twelve = (amount: number): number[] => Array.from({ length: 12 }, () => amount)
const insertVersion = (id: string, months: number[], size: number) =>
  [
    `insert into target_version (id, level, year, scope_id, version, size, months, total, origin, made_by, made_at)
     values ($1, 'year', 2030, $2, 1, $3, $4, amounts_sum($4::bigint[]), 'hand', $2, now())`,
    [id, companyWide, size, months],
  ] as const
const insertLine = (
  version: string,
  position: number,
  size: number,
  child: string | null,
  before: number[],
  months: number[],
  through: number[],
) =>
  [
    'insert into target_line (version_id, position, size, child_id, before, months, through) values ($1, $2, $3, $4, $5, $6, $7)',
    [version, position, size, child, before, months, through],
  ] as const

describe('a raw insert', () => {
  test('of children that sum to their parent is taken', async () => {
    const id = newId()
    await db.transaction(async (tx) => {
      for (const [sql, parameters] of [
        insertVersion(id, twelve(5), 2),
        insertLine(id, 0, 2, null, twelve(0), twelve(0), twelve(0)),
        insertLine(id, 1, 2, newId(), twelve(0), twelve(3), twelve(3)),
        insertLine(id, 2, 2, newId(), twelve(3), twelve(2), twelve(5)),
      ])
        await tx.query(sql, parameters)
    })
    expect(await broken(db)).toEqual([])
  })

  test('of children that sum to a cent less is refused', async () => {
    const id = newId()
    const [version, parameters] = insertVersion(id, twelve(5), 2)
    expect(
      await refusedBy(
        [version.replace('2030', '2031'), parameters],
        insertLine(id, 0, 2, null, twelve(0), twelve(0), twelve(0)),
        insertLine(id, 1, 2, newId(), twelve(0), twelve(3), twelve(3)),
        insertLine(id, 2, 2, newId(), twelve(3), [...twelve(2).slice(1), 1], [...twelve(5).slice(1), 4]),
      ),
    ).toBe('target_children_sum_to_parent')
  })

  test('of a parent without children, of a running total that is wrong, of one child too many: all refused', async () => {
    const id = newId()
    const [version, parameters] = insertVersion(id, twelve(5), 1)
    const parent = [version.replace('2030', '2032'), parameters] as const
    const zero = insertLine(id, 0, 1, null, twelve(0), twelve(0), twelve(0))
    expect(await refusedBy(parent)).toBe('target_children_sum_to_parent')
    expect(
      await refusedBy(parent, zero, insertLine(id, 1, 1, newId(), twelve(0), twelve(4), twelve(5))),
    ).toBe('target_line_check1')
    expect(
      await refusedBy(parent, zero, insertLine(id, 1, 1, newId(), twelve(1), twelve(4), twelve(5))),
    ).toMatch(/previous_before|target_line_.*fkey/)
    const [held] = await db.query<{ id: string; size: number; months: number[] }>(
      'select id, size, months from target_version where year = 2030',
    )
    expect(await refusedBy(insertLine(held!.id, 3, 2, newId(), held!.months, twelve(7), twelve(12)))).toBe(
      'target_line_check',
    )
    expect(await refusedBy(insertLine(held!.id, 3, 3, newId(), held!.months, twelve(7), twelve(12)))).toMatch(
      /fkey/,
    )
  })

  test('of an area’s months other than its line in the year plan is refused', async () => {
    const [area] = await db.query<{ id: string }>(
      "select id from target_version where level = 'area' limit 1",
    )
    expect(
      await refusedBy([
        'update target_version set months[1] = months[1] + 100, months[2] = months[2] - 100 where id = $1',
        [area!.id],
      ]),
    ).toMatch(/target_/)
    expect(
      await refusedBy([
        'update target_in_force set months[1] = months[1] + 100 where scope_id = $1',
        [chain.areas[0]!.id],
      ]),
    ).toMatch(/fkey|equals_line/)
  })

  test('of a missing, negative or odd-shaped amount is refused', async () => {
    for (const months of [
      [null, ...twelve(0).slice(1)],
      [-1, 1, ...twelve(0).slice(2)],
      twelve(0).slice(1),
    ]) {
      expect(await refusedBy(insertVersion(newId(), months as number[], 1))).toMatch(/target_version_/)
    }
  })
})

describe('a raw change', () => {
  test('of a store’s days, of a person’s days, of a line: refused, whatever else is changed with it', async () => {
    const store = chain.stores[0]!.id
    expect(
      await refusedBy(['update store_target set days[1] = days[1] + 1 where store_id = $1', [store]]),
    ).toMatch(/store_target_/)
    expect(
      await refusedBy([
        "update store_target set days[1] = days[1] + 1, days[2] = days[2] - 1 where store_id = $1 and month = '2027-03' and people is not null",
        [store],
      ]),
    ).toBe('person_targets_sum_to_days')
    expect(await refusedBy(['update person_target set days[1] = days[1] + 1 where position = 1'])).toMatch(
      /person_target_/,
    )
    expect(
      await refusedBy([
        'update person_target set days[1] = days[1] + 1, through[1] = through[1] + 1 where position = 1',
      ]),
    ).toMatch(/fkey/)
    expect(await refusedBy(['delete from person_target where position = 3'])).toMatch(
      /fkey|person_targets_sum_to_days/,
    )
    expect(
      await refusedBy([
        'update target_line set months[1] = months[1] + 1, through[1] = through[1] + 1 where position = 1',
      ]),
    ).toMatch(/fkey|target_/)
    expect(await refusedBy(['delete from target_version'])).toMatch(/fkey/)
    expect(await broken(db)).toEqual([])
  })

  test('of what is in force to a version that does not fit the level above is refused at commit', async () => {
    const [company] = await db.query<{ id: string }>('select id from target_version where year = 2030')
    expect(
      await refusedBy(['update target_in_force set version_id = $1 where scope_id = company', [company!.id]]),
    ).toMatch(/fkey/)
    expect(await refusedBy(['delete from target_in_force where scope_id = $1', [chain.areas[0]!.id]])).toBe(
      'store_target_in_force_on_area',
    )
    expect(
      await refusedBy(["update store_target_in_force set total = total + 1 where month = '2027-03'"]),
    ).toMatch(/store_target_in_force/)
  })
})

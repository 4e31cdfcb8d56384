import type { Actor } from '../../../platform/access/who.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { pinyinKey, searchText } from '../../../platform/kinds/pinyin.ts'
import type { Operation } from '../../../platform/server/door.ts'
import type { Outcome } from '../../../platform/server/outcome.ts'
import { Door } from '../../../platform/server/perform.ts'
import { goodsOperations } from '../../goods/actions.ts'
import { styleInput } from '../../goods/shape.ts'
import { writeStyle } from '../../goods/tables.ts'
import { OrganizationDirectory } from '../../organization/directory.ts'
import type { PositionName } from '../../organization/shape.ts'
import { salesInvariants } from '../invariants.ts'
import { ticketOperations } from './actions.ts'
import { tillOperations } from './till-actions.ts'
import { ticketViews } from './view-actions.ts'

/** A small store to sell in: two associates, a manager, a coat in three sizes at ¥2,990 and a jumper at ¥1,380. */
export interface TestStore {
  readonly id: string
  readonly code: string
  readonly people: { readonly chen: string; readonly zhou: string; readonly manager: string }
  readonly skus: { readonly coatM: string; readonly coatL: string; readonly jumperM: string }
  readonly barcodes: { readonly coatM: string; readonly jumperM: string }
}

let made = 0

export async function makeStore(db: Db, cutOffMinutes = 0): Promise<TestStore> {
  const code = `HZ${String(++made).padStart(2, '0')}`
  const [id, chen, zhou, manager] = [newId(), newId(), newId(), newId()]
  await db.query(`insert into company (name) select 'Qinghe' where not exists (select from company)`)
  await db.query(
    `insert into store (id, code, name, search, pinyin, kind, time_zone, cut_off_minutes, opened_on)
     values ($1, $2, '杭州大厦', 'hzds', 'hangzhou', 'concession', 'Asia/Shanghai', $3, '2020-01-01')`,
    [id, code, cutOffMinutes],
  )
  await appoint(db, chen, `${code}A1`, '陈思', 'salesAssociate', id)
  await appoint(db, zhou, `${code}A2`, '周敏', 'salesAssociate', id)
  await appoint(db, manager, `${code}M`, '张晓燕', 'storeManager', id)
  const piece = (color: string, size: string, barcode: string | null) => ({
    id: newId(),
    color,
    size,
    barcode,
  })
  const [coatM, coatL, jumperM] = [
    piece('燕麦', 'M', `69${code}0001`),
    piece('燕麦', 'L', null),
    piece('炭黑', 'M', `69${code}0002`),
  ]
  const style = (styleCode: string, name: string, tagPrice: number, skus: object[]) =>
    styleInput.parse({
      id: newId(),
      code: styleCode,
      name,
      category: '大衣',
      season: '2026冬',
      launchedOn: '2026-09-01',
      prices: [{ fromDay: '2026-01-01', tagPrice }],
      skus,
    })
  for (const s of [
    style(`${code}-1107`, '双面羊毛大衣', 299_000, [coatM, coatL]),
    style(`${code}-0432`, '高领羊绒衫', 138_000, [jumperM]),
  ]) {
    await writeStyle(db, s, s.prices)
  }
  return {
    id,
    code,
    people: { chen, zhou, manager },
    skus: { coatM: coatM.id, coatL: coatL.id, jumperM: jumperM.id },
    barcodes: { coatM: coatM.barcode!, jumperM: jumperM.barcode! },
  }
}

export async function appoint(
  db: Db,
  person: string,
  jobNumber: string,
  name: string,
  position: PositionName,
  store: string | null,
): Promise<void> {
  await db.query(
    'insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $2, $3, $4, $5, $6)',
    [person, jobNumber, name, searchText(name), pinyinKey(name), '2020-01-01'],
  )
  await db.query(
    'insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, $3, $4, $5)',
    [newId(), person, position, store, '2020-01-01'],
  )
}

export const operationsOfSales = {
  ...goodsOperations,
  ...ticketOperations,
  ...ticketViews,
  ...tillOperations,
} as unknown as Record<string, Operation>

export interface Shop {
  readonly door: Door
  /** Does or sees something as a person; a key of one's own makes it a repetition. */
  as(
    person: string,
    position: PositionName,
    store: string | null,
    at: string,
    key?: string,
  ): {
    act(name: string, input: unknown): Promise<Outcome>
    see(name: string, input: unknown): Promise<Outcome>
  }
}

export function shopOn(database: Database): Shop {
  const door = new Door(database, operationsOfSales, new OrganizationDirectory())
  return {
    door,
    as(person, position, store, at, key) {
      const actor: Actor = {
        person,
        name: person,
        language: 'en',
        device: 'test',
        proof: { by: 'own', at: new Date(at) },
        appointments: [{ position, areaStores: [], ...(store === null ? {} : { store }) }],
      }
      const caller = { actor, language: 'en' as const, address: '127.0.0.1', now: new Date(at) }
      return {
        act: (name, input) => door.perform(name, input, { ...caller, key: key ?? newId() }, 'action'),
        see: (name, input) => door.perform(name, input, caller, 'view'),
      }
    },
  }
}

/** The answer, or a fault that shows the refusal. */
export function answerOf<T>(outcome: Outcome): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`)
  return outcome.answer as T
}
export const whyNot = (outcome: Outcome): string => (outcome.ok ? 'done' : outcome.problem.why)

/** Names of the sales invariants that do not hold, with the first row of each. */
export async function broken(db: Db): Promise<string[]> {
  const found: string[] = []
  for (const invariant of salesInvariants) {
    const [row] = await db.query(invariant.sql)
    if (row) found.push(`${invariant.name}: ${JSON.stringify(row)}`)
  }
  return found
}

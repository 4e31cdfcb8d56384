import type { Db } from '../../../platform/database/database.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { readKind } from '../../organization/intake/cells.ts'
import { readPeople } from '../../organization/intake/people.ts'
import type {
  IntakeRow,
  PeopleIntake,
  PersonField,
  StoreField,
  StoreIntake,
} from '../../organization/intake/shape.ts'
import { readStores } from '../../organization/intake/stores.ts'
import { findKnownPeople, findKnownStores } from '../../organization/intake/tables.ts'
import type { StoreKind } from '../../organization/shape.ts'
import { listAreas, writeArea } from '../../organization/stores/tables.ts'
import { parseMoment } from './rules/dates.ts'
import type { ReadPlan } from './rules/plan.ts'
import { isListTotal } from './rules/total-row.ts'
import { Tally } from './rules/totals.ts'
import type { ControlTotals, Field } from './shape.ts'
import { eachRow } from './ticket-file.ts'

/** Lists of stores and people are short; beyond this a file is none. */
const longest = 100_000

export interface ListOptions {
  readonly path: string
  readonly keys: Keys
  readonly plan: ReadPlan
  readonly today: Day
  readonly timeZone: string
  readonly onProgress: (share: number, rows: number) => void
}
/** A list as the organization decides it, with the cells of each row for the rejected ones. */
export interface ListRead<Intake> {
  readonly intake: Intake
  readonly cells: ReadonlyMap<number, readonly string[]>
  /** Rows in which the list sums itself up. */
  readonly totalRows: readonly number[]
  readonly totals: ControlTotals
}

const storeNames: Readonly<Record<string, StoreField>> = { storeKind: 'kind', sellingArea: 'squareMetres' }
const dated = new Set<Field>(['openedOn', 'closedOn', 'hiredOn', 'leftOn'])

export async function readStoreList(
  db: Db,
  options: ListOptions,
): Promise<ListRead<StoreIntake> | Refusal<FileRefusalWhy>> {
  const fields: Field[] = [
    'code',
    'name',
    'nameEn',
    'storeKind',
    'mall',
    'city',
    'country',
    'area',
    'openedOn',
    'closedOn',
    'sellingArea',
    'timeZone',
    'currency',
  ]
  const read = await rowsOf<StoreField>(options, fields, (f) => storeNames[f] ?? (f as StoreField))
  if (isRefusal(read)) return read as Refusal<FileRefusalWhy>
  const { fixed } = options.plan.settings
  const named = read.rows.map((r) =>
    options.plan.has('name') ? r : { ...r, cells: { ...r.cells, name: r.cells.code } },
  )
  const known = await findKnownStores(db, options.today)
  const area = fixed.area ?? unassignedArea
  const first = named.reduce<string>(
    (least, r) => (r.cells.openedOn && r.cells.openedOn < least ? r.cells.openedOn : least),
    options.today,
  )
  // Where stores gather that have no area yet is open as long as the oldest of them.
  const areas = known.areas.map((a) =>
    a.name === area && first < a.openedOn ? { ...a, openedOn: first as Day } : a,
  )
  const intake = readStores(
    named,
    { ...known, areas },
    {
      openedOn: (fixed.openedOn ?? options.today) as Day,
      kind: kindSaid(fixed.storeKind),
      area,
      timeZone: fixed.timeZone ?? options.timeZone,
    },
    options.today,
    newId,
  )
  return { ...read, intake, totals: totalsOf(read, intake) }
}

export async function readPeopleList(
  db: Db,
  options: ListOptions,
): Promise<ListRead<PeopleIntake> | Refusal<FileRefusalWhy>> {
  const fields: PersonField[] = [
    'jobNumber',
    'name',
    'position',
    'store',
    'area',
    'phone',
    'hiredOn',
    'leftOn',
  ]
  const read = await rowsOf<PersonField>(options, fields, (f) => f as PersonField)
  if (isRefusal(read)) return read as Refusal<FileRefusalWhy>
  const { fixed } = options.plan.settings
  const intake = readPeople(
    read.rows,
    await findKnownPeople(db, options.keys),
    { hiredOn: (fixed.hiredOn ?? options.today) as Day, from: options.today },
    newId,
  )
  return { ...read, intake, totals: totalsOf(read, intake) }
}

/** Where stores stand that no file and nobody has put into an area yet. */
export const unassignedArea = '未分区 Unassigned'
export const kindSaid = (text: string | undefined): StoreKind =>
  (text === undefined ? undefined : readKind(text)) ?? 'street'

/** An area that is there already opens no later than the first store that a file puts into it. */
export async function openAreaBy(db: Db, name: string, days: readonly Day[]): Promise<void> {
  const first = days.reduce<Day | undefined>(
    (least, d) => (least === undefined || d < least ? d : least),
    undefined,
  )
  const area = (await listAreas(db)).find((a) => a.name === name || a.code === name)
  if (area && first !== undefined && first < area.openedOn) await writeArea(db, { ...area, openedOn: first })
}

async function rowsOf<F extends string>(
  options: ListOptions,
  fields: readonly Field[],
  name: (field: Field) => F,
) {
  const rows: IntakeRow<F>[] = []
  const cells = new Map<number, readonly string[]>()
  const totalRows: number[] = []
  const { plan } = options
  const info = await eachRow(options, (row) => {
    if (rows.length > longest) return
    if (isListTotal(row.cells, (field) => plan.cell(row.cells, field))) {
      totalRows.push(row.number)
      cells.set(row.number, row.cells)
      return
    }
    const found: Partial<Record<F, string>> = {}
    for (const field of fields) {
      const text = plan.cell(row.cells, field)
      if (text === '') continue
      const moment = dated.has(field) ? parseMoment(text, plan.orders[field] ?? 'ymd', plan.epoch) : undefined
      found[name(field)] = moment?.day ?? text
    }
    rows.push({ row: row.number, cells: found })
    cells.set(row.number, row.cells)
  })
  if (isRefusal(info)) return info
  return rows.length > longest
    ? refuse('tooBig', { what: '行数 rows', limit: longest })
    : { rows, cells, totalRows }
}

export function totalsOf(
  read: { rows: readonly unknown[]; totalRows: readonly number[] },
  intake: {
    creates: readonly unknown[]
    updates: readonly unknown[]
    unchanged: readonly number[]
    refused: readonly unknown[]
  },
): ControlTotals {
  return {
    ...new Tally().totals(),
    rowsRead: read.rows.length + read.totalRows.length,
    rowsAccepted: intake.creates.length + intake.updates.length,
    rowsKnown: intake.unchanged.length,
    rowsRejected: intake.refused.length + read.totalRows.length,
  }
}

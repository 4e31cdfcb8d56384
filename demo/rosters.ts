import type { Shift } from '../business/roster/week/shape.ts'
import { shippedShifts } from '../business/roster/week/shipped.ts'
import { minutesOf } from '../business/sales/reports/rules.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, dayNumber, daysThrough, mondayOf, weekdayOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { type Chain, type DemoStore, isHeld, onDuty } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'
import { type Bulk, insertAll } from './write.ts'

/** Clauses that rosters, attendance and handovers prove; the company tried them out last. */
export const shiftClauses = ['SM-2.6', 'SM-4.1', 'AM-3.3'] as const

interface Version {
  readonly store: string
  readonly week: Day
  readonly by: string
}
interface DemoCell {
  readonly store: string
  readonly week: Day
  readonly person: string
  readonly day: Day
  readonly shift: Shift
  readonly zone: string | null
}
const versionRows: Bulk<Version> = {
  table: 'roster_version',
  columns: [
    ['store_id', 'uuid', (v) => v.store],
    ['week', 'date', (v) => v.week],
    ['version', 'int4', () => 1],
    ['released_by', 'uuid', (v) => v.by],
    // On the Friday before, at a quarter past four.
    ['released_at', 'timestamptz', (v) => instant(addDays(v.week, -3), 16 * 60 + 15).toISOString()],
    ['in_time', 'bool', () => true],
  ],
}
const cellRows: Bulk<DemoCell> = {
  table: 'roster_cell',
  columns: [
    ['store_id', 'uuid', (c) => c.store],
    ['week', 'date', (c) => c.week],
    ['version', 'int4', () => 1],
    ['person_id', 'uuid', (c) => c.person],
    ['day', 'date', (c) => c.day],
    ['code', 'text', (c) => c.shift.code],
    ['name', 'text', (c) => c.shift.name],
    ['name_en', 'text', (c) => c.shift.nameEn],
    ['kind', 'text', (c) => c.shift.kind],
    ['from_minute', 'int4', (c) => c.shift.from],
    ['to_minute', 'int4', (c) => c.shift.to],
    ['break_minutes', 'int4', (c) => c.shift.break],
    ['zone', 'text', (c) => c.zone],
  ],
}
/** Zones of the floor plan, and one by the name that the store has for it. */
const zones = ['till', 'fitting', '大衣区', 'door']
/** Weeks of rosters that lie behind the demo chain. */
const weeksBack = 8
/** Stores whose next week is released already; the others have still to do it. */
const early = ['HZ02', 'NJ01', 'NJ02', 'SH01', 'SZ01']

/** Rosters of the last weeks as people did work, this week's, next week's where it is released, and wishes for it. */
export async function makeRosters(
  database: Database,
  acts: Acts,
  chain: Chain,
  { today, now }: { today: Day; now: Date },
  progress: (text: string) => void,
): Promise<void> {
  const hours = await database.query<{ id: string; opens: string; closes: string }>(
    `select id, to_char(opens_at, 'HH24:MI') as opens, to_char(closes_at, 'HH24:MI') as closes from store`,
  )
  const away = await database.query<{ person: string; from: Day; to: Day }>(
    'select person_id as person, from_day as "from", to_day as "to" from person_away',
  )
  const isAway = (person: string, day: Day): boolean =>
    away.some((a) => a.person === person && a.from <= day && a.to >= day)
  const thisWeek = mondayOf(today)
  const versions: Version[] = []
  const cells: DemoCell[] = []
  for (const store of chain.stores) {
    const open = hours.find((h) => h.id === store.id)!
    const shifts = shippedShifts(store.kind, minutesOf(open.opens), minutesOf(open.closes))
    const by = acts.holder('storeManager', { store: store.id })
    for (let back = weeksBack; back >= 0; back--) {
      const week = addDays(thisWeek, -7 * back)
      if (week < store.openedOn) continue
      versions.push({ store: store.id, week, by })
      cells.push(...weekOf(chain, store, week, shifts, isAway))
    }
  }
  await database.transaction(async (db) => {
    await insertAll(db, versionRows, versions)
    await insertAll(db, cellRows, cells)
    // This week can be changed and released again: its draft is what was released.
    await db.query(
      `insert into roster_draft (store_id, week, revision, origin, by, at)
       select store_id, week, 1, 'draft', released_by, released_at from roster_version where week = $1`,
      [thisWeek],
    )
    await db.query(
      `insert into roster_draft_cell (store_id, week, person_id, day, code, zone)
       select store_id, week, person_id, day, code, zone from roster_cell where week = $1`,
      [thisWeek],
    )
  })
  await makeNext(acts, chain, addDays(thisWeek, 7), now)
  await makeApprovals(acts, chain, today)
  progress(`  班表 rosters: ${versions.length + early.length}`)
}

/** A week as the demo's people sell in it: early and late by turns, the manager in the middle. */
function weekOf(
  chain: Chain,
  store: DemoStore,
  week: Day,
  shifts: readonly Shift[],
  isAway: (person: string, day: Day) => boolean,
): DemoCell[] {
  const of = (kind: Shift['kind']): Shift => shifts.find((s) => s.kind === kind) ?? shifts[0]!
  const number = dayNumber(week) / 7
  const given = new Map<string, number>()
  return daysThrough(week, addDays(week, 6)).flatMap((day) => {
    const random = new Random(hashOf(`roster:${store.code}:${day}`))
    const manager = chain.appointments.find(
      (a) => a.store === store.id && a.position === 'storeManager' && isHeld(a, day),
    )
    const sellers = onDuty(chain, store.id, day, dayNumber(day)).filter(
      (a) => a.position === 'salesAssociate',
    )
    const there = sellers.filter((a) => !isAway(a.person, day) && (given.get(a.person) ?? 0) < 6)
    for (const a of there) given.set(a.person, (given.get(a.person) ?? 0) + 1)
    const own = there.map((a, i): DemoCell => {
      const isLate = (i + Math.floor(number)) % 2 === 0
      return {
        store: store.id,
        week,
        person: a.person,
        day,
        shift: of(isLate ? 'late' : i === 2 ? 'middle' : 'early'),
        zone: zones[(i + random.whole(0, 1)) % zones.length]!,
      }
    })
    const rests =
      weekdayOf(day) === 1 + (hashOf(store.code) % 3) || weekdayOf(day) === 2 + (hashOf(store.code) % 3)
    if (!manager || rests || isAway(manager.person, day)) return own
    const isAlone = !own.some((c) => c.shift.kind === 'early')
    const shift = of(isAlone ? 'early' : 'middle')
    return [{ store: store.id, week, person: manager.person, day, shift, zone: null }, ...own]
  })
}

async function makeNext(acts: Acts, chain: Chain, week: Day, now: Date): Promise<void> {
  const own = chain.stores.find((s) => s.code === 'HZ01')!
  const associates = chain.appointments
    .filter((a) => a.store === own.id && a.position === 'salesAssociate' && a.to === null)
    .map((a) => a.person)
  const wishes = [
    [0, 5, 'off'],
    [1, 2, 'early'],
    [1, 6, 'off'],
    [2, 4, 'late'],
  ] as const
  for (const [who, day, kind] of wishes)
    if (associates[who])
      await acts.do(associates[who], now, 'rosters.wish', {
        id: newId(),
        store: own.id,
        day: addDays(week, day),
        kind,
      })
  for (const code of early) {
    const store = chain.stores.find((s) => s.code === code)
    if (!store) continue
    const manager = acts.holder('storeManager', { store: store.id })
    await acts.do(manager, now, 'rosters.draft', { store: store.id, week, basedOn: 0 })
    await acts.do(manager, now, 'rosters.release', { store: store.id, week, basedOn: 1, why: null })
  }
}

/** What the labour authority allows: one document that ends in six weeks, one for a store that has asked in time. */
async function makeApprovals(acts: Acts, chain: Chain, today: Day): Promise<void> {
  const personnel = acts.holder('personnel')
  const of = (...codes: string[]) => chain.stores.filter((s) => codes.includes(s.code)).map((s) => s.id)
  const documents = [
    {
      stores: of('SH01', 'SH02', 'HZ01'),
      number: '人社综 2025-0431',
      from: addDays(today, -323),
      to: addDays(today, 41),
    },
    { stores: of('SZ01'), number: '人社综 2026-0118', from: addDays(today, -60), to: addDays(today, 304) },
  ]
  for (const document of documents) {
    if (document.stores.length === 0) continue
    const input = { id: newId(), positions: ['salesAssociate'], period: 'quarter', ...document }
    await acts.do(personnel, instant(addDays(today, -3), 10 * 60), 'rosters.addApproval', input)
  }
}

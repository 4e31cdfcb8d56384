import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { cellState } from './cells.ts'
import { beginDuties } from './edition-tables.ts'
import type { Fact } from './fact-tables.ts'
import { type DutyHouse, dutyHouse } from './house-for-tests.ts'

let h: DutyHouse
let store: DutyHouse['chain']['stores'][number]
let area: DutyHouse['chain']['areas'][number]
const day = '2026-11-20'
const evening = `${day}T22:10:00+08:00`
const night = '2026-11-20T23:50:00+08:00'

beforeAll(async () => {
  h = await dutyHouse()
  store = h.chain.stores[0]!
  area = h.chain.areas[0]!
  await beginDuties(h.db, { from: day as never, now: new Date(`${day}T00:00:00+08:00`) })
  await h.keep(`${day}T09:00:00+08:00`)
  await h.does(store.manager, evening, 'reports.submit', {
    id: newId(),
    store: store.id,
    day,
    why: '雨天客少',
    tomorrow: '主推毛衣',
  })
})
afterAll(() => h.db.close())

interface Listed {
  items: { id: string; duty: string; store: string; state: string; fact?: Fact | null }[]
}

test('a duty states the figure that matters, the same as the boards say', async () => {
  const other = h.chain.stores[1]!
  const today = await h.today(other.manager, evening)
  const fact = (today.now.find((i) => i.duty === 'SM-1.5') as unknown as Listed['items'][number]).fact
  const board = await h.sees<{ progress: { day: { net: number }; target: number | null } }>(
    other.manager,
    evening,
    'boards.store',
    { store: other.id, day },
  )
  expect(fact).toEqual({
    kind: 'storeDay',
    net: board.progress.day.net,
    target: board.progress.target,
  })
})

test('what a subordinate has done waits for the look of who looks after it, and for nobody else', async () => {
  const own = await h.today(area.manager, night)
  expect(own.below!.unread).toMatchObject([{ duty: 'SM-1.5', count: 1, isLate: false }])
  expect((await h.today(h.chain.director, night)).below!.unread).toEqual([])
  const waiting = await h.sees<Listed>(area.manager, night, 'duties.waiting')
  expect(waiting.items.map((i) => [i.duty, i.store])).toEqual([['SM-1.5', store.id]])
  // Of reports a sample is looked at: what was not drawn waits until the day after, and no longer.
  expect((await h.today(area.manager, '2026-11-21T09:00:00+08:00')).below!.unread).toHaveLength(1)
  expect((await h.today(area.manager, '2026-11-22T09:00:00+08:00')).below!.unread).toEqual([])
  await h.does(area.manager, night, 'reports.open', { store: store.id, day })
  expect((await h.today(area.manager, night)).below!.unread).toEqual([])
})

test('the seats below are named with who manages them, and open their duties of the day', async () => {
  const at = '2026-11-20T22:45:00+08:00'
  const { below } = await h.today(area.manager, at)
  // Two without their report, and all three without their count and the sheets of the floor.
  expect(below!.seats).toHaveLength(3)
  expect(below!.seats.every((s) => s.holder?.startsWith('员工'))).toBe(true)
  const late = await h.sees<Listed>(area.manager, at, 'duties.ofSeat', { seat: below!.seats[0]!.seat })
  const ofEvening = late.items.filter((i) => ['SM-1.5', 'SM-2.5'].includes(i.duty))
  expect(ofEvening.map((i) => [i.duty, i.state])).toEqual([
    ['SM-1.5', 'overdue'],
    ['SM-2.5', 'overdue'],
  ])
  const sheets = late.items.filter((i) => ['SM-1.6', 'SM-2.8', 'SM-4.4'].includes(i.duty))
  // What was to be looked at before the doors opened cannot be looked at any more.
  expect(sheets.map((i) => [i.duty, i.state])).toEqual([
    ['SM-2.8', 'missed'],
    ['SM-4.4', 'missed'],
    ['SM-1.6', 'overdue'],
    ['SM-4.4', 'overdue'],
  ])
  const whole = await h.sees<Listed>(area.manager, at, 'duties.ofSeat', { seat: store.id, day })
  expect(whole.items.find((i) => i.duty === 'SM-1.5')).toMatchObject({ state: 'inTime' })
})

test('nobody looks into a seat beyond his reach', async () => {
  const [, south] = h.chain.areas
  const far = south!.stores[0]!
  const asked = (who: Parameters<DutyHouse['outcome']>[1], seat: string) =>
    h.outcome('view', who, night, 'duties.ofSeat', { seat, day })
  expect((await asked(area.manager, far)).ok).toBe(false)
  expect((await asked(area.manager, south!.id)).ok).toBe(false)
  expect((await asked(store.manager, h.chain.stores[1]!.id)).ok).toBe(false)
  expect((await asked(store.manager, store.id)).ok).toBe(true)
  // Headquarters' own duties are not told to a store: the list is empty.
  expect(
    await h.sees<Listed>(area.manager, night, 'duties.ofSeat', { seat: companyWide, day }),
  ).toMatchObject({
    items: [],
  })
})

interface Woven {
  days: string[]
  rows: {
    key: string
    kind: string
    seat: string | null
    cells: (object | null)[]
    total: Record<string, number>
  }[]
  total: Record<string, number>
}
test('the weave has areas, stores or one store’s clauses as its warp, and each sums to the same', async () => {
  const at = '2026-11-22T09:00:00+08:00'
  await h.keep(at)
  const see = (input: object) =>
    h.sees<Woven>(h.chain.director, at, 'duties.weave', { duty: 'SM-1.5', ...input })
  const [areas, stores, one] = [await see({ level: 'area' }), await see({}), await see({ store: store.id })]
  expect(areas.rows.map((r) => r.kind)).toEqual(['area', 'area'])
  expect(areas.total).toEqual(stores.total)
  // Nothing was due before the 20th: two weeks are shown all the same.
  expect(stores.days).toHaveLength(14)
  expect(stores.days.at(-1)).toBe('2026-11-22')
  expect(one.rows.map((r) => [r.kind, r.key])).toEqual([['clause', 'SM-1.5']])
  expect(one.rows[0]!.total).toEqual(stores.rows.find((r) => r.seat === store.id)!.total)
})

test('a torn day shows as its worst part', () => {
  const none = { inTime: 0, late: 0, missed: 0, overdue: 0, open: 0, excused: 0 }
  expect(cellState({ ...none, inTime: 9, missed: 1, excused: 4 })).toBe('missed')
  expect(cellState({ ...none, inTime: 9, overdue: 1, late: 3 })).toBe('overdue')
  expect(cellState({ ...none, inTime: 9, late: 1 })).toBe('mostly')
  expect(cellState({ ...none, inTime: 8, late: 1 })).toBe('late')
  expect(cellState({ ...none, inTime: 2, open: 1 })).toBe('open')
  expect(cellState({ ...none, inTime: 2, excused: 1 })).toBe('done')
  expect(cellState({ ...none, excused: 1 })).toBe('excused')
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { type DutyHouse, dutyHouse } from '../../duties/house-for-tests.ts'
import { planInvariants } from '../../organization/plans/invariants.ts'
import { readyPlan } from '../../organization/plans/ready.ts'
import { checkPlan, crossed, fitted, roomFor } from '../../organization/plans/rules.ts'
import { grid, leastSide, type Placed, zones } from '../../organization/plans/shape.ts'
import { storeKinds } from '../../organization/shape.ts'
import { orderly, type SeenCard } from './sheets-for-tests.ts'
import { zonesOf } from './zone-rules.ts'

let h: DutyHouse
const day = '2026-11-24' as Day
const at = (time: string, of: string = day): string => `${of}T${time}:00+08:00`
const till: Placed = { zone: 'till', x: 0, y: 0, wide: 3, deep: 2 }
const door: Placed = { zone: 'door', x: 0, y: 8, wide: 12, deep: 2 }
interface PlanSeen {
  current: { id: string | null; zones: Placed[] }
  count: number
  drawn: { id: string; from: string; zones: Placed[] }[]
}
const draw = (id: string, store: string, from: string, basedOn: number, placed: readonly Placed[]) => ({
  id,
  store,
  from,
  basedOn,
  zones: placed,
})

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-20')
  await h.keep(at('08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  const found = await verify(h.db, planInvariants)
  expect(found.filter((f) => f.count > 0).map((f) => f.name)).toEqual([])
  await h.db.close()
})

test('a store that has drawn nothing has the ready plan of its kind; each of them could be drawn so', () => {
  for (const kind of storeKinds) {
    const ready = readyPlan(kind)
    expect(checkPlan(day, ready, day), kind).toBeUndefined()
    expect(ready.map((z) => z.zone)).toEqual(expect.arrayContaining(['door', 'till', 'fitting']))
  }
})

test('a store manager draws her floor from a day on; until then the one before holds, on the checklists too', async () => {
  const { manager, associates, id: store } = h.chain.stores[0]!
  const seen = (when: string, of?: string) =>
    h.sees<{ plan: PlanSeen['current'] }>(associates[0]!, when, 'checks.today', {
      store,
      ...(of ? { day: of } : {}),
    })
  expect((await seen(at('09:00'))).plan.id).toBeNull()
  const first = newId()
  await h.does(manager, at('09:01'), 'floorPlans.draw', draw(first, store, day, 0, [till, door]))
  const later = newId()
  const wide = { ...till, wide: 5 }
  const next = addDays(day, 1)
  await h.does(manager, at('09:02'), 'floorPlans.draw', draw(later, store, next, 1, [wide, door]))
  expect((await seen(at('09:03'))).plan).toMatchObject({ id: first, zones: [till, door] })
  expect((await seen(at('09:00', next))).plan.id).toBe(later)
  // The day that is gone keeps the plan that it had.
  expect((await seen(at('09:00', next), day)).plan.id).toBe(first)
  const all = await h.sees<PlanSeen>(associates[0]!, at('09:04'), 'floorPlans.ofStore', { store })
  expect([all.count, all.current.id, all.drawn.map((d) => d.id)]).toEqual([2, first, [later, first]])
})

test('sent again it is one plan; of two who draw at once the second is told; a plan of nonsense is refused at its zone', async () => {
  const { manager, associates, id: store } = h.chain.stores[1]!
  const plan = draw(newId(), store, day, 0, [till])
  await h.does(manager, at('10:00'), 'floorPlans.draw', plan)
  await h.does(manager, at('10:01'), 'floorPlans.draw', plan)
  const refused = (more: object) =>
    h.refused(manager, at('10:02'), 'floorPlans.draw', {
      ...draw(newId(), store, day, 1, [till]),
      ...more,
    })
  expect(await refused({ basedOn: 0 })).toBe('drawnMeanwhile')
  expect(await refused({ from: addDays(day, -1) })).toBe('fromBetween')
  expect(await refused({ zones: [till, { ...till, x: 6 }] })).toBe('zoneTwice')
  expect(await refused({ zones: [till, { ...door, y: 1 }] })).toBe('zonesOverlap')
  expect(await refused({ zones: [{ ...till, x: 10 }] })).toBe('outside')
  const stranger = draw(newId(), store, day, 1, [till])
  expect((await h.outcome('action', associates[0]!, at('10:03'), 'floorPlans.draw', stranger)).ok).toBe(false)
  expect((await h.sees<PlanSeen>(manager, at('10:04'), 'floorPlans.ofStore', { store })).count).toBe(1)
})

test('whatever is drawn with the finger stays within the walls, and a zone is only put where there is room', () => {
  const side = fc.integer({ min: -30, max: 30 })
  const any = fc.record({ zone: fc.constantFrom(...zones), x: side, y: side, wide: side, deep: side })
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: (z) => z.zone, maxLength: 8 }), (drawn) => {
      const placed = drawn.map(fitted)
      for (const z of placed) {
        expect(z.x >= 0 && z.y >= 0 && z.x + z.wide <= grid.wide && z.y + z.deep <= grid.deep).toBe(true)
        expect(Math.min(z.wide, z.deep)).toBeGreaterThanOrEqual(leastSide)
      }
      const no = checkPlan(day, placed, day)
      expect(isRefusal(no)).toBe(crossed(placed).length > 0)
      const free = zones.find((zone) => placed.every((z) => z.zone !== zone))!
      const room = roomFor(free, placed)
      if (room) expect(crossed([...placed, room])).toEqual(crossed(placed))
    }),
  )
})

test('each zone stands as the day’s sheets leave it: not begun, partly done, done, with something to be mended', async () => {
  const { manager, id: store } = h.chain.stores[2]!
  interface Seen {
    cards: (SeenCard & Parameters<typeof zonesOf>[0][number])[]
    findings: Parameters<typeof zonesOf>[1][number][]
  }
  const stands = async (when: string) => {
    const { cards, findings } = await h.sees<Seen>(manager, when, 'checks.today', { store })
    const all = zonesOf(
      cards.map((c) => ({ ...c, waits: false })),
      findings,
    )
    return (zone: string | null) => all.find((z) => z.zone === zone)!.state
  }
  const handIn = async (kind: string, when: string, wrong?: Record<string, string>) => {
    const { cards } = await h.sees<Seen>(manager, when, 'checks.today', { store })
    const card = cards.find((c) => c.kind === kind)!
    const base = { id: newId(), store, day, kind, edition: card.edition, basedOn: null, seconds: 90 }
    await h.does(manager, when, 'checks.handIn', { ...base, answers: orderly(card, wrong) })
  }
  const early = await stands(at('09:00'))
  expect([early('till'), early('storeroom'), early(null)]).toEqual(['notBegun', 'notBegun', 'notBegun'])
  await handIn('opening', at('09:20'), { 'o-exit': '通道堆了两箱货' })
  const half = await stands(at('09:21'))
  expect([half('till'), half('storeroom'), half(null)]).toEqual(['part', 'finding', 'done'])
  await handIn('hygiene', at('09:40'))
  const all = await stands(at('09:41'))
  expect([all('till'), all('storeroom')]).toEqual(['done', 'finding'])
  const { findings } = await h.sees<Seen>(manager, at('09:42'), 'checks.today', { store })
  const open = findings[0] as unknown as { id: string }
  await h.does(manager, at('09:43'), 'checks.mend', { store, id: open.id, words: '搬走了' })
  expect((await stands(at('09:44')))('storeroom')).toBe('done')
  // In the evening the closing sheets ask for the same zones again.
  expect((await stands(at('21:30')))('till')).toBe('part')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type DutyHouse, dutyHouse } from '../../duties/house-for-tests.ts'
import { recheckOf } from './rules.ts'
import { kinds } from './shape.ts'
import { orderly, type SeenCard } from './sheets-for-tests.ts'

let h: DutyHouse
beforeAll(async () => {
  h = await dutyHouse()
})
afterAll(() => h.db.close())

test('a sixth of the stores is drawn each day, one at least, the same for whoever looks; in time every store and every sheet', () => {
  const day = '2026-11-24' as Day
  const stores = Array.from({ length: 20 }, (_, i) => `store ${i}`)
  expect(recheckOf(stores, day)).toEqual(recheckOf([...stores].reverse(), day))
  expect(recheckOf(stores, day)).toHaveLength(4)
  expect(recheckOf(stores.slice(0, 1), day)).toHaveLength(1)
  expect(recheckOf([], day)).toEqual([])
  const drawn = Array.from({ length: 60 }, (_, i) => recheckOf(stores, addDays(day, i))).flat()
  expect(new Set(drawn.map((d) => d.store)).size).toBe(stores.length)
  expect(new Set(drawn.map((d) => d.kind)).size).toBe(kinds.length)
})

test('a drawn sheet stands before the area manager once it is handed in, though nothing is wrong with it, until she has confirmed it', async () => {
  const boss = h.chain.areas[0]!.manager
  const stores = h.chain.areas[0]!.stores
  // A day on which a sheet of the morning is drawn that the store itself hands in.
  const from = '2026-11-02' as Day
  const day = Array.from({ length: 60 }, (_, i) => addDays(from, i)).find((d) =>
    ['opening', 'hygiene'].includes(recheckOf(stores, d)[0]!.kind),
  )!
  const [{ store, kind }] = recheckOf(stores, day) as [ReturnType<typeof recheckOf>[number]]
  const { manager } = h.chain.stores.find((s) => s.id === store)!
  const at = (time: string): string => `${day}T${time}:00+08:00`
  const drawn = async () => (await h.sees<{ drawn: object[] }>(boss, at('11:00'), 'checks.area', {})).drawn
  expect(await drawn()).toEqual([])
  const { cards } = await h.sees<{ cards: SeenCard[] }>(manager, at('09:30'), 'checks.today', { store })
  const card = cards.find((c) => c.kind === kind)!
  const sheet = { id: newId(), store, day, kind, edition: card.edition, basedOn: null, seconds: 120 }
  await h.does(manager, at('09:30'), 'checks.handIn', { ...sheet, answers: orderly(card) })
  expect(await drawn()).toEqual([{ store, kind, sheet: sheet.id, state: 'handedIn' }])
  await h.does(boss, at('10:30'), 'checks.confirm', { store, id: sheet.id })
  expect(await drawn()).toMatchObject([{ sheet: sheet.id, state: 'confirmed' }])
})

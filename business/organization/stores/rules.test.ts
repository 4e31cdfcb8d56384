import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../../platform/kinds/day.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import {
  areaOn,
  changeStore,
  closeArea,
  closeDays,
  closeStore,
  moveStore,
  openArea,
  openStore,
} from './rules.ts'
import type { Area, Membership, Store, StoreInput } from './shape.ts'

const area = (id: string, more: Partial<Area> = {}): Area => ({
  id,
  code: id,
  name: `${id}区`,
  nameEn: null,
  openedOn: dayOf('2024-01-01'),
  closedOn: null,
  ...more,
})
const input: StoreInput = {
  id: 's1',
  code: 'HZ01',
  name: '杭州云锦百货',
  nameEn: null,
  kind: 'concession',
  mall: 'm1',
  city: '杭州',
  country: null,
  currency: null,
  timeZone: 'Asia/Shanghai',
  cutOffMinutes: 0,
  opensAt: '10:00',
  closesAt: '22:00',
  openedOn: dayOf('2024-03-01'),
}
const store: Store = {
  ...input,
  mall: { id: 'm1', name: '云锦百货', nameEn: null, city: '杭州' },
  closedOn: null,
}
const free = { taken: undefined, mall: { id: 'm1' } }
const why = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.refused : undefined)

test('a new store belongs to its area from its opening day', () => {
  expect(openStore(input, area('A'), free)).toEqual({ memberships: [{ from: '2024-03-01', area: 'A' }] })
})

test('a code belongs to one store, a concession stands in a mall, an area must be there', () => {
  expect(openStore(input, area('A'), { ...free, taken: { id: 's9', name: '别的店' } })).toMatchObject({
    refused: 'codeTaken',
    facts: { name: '别的店' },
    field: 'code',
  })
  expect(why(openStore({ ...input, mall: null }, area('A'), { taken: undefined, mall: undefined }))).toBe(
    'concessionNeedsMall',
  )
  expect(why(openStore(input, area('A'), { taken: undefined, mall: null }))).toBe('mallUnknown')
  expect(why(openStore(input, undefined, free))).toBe('areaUnknown')
  expect(why(openStore(input, area('A', { openedOn: dayOf('2024-06-01') }), free))).toBe('areaNotYetOpen')
  expect(why(openStore(input, area('A', { closedOn: dayOf('2024-02-01') }), free))).toBe('areaClosed')
})

test('a store does not close before it opened, nor over the heads of its people', () => {
  expect(why(closeStore(store, dayOf('2024-02-29'), [], false))).toBe('closesBeforeOpening')
  const people = [{ name: '王芳', from: dayOf('2024-03-01'), to: null }]
  expect(closeStore(store, dayOf('2026-05-31'), people, false)).toMatchObject({
    refused: 'peopleStillThere',
    facts: { count: 1, names: '王芳' },
  })
  expect(closeStore(store, dayOf('2026-05-31'), people, true)).toEqual({ closedOn: '2026-05-31' })
  expect(closeStore({ ...store, closedOn: dayOf('2026-05-31') }, null, [], false)).toEqual({ closedOn: null })
  expect(why(closeStore(store, null, [], false))).toBe('notClosing')
})

test('an area with stores cannot be closed', () => {
  expect(
    closeArea(area('A'), dayOf('2026-01-31'), [
      { name: '杭州' },
      { name: '上海' },
      { name: '南京' },
      { name: '苏州' },
    ]),
  ).toMatchObject({ refused: 'areaHasStores', facts: { count: 4, names: '杭州、上海、南京…' } })
  expect(closeArea(area('A'), dayOf('2026-01-31'), [])).toEqual({ closedOn: '2026-01-31' })
  expect(
    why(openArea({ id: 'A', code: 'A', openedOn: dayOf('2024-06-01') }, undefined, dayOf('2024-03-01'))),
  ).toBe('areaHasEarlierStores')
})

test('from a day on, a store belongs to another area; the past stays as it was', () => {
  const before: Membership[] = [{ from: dayOf('2024-03-01'), area: 'A' }]
  expect(moveStore(store, before, area('B'), dayOf('2026-04-01'))).toEqual({
    memberships: [
      { from: '2024-03-01', area: 'A' },
      { from: '2026-04-01', area: 'B' },
    ],
  })
  expect(why(moveStore(store, before, area('A'), dayOf('2026-04-01')))).toBe('alreadyInArea')
  expect(why(moveStore(store, before, area('B'), dayOf('2024-01-01')))).toBe('movesBeforeOpening')
})

test('however often it moves, a store belongs to exactly one area on every day since it opened', () => {
  const areas = ['A', 'B', 'C'].map((id) => area(id))
  const moves = fc.array(fc.tuple(fc.constantFrom(...areas), fc.nat(800)), { maxLength: 12 })
  fc.assert(
    fc.property(moves, fc.nat(1000), (list, later) => {
      let memberships: readonly Membership[] = [{ from: store.openedOn, area: 'A' }]
      for (const [to, offset] of list) {
        const from = addDays(store.openedOn, offset)
        const past = areaOn(memberships, addDays(from, -1))
        const answer = moveStore(store, memberships, to, from)
        if (isRefusal(answer)) continue
        memberships = answer.memberships
        expect(areaOn(memberships, from)).toBe(to.id)
        expect(areaOn(memberships, addDays(from, later))).toBe(to.id)
        expect(areaOn(memberships, addDays(from, -1))).toBe(past)
      }
      expect(memberships[0]?.from).toBe(store.openedOn)
      expect(new Set(memberships.map((m) => m.from)).size).toBe(memberships.length)
      expect(memberships.every((m, i) => i === 0 || memberships[i - 1]!.area !== m.area)).toBe(true)
    }),
  )
})

test('a changed opening day takes the first area with it', () => {
  const memberships: Membership[] = [
    { from: dayOf('2024-03-01'), area: 'A' },
    { from: dayOf('2025-01-01'), area: 'B' },
  ]
  expect(changeStore(store, memberships, { ...input, openedOn: dayOf('2024-02-01') }, free)).toEqual({
    memberships: [
      { from: '2024-02-01', area: 'A' },
      { from: '2025-01-01', area: 'B' },
    ],
  })
  expect(changeStore(store, memberships, { ...input, openedOn: dayOf('2025-06-01') }, free)).toEqual({
    memberships: [{ from: '2025-06-01', area: 'B' }],
  })
  expect(
    why(
      changeStore(
        { ...store, closedOn: dayOf('2025-01-01') },
        memberships,
        { ...input, openedOn: dayOf('2025-06-01') },
        free,
      ),
    ),
  ).toBe('opensAfterClosing')
})

test('closed days lie in the life of the store and have an end', () => {
  expect(closeDays(store, dayOf('2026-03-10'), dayOf('2026-03-12'))).toEqual({
    days: ['2026-03-10', '2026-03-11', '2026-03-12'],
  })
  expect(why(closeDays(store, dayOf('2024-02-28'), dayOf('2024-03-02')))).toBe('outsideStoreLife')
  expect(why(closeDays(store, dayOf('2026-03-10'), dayOf('2026-03-09')))).toBe('endsBeforeItBegins')
  expect(why(closeDays(store, dayOf('2026-03-10'), dayOf('2028-03-09')))).toBe('closureTooLong')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, dayOf } from '../../../platform/kinds/day.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { covers, laterOf, overlaps } from '../shape.ts'
import {
  appoint,
  delegate,
  dismiss,
  endAppointment,
  keepsAdministrator,
  longestHandover,
  maskPhone,
  mayDelegate,
  mayTouch,
  transfer,
} from './rules.ts'
import type { NamedAppointment, Person, SeatInput } from './shape.ts'

const wang: Person = {
  id: 'wang',
  jobNumber: '1001',
  name: '王芳',
  phone: null,
  language: 'zh',
  hiredOn: dayOf('2025-03-01'),
  leftOn: null,
}
const store = { name: '杭州云锦百货', openedOn: dayOf('2024-01-01'), closedOn: null }
const seat = (from: string, more: Partial<SeatInput> = {}): SeatInput => ({
  position: 'storeManager',
  store: 's1',
  area: null,
  title: null,
  from: dayOf(from),
  to: null,
  handover: false,
  ...more,
})
const held = (
  person: string,
  from: string,
  to: string | null,
  more: Partial<NamedAppointment> = {},
): NamedAppointment => ({
  id: `${person}-${from}`,
  person,
  personName: person === 'wang' ? '王芳' : '李娜',
  position: 'storeManager',
  store: 's1',
  area: null,
  title: null,
  from: dayOf(from),
  to: to === null ? null : dayOf(to),
  ...more,
})
const why = (answer: unknown): string | undefined => (isRefusal(answer) ? answer.refused : undefined)

test('nobody is appointed before being hired', () => {
  expect(appoint(wang, seat('2025-02-28'), store, [])).toMatchObject({
    refused: 'beforeHiring',
    facts: { day: '2025-03-01' },
    field: 'from',
  })
  expect(why(appoint(wang, seat('2025-03-01'), store, []))).toBeUndefined()
})

test('an appointment ends with the person’s leaving and with the store’s closing, whichever comes first', () => {
  const leaving = { ...wang, leftOn: dayOf('2026-05-31') }
  expect(appoint(leaving, seat('2026-01-01'), store, [])).toEqual({ from: '2026-01-01', to: '2026-05-31' })
  expect(appoint(leaving, seat('2026-01-01'), { ...store, closedOn: dayOf('2026-04-30') }, [])).toEqual({
    from: '2026-01-01',
    to: '2026-04-30',
  })
  expect(why(appoint(leaving, seat('2026-06-01'), store, []))).toBe('afterLeaving')
  expect(why(appoint(wang, seat('2026-06-01'), { ...store, closedOn: dayOf('2026-04-30') }, []))).toBe(
    'seatClosed',
  )
})

test('a store has one manager a day; a handover of up to 31 days is agreed explicitly', () => {
  const present = held('li', '2024-01-01', '2026-06-30')
  expect(appoint(wang, seat('2026-06-01'), store, [present])).toMatchObject({
    refused: 'seatHeld',
    facts: { name: '李娜', to: '2026-06-30' },
  })
  expect(appoint(wang, seat('2026-06-01', { handover: true }), store, [present])).toEqual({
    from: '2026-06-01',
    to: null,
  })
  expect(why(appoint(wang, seat('2026-05-30', { handover: true }), store, [present]))).toBe('handoverTooLong')
  expect(
    why(appoint(wang, seat('2026-06-01', { handover: true }), store, [held('li', '2024-01-01', null)])),
  ).toBe('handoverTooLong')
  expect(why(appoint(wang, seat('2026-07-01'), store, [present]))).toBeUndefined()
})

test('one person may lead two stores, but not hold one seat twice', () => {
  expect(
    why(appoint(wang, seat('2026-01-01', { store: 's2' }), store, [held('wang', '2025-03-01', null)])),
  ).toBeUndefined()
  expect(why(appoint(wang, seat('2026-01-01'), store, [held('wang', '2025-03-01', null)]))).toBe(
    'alreadyAppointed',
  )
  expect(
    why(
      appoint(wang, seat('2026-01-01'), store, [
        held('wang', '2025-03-01', null, { position: 'salesAssociate' }),
      ]),
    ),
  ).toBe('alreadyInSeat')
})

test('many associates share a store', () => {
  const others = [
    held('li', '2024-01-01', null, { position: 'salesAssociate' }),
    held('zhao', '2024-01-01', null),
  ]
  expect(
    why(appoint(wang, seat('2026-01-01', { position: 'salesAssociate' }), store, others)),
  ).toBeUndefined()
})

test('a seat names what its position has, and nothing else', () => {
  expect(why(appoint(wang, seat('2026-01-01', { store: null }), undefined, []))).toBe('storeMissing')
  expect(
    why(appoint(wang, seat('2026-01-01', { position: 'areaManager', store: null }), undefined, [])),
  ).toBe('areaMissing')
  expect(why(appoint(wang, seat('2026-01-01', { position: 'finance' }), store, []))).toBe('seatTooMany')
})

test('a promotion in the same store is a transfer: the old seat ends the day before', () => {
  const associate = held('wang', '2025-03-01', null, { position: 'salesAssociate' })
  expect(transfer(wang, associate, seat('2026-04-01'), store, [associate])).toEqual({
    endsOn: '2026-03-31',
    from: '2026-04-01',
    to: null,
  })
  expect(why(transfer(wang, associate, seat('2025-03-01'), store, [associate]))).toBe('transferBeforeStart')
})

test('what has not begun is withdrawn, what has ended cannot end again', () => {
  const today = dayOf('2026-03-01')
  expect(endAppointment(held('wang', '2026-04-01', null), dayOf('2026-03-01'), today)).toEqual({
    withdrawn: true,
  })
  expect(endAppointment(held('wang', '2025-04-01', null), dayOf('2026-03-31'), today)).toEqual({
    endsOn: '2026-03-31',
  })
  expect(why(endAppointment(held('wang', '2025-04-01', '2025-12-31'), dayOf('2026-03-31'), today))).toBe(
    'endedAlready',
  )
  expect(why(endAppointment(held('wang', '2025-04-01', null), dayOf('2025-03-31'), today))).toBe(
    'endsBeforeItBegins',
  )
})

test('leaving ends what lasts and withdraws what has not begun', () => {
  const present = [
    held('wang', '2025-03-01', null),
    held('wang', '2026-09-01', null, { store: 's2' }),
    held('wang', '2025-03-01', '2025-12-31', { store: 's3' }),
  ]
  expect(dismiss(wang, dayOf('2026-05-31'), present)).toEqual({
    leftOn: '2026-05-31',
    ends: ['wang-2025-03-01'],
    withdraws: ['wang-2026-09-01'],
  })
  expect(why(dismiss(wang, dayOf('2025-01-01'), []))).toBe('leavesBeforeHiring')
  expect(why(dismiss({ ...wang, leftOn: dayOf('2026-01-01') }, dayOf('2026-05-31'), []))).toBe('leftAlready')
})

test('after leaving, no appointment reaches past the last day', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays(wang.hiredOn, n))
  const appointments = fc.array(fc.tuple(day, fc.option(fc.nat(400), { nil: null })), { maxLength: 6 })
  fc.assert(
    fc.property(appointments, day, (list, lastDay) => {
      const all = list.map(([from, length], i) =>
        held('wang', from, length === null ? null : addDays(from, length), { id: String(i) }),
      )
      const answer = dismiss(wang, lastDay, all)
      if (isRefusal(answer)) throw new Error(answer.refused)
      const after = all
        .filter((a) => !answer.withdraws.includes(a.id))
        .map((a) => (answer.ends.includes(a.id) ? { ...a, to: lastDay } : a))
      expect(after.every((a) => a.to !== null && a.to <= lastDay && a.from <= a.to)).toBe(true)
      expect(all.filter((a) => covers(a, lastDay)).length).toBe(
        after.filter((a) => covers(a, lastDay)).length,
      )
    }),
  )
})

test('accepted managers never overlap by more than an agreed handover', () => {
  const wish = fc.record({
    who: fc.constantFrom('wang', 'li', 'zhao'),
    from: fc.nat(700),
    length: fc.option(fc.nat(300), { nil: null }),
    handover: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
      const taken: NamedAppointment[] = []
      for (const [i, { who, from, length, handover }] of wishes.entries()) {
        const start = addDays(wang.hiredOn, from)
        const answer = appoint(
          { ...wang, id: who },
          seat(start, { to: length === null ? null : addDays(start, length), handover }),
          store,
          taken,
        )
        if (!isRefusal(answer)) taken.push({ ...held(who, start, null), ...answer, id: String(i) })
      }
      for (const a of taken) {
        for (const b of taken) {
          if (a.id >= b.id || !overlaps(a, b)) continue
          expect(a.person).not.toBe(b.person)
          const first = laterOf(a.from, b.from)
          expect(
            covers(a, addDays(first, longestHandover)) && covers(b, addDays(first, longestHandover)),
          ).toBe(false)
        }
      }
    }),
  )
})

const today: Day = dayOf('2026-03-01')
const actor = (person: string, position: NamedAppointment['position'], areaStores: string[] = []) => ({
  person,
  appointments: [{ position, areaStores }],
})

test('a store manager delegates his own seat, an area manager those of his stores', () => {
  const seatOfWang = held('wang', '2025-03-01', null)
  expect(mayDelegate(actor('wang', 'storeManager'), seatOfWang)).toBe(true)
  expect(mayDelegate(actor('li', 'storeManager'), seatOfWang)).toBe(false)
  expect(mayDelegate(actor('li', 'areaManager', ['s1']), seatOfWang)).toBe(true)
  expect(mayDelegate(actor('li', 'areaManager', ['s2']), seatOfWang)).toBe(false)
  expect(
    mayDelegate(
      actor('li', 'personnel'),
      held('gm', '2025-01-01', null, { position: 'generalManager', store: null }),
    ),
  ).toBe(false)
  expect(
    mayDelegate(
      actor('li', 'operationsDirector'),
      held('fin', '2025-01-01', null, { position: 'finance', store: null }),
    ),
  ).toBe(false)
})

test('a delegation is short, ahead, within the appointment, to somebody else, one at a time', () => {
  const li = { id: 'li', name: '李娜', hiredOn: dayOf('2025-01-01'), leftOn: null }
  const ask = (from: string, to: string, standIn = li, existing: Parameters<typeof delegate>[4] = []) =>
    delegate(
      actor('wang', 'storeManager'),
      held('wang', '2025-03-01', '2026-12-31'),
      standIn,
      { from: dayOf(from), to: dayOf(to) },
      existing,
      today,
    )
  expect(ask('2026-03-05', '2026-03-09')).toEqual({ days: 5 })
  expect(why(ask('2026-02-28', '2026-03-09'))).toBe('delegationInPast')
  expect(why(ask('2026-03-05', '2026-03-04'))).toBe('endsBeforeItBegins')
  expect(why(ask('2026-03-05', '2026-09-04'))).toBe('delegationTooLong')
  expect(why(ask('2026-12-20', '2027-01-04'))).toBe('outsideAppointment')
  expect(why(ask('2026-03-05', '2026-03-09', { ...li, id: 'wang' }))).toBe('toHimself')
  expect(why(ask('2026-03-05', '2026-03-09', { ...li, hiredOn: dayOf('2026-03-07') }))).toBe(
    'standInNotThere',
  )
  const other = {
    id: 'd',
    appointment: 'a',
    toPerson: 'z',
    toName: '赵敏',
    from: dayOf('2026-03-09'),
    to: dayOf('2026-03-12'),
    reason: '年假',
  }
  expect(why(ask('2026-03-05', '2026-03-09', li, [other]))).toBe('delegatedAlready')
})

test('only an administrator gives or takes the highest positions, and the last one stays', () => {
  expect(why(mayTouch(actor('li', 'personnel'), ['administrator']))).toBe('administratorOnly')
  expect(mayTouch(actor('li', 'personnel'), ['storeManager'])).toBeUndefined()
  expect(mayTouch(actor('li', 'administrator'), ['generalManager'])).toBeUndefined()
  expect(why(keepsAdministrator(['administrator'], 0))).toBe('lastAdministrator')
  expect(keepsAdministrator(['administrator'], 1)).toBeUndefined()
})

test('a masked phone shows its ends only', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect(maskPhone('12345')).toBe('*****')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { atClosing, atOpening } from '../../duties/catalogue/timing.ts'
import type { Timing } from '../../duties/catalogue/types.ts'
import { storeKinds } from '../../organization/shape.ts'
import { checkReview, itemsFor } from '../editions/rules.ts'
import { boardOf } from './board-rules.ts'
import { draftKey } from './pages/fill-draft.ts'
import {
  checkAnswers,
  checkEdition,
  checkMoment,
  flagsOf,
  lateEvening,
  lateMorning,
  leastSeconds,
  roundsBy,
  sampleOf,
  slotState,
  stateOf,
  windowOf,
} from './rules.ts'
import { type CheckAnswer, type CheckItem, kinds, mayWhen, type SheetState } from './shape.ts'
import { shippedEdition } from './shipped.ts'

const day = '2026-11-24' as Day
const store = { opensAt: '10:00', closesAt: '22:00', cutOffMinutes: 360, timeZone: 'Asia/Shanghai' }
const at = (time: string): Date => new Date(`${day}T${time}:00+08:00`)
const hygiene = itemsFor(shippedEdition('hygiene'), 'street')
const answered = (items: readonly CheckItem[], more: Partial<CheckAnswer> = {}): CheckAnswer[] =>
  items.map((i) => ({
    code: i.code,
    inOrder: true,
    how: 'one',
    value: i.number ? (i.number.low ?? 0) : null,
    wrong: null,
    done: null,
    photo: null,
    ...more,
  }))

test('the first edition as shipped has something to look at for every kind of store, in both languages', () => {
  for (const kind of kinds) {
    const edition = shippedEdition(kind)
    expect(new Set(edition.items.map((i) => i.code)).size).toBe(edition.items.length)
    for (const one of storeKinds) expect(itemsFor(edition, one).length, kind).toBeGreaterThanOrEqual(3)
    for (const item of edition.items) {
      expect(item.says, item.code).toMatch(/\p{Script=Han}/u)
      expect(item.saysEn, item.code).not.toMatch(/\p{Script=Han}/u)
    }
  }
  expect(new Set(kinds.map((k) => shippedEdition(k).id)).size).toBe(kinds.length)
  const doors = (kind: 'street' | 'concession') =>
    itemsFor(shippedEdition('opening'), kind).map((i) => i.code)
  expect([doors('street').includes('o-shutter'), doors('street').includes('o-seal')]).toEqual([true, false])
  expect([doors('concession').includes('o-shutter'), doors('concession').includes('o-seal')]).toEqual([
    false,
    true,
  ])
})

test('the day’s sample is the same for whoever opens the sheet, two or three of it, and another on other days', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 40 }),
      fc.uuid(),
      fc.integer({ min: 0, max: 4_000 }),
      (codes, id, days) => {
        const items = codes.map((code) => ({ code }))
        const sample = sampleOf(items, id, addDays(day, days))
        expect(sample).toEqual(sampleOf([...items].reverse(), id, addDays(day, days)))
        expect(new Set(sample).size).toBe(codes.length >= 8 ? 3 : 2)
        for (const code of sample) expect(codes).toContain(code)
      },
    ),
  )
  const drawn = new Map<string, number>()
  for (let i = 0; i < 400; i++)
    for (const code of sampleOf(hygiene, 'store', addDays(day, i)))
      drawn.set(code, (drawn.get(code) ?? 0) + 1)
  // Twelve things, three a day: each is drawn about every fourth day.
  expect(drawn.size).toBe(hygiene.length)
  expect(Math.min(...drawn.values())).toBeGreaterThan(50)
})

test('others are answered together only after each of the sample was looked at by itself', () => {
  const sample = sampleOf(hygiene, 'store', day)
  const rest = answered(hygiene, { how: 'rest' })
  const seen = rest.map((a) => (sample.includes(a.code) ? { ...a, how: 'one' as const } : a))
  expect(checkAnswers(hygiene, rest, sample)).toMatchObject({ refused: 'sampleFirst', facts: { of: 3 } })
  expect(checkAnswers(hygiene, seen, sample)).toBeUndefined()
  const two = seen.map((a) => (a.code === sample[0] ? { ...a, how: 'rest' as const } : a))
  expect(checkAnswers(hygiene, two, sample)).toMatchObject({ refused: 'sampleFirst' })
})

test('each thing is answered once, what is wrong in words, a number where one is asked for and within its bounds', () => {
  const sample = sampleOf(hygiene, 'store', day)
  const all = answered(hygiene)
  expect(checkAnswers(hygiene, all.slice(1), sample)).toMatchObject({
    refused: 'itemsLeft',
    facts: { left: 1 },
  })
  expect(checkAnswers(hygiene, [...all, all[0]!], sample)).toMatchObject({ refused: 'answeredTwice' })
  const silent = all.map((a, i) => (i === 2 ? { ...a, inOrder: false } : a))
  expect(checkAnswers(hygiene, silent, sample)).toMatchObject({
    refused: 'sayWrong',
    field: 'answers.2.wrong',
  })
  const opening = itemsFor(shippedEdition('opening'), 'street')
  const drawn = sampleOf(opening, 'store', day)
  const warm = opening.findIndex((i) => i.code === 'o-warm')
  const degrees = (value: number | null, inOrder = true) =>
    checkAnswers(
      opening,
      answered(opening).map((a, i) =>
        i === warm ? { ...a, value, inOrder, wrong: inOrder ? null : '空调坏' } : a,
      ),
      drawn,
    )
  expect(degrees(null)).toMatchObject({ refused: 'numberMissing' })
  expect(degrees(31)).toMatchObject({ refused: 'outOfBounds', facts: { value: 31 } })
  expect(degrees(31, false)).toBeUndefined()
  expect(degrees(22)).toBeUndefined()
})

test('a sheet has its hours: the morning’s before the doors open, the evening’s around closing, the fitting rooms’ by the hour', () => {
  expect(windowOf('hygiene', 0, store, day)).toEqual({ earliest: at('06:00'), dueAt: at('10:00') })
  expect(windowOf('closing', 0, store, day)).toEqual({ earliest: at('20:30'), dueAt: at('22:30') })
  expect(windowOf('fitting', 14, store, day)).toEqual({ earliest: at('14:00'), dueAt: at('15:00') })
  expect(roundsBy({ first: 11, last: 20 }, day, 'Asia/Shanghai', at('13:20'))).toEqual([11, 12, 13])
  expect(roundsBy({ first: 11, last: 20 }, addDays(day, -1), 'Asia/Shanghai', at('08:00'))).toHaveLength(10)
  expect(roundsBy({ first: 11, last: 20 }, day, 'Asia/Shanghai', at('09:59'))).toEqual([])
})

test('what was not looked at in the morning cannot be looked at the day after, an evening can; what was sent back may be done anew', () => {
  const asked = { kind: 'hygiene', round: 0, basedOn: null } as const
  const when = (of: Day, today: Day, now: Date) => ({ day: of, today, now })
  const yesterday = addDays(day, -1)
  expect(checkMoment(asked, undefined, store, when(day, day, at('09:00')))).toBeUndefined()
  expect(checkMoment(asked, undefined, store, when(yesterday, day, at('09:00')))).toMatchObject({
    refused: 'dayOver',
  })
  const closing = { ...asked, kind: 'closing' } as const
  expect(checkMoment(closing, undefined, store, when(yesterday, day, at('09:00')))).toBeUndefined()
  expect(checkMoment(closing, undefined, store, when(day, day, at('15:00')))).toMatchObject({
    refused: 'tooEarly',
    facts: { time: '20:30' },
  })
  const latest = (state: SheetState) => ({ id: 'a', state })
  const again = { ...asked, basedOn: 'a' }
  expect(checkMoment(again, latest('sentBack'), store, when(yesterday, day, at('09:00')))).toBeUndefined()
  expect(checkMoment(again, latest('handedIn'), store, when(yesterday, day, at('09:00')))).toMatchObject({
    refused: 'dayOver',
  })
  // A sheet that was confirmed may still be corrected on its day: the new version is to be looked at again.
  expect(checkMoment(again, latest('confirmed'), store, when(day, day, at('09:30')))).toBeUndefined()
  expect(checkMoment(asked, latest('opened'), store, when(day, day, at('09:30')))).toMatchObject({
    refused: 'changedMeanwhile',
  })
})

test('too fast, or all in order after three with something wrong, is shown and never stops anybody', () => {
  const wrong = (...n: number[]) => n.map((one) => ({ wrong: one }))
  expect(leastSeconds(12)).toBe(36)
  expect(flagsOf(35, 12, 1, wrong(0, 0, 0))).toEqual(['fast'])
  expect(flagsOf(36, 12, 0, wrong(1, 2, 1))).toEqual(['perfect'])
  expect(flagsOf(36, 12, 1, wrong(1, 2, 1))).toEqual([])
  expect(flagsOf(36, 12, 0, wrong(1, 0, 1))).toEqual([])
  expect(flagsOf(36, 12, 0, wrong(1, 1))).toEqual([])
})

test('nobody looks after his own sheet; the last word counts', () => {
  expect(stateOf([])).toBe('handedIn')
  expect(stateOf([{ kind: 'opened' }])).toBe('opened')
  expect(stateOf([{ kind: 'confirmed' }, { kind: 'opened' }, { kind: 'sentBack' }])).toBe('sentBack')
  const sheet = { state: 'handedIn' as SheetState, by: 'li' }
  expect(checkReview(mayWhen.confirm, sheet, 'li', 'ownSheet')).toMatchObject({ refused: 'ownSheet' })
  expect(checkReview(mayWhen.confirm, sheet, 'wang', 'ownSheet')).toBeUndefined()
  expect(checkReview(mayWhen.confirm, { ...sheet, state: 'sentBack' }, 'wang', 'ownSheet')).toMatchObject({
    refused: 'reviewedAlready',
  })
})

test('a new edition begins tomorrow at the earliest, asks each thing once and forgets no kind of store', () => {
  const next = { ...shippedEdition('hygiene'), from: addDays(day, 1) }
  const no = (more: Partial<typeof next>, standing: Parameters<typeof checkEdition>[2] = []) =>
    checkEdition({ ...next, ...more }, day, standing)?.refused
  expect(no({})).toBeUndefined()
  expect(no({ from: day })).toBe('fromTomorrow')
  expect(no({}, [{ kind: 'hygiene', from: next.from }])).toBe('dayTaken')
  expect(no({ hours: { first: 9, last: 10 } })).toBe('hoursMissing')
  expect(no({ items: [...next.items, next.items[0]!] })).toBe('itemTwice')
  expect(no({ items: next.items.map((i) => ({ ...i, storeKinds: ['street'] as const })) })).toBe(
    'itemsTooFew',
  )
  const crossed = { unit: 'celsius', low: 5, high: 1 } as const
  expect(no({ items: next.items.map((i, n) => (n === 0 ? { ...i, number: crossed } : i)) })).toBe(
    'boundsCrossed',
  )
})

test('a store’s line on the board adds up: every kind is in one state, whatever was handed in', () => {
  const sheet = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...kinds),
    keeper: fc.constantFrom('li', 'wang', 'zhao'),
    at: fc.integer({ min: 6, max: 23 }).map((h) => at(`${String(h).padStart(2, '0')}:30`).toISOString()),
    dueAt: fc.constant(at('10:00').toISOString()),
    state: fc.constantFrom<SheetState>('handedIn', 'opened', 'confirmed', 'sentBack'),
    wrong: fc.integer({ min: 0, max: 5 }),
    flags: fc.subarray(['fast', 'perfect']),
  })
  fc.assert(
    fc.property(
      fc.array(sheet, { maxLength: 25 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 23 }),
      fc.boolean(),
      (sheets, people, hour, isClosed) => {
        const now = at(`${String(hour).padStart(2, '0')}:05`)
        const line = boardOf(store, sheets, { editions, day, today: day, now, isClosed, people })
        expect(line.cells.map((c) => c.kind)).toEqual([...kinds])
        expect(line.done + line.late + line.open).toBe(line.due)
        expect(line.flagged).toBe(sheets.filter((s) => s.flags.length > 0).length)
        expect(line.cells.reduce((n, c) => n + c.wrong, 0)).toBe(sheets.reduce((n, s) => n + s.wrong, 0))
        for (const cell of line.cells)
          if (cell.state === 'done' || cell.state === 'doneLate') expect(cell.done).toBeGreaterThan(0)
      },
    ),
  )
  expect(slotState(undefined, windowOf('hygiene', 0, store, day), false, at('10:01'))).toBe('overdue')
})

const editions = new Map(kinds.map((k) => [k, shippedEdition(k)]))
const handed = (kind: (typeof kinds)[number], more: object = {}) => ({
  id: 'a',
  kind,
  keeper: 'li',
  at: at('09:30').toISOString(),
  dueAt: at('10:00').toISOString(),
  state: 'handedIn' as SheetState,
  wrong: 0,
  flags: [] as string[],
  ...more,
})
const cellAt = (
  kind: (typeof kinds)[number],
  now: Date,
  sheets: ReturnType<typeof handed>[] = [],
  today: Day = day,
) =>
  boardOf(store, sheets, { editions, day, today, now, isClosed: false, people: 2 }).cells.find(
    (c) => c.kind === kind,
  )!

test('what nobody handed in is missed on the board when the duty that it proves is: the morning’s after two hours, the evening’s a day on', () => {
  const late = (timing: Timing): number => ('late' in timing ? timing.late * 60 : Number.NaN)
  expect([late(atOpening), late(atClosing)]).toEqual([lateMorning, lateEvening])
  const next = addDays(day, 1)
  const tomorrow = (time: string): Date => new Date(`${next}T${time}:00+08:00`)
  expect(cellAt('hygiene', at('11:59')).state).toBe('overdue')
  expect(cellAt('hygiene', at('12:01')).state).toBe('missed')
  expect(cellAt('safety', tomorrow('22:00'), [], next).state).toBe('overdue')
  expect(cellAt('safety', tomorrow('22:31'), [], next).state).toBe('missed')
  expect(cellAt('fitting', tomorrow('08:00'), [], next).state).toBe('missed')
})

test('two zones of one associate are not her colleague’s', () => {
  const left = handed('display', { id: 'l' })
  const one = cellAt('display', at('09:40'), [left, handed('display', { id: 'r' })])
  expect([one.state, one.done, one.of]).toEqual(['open', 1, 2])
  const two = cellAt('display', at('09:40'), [left, handed('display', { id: 'w', keeper: 'wang' })])
  expect([two.state, two.done]).toEqual(['done', 2])
})

test('a flagged sheet is to be looked at until somebody has confirmed it or sent it back, then the next one is', () => {
  const fast = (id: string, state: SheetState) =>
    handed('display', { id, keeper: id, state, flags: ['fast'] })
  const cell = cellAt('display', at('09:40'), [fast('a', 'confirmed'), fast('b', 'opened')])
  expect([cell.flagged, cell.toLook, cell.sheet]).toEqual([2, 1, 'b'])
  expect(cellAt('display', at('09:40'), [fast('a', 'sentBack'), fast('b', 'confirmed')]).toLook).toBe(0)
})

test('a sheet half filled stays what it is whatever colleagues hand in; it is another one once it has a version to follow', () => {
  const seen = { store: { id: 's' }, day }
  const key = (kind: (typeof kinds)[number], sheets: { id: string; keeper: string }[]) =>
    draftKey(seen, { kind, hours: shippedEdition(kind).hours, sheets }, 'li')
  const wang = { id: 'w', keeper: 'wang' }
  expect(key('display', [wang])).toBe(key('display', []))
  expect(key('display', [wang, { id: 'l', keeper: 'li' }])).not.toBe(key('display', [wang]))
  expect(key('fitting', [{ id: 'h', keeper: '' }])).toBe(key('fitting', []))
  expect(key('hygiene', [{ id: 'h', keeper: '' }])).not.toBe(key('hygiene', []))
})

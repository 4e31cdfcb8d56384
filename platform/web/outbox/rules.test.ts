import { expect, test } from 'vitest'
import { phoneSays } from '../../server/acted.ts'
import { batchOf, type KeptAct, mostFaults, nextAfter, pauseAfter, phoneTime, shortly } from './rules.ts'

const act = (n: number, input: unknown = {}): KeptAct => ({
  n,
  key: `key-${n}`,
  person: 'p',
  name: 'sales.ticket',
  input,
  acted: 1_000,
  ahead: null,
  page: '/',
  drafts: [],
  state: 'waiting',
  faults: 0,
})
const after = (status: number, why = '', faults = 0) => nextAfter({ status, why }, faults)

test('only an answer to the act itself takes it out of the outbox', () => {
  expect(after(200)).toBe('done')
  for (const status of [0, 408, 429, 503]) expect(after(status, 'busy', 50)).toBe('later')
  expect(after(401, 'signedOut')).toBe('signIn')
  expect(after(403, 'newPassword')).toBe('signIn')
  expect(after(409, 'otherPerson')).toBe('signIn')
})

test('a no of the house is for a person, whichever it is', () => {
  for (const [status, why] of [
    [403, 'position'],
    [404, 'scope'],
    [404, 'unknownOperation'],
    [409, 'changedMeanwhile'],
    [409, 'keyReused'],
    [422, 'dayClosed'],
    [422, 'waitedTooLong'],
  ] as const)
    expect(after(status, why)).toBe('refused')
})

test('an act over which the house breaks again and again does not hold up the others for ever', () => {
  for (let faults = 0; faults < mostFaults - 1; faults++) expect(after(500, 'fault', faults)).toBe('later')
  expect(after(500, 'fault', mostFaults - 1)).toBe('refused')
})

test('acts go out in their order, as many and as large as the house takes at once, and at least one', () => {
  const many = Array.from({ length: 120 }, (_, n) => act(n))
  expect(batchOf(many).map((a) => a.n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  const large = { text: 'x'.repeat(150_000) }
  expect(batchOf([act(1, large), act(2, large), act(3)]).map((a) => a.n)).toEqual([1])
  expect(batchOf([act(1, { text: 'x'.repeat(900_000) }), act(2)]).map((a) => a.n)).toEqual([1])
  expect(batchOf([])).toEqual([])
})

test('an act is called by the beginning of its sentence', () => {
  expect(shortly('录客流与试穿（负数为更正）')).toBe('录客流与试穿')
  expect(shortly('Enter traffic and try-ons of an hour; a negative number corrects')).toBe(
    'Enter traffic and try-ons of an hour',
  )
  expect(shortly('打卡')).toBe('打卡')
})

test('tries come ever further apart, up to half a minute', () => {
  expect([0, 1, 2, 3, 9].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000])
})

test('the house reads of the phone’s time what the phone wrote', () => {
  expect(phoneSays(phoneTime({ acted: 5, ahead: -7 }, 9))).toEqual({ acted: 5, sent: 9, ahead: -7 })
  expect(phoneSays(phoneTime({ acted: 5, ahead: null }, 9))).toEqual({ acted: 5, sent: 9, ahead: null })
})

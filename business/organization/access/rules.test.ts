import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPassword, checkPin, plainCode, shownCode } from './secret-rules.ts'
import { budgets, type Kind, longestWait, networkOf, waitFor } from './throttle-rules.ts'

const owner = { jobNumber: 'LX0061', phone: '13812349076' }
const why = (password: string) => checkPassword(password, owner)?.refused

test('a password of one’s own is taken: a sentence, four words, letters with signs', () => {
  for (const good of ['双面大衣挂在左边第三排', 'correct horse battery', 'tR7$kq-w', 'xiangyu 1987 fang'])
    expect([good, why(good)]).toEqual([good, undefined])
})

test('what is short, known to others, or tried first makes no password', () => {
  expect(why('a1b2c3')).toBe('passwordShort')
  for (const known of ['lx0061', 'LX0061!!', '13812349076', 'a13812349076'])
    expect([known, why(known.padEnd(8, '!'))]).toEqual([known, 'passwordTellsOwner'])
  for (const common of [
    '12345678',
    '88888888',
    'Password123',
    'woaini1314',
    '19871231',
    'abcdefgh',
    '１２３４５６７８',
    '11118888',
  ])
    expect([common, why(common)]).toEqual([common, 'passwordCommon'])
  expect(why('my LX0061 and a long story')).toBeUndefined()
})

test('a PIN is four to six digits, not the ones tried first, not the end of one’s own numbers', () => {
  const pin = (text: string) => checkPin(text, owner)?.refused
  for (const form of ['123', '1234567', '12a4', '１２３４']) expect(pin(form)).toBe('pinForm')
  for (const common of ['0000', '1234', '4321', '1212', '5201', '123123', '112233'])
    expect(pin(common)).toBe('pinCommon')
  for (const own of ['0061', '9076', '349076']) expect(pin(own)).toBe('pinTellsOwner')
  expect(pin('7392')).toBeUndefined()
})

test('a code is the same however it is typed', () => {
  expect(plainCode(shownCode('ABCDE2345F').toLowerCase())).toBe('ABCDE2345F')
  expect(plainCode(' abcde 2345f ')).toBe('ABCDE2345F')
})

test('waits only grow with wrong tries, and never beyond the longest', () => {
  const now = new Date('2026-11-23T06:00:00Z')
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(budgets) as Kind[])), fc.nat(200), (kind, failures) => {
      const at = (n: number) => waitFor(kind, { failures: n, lastAt: now }, now)
      expect(at(failures + 1)).toBeGreaterThanOrEqual(at(failures))
      expect(at(failures)).toBeLessThanOrEqual(longestWait)
      expect(at(failures) === 0).toBe(failures < budgets[kind].free)
      const later = new Date(now.getTime() + budgets[kind].forgetAfter)
      expect(waitFor(kind, { failures, lastAt: now }, later)).toBe(0)
    }),
  )
})

test('one house behind an IPv6 line counts as one, whatever address it takes', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2/64')
  expect(networkOf('2001:0DB8:0001:0002::9')).toBe('2001:db8:1:2/64')
  expect(networkOf('fe80::1')).toBe('fe80:0:0:0/64')
  expect(networkOf('::1')).toBe('0:0:0:0/64')
  expect(networkOf('::ffff:10.0.0.9')).toBe('10.0.0.9')
  expect(networkOf('10.0.0.9')).toBe('10.0.0.9')
})

import { expect, test } from 'vitest'
import { say } from './words.ts'

const sold = ['{units} 件', '{units} {units|pc|pcs}'] as const

test('a sentence takes its facts in either language', () => {
  expect(say(sold, 'zh', { units: 3 })).toBe('3 件')
  expect(say(sold, 'en', { units: '1,203' })).toBe('1,203 pcs')
})
test('one of a thing is one thing, none and many are things', () => {
  expect(say(sold, 'en', { units: '1' })).toBe('1 pc')
  expect(say(sold, 'en', { units: 0 })).toBe('0 pcs')
})
test('a fact that nobody gave stays visible', () => {
  expect(say(sold, 'en')).toBe('{units} {units|pc|pcs}')
})

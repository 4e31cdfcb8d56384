import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlainJson } from './plain-json.ts'

test('what JSON can say and the database can keep comes through unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = JSON.stringify(value)
      if (text.includes('\\u0000')) return
      expect(parsePlainJson(text)).toEqual({ value: JSON.parse(text) })
    }),
  )
})

test('a NUL, half a character, a thousand brackets and half a text are refused', () => {
  expect(parsePlainJson('{"name":"a\\u0000b"}')).toBe('badText')
  expect(parsePlainJson('{"a\\u0000":1}')).toBe('badText')
  expect(parsePlainJson('["\\ud83d"]')).toBe('badText')
  expect(parsePlainJson('["\\ud83d\\udc57"]')).toEqual({ value: ['👗'] })
  expect(parsePlainJson(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toBe('badText')
  expect(parsePlainJson(`${'['.repeat(100_000)}`)).toBe('badJson')
  expect(parsePlainJson('{"a":')).toBe('badJson')
})

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Keys, newKey } from './keys.ts'

test('a mark knows a text again, tells nothing of it without the key, and outlives a change of keys', () => {
  const [old, now] = [newKey(), newKey()]
  const text = '{"pin":"7392"}'
  const [mark] = new Keys(old).marksOf(text)
  expect(new Keys(old).marksOf(text)).toEqual([mark])
  expect(mark).not.toBe(createHash('sha256').update(text).digest('hex'))
  expect(new Keys(now, [old]).marksOf(text)[1]).toBe(mark)
  expect(new Keys(now).marksOf(text)).not.toContain(mark)
})

import { expect, test } from 'vitest'
import { countryIn } from './zones.ts'

test('a country is called as the reader calls it, however the file wrote it; an unknown one stays', () => {
  expect(countryIn('中国', 'en')).toBe('China')
  expect(countryIn('DEUTSCHLAND', 'zh')).toBe('德国')
  expect(countryIn('usa', 'en')).toBe('United States')
  expect(countryIn('香港', 'en')).toBe('Hong Kong')
  expect(countryIn('Atlantis', 'zh')).toBe('Atlantis')
})

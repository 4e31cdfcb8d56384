import { expect, test } from 'vitest'
import {
  allCame,
  countedAs,
  type Draft,
  differenceOf,
  type Line,
  nothing,
  usualReason,
} from './pages/receiving.ts'

const line = (sku: string, inTransit: number): Line => ({
  sku,
  inTransit,
  style: 'QH26D-1107',
  name: '双面羊毛大衣',
  nameEn: null,
  category: '大衣',
  color: '燕麦',
  colorEn: null,
  swatch: '#ccc',
  size: sku,
  barcode: null,
})

test('“all came” fills what the notice names and leaves what was found beside it', () => {
  const stray: Draft = countedAs({ id: '1', counted: {}, strange: [] }, 'stray', {
    arrived: 2,
    reason: 'wrongItem',
  })
  const all = allCame(stray, [line('S', 3), line('M', 1), line('stray', 0)])
  expect(all.counted).toEqual({
    stray: { ...nothing, arrived: 2, reason: 'wrongItem' },
    S: { ...nothing, arrived: 3 },
    M: { ...nothing, arrived: 1 },
  })
})

test('a line counted twice in a row is counted from what stood last, and its difference names itself', () => {
  let draft: Draft = { id: '1', counted: {}, strange: [] }
  for (let scans = 0; scans < 3; scans++)
    draft = countedAs(draft, 'S', { arrived: (draft.counted.S ?? nothing).arrived + 1 })
  expect(differenceOf(5, draft.counted.S!)).toEqual({ short: 2, over: 0, rejected: 0 })
  expect(usualReason(5, draft.counted.S!)).toBe('short')
  expect(usualReason(2, draft.counted.S!)).toBe('over')
  expect(usualReason(3, draft.counted.S!)).toBeNull()
})

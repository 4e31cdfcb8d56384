import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { brandKey, readBarcode, readSize, shadeOf } from './cells.ts'
import { readGoods, readRow } from './read.ts'
import type { GoodsRow, KnownGoods } from './shape.ts'

const today = '2026-11-27' as Day
const defaults = { launchedOn: today, category: '未分类', season: '四季' }
const nothing: KnownGoods = { styles: [], skus: [], barcodes: [], brands: [] }
const blank: GoodsRow = {
  row: 1,
  style: '',
  name: '',
  nameEn: '',
  brand: '',
  category: '',
  season: '',
  wave: '',
  color: '',
  size: '',
  barcode: '',
  launchedOn: undefined,
  tagPrice: undefined,
  cost: undefined,
}
let made = 0
const read = (rows: readonly Partial<GoodsRow>[], known: KnownGoods = nothing) =>
  readGoods(
    rows.map((r, i) => {
      const answer = readRow({ ...blank, row: i + 2, ...r })
      return 'refused' in answer ? { row: i + 2, refusal: answer } : answer
    }),
    known,
    defaults,
    today,
    () => `new-${made++}`,
  )
const why = (intake: ReturnType<typeof readGoods>) => intake.refused.map((r) => [r.row, r.refusal.refused])

test('a barcode is whole or it is returned: what a table program rounded off nobody can know', () => {
  expect(readBarcode(' 6901234567892 ')).toBe('6901234567892')
  expect(readBarcode('6901234567892.0')).toBe('6901234567892')
  expect(readBarcode('６９０１２３４５６７８９２')).toBe('6901234567892')
  expect(readBarcode('6.901234567892E+12')).toBe('6901234567892')
  expect(readBarcode('1.98E+11')).toBe('lost')
  expect(readBarcode('2E+12')).toBe('lost')
  expect(readBarcode('5E12')).toBe('5E12')
  expect(readBarcode('条码')).toBe('unreadable')
  expect(why(read([{ style: 'A1', barcode: '1.98E+11' }]))).toEqual([[2, 'barcodeLost']])
})

test('one size is one size however it is typed', () => {
  for (const text of ['36', '36 ', '36.0', '３６']) expect(readSize(text)).toBe('36')
  expect(readSize(' xl ')).toBe('XL')
  expect(readSize('165 / 88A')).toBe('165/88A')
  const { skus } = read([
    { style: 'A1', color: '黑', size: '36 ' },
    { style: 'A1', color: '黑', size: '36' },
    { style: 'A1', color: '黑', size: '38' },
  ])
  expect(skus.map((k) => k.size)).toEqual(['36', '38'])
})

test('a brand spelt in five ways is one brand, by the spelling used most or the one in the books', () => {
  const ways = ['MO&Co.', 'MO&Co.', 'mo&co', 'ＭＯ＆Ｃｏ', 'Mo & Co', 'MO-CO']
  expect(new Set(ways.map(brandKey)).size).toBe(1)
  const rows = ways.map((brand, i) => ({ style: `S${i}`, size: '36', brand }))
  const fresh = read(rows)
  expect(new Set(fresh.styles.map((s) => s.brand))).toEqual(new Set(['MO&Co.']))
  expect(fresh.spellings).toEqual([{ kept: 'MO&Co.', others: ['mo&co', 'MO&Co', 'Mo & Co', 'MO-CO'] }])
  const known = read(rows, { ...nothing, brands: ['MO&CO'] })
  expect(new Set(known.styles.map((s) => s.brand))).toEqual(new Set(['MO&CO']))
})

test('notes at the foot are no goods; a row without a style says so', () => {
  const intake = read([
    { style: 'A1', name: '大衣', size: 'M' },
    { style: '备注：以上价格为建议零售价，仅供参考' },
    { name: '制表人 小王' },
    { name: '毛衣', size: 'M', barcode: '69012345' },
  ])
  expect(why(intake)).toEqual([
    [3, 'noteRow'],
    [4, 'noteRow'],
    [5, 'styleMissing'],
  ])
  expect(intake.creates).toEqual([2])
})

test('a price unlike that of the other rows of its style is returned; names are settled by most', () => {
  const intake = read([
    { style: 'A1', name: '大衣', size: 'S', tagPrice: cents(99_900) },
    { style: 'a1 ', name: '羊毛大衣', size: 'M', tagPrice: cents(99_900) },
    { style: 'A1', name: '羊毛大衣', size: 'L', tagPrice: cents(9_990) },
  ])
  expect(why(intake)).toEqual([[4, 'priceDiffers']])
  expect(intake.styles).toMatchObject([
    { code: 'A1', tagPrice: { from: today, amount: 99_900 }, category: '未分类', season: '四季' },
  ])
  expect(intake.skus.map((k) => k.size)).toEqual(['S', 'M'])
})

test('a barcode belongs to one piece and a piece has one barcode, in the file and in the books', () => {
  const style = {
    id: 's1',
    code: 'A1',
    name: 'A1',
    nameEn: null,
    brand: null,
    category: '未分类',
    season: '四季',
    wave: null,
    launchedOn: today,
    tagPrice: null,
    cost: null,
  }
  const known: KnownGoods = {
    styles: [style],
    skus: [
      { id: 'k1', style: 's1', color: '黑', size: 'M', barcode: '1111' },
      { id: 'k2', style: 's1', color: '黑', size: 'L', barcode: null },
    ],
    barcodes: [
      { barcode: '1111', sku: 'k1', style: 'A1' },
      { barcode: '9999', sku: 'other', style: 'Z9' },
    ],
    brands: [],
  }
  const intake = read(
    [
      { style: 'A1', color: '黑', size: 'M', barcode: '1111' },
      { style: 'A1', color: '黑', size: 'L', barcode: '2222' },
      { style: 'A1', color: '白', size: 'M', barcode: '2222' },
      { style: 'A1', color: '白', size: 'L', barcode: '9999' },
      { style: 'A1', color: '黑', size: 'M', barcode: '3333' },
      { style: 'A1', color: '红', size: 'M', barcode: '1111' },
      { style: 'A1', color: '红', size: 'L', barcode: '4444' },
    ],
    known,
  )
  expect(why(intake)).toEqual([
    [4, 'barcodeAgain'],
    [5, 'barcodeOfAnother'],
    [6, 'pieceAgain'],
    [7, 'barcodeOfAnother'],
  ])
  expect(intake).toMatchObject({ unchanged: [2], updates: [3], creates: [8], styles: [] })
})

test('a piece named without its barcode gets it from a later row; a day of launch that cannot be read is said', () => {
  const intake = read([
    { style: 'A1', color: '黑', size: 'M' },
    { style: 'A1', color: '黑', size: 'm', barcode: '1111' },
    { style: 'A1', color: '黑', size: 'M', barcode: '2222' },
    { style: 'A1', color: '黑', size: 'L', launchedOn: { unreadable: '九月初' } },
  ])
  expect(why(intake)).toEqual(
    expect.arrayContaining([
      [4, 'pieceAgain'],
      [5, 'dayOfLaunch'],
    ]),
  )
  expect(intake.refused).toHaveLength(2)
  expect(intake.skus).toMatchObject([{ size: 'M', barcode: '1111' }])
  expect(intake).toMatchObject({ creates: [2], updates: [3] })
})

test('a size that the books write in small letters is the same size', () => {
  const style = {
    id: 's1',
    code: 'A1',
    name: 'A1',
    nameEn: null,
    brand: null,
    category: '未分类',
    season: '四季',
  }
  const known: KnownGoods = {
    styles: [{ ...style, wave: null, launchedOn: today, tagPrice: null, cost: null }],
    skus: [{ id: 'k1', style: 's1', color: '黑', size: '2xl', barcode: '1111' }],
    barcodes: [{ barcode: '1111', sku: 'k1', style: 'A1' }],
    brands: [],
  }
  const intake = read([{ style: 'A1', color: '黑', size: '2XL', barcode: '1111' }], known)
  expect(intake).toMatchObject({ unchanged: [2], skus: [], refused: [] })
})

test('whatever a file holds: every row is accounted for once, and no barcode or piece is written twice', () => {
  const few = <T>(...values: T[]) => fc.constantFrom(...values)
  const row = fc.record({
    style: few('A', 'a', 'B', ' ', '备注：说明'),
    color: few('黑', '白', ''),
    size: few('S', 's ', 'M', '36.0', ''),
    barcode: few('', '1111', '2222', '3333', '1.2E+9', '坏'),
    brand: few('', 'X', 'x', ' X.'),
    tagPrice: few(undefined, cents(100), cents(200)),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const { creates, updates, unchanged, refused, skus, styles } = read(rows)
      const all = [...creates, ...updates, ...unchanged, ...refused.map((r) => r.row)].sort((a, b) => a - b)
      expect(all).toEqual(rows.map((_, i) => i + 2))
      const barcodes = skus.flatMap((k) => k.barcode ?? [])
      expect(new Set(barcodes).size).toBe(barcodes.length)
      expect(new Set(skus.map((k) => `${k.style} ${k.color} ${k.size}`)).size).toBe(skus.length)
      expect(new Set(styles.map((s) => s.code.toUpperCase())).size).toBe(styles.length)
    }),
    { numRuns: 200 },
  )
})

test('a colour that only has a name gets a shade of its own', () => {
  expect(shadeOf('雾霾蓝')).not.toBe(shadeOf('焦糖驼'))
  expect(shadeOf('无名')).toBe('#D9D1C7')
})

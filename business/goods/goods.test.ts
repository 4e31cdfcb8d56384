import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { dayOf } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { cents } from '../../platform/kinds/money.ts'
import type { Operation } from '../../platform/server/door.ts'
import type { Outcome } from '../../platform/server/outcome.ts'
import { Door } from '../../platform/server/perform.ts'
import { OrganizationDirectory } from '../organization/directory.ts'
import type { PositionName } from '../organization/shape.ts'
import { goodsOperations } from './actions.ts'
import { coreSizes, isBroken, priceOn, sizeOrder } from './rules.ts'
import type { Style } from './shape.ts'

let database: Database
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  door = new Door(
    database,
    goodsOperations as unknown as Record<string, Operation>,
    new OrganizationDirectory(),
  )
})
afterAll(() => database.close())

const caller = (position: PositionName, at: string) => ({
  actor: {
    person: newId(),
    name: '',
    language: 'zh' as const,
    device: 'test',
    appointments: [{ position, areaStores: [] }],
  },
  language: 'zh' as const,
  address: '127.0.0.1',
  now: new Date(at),
  key: newId(),
})
const save = (input: unknown, at = '2026-11-23T12:00:00+08:00', position: PositionName = 'merchandising') =>
  door.perform('goods.save', input, caller(position, at), 'action')
const search = async (text: string, at = '2026-11-23T12:00:00+08:00') => {
  const outcome = await door.perform('goods.search', { text }, caller('salesAssociate', at), 'view')
  if (!outcome.ok) throw new Error(outcome.problem.why)
  return outcome.answer as { sku: string | null; styles: Style[] }
}
const why = (outcome: Outcome): string => (outcome.ok ? 'done' : outcome.problem.why)

const coat = (over: object = {}) => ({
  id: newId(),
  code: `JW26D-${Math.floor(1000 + Math.random() * 9000)}${newId().slice(-4)}`,
  name: '双面羊毛大衣',
  nameEn: 'Double-faced coat',
  category: '大衣',
  season: '2026冬',
  launchedOn: '2026-09-01',
  prices: [{ fromDay: '2026-09-01', tagPrice: 299_000 }],
  skus: ['L', 'S', 'M'].map((size) => ({
    id: newId(),
    color: '燕麦',
    colorEn: 'Oat',
    swatch: '#D8C3A5',
    size,
    barcode: null as string | null,
  })),
  ...over,
})

test('a style is found by pinyin initials, Chinese, English and code, with its sizes in the order of the run', async () => {
  const style = coat()
  expect(why(await save(style))).toBe('done')
  for (const text of ['ymdy', '羊毛', 'yangmao', 'double', style.code.toLowerCase()]) {
    const { styles } = await search(text)
    const found = styles.find((s) => s.id === style.id)
    expect(found, text).toMatchObject({ tagPrice: 299_000, colors: [{ color: '燕麦', swatch: '#D8C3A5' }] })
    expect(found!.colors[0]!.sizes.map((s) => s.size)).toEqual(['S', 'M', 'L'])
  }
  expect((await search('nothing-of-the-kind')).styles).toEqual([])
})

test('a scanned barcode names the very piece', async () => {
  const style = coat()
  style.skus[1]!.barcode = `69${newId().slice(-10)}`
  await save(style)
  expect(await search(style.skus[1]!.barcode!)).toMatchObject({
    sku: style.skus[1]!.id,
    styles: [{ id: style.id }],
  })
})

test('the tag price of the day holds, and a price of the past is not changed after the fact', async () => {
  const style = coat()
  await save(style)
  const lower = (fromDay: string) => save({ ...style, prices: [{ fromDay, tagPrice: 199_000 }] })
  expect(why(await lower('2026-11-22'))).toBe('priceInPast')
  expect(why(await lower('2026-12-01'))).toBe('done')
  expect((await search(style.code)).styles[0]!.tagPrice).toBe(299_000)
  expect((await search(style.code, '2026-12-02T12:00:00+08:00')).styles[0]!.tagPrice).toBe(199_000)
  expect(priceOn([{ fromDay: dayOf('2026-12-01'), tagPrice: cents(1) }], dayOf('2026-11-30'))).toBeUndefined()
})

test('a code and a barcode belong to one style only', async () => {
  const [first, second] = [coat(), coat()]
  first.skus[0]!.barcode = `69${newId().slice(-10)}`
  await save(first)
  expect(why(await save({ ...second, code: first.code }))).toBe('codeTaken')
  expect(why(await save({ ...second, skus: [{ ...second.skus[0], barcode: first.skus[0]!.barcode }] }))).toBe(
    'barcodeTaken',
  )
  expect(why(await save({ ...second, skus: [second.skus[0], { ...second.skus[0], id: newId() }] }))).toBe(
    'skuTwice',
  )
  expect(why(await save({ ...second, skus: [{ ...second.skus[0], id: first.skus[0]!.id }] }))).toBe(
    'skuElsewhere',
  )
  expect((await search(second.code)).styles).toEqual([])
})

test('what sells a style is written by merchandising or training and read by whoever sells it; importing or saving it leaves that', async () => {
  const style = coat()
  await save(style)
  const then = '2026-11-23T12:00:00+08:00'
  const tell = (position: PositionName, input: object) =>
    door.perform('goods.tellPoints', { style: style.id, ...input }, caller(position, then), 'action')
  const read = async (): Promise<object> => {
    const seen = await door.perform('goods.style', { id: style.id }, caller('salesAssociate', then), 'view')
    if (!seen.ok) throw new Error(seen.problem.why)
    return (seen.answer as { points: object }).points
  }
  expect(why(await tell('salesAssociate', { zh: '好看', en: null }))).toBe('position')
  expect(why(await tell('training', { zh: '双面呢，轻\n不起球', en: ' ' }))).toBe('done')
  expect(await read()).toEqual({ zh: '双面呢，轻\n不起球', en: null })
  await save({ ...style, name: '改名' })
  expect(await read()).toEqual({ zh: '双面呢，轻\n不起球', en: null })
  expect(why(await tell('merchandising', { style: newId(), zh: '无', en: null }))).toBe('notFound')
})

test('only merchandising and the administrator keep the goods file', async () => {
  expect(why(await save(coat(), undefined, 'storeManager'))).toBe('position')
  expect(why(await save(coat(), undefined, 'administrator'))).toBe('done')
})

test('sizes run from XXS up, numbers by value, one size last', () => {
  const run = ['均码', '2XL', 'S', '165/84A', 'XXS', 'M', '160/80A', '36']
  expect(run.sort((a, b) => sizeOrder(a) - sizeOrder(b))).toEqual([
    'XXS',
    'S',
    'M',
    '2XL',
    '36',
    '160/80A',
    '165/84A',
    '均码',
  ])
})

test('a size run is broken without three neighbouring core sizes, of fewer all of them; the ends may be missing', () => {
  expect(coreSizes(['S', 'M', 'L', 'XL'])).toEqual(['M', 'L'])
  expect(coreSizes(['均码'])).toEqual(['均码'])
  expect(isBroken([1, 0, 2, 1])).toBe(true)
  expect(isBroken([0, 1, 2, 0])).toBe(false)
  expect(isBroken([0, 0, 0, 0])).toBe(false)
  expect(isBroken([1, -1, 0, 0])).toBe(true)
  expect(isBroken([0, 1, 1, 1, 0])).toBe(false)
  expect(isBroken([1, 1, 0, 1, 1])).toBe(true)
  expect(isBroken([0, 0, 1, 2, 3, 0, 0])).toBe(false)
  expect(isBroken([1, 1, 1, 0, 1, 1, 1])).toBe(true)
  expect(isBroken([2])).toBe(false)
})

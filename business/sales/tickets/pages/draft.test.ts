import { expect, test } from 'vitest'
import { cents } from '../../../../platform/kinds/money.ts'
import { priceAt, sellingPrice } from '../../../goods/rules.ts'
import type { Style } from '../../../goods/shape.ts'
import {
  type Draft,
  draftNet,
  draftSaved,
  draftUnits,
  emptyDraft,
  lackOf,
  ownDay,
  ownShare,
  toInput,
  withStyle,
  withText,
} from './draft.ts'

const coat = {
  id: 's',
  code: 'JW26D-1107',
  name: '双面羊毛大衣',
  nameEn: null,
  category: '大衣',
  season: '2026冬',
  launchedOn: '2026-09-01',
  picture: null,
  tagPrice: 299_000,
  markdownPrice: null,
  colors: [
    {
      color: '燕麦',
      colorEn: null,
      swatch: '#D8C3A5',
      sizes: [
        { sku: 'm', size: 'M', barcode: null },
        { sku: 'l', size: 'L', barcode: null },
      ],
    },
  ],
} as unknown as Style
const change = (d: Draft, over: Partial<Draft['lines'][number]>): Draft => ({
  ...d,
  lines: d.lines.map((l) => ({ ...l, ...over })),
})

test('a scanned piece scanned again counts one up; a chosen style waits for its size', () => {
  const once = withStyle(emptyDraft('a'), coat, '燕麦', 'm')
  expect(withStyle(once, coat, '燕麦', 'm').lines).toMatchObject([{ sku: 'm', quantity: 2 }])
  expect(lackOf(withStyle(emptyDraft('a'), coat, '燕麦', null))).toBe('size')
  expect(lackOf(once)).toBeUndefined()
})

test('a lower price asks for its reason, free text for its price, a ticket for somebody credited', () => {
  const cheap = change(withStyle(emptyDraft('a'), coat, '燕麦', 'm'), { price: cents(239_200) })
  expect(lackOf(cheap)).toBe('reason')
  expect(lackOf(change(cheap, { reason: 'member' }))).toBeUndefined()
  expect(lackOf(withText(emptyDraft('a'), '丝巾'))).toBe('price')
  expect(lackOf(withStyle(emptyDraft(undefined), coat, '燕麦', 'm'))).toBe('credit')
  expect(lackOf(emptyDraft('a'))).toBe('nothing')
})

test('the foot of the ticket: pieces, what was saved, what is to be paid, and what of it is one’s own', () => {
  const two = change(withStyle(emptyDraft('a'), coat, '燕麦', 'm'), {
    price: priceAt(cents(299_000), 80),
    quantity: 2,
    reason: 'member',
  })
  const shared = {
    ...two,
    credits: [
      { person: 'a', share: 60 },
      { person: 'b', share: 40 },
    ],
  }
  expect([draftUnits(shared), draftSaved(shared), draftNet(shared), ownShare(shared, 'a')]).toEqual([
    2, 119_600, 478_400, 287_040,
  ])
  expect(ownDay({ target: cents(1_000_000), net: cents(860_000) }, cents(170_000))).toEqual({
    before: 0.86,
    after: 1.03,
  })
  expect(ownDay({ target: null, net: cents(0) }, cents(1))).toBeUndefined()
})

test('rates are written in whole yuan, as prices are', () => {
  expect(priceAt(cents(363_900), 80)).toBe(291_100)
  expect(priceAt(cents(138_000), 95)).toBe(131_100)
})

test('what is sent names the SKU and the whole line’s amount; an empty tender is left out', () => {
  const d = change(withStyle(emptyDraft('a'), coat, '燕麦', 'm'), { quantity: 3 })
  const sent = toInput(d, 'store', '2026-11-23T04:00:00.000Z', [
    { tender: 'cash', amount: cents(897_000) },
    { tender: 'card', amount: cents(0) },
  ])
  expect(sent.lines).toMatchObject([{ sku: 'm', style: null, quantity: 3, net: 897_000, tagPrice: 299_000 }])
  expect(sent.tenders).toEqual([{ tender: 'cash', amount: 897_000 }])
})

test('a marked-down style goes onto the ticket at its price of the day, never above its tag', () => {
  const marked = { tagPrice: cents(299_000), markdownPrice: cents(239_200) }
  const [line] = withStyle(emptyDraft(undefined), { ...coat, ...marked }, '燕麦', null).lines
  expect(line).toMatchObject({ tagPrice: 299_000, price: 239_200, reason: 'season' })
  expect(sellingPrice({ tagPrice: cents(199_000), markdownPrice: cents(239_200) })).toBe(199_000)
  expect(sellingPrice({ tagPrice: null, markdownPrice: null })).toBeNull()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { today } from '../../sales/boards/chain-for-tests.ts'
import { barcodes, type StockHouse, stockHouse } from '../house-for-tests.ts'
import { reorderInvariants } from './invariants.ts'
import type { Share } from './share.ts'

let h: StockHouse
const requests: string[] = []
const [first, second] = [0, 1]
const buyer = () => h.as(h.merchandiser)

/** Two stores ask for three M each, the first has none; the warehouse has four M, and of L plenty. */
beforeAll(async () => {
  h = await stockHouse()
  const [s, m, l] = h.skus
  for (const [i, pieces] of [0, 5].entries()) {
    const store = h.stores[i]!
    const lines = [
      { sku: s, quantity: 4 },
      { sku: m, quantity: pieces },
      { sku: l, quantity: 4 },
    ].filter((x) => x.quantity > 0)
    answerOf(await h.as(store.manager).do('stock.open', { id: newId(), store: store.id, day: today, lines }))
  }
  answerOf(await buyer().do('reorders.tellDepot', { text: `${barcodes[1]} 4\n${barcodes[2]} 9` }))
  for (const i of [first, second]) {
    const store = h.stores[i]!
    const made = answerOf<{ id: string }>(await h.as(store.manager).do('reorders.again', { store: store.id }))
    const { sizes, slow } = answerOf<{
      sizes: { sku: string; proposed: number }[]
      slow: { styleId: string; color: string }[]
    }>(await h.as(store.manager).see('reorders.week', { store: store.id }))
    requests[i] = newId()
    const asked = new Map([
      [m, 3],
      [l, 2],
    ])
    const skus = new Set([...sizes.filter((x) => x.proposed > 0).map((x) => x.sku), m, l])
    answerOf(
      await h.as(store.manager).do('reorders.submit', {
        id: requests[i],
        store: store.id,
        proposal: made.id,
        lines: [...skus].map((sku) => ({ sku, asked: asked.get(sku) ?? 0, why: 'enough' })),
        slow: slow.map((x) => ({ style: x.styleId, color: x.color, measure: 'front' })),
      }),
    )
  }
})
afterAll(() => h.database.close())

interface Scarce {
  sizes: { sku: string; there: number; asks: { request: string; asked: number }[]; shares: Share[] }[]
  requests: { store: string; request: string }[]
}
const both = (
  lines: { request: number; sku: string; granted: number }[] = [],
  words: string | null = null,
) => ({
  dueOn: today,
  words,
  requests: [first, second].map((i) => ({
    store: h.stores[i]!.id,
    request: requests[i]!,
    lines: lines.filter((l) => l.request === i).map(({ sku, granted }) => ({ sku, granted })),
  })),
})

test('what two stores want and the warehouse has too few of is seen together, with a split that says why', async () => {
  const seen = answerOf<Scarce>(await buyer().see('reorders.scarce', {}))
  expect(seen.sizes).toMatchObject([
    {
      sku: h.skus[1],
      there: 4,
      shares: [
        { proposed: 3, why: 'coreMissing', total: 6, stores: 2 },
        { proposed: 1, why: 'shortCover' },
      ],
    },
  ])
  expect(seen.requests.map((r) => r.request).sort()).toEqual([...requests].sort())
  expect(whyOf(await h.as(h.stores[0]!.manager).see('reorders.scarce', {}))).toBe('position')
})

test('more than is there is not shared out; other than by the rule is said why; what is scarce cannot be granted as asked', async () => {
  const m = h.skus[1]
  const why = async (input: object) => whyOf(await buyer().do('reorders.shareOut', input))
  expect(await why(both())).toBe('depotHasForAll')
  const grant = (a: number, b: number) => [
    { request: first, sku: m, granted: a },
    { request: second, sku: m, granted: b },
  ]
  expect(await why(both(grant(3, 2)))).toBe('depotHasForAll')
  expect(await why(both(grant(4, 0)))).toBe('grantedTooMany')
  expect(await why(both(grant(2, 2)))).toBe('sayWhyOther')
  expect(await why({ ...both(grant(3, 1)), dueOn: '2026-11-01' })).toBe('dueInPast')
})

test('all are answered in one act: each gets its delivery notice, and its line tells why it got what it got', async () => {
  const m = h.skus[1]
  const input = both(
    [
      { request: first, sku: m, granted: 2 },
      { request: second, sku: m, granted: 2 },
    ],
    '二店周末有活动',
  )
  expect(answerOf(await buyer().do('reorders.shareOut', input))).toMatchObject({ requests: 2, pieces: 8 })
  expect(whyOf(await buyer().do('reorders.shareOut', input))).toBe('decidedAlready')
  const store = h.stores[second]!
  const seen = answerOf<{
    request: { decision: string; shipment: string }
    lines: { sku: string; granted: number; share: Share | null }[]
  }>(await h.as(store.manager).see('reorders.request', { store: store.id, request: requests[second] }))
  expect(seen.request).toMatchObject({ decision: '二店周末有活动', shipment: requests[second] })
  expect(seen.lines.find((l) => l.sku === m)).toMatchObject({
    granted: 2,
    share: { proposed: 1, why: 'shortCover', there: 4 },
  })
  expect(seen.lines.find((l) => l.sku === h.skus[2])).toMatchObject({ granted: 2, share: null })
  expect(answerOf<Scarce>(await buyer().see('reorders.scarce', {})).sizes).toEqual([])
  const broken = await verify(h.database, reorderInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

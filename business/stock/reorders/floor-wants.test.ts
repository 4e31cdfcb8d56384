import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { today } from '../../sales/boards/chain-for-tests.ts'
import type { OwnFigures, OwnReport } from '../../sales/own-reports/shape.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
  const [store] = h.stores
  const [s, m, l] = h.skus
  const lines = [
    { sku: s, quantity: 4 },
    { sku: m, quantity: 1 },
    { sku: l, quantity: 5 },
  ]
  answerOf(await h.as(store.manager).do('stock.open', { id: newId(), store: store.id, day: today, lines }))
  await h.sellSku(store, m, 1)
})
afterAll(() => h.database.close())

const evening = new Date(`${today}T21:40:00+08:00`)
const her = () => h.as(h.stores[0].associates[0], { now: evening })
const report = (more: object = {}) => ({
  id: newId(),
  store: h.stores[0].id,
  kind: 'day',
  day: today,
  basedOn: null,
  ...more,
})

test('an associate’s report brings the sizes that ran short of what she sold; another’s that sold none brings none', async () => {
  const which = { store: h.stores[0].id, kind: 'day', day: today }
  const draft = async (n: number) =>
    answerOf<{ figures: OwnFigures }>(
      await h.as(h.stores[0].associates[n]!, { now: evening }).see('ownReports.draft', which),
    ).figures.stock
  const mine = await draft(0)
  // Sold out by her own ticket; XL of the colour was never there. S and L are.
  expect(mine?.short.map((x) => [x.size, x.sold, x.left])).toEqual([
    ['M', 1, 0],
    ['XL', 0, 0],
  ])
  expect(mine).toMatchObject({ sheets: 0, counted: 0 })
  expect((await draft(1))?.short).toEqual([])
})

test('what she wants reordered is kept with the report, and the manager sees it with her name at the week’s request', async () => {
  expect(whyOf(await her().do('ownReports.submit', report({ wanted: [newId()] })))).toBe('skuUnknown')
  const handed = report({ wanted: [h.skus[1], h.skus[1]] })
  answerOf(await her().do('ownReports.submit', handed))
  const one = answerOf<{ report: OwnReport }>(
    await her().see('ownReports.one', { store: h.stores[0].id, id: handed.id }),
  ).report
  expect(one.wanted).toEqual([h.skus[1]])
  expect(one.figures.stock?.short[0]).toMatchObject({ sku: h.skus[1], left: 0 })
  const week = async () =>
    answerOf<{ wanted: { sku: string; names: string[]; onHand: number }[] }>(
      await h.as(h.stores[0].manager, { now: evening }).see('reorders.week', { store: h.stores[0].id }),
    ).wanted
  expect(await week()).toMatchObject([{ sku: h.skus[1], onHand: 0, names: [expect.any(String)] }])
  // Corrected, the version that stands counts.
  answerOf(await her().do('ownReports.submit', report({ basedOn: handed.id, wanted: [] })))
  expect(await week()).toEqual([])
})

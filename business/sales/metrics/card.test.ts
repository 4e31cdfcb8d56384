import { expect, test } from 'vitest'
import { cents } from '../../../platform/kinds/money.ts'
import { cardOf } from './card.ts'

const facts = { netSales: cents(1_398_200), saleTickets: 7, netUnits: 9 }

test('一个率的卡片写出分子、分母和不含什么', () => {
  expect(cardOf('averageTransactionValue', facts, 'zh')).toEqual({
    definition: '销售额除以销售小票数',
    numerator: { label: '销售额', value: '¥13,982.00' },
    denominator: { label: '销售小票数', value: '7' },
    rows: [{ label: '不含', value: '只有退货的小票不算销售小票' }],
    version: '1',
  })
})

test('the card of an amount lists what it is made of before what it leaves out', () => {
  const { denominator, rows } = cardOf('netSales', facts, 'en', [{ label: 'Nanjing', value: '¥13,982.00' }])
  expect(denominator).toBeUndefined()
  expect(rows.map((r) => r.label)).toEqual(['Nanjing', 'Left out'])
})

test('doubtful facts are said on the card', () => {
  const { rows } = cardOf('conversionRate', { saleTickets: 9, traffic: 4 }, 'zh')
  expect(rows[0]).toEqual({ label: '存疑', value: '销售小票比客流还多，请核对客流登记' })
})

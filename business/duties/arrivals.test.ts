import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import { styleInput } from '../goods/shape.ts'
import { writeStyle } from '../goods/tables.ts'
import { recordShipment } from '../stock/shipment-tables.ts'
import { type DutyHouse, dutyHouse } from './house-for-tests.ts'
import { area, store } from './story-for-tests.ts'

let h: DutyHouse
const [sku, other] = [newId(), newId()]
const at = (time: string, day = '2026-11-24'): string => new Date(`${day}T${time}:00+08:00`).toISOString()
beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-23')
  const skus = [sku, other].map((id, i) => ({ id, color: '燕麦', size: ['S', 'M'][i]! }))
  const prices = [{ fromDay: '2026-01-01', tagPrice: 299_000 }]
  const about = {
    id: newId(),
    code: 'QH-1',
    name: '大衣',
    category: '大衣',
    season: '26D',
    launchedOn: '2026-09-01',
  }
  const coat = styleInput.parse({ ...about, prices, skus })
  await writeStyle(h.db, coat, coat.prices)
  const { id, manager } = store(h)
  const lines = [{ sku, quantity: 5 }]
  await h.does(manager, at('09:00', '2026-11-23'), 'stock.open', {
    id: newId(),
    store: id,
    day: '2026-11-23',
    lines,
  })
  await h.keep(at('09:00'))
})
afterAll(() => h.db.close())

async function shipped(): Promise<string> {
  const id = newId()
  const head = {
    store: store(h).id,
    id,
    number: `PH-${id.slice(-4)}`,
    from: null,
    sentBackBy: null,
    dueOn: '2026-11-24' as never,
  }
  const lines = [
    { sku, quantity: 3 },
    { sku: other, quantity: 2 },
  ]
  await recordShipment(h.db, {
    ...head,
    carrier: null,
    words: null,
    by: store(h).manager.actor.person,
    at: new Date(at('08:00')),
    lines,
  })
  return id
}
const receive = (shipment: string, when: string, input: object) =>
  h.does(store(h).associates[0]!, when, 'stock.receive', {
    id: newId(),
    store: store(h).id,
    shipment,
    last: true,
    lines: [],
    ...input,
  })
const answer = (shipment: string, of: string, when: string) =>
  h.does(area(h).manager, when, 'stock.answer', {
    id: newId(),
    store: store(h).id,
    shipment,
    sku: of,
    about: 'missing',
    answer: 'lost',
    words: '承运商认赔',
  })
const owed = async (shipment: string) =>
  (await h.instances('AM-1.6', area(h).id)).find((i) => i.period === `event:${shipment}`)
const stateAt = async (shipment: string, when: string): Promise<string | undefined> => {
  const today = await h.today(area(h).manager, when)
  for (const section of ['now', 'next', 'later', 'done', 'missed', 'excused'] as const)
    for (const item of today[section])
      if (item.duty === 'AM-1.6' && item.period === `event:${shipment}`)
        return item.proof ? 'done' : item.state
  return undefined
}

test('what comes as noticed asks nothing of the area manager', async () => {
  const fine = await shipped()
  const lines = [
    { sku, arrived: 3 },
    { sku: other, arrived: 2 },
  ]
  await receive(fine, at('10:00'), { lines })
  expect(await owed(fine)).toBeUndefined()
})

test('a difference is owed at the area within a day, until the last piece of that shipment is answered', async () => {
  const short = await shipped()
  const lines = [
    { sku, arrived: 2, reason: 'short' },
    { sku: other, arrived: 1, reason: 'short' },
  ]
  await receive(short, at('11:00'), { lines })
  await h.keep(at('11:05'))
  expect(await stateAt(short, at('11:06'))).toBe('open')
  await h.keep(at('11:30', '2026-11-25'))
  expect(await stateAt(short, at('11:30', '2026-11-25'))).toBe('overdue')
  await answer(short, sku, at('11:40', '2026-11-25'))
  expect(await stateAt(short, at('11:41', '2026-11-25'))).toBe('overdue')
  await answer(short, other, at('11:45', '2026-11-25'))
  expect(await stateAt(short, at('11:46', '2026-11-25'))).toBe('done')
})

test('the sample of reports is drawn for the daily look only, and looking through it answers no difference', async () => {
  const [{ n } = { n: -1 }] = await h.db.query<{ n: number }>(
    `select count(*)::int as n from duty_check c join duty_instance i on i.id = c.by_instance where i.cadence = 'event'`,
  )
  expect(n).toBe(0)
  const [{ excused } = { excused: -1 }] = await h.db.query<{ excused: number }>(
    `select count(*)::int as excused from duty_excuse e join duty_instance i on i.store_id = e.store_id and i.id = e.instance_id
     where i.cadence = 'event'`,
  )
  expect(excused).toBe(0)
})

test('a later part that differs opens again what had been answered', async () => {
  const parts = await shipped()
  await receive(parts, at('12:00', '2026-11-25'), {
    last: false,
    lines: [{ sku, arrived: 3, rejected: 1, reason: 'damaged' }],
  })
  const about = { id: newId(), store: store(h).id, shipment: parts, sku, about: 'rejected', answer: 'takeIn' }
  await h.does(area(h).manager, at('12:10', '2026-11-25'), 'stock.answer', about)
  expect(await stateAt(parts, at('12:11', '2026-11-25'))).toBe('done')
  await receive(parts, at('13:00', '2026-11-25'), {})
  expect(await stateAt(parts, at('13:01', '2026-11-25'))).toBe('open')
  expect(await h.broken()).toEqual([])
})

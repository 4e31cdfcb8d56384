import type { Sheet } from '../../../platform/files/sheet.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { planners } from '../reach.ts'
import { stateOf } from './rules.ts'
import { nothing, orderInput } from './shape.ts'
import { purchaseSheet } from './sheets.ts'
import { closedOrders, eventsOf, linesSeen, openOrders, orderOf } from './view-tables.ts'
import { purchaseWords } from './words.ts'

const closedTold = 30

export const purchaseViews = operations(purchaseWords, {
  'purchases.all': view({
    summary: [
      '采购订单：还没到的与最近完成的',
      'Orders of makers: what is still to come, and the last that came',
    ],
    who: planners,
    about: 'company',
    input: nothing,
    async run({ db, today }) {
      const orders = [...(await openOrders(db)), ...(await closedOrders(db, closedTold))]
      return { today, orders: orders.map((o) => ({ ...o, state: stateOf(o, today) })) }
    },
    sheet: (answer, language): Sheet => purchaseSheet(answer.orders, language),
  }),
  'purchases.order': view({
    summary: ['一张采购订单', 'One order of a maker'],
    who: planners,
    about: 'company',
    input: orderInput,
    async run({ db, today }, { order }) {
      const head = await orderOf(db, order)
      if (!head) return refuse('notFound')
      return {
        today,
        order: { ...head, state: stateOf(head, today) },
        lines: await linesSeen(db, order),
        events: await eventsOf(db, order),
      }
    },
  }),
})

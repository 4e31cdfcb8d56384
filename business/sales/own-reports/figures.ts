import type { Db } from '../../../platform/database/database.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { figuresOf, nothingSold } from '../boards/rules.ts'
import { sumsOf } from '../boards/tables.ts'
import { lagging } from './rules.ts'
import type { OwnFigures, Rates, Span } from './shape.ts'
import { ownStock } from './stock-tables.ts'
import { ownReturned, ownStyles, ownTarget, sumsOfPeople } from './tables.ts'

const bestOf = 3

/** What everybody of a store sold in a span, and the store's own figures. */
export async function salesIn(db: Db, store: string, span: Span) {
  const people = await sumsOfPeople(db, store, span)
  const [sums] = await sumsOf(db, [store], [{ key: 'span', ...span }])
  return { people, all: figuresOf(sums ?? nothingSold) }
}
type SalesIn = Awaited<ReturnType<typeof salesIn>>
const soldBy = ({ people }: SalesIn, person: string) =>
  people.find((p) => p.person === person) ?? { net: cents(0), saleTickets: 0, units: 0 }
/** Which of somebody's figures lag behind the store's. */
export const laggingIn = (sales: SalesIn, person: string) =>
  lagging(ratesOf(soldBy(sales, person)), sales.all)

/** One's own figures of a span as they stand now, beside the store's. */
export async function ownFigures(db: Db, store: string, person: string, span: Span): Promise<OwnFigures> {
  const sales = await salesIn(db, store, span)
  const { people, all } = sales
  const own = soldBy(sales, person)
  const isRanked = people.some((p) => p.person === person)
  return {
    net: own.net,
    target: await ownTarget(db, store, person, span),
    saleTickets: own.saleTickets,
    units: own.units,
    ...ratesOf(own),
    returned: await ownReturned(db, store, person, span),
    rank: isRanked ? people.filter((p) => p.net > own.net).length + 1 : null,
    of: people.length,
    store: {
      net: all.net,
      unitsPerTransaction: all.unitsPerTransaction,
      averageTransactionValue: all.averageTransactionValue,
      conversionRate: all.conversionRate,
    },
    styles: await ownStyles(db, store, person, span, bestOf),
    stock: await ownStock(db, store, person, span),
  }
}

/** Pieces a ticket and amount a ticket; no value where nothing was sold. */
function ratesOf({ net, saleTickets, units }: { net: Money; saleTickets: number; units: number }): Rates {
  return saleTickets > 0
    ? {
        unitsPerTransaction: units / saleTickets,
        averageTransactionValue: cents(Math.round(net / saleTickets)),
      }
    : { unitsPerTransaction: null, averageTransactionValue: null }
}

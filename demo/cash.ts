import { daysOwed } from '../business/cash/deposit-tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import { formatMoney, type Money, sum, zero } from '../platform/kinds/money.ts'
import type { Acts } from './acts.ts'
import type { Tills } from './cash-history.ts'
import type { Chain, DemoStore } from './chain.ts'
import { eveningOf } from './habits.ts'
import { instant } from './moments.ts'
import { countOf, habitOf, isCounted, piecesOf, slipOf, staysAway } from './till.ts'

/** An evening's counts, blind and through the door; what differs is explained a few minutes later. */
export async function countTills(
  acts: Acts,
  chain: Chain,
  tills: Tills,
  day: Day,
  back: number,
  today: Day,
): Promise<void> {
  for (const store of chain.stores.filter((s) => day >= s.openedOn)) {
    const till = tills.of.get(store.id)!
    const { expected } = till.evening(day)
    if (!isCounted(store, day, back, today)) continue
    const { variance, why, words } = habitOf(store, day, back)
    const counted = countOf(expected, variance)
    const cash = counted.get('cash') ?? zero
    const who = cashierOf(acts, store, day, back)
    const evening = eveningOf(store, day, back)
    const minutes = 22 * 60 + 4 + (typeof evening === 'string' ? 10 : Math.min(evening.minutes, 20))
    await acts.do(who, instant(day, minutes), 'cash.count', {
      id: newId(),
      store: store.id,
      day,
      basedOn: 0,
      pieces: piecesOf(cash),
      tenders: [...counted]
        .filter(([tender]) => tender !== 'cash')
        .map(([tender, amount]) => ({ tender, amount })),
    })
    till.counted(cash)
    if (cash !== (expected.get('cash') ?? zero))
      await acts.do(who, instant(day, minutes + 5), 'cash.explain', {
        store: store.id,
        day,
        tender: 'cash',
        why,
        words,
      })
  }
}

/** On a working day what lies in the safes is paid in; one store comes after four, one not at all. */
export async function payIn(
  database: Database,
  acts: Acts,
  chain: Chain,
  tills: Tills,
  day: Day,
  back: number,
  now: Date,
): Promise<void> {
  if (!tills.isWorking(day)) return
  for (const store of chain.stores.filter((s) => day >= s.openedOn && !staysAway(s, back))) {
    const at = instant(day, 10 * 60 + 40)
    if (at > now) continue
    const owed = await daysOwed(database, store.id)
    if (owed.length === 0) continue
    await acts.do(cashierOf(acts, store, day, back), at, 'cash.deposit', {
      id: newId(),
      store: store.id,
      days: owed.map((o) => o.day),
      amount: sum(owed.map((o) => o.amount)),
      slip: slipOf(store, day),
      paidTo: store.mall ? 'mall' : 'bank',
    })
  }
}

/** Finance enters what the bank says of the last days: most is matched, one line belongs to nobody. */
export async function enterStatement(
  database: Database,
  acts: Acts,
  chain: Chain,
  from: Day,
  today: Day,
  now: Date,
): Promise<void> {
  const deposits = await database.query<{ code: string; day: Day; amount: Money; slip: string }>(
    `select s.code, d.day, d.amount, d.slip from cash_standing_deposit d join store s on s.id = d.store_id
     where d.day between $1 and $2 order by d.day, s.code`,
    [from, addDays(today, -2)],
  )
  const stray = chain.stores.find((s) => s.code === 'HF02')!
  const rows = [
    ...deposits.map((d) => [d.code, d.day, formatMoney(d.amount, 'plain'), d.slip]),
    [stray.code, addDays(today, -3), '1688.00', '跨行转入 0031'],
  ]
  const text = [['门店', '日期', '金额', '流水号'], ...rows].map((row) => row.join('\t')).join('\n')
  const morning = instant(today, 9 * 60 + 20)
  await acts.do(acts.holder('finance'), morning < now ? morning : now, 'cash.enterStatement', {
    id: newId(),
    name: '工商银行 本周',
    text,
  })
}

/** While the manager is away an associate counts. */
function cashierOf(acts: Acts, store: DemoStore, day: Day, back: number): string {
  const at = { store: store.id }
  return eveningOf(store, day, back) === 'away'
    ? acts.holder('salesAssociate', at)
    : acts.holder('storeManager', at)
}

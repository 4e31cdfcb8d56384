import { laggingIn, salesIn } from '../business/sales/own-reports/figures.ts'
import { spanOf } from '../business/sales/own-reports/rules.ts'
import { ownStock } from '../business/sales/own-reports/stock-tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, weekdayOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

const wells = [
  '成套试穿的多，连带上去了。',
  '看的多试的少，晚场才开单。',
  '老客回来买了两件。',
  '客少，把陈列理了一遍。',
]
const missings = ['羊绒衫 M 码断了。', '烟管裤 26 码只剩样衣。', '丝巾只剩两个花色。']
const wishes = ['想看店长怎么收尾一单。', '午后试衣间要多一个人。']
const steps = {
  unitsPerTransaction: ['每次试穿多拿一件内搭。', '结账时递一条丝巾。'],
  averageTransactionValue: ['先请她试主推大衣。', '报成套价。'],
  ahead: ['进门先问穿着场合。', '记得老客的尺码。'],
} as const
/** Share of evenings on which associates hand in: most do, a few stores have not got into the habit yet. */
const habitOf = (store: DemoStore): number =>
  store.code === 'SZ01' ? 0.55 : store.code === 'NJ01' ? 0.7 : 0.93

/** The evening’s own reports of associates who had a target that day; on Sundays their weeks as well. Answers how many. */
export async function handInOwnReports(
  database: Database,
  acts: Acts,
  chain: Chain,
  day: Day,
): Promise<number> {
  const owing = await database.query<{ store: string; person: string }>(
    `select t.store_id as store, t.person_id as person from person_day_target t
     where t.day = $1 and t.amount > 0 and exists (select from appointment a where a.person_id = t.person_id
       and a.store_id = t.store_id and a.position = 'salesAssociate' and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1))
       and not exists (select from person_away w where w.person_id = t.person_id and $1 between w.from_day and w.to_day)
       and not exists (select from store_closed_day c where c.store_id = t.store_id and c.day = $1)
     order by 1, 2`,
    [day],
  )
  const handedIn = await Promise.all(
    chain.stores.map(async (store) => {
      const here = owing.filter((o) => o.store === store.id)
      if (here.length === 0) return 0
      const today = await salesIn(database, store.id, spanOf('day', day))
      const week = weekdayOf(day) === 7 ? await salesIn(database, store.id, spanOf('week', day)) : undefined
      let count = 0
      for (const { person } of here) {
        const random = new Random(hashOf(`own:${person}:${day}`))
        if (!random.chance(habitOf(store))) continue
        const at = instant(day, 21 * 60 + 20 + random.whole(0, random.chance(0.06) ? 140 : 65))
        // In the store that most visitors look at, sizes that ran short are asked for by name.
        const short =
          store === chain.stores[0]
            ? ((await ownStock(database, store.id, person, spanOf('day', day)))?.short ?? [])
            : []
        const wanted = short.slice(0, 2).map((s) => s.sku)
        await handIn(acts, { person, store, kind: 'day', day, wanted }, today, at, random)
        count += 1
        if (week && random.chance(0.8)) {
          const later = new Date(at.getTime() + 120_000)
          await handIn(acts, { person, store, kind: 'week', day, wanted: [] }, week, later, random)
        }
      }
      return count
    }),
  )
  return handedIn.reduce<number>((sum, n) => sum + n, 0)
}

async function handIn(
  acts: Acts,
  {
    person,
    store,
    kind,
    day,
    wanted,
  }: { person: string; store: DemoStore; kind: 'day' | 'week'; day: Day; wanted: readonly string[] },
  sales: Awaited<ReturnType<typeof salesIn>>,
  at: Date,
  random: Random,
): Promise<void> {
  const what = laggingIn(sales, person)[0] ?? 'ahead'
  await acts.do(person, at, 'ownReports.submit', {
    id: newId(),
    store: store.id,
    kind,
    day,
    basedOn: null,
    wanted,
    well: random.pick(wells),
    missing: random.chance(0.35) ? random.pick(missings) : null,
    wish: random.chance(0.12) ? random.pick(wishes) : null,
    practice: random.chance(0.85) ? { what, step: random.pick(steps[what]) } : null,
  })
}

/** The morning after, the store manager reads what was handed in; some are left for later. */
export async function lookAtOwnReports(database: Database, acts: Acts, day: Day): Promise<void> {
  const waiting = await database.query<{ id: string; store: string }>(
    `select id, store_id as store from own_report where kind = 'day' and period = $1 order by store_id, submitted_at, id`,
    [day],
  )
  const read = waiting.filter(({ store }, n) =>
    new Random(hashOf(`read-own:${store}:${day}:${n}`)).chance(0.5),
  )
  await Promise.all(
    read.map(async ({ id, store }, n) => {
      const person = acts.holder('storeManager', { store })
      const at = instant(addDays(day, 1), 9 * 60 + 30 + (n % 40))
      await acts.do(person, at, 'ownReports.open', { store, id })
      await acts.do(person, new Date(at.getTime() + 40_000), 'ownReports.confirm', { store, id })
    }),
  )
}

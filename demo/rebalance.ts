import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, mondayOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

interface World {
  readonly database: Database
  readonly acts: Acts
  readonly chain: Chain
  readonly today: Day
  readonly now: Date
}
interface Line {
  readonly sku: string
  readonly from: string
  readonly to: string
  readonly pieces: number
  readonly transfer: string | null
}
interface Week {
  readonly round: { readonly id: string } | null
  readonly bundles: readonly {
    readonly n: number
    readonly isGone: boolean
    readonly lines: readonly Line[]
  }[]
}

/**
 * Last week's moves of the area that most visitors look at: decided, sent, come, and some of it sold. This week's are decided in the
 * other areas; in that one they wait.
 */
export async function makeRebalance(world: World, progress: (text: string) => void): Promise<void> {
  const { chain, today, now } = world
  const home = chain.stores[0]!.areaId
  const monday = mondayOf(today)
  const before = addDays(monday, -5)
  const moved = await decide(world, home, instant(before, 15 * 60))
  await carry(world, moved, before)
  const others = [...new Set(chain.stores.map((s) => s.areaId))].filter((a) => a !== home)
  const wednesday = instant(addDays(monday, 2), 16 * 60)
  if (wednesday < now) for (const area of others) await decide(world, area, wednesday)
  progress(`  区域调配 moves within areas: ${moved.reduce((n, l) => n + l.pieces, 0)} 件 pieces`)
}

/** All that can still be made but one, which the store would rather keep. */
async function decide({ acts }: World, area: string, at: Date): Promise<readonly Line[]> {
  const manager = acts.holder('areaManager', { area })
  const see = () => acts.see<Week>(manager, at, 'rebalance.area', { area })
  const { round, bundles } = await see()
  if (!round) return []
  const kept = bundles.filter((b) => !b.isGone).at(-1)?.n
  await acts.do(manager, at, 'rebalance.decide', {
    area,
    round: round.id,
    answers: bundles.map((b) => ({
      n: b.n,
      accept: !b.isGone && b.n !== kept,
      why: b.isGone ? 'stockMoved' : b.n === kept ? 'sellsHere' : null,
    })),
    words: '周五前发出，周末前到店',
  })
  return (await see()).bundles.flatMap((b) => b.lines.filter((l) => l.transfer !== null))
}

/** Picked and sent the day after, taken in two days later; every third piece finds its customer within a few days. */
async function carry({ acts, database }: World, lines: readonly Line[], decided: Day): Promise<void> {
  for (const transfer of new Set(lines.map((l) => l.transfer!))) {
    const mine = new Map<string, Line>()
    for (const l of lines.filter((x) => x.transfer === transfer))
      mine.set(l.sku, { ...l, pieces: l.pieces + (mine.get(l.sku)?.pieces ?? 0) })
    const parcel = [...mine.values()]
    const { from, to } = parcel[0]!
    const [giver, taker] = [from, to].map((store) => acts.holder('storeManager', { store }))
    const picked = parcel.map((l) => ({ sku: l.sku, picked: l.pieces }))
    const on = { store: from, transfer }
    const sent = addDays(decided, 1)
    await acts.do(giver!, instant(sent, 11 * 60), 'stock.pick', { ...on, lines: picked })
    const dueOn = addDays(decided, 3)
    await acts.do(giver!, instant(sent, 16 * 60), 'stock.ship', { ...on, carrier: '同城 跑腿', dueOn })
    await acts.do(taker!, instant(dueOn, 11 * 60), 'stock.receive', {
      id: newId(),
      store: to,
      shipment: transfer,
      last: true,
      lines: parcel.map((l) => ({ sku: l.sku, arrived: l.pieces })),
    })
    for (const [i, { sku }] of parcel.filter((_, n) => n % 3 === 0).entries()) {
      const at = instant(addDays(dueOn, i % 2), 15 * 60 + i * 7)
      const net = await tagPrice(database, sku, addDays(dueOn, i % 2))
      await acts.do(taker!, at, 'sales.ticket', {
        id: newId(),
        store: to,
        soldAt: at.toISOString(),
        lines: [{ sku, quantity: 1, net }],
        credits: [{ person: taker, share: 1 }],
        tenders: [{ tender: 'wechat', amount: net }],
      })
    }
  }
}

const tagPrice = async (database: Database, sku: string, day: Day): Promise<number> =>
  (
    await database.query<{ price: number }>(
      `select p.tag_price as price from sku k join style_price p on p.style_id = k.style_id and p.from_day <= $2 where k.id = $1
       order by p.from_day desc limit 1`,
      [sku, day],
    )
  )[0]!.price

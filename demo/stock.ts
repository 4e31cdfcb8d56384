import { keepStock } from '../business/goods/kept-stock.ts'
import { catchUp } from '../business/stock/ledger-tables.ts'
import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import type { DemoStyle } from './goods.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'
import { withoutReferenceChecks } from './write.ts'

/** So many days ago every store entered its opening balance. */
const bookDays = 13
/** Before the cut-off of the demo chain the day before is still running. */
const cutOff = 360

interface World {
  readonly database: Database
  readonly acts: Acts
  readonly chain: Chain
  readonly goods: readonly DemoStyle[]
  readonly today: Day
  readonly now: Date
}

/** Stock books with real gaps in the size runs, goods on their way and come, differences answered and not, transfers of every state. */
export async function makeStock(world: World, progress: (text: string) => void): Promise<void> {
  const { database, acts, chain, today } = world
  const begunOn = addDays(today, -bookDays)
  const stores = chain.stores.filter((s) => s.openedOn <= begunOn)
  await openBooks(database, acts, stores, begunOn)
  await sendAndReceive(world, stores)
  await noteMatters(world, stores)
  await moveBetween(world, stores)
  const [{ pieces } = { pieces: 0 }] = await database.query<{ pieces: number }>(
    'select sum(on_hand)::int as pieces from stock',
  )
  progress(`  库存 stock: ${stores.length} 店 stores, ${pieces.toLocaleString('en')} 件 pieces`)
}

/**
 * What lay in a store that morning: what it has sold since, and what is left now. A third of the sizes are gone where a style has
 * sold well, so that runs are broken as they are in a shop; one or two were sold that the books never had.
 */
async function openBooks(
  database: Database,
  acts: Acts,
  stores: readonly DemoStore[],
  day: Day,
): Promise<void> {
  const luck = (text: string): string => `(('x' || substr(md5(${text}), 1, 7))::bit(28)::int % 100)`
  const merchandiser = acts.holder('merchandising')
  const at = instant(day, cutOff).toISOString()
  const books = stores.map((s) => ({ store: s.id, id: newId() }))
  await database.transaction(async (db) => {
    await withoutReferenceChecks(db)
    await db.query(
      `insert into stock_book (store_id, opening_id, begun_at, begun_on, source, by, at)
       select b.store, b.id, $3, $4, 'file', $5, $3 from unnest($1::uuid[], $2::uuid[]) as b (store, id)`,
      [books.map((b) => b.store), books.map((b) => b.id), at, day, merchandiser],
    )
    await db.query(
      `with sold as (
         select l.store_id, l.sku_id, sum(l.quantity)::int as pieces from ticket t join ticket_line l
           on l.store_id = t.store_id and l.ticket_id = t.id where t.day >= $1 and l.sku_id is not null group by 1, 2
       ), run as (
         select b.store_id, b.opening_id, k.id as sku_id, y.launched_on, k.size_order, coalesce(d.pieces, 0) as sold,
           ${luck(`s.code || y.code || k.color`)} as shade, ${luck(`s.code || k.barcode`)} as luck
         from stock_book b join store s on s.id = b.store_id cross join sku k join style y on y.id = k.style_id
         left join sold d on d.store_id = b.store_id and d.sku_id = k.id
         where y.launched_on between $1::date - 330 and $1::date or d.pieces > 0
       ), opening as (
         select *, greatest(0, sold + case when luck = 97 and sold > 0 then -1
           when luck < 30 - (case when launched_on > $1::date - 45 then 18 else 0 end) then 0
           when luck < 62 then 1 when luck < 88 then 2 else 3 end) as pieces
         from run where shade < 55 or sold > 0
       ), moved as (
         insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, day, by, at)
         select store_id, opening_id, row_number() over (partition by store_id order by sku_id)::int, sku_id, 'opening', pieces, $1, $2, $3
         from opening where pieces > 0 returning store_id, sku_id, quantity, at
       ) ${keepStock('moved')}`,
      [day, merchandiser, at],
    )
    await catchUp(
      db,
      stores.map((s) => s.id),
      day,
    )
  })
}

/** A run of sizes, the middle ones double. */
const runOf = (style: DemoStyle, color: string) => {
  const sizes = style.skus.filter((k) => k.color === color)
  return sizes.map((k, i) => ({
    sku: k.id,
    quantity: sizes.length > 2 && i > 0 && i < sizes.length - 1 ? 2 : 1,
  }))
}
interface Notice {
  readonly id: string
  readonly store: string
  lines: { sku: string; quantity: number }[]
}
const reasons = ['short', 'damaged', 'over'] as const

/** Three deliveries: one received long ago, one of these days with two stores that have not received it, one on its way. */
async function sendAndReceive(
  { acts, chain, goods, today, now }: World,
  stores: readonly DemoStore[],
): Promise<void> {
  const merchandiser = acts.holder('merchandising')
  const winter = goods.filter((s) => s.launchedOn > addDays(today, -120) && s.skus.length > 3)
  const fresh = winter.length > 3 ? winter : goods.slice(-4)
  const waves = [
    { sent: 11, due: 9, carrier: '顺丰 SF1180' },
    { sent: 3, due: 1, carrier: '京东快运 JD902' },
    { sent: 1, due: -1, carrier: '顺丰 SF1192' },
  ]
  for (const [w, { sent, due, carrier }] of waves.entries()) {
    const random = new Random(hashOf(`stock ${w}`))
    const notices: Notice[] = stores.map((s) => ({
      id: newId(),
      store: s.id,
      lines: [0, 1, 2].flatMap((i) => {
        const style = fresh[(random.whole(0, 40) * 3 + i) % fresh.length]!
        const color = style.skus[(i * 5) % style.skus.length]!.color
        return runOf(style, color)
      }),
    }))
    for (const n of notices) n.lines = [...new Map(n.lines.map((l) => [l.sku, l])).values()]
    const dueOn = addDays(today, -due)
    const sentAt = instant(addDays(today, -sent), 15 * 60)
    await acts.do(merchandiser, sentAt, 'stock.deliver', { dueOn, carrier, words: null, notices })
    if (due < 0) continue
    for (const [i, store] of stores.entries()) {
      if (w === 1 && (i === 6 || i === 15)) continue
      const late = w === 0 && i % 9 === 4 ? 1 : 0
      await receive(acts, store, notices[i]!, instant(addDays(dueOn, late), 11 * 60 + i), (i + w * 5) % 6)
    }
    for (const [n, area] of chain.areas.entries()) {
      // The third area’s manager comes to it a day later; of yesterday’s differences each has left some.
      const at = w === 0 ? instant(addDays(dueOn, n === 2 ? 2 : 1), 15 * 60) : instant(today, 9 * 60)
      if (at < now && !(w === 1 && n === 2)) await answerDifferences(acts, area.id, at, w === 0 ? 1 : 0.5)
    }
  }
}

/** What an area manager answers of what waits: a share of it, the oldest first. */
async function answerDifferences(acts: Acts, area: string, at: Date, share: number): Promise<void> {
  const manager = acts.holder('areaManager', { area })
  const { open } = await acts.see<{ open: Open[] }>(manager, at, 'stock.differences', { area })
  for (const [i, d] of open.slice(0, Math.ceil(open.length * share)).entries()) {
    const answer = { missing: i % 2 === 0 ? 'lost' : 'found', rejected: 'sendBack', surplus: 'keep' }[d.about]
    await acts.do(manager, new Date(at.getTime() + i * 60_000), 'stock.answer', {
      id: newId(),
      store: d.store,
      shipment: d.shipment,
      sku: d.sku,
      about: d.about,
      answer,
      words: answer === 'lost' ? '承运商认赔' : null,
    })
  }
}
interface Open {
  readonly store: string
  readonly shipment: string
  readonly sku: string
  readonly about: 'missing' | 'rejected' | 'surplus'
}

async function receive(acts: Acts, store: DemoStore, notice: Notice, at: Date, kind: number): Promise<void> {
  const lines = notice.lines.map((l, i) => {
    const reason = i === 1 ? reasons[kind] : undefined
    const arrived = l.quantity + (reason === 'short' ? -1 : reason === 'over' ? 1 : 0)
    return {
      sku: l.sku,
      arrived,
      rejected: reason === 'damaged' ? 1 : 0,
      reason: reason ?? null,
      words: reason === 'damaged' ? '袖口开线' : null,
    }
  })
  const by = acts.holder('salesAssociate', { store: store.id })
  await acts.do(by, at, 'stock.receive', {
    id: newId(),
    store: store.id,
    shipment: notice.id,
    last: true,
    lines,
    words: null,
  })
}

/** What associates note of single pieces: a seam torn, one kept for a customer, one on the dummy. */
async function noteMatters({ database, acts, today }: World, stores: readonly DemoStore[]): Promise<void> {
  const matters = [
    { kind: 'damage', why: 'torn', words: '试穿时拉链崩开' },
    { kind: 'hold', why: 'customer', words: '王女士周末来取' },
    { kind: 'sample', why: 'display', words: '橱窗模特' },
    { kind: 'missing', why: 'notFound', words: null },
  ] as const
  // The store that most visitors look at has one of each, and a second sample.
  const noted = stores.slice(0, 9).flatMap((store, i) => {
    const own = i === 0 ? [...matters, matters[2]] : [matters[i % matters.length]!]
    return own.map((matter, m) => ({ store, matter, i: i + m * 4 }))
  })
  for (const { store, matter, i } of noted) {
    const [row] = await database.query<{ sku: string }>(
      'select sku_id as sku from stock where store_id = $1 and on_hand - held > 2 order by sku_id offset $2 limit 1',
      [store.id, i * 3],
    )
    const at = instant(addDays(today, -1 - (i % 4)), 10 * 60 + 20 + i)
    if (!row) continue
    const by = acts.holder('salesAssociate', { store: store.id })
    const about = { id: newId(), store: store.id, sku: row.sku, quantity: 1 }
    await acts.do(by, at, 'stock.note', { ...about, ...matter })
  }
}

/** Transfers that fill broken sizes: one of each state, among them one on its way to the store that most visitors look at. */
async function moveBetween(
  { database, acts, today, now }: World,
  stores: readonly DemoStore[],
): Promise<void> {
  const home = stores[0]!
  const near = stores.filter((s) => s.areaId === home.areaId && s.id !== home.id)
  const plans = [
    { from: near[0]!, to: home, until: 'shipped', ago: 2 },
    { from: home, to: near[1]!, until: 'approved', ago: 1 },
    { from: near[2]!, to: home, until: 'proposed', ago: 1 },
    { from: near[1]!, to: near[0]!, until: 'received', ago: 6 },
  ] as const
  for (const { from, to, until, ago } of plans) {
    const lines = await database.query<{ sku: string; asked: number }>(
      `with gap as (select k.style_id, k.color from stock s join sku k on k.id = s.sku_id
           where s.store_id = $1 and s.on_hand - s.held > 1 and not exists (select from stock o where o.store_id = $2
             and o.sku_id = s.sku_id and o.on_hand > 0) group by 1, 2 order by count(*) desc, 1, 2 limit 1)
       select s.sku_id as sku, 1 as asked from gap join sku k on k.style_id = gap.style_id and k.color = gap.color
       join stock s on s.sku_id = k.id and s.store_id = $1 and s.on_hand - s.held > 1`,
      [from.id, to.id],
    )
    if (lines.length === 0) continue
    const id = newId()
    const on = { store: from.id, transfer: id }
    const at = (hour: number, days: number = ago): Date => {
      const when = instant(addDays(today, -days), hour * 60)
      return when < now ? when : now
    }
    const manager = acts.holder('storeManager', { store: from.id })
    await acts.do(manager, at(10), 'stock.propose', {
      id,
      store: from.id,
      to: to.id,
      why: 'brokenSizes',
      words: null,
      lines,
    })
    if (until === 'proposed') continue
    const decider = acts.holder('areaManager', { area: from.areaId })
    await acts.do(decider, at(11), 'stock.decide', { ...on, approve: true, words: null })
    if (until === 'approved') continue
    const picked = lines.map((l) => ({ sku: l.sku, picked: l.asked }))
    const by = acts.holder('salesAssociate', { store: from.id })
    await acts.do(by, at(14), 'stock.pick', { ...on, lines: picked })
    await acts.do(by, at(15), 'stock.ship', { ...on, carrier: '同城急送', dueOn: addDays(today, 2 - ago) })
    if (until === 'shipped') continue
    const [first, ...rest] = lines
    await acts.do(acts.holder('salesAssociate', { store: to.id }), at(12, ago - 2), 'stock.receive', {
      id: newId(),
      store: to.id,
      shipment: id,
      last: true,
      words: null,
      lines: [
        { sku: first!.sku, arrived: 0, rejected: 0, reason: 'short', words: '箱内未见' },
        ...rest.map((l) => ({ sku: l.sku, arrived: l.asked, rejected: 0, reason: null, words: null })),
      ],
    })
    await acts.do(decider, at(10, ago - 3), 'stock.answer', {
      id: newId(),
      store: to.id,
      shipment: id,
      sku: first!.sku,
      about: 'missing',
      answer: 'senderHas',
      words: '漏装，已放回货架',
    })
  }
}

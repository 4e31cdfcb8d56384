import type { Database } from '../platform/database/database.ts'
import { addDays, addMonths, type Day, type Month, monthOf } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf } from './random.ts'

interface World {
  readonly database: Database
  readonly acts: Acts
  readonly chain: Chain
  readonly today: Day
  readonly now: Date
}
const zoneNames = ['卖场', '橱窗与模特', '后仓'] as const
const atOnce = 500
/** So many days ago the first store counted everything; the books of the demo are somewhat older. */
const counted = 9
const causes = ['unscannedSale', 'wrongPiece', 'stolen', 'receiving', 'damage'] as const

/**
 * The month before counted entirely by the store that most visitors look at, with its differences, reviewed and analysed; by category
 * in others, one of them waiting for its area manager; and one running today, of which one zone is done and one half.
 */
export async function makeTakes(world: World, progress: (text: string) => void): Promise<void> {
  const { chain, acts, today, now } = world
  const begun = addDays(today, -counted - 1)
  const stores = chain.stores.filter((s) => s.openedOn <= begun)
  const home = stores[0]!
  const near = stores.filter((s) => s.areaId === home.areaId && s.id !== home.id)
  const day = addDays(today, -counted)
  const month = addMonths(monthOf(day), -1)
  await wholeTake(world, home, { day, month, categories: null, approve: true })
  for (const [i, store] of near.slice(0, 2).entries()) {
    const categories = await someCategories(world, store)
    const isOld = i === 0
    const on = addDays(today, isOld ? -counted + 1 : -1)
    await wholeTake(world, store, {
      day: on,
      month: isOld ? addMonths(monthOf(on), -1) : monthOf(on),
      categories,
      approve: isOld,
    })
  }
  const manager = acts.holder('areaManager', { area: home.areaId })
  await acts.do(manager, instant(addDays(day, 3), 16 * 60), 'takes.analyse', {
    id: newId(),
    area: home.areaId,
    month,
    basedOn: 0,
    words: '短少多在大衣和针织，一半是换季上新那几天漏扫；下月起试衣间退出的衣服先过扫码台再归架。',
  })
  await runningTake(world, home, new Date(now.getTime() - 45 * 60_000))
  progress('  盘点 stocktakes: 4')
}

async function someCategories({ database }: World, store: DemoStore): Promise<string[]> {
  const rows = await database.query<{ category: string }>(
    `select y.category from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id where s.store_id = $1 and s.on_hand > 0
     group by 1 order by count(*), 1 limit 2`,
    [store.id],
  )
  return rows.map((r) => r.category)
}

interface Shelf {
  readonly sku: string
  readonly pieces: number
  /** Of them one may be missing without the books falling below nothing since. */
  readonly spare: number
}
/** What the books held of categories at a moment. */
const shelfAt = (
  { database }: World,
  store: string,
  categories: readonly string[] | null,
  at: Date,
): Promise<Shelf[]> =>
  database.query<Shelf>(
    `select x.sku, x.pieces, x.spare from (select s.sku_id as sku, s.on_hand as spare, s.on_hand - coalesce((select sum(m.quantity)
         from stock_movement m where m.store_id = s.store_id and m.sku_id = s.sku_id and m.at > $3), 0)::int as pieces
       from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
       where s.store_id = $1 and ($2::text[] is null or y.category = any($2::text[]))) x where x.pieces > 0 order by x.sku`,
    [store, categories, at.toISOString()],
  )

const associatesOf = (chain: Chain, store: string): string[] =>
  chain.appointments
    .filter((a) => a.position === 'salesAssociate' && a.store === store && a.to === null)
    .map((a) => a.person)

async function plan({ acts, chain }: World, store: DemoStore, at: Date, more: object) {
  const manager = acts.holder('storeManager', { store: store.id })
  const people = associatesOf(chain, store.id)
  const zones = zoneNames.map((name, i) => ({
    id: newId(),
    name,
    people: people.length > 0 ? [people[i % people.length]!] : [],
  }))
  const take = newId()
  await acts.do(manager, at, 'takes.plan', { id: take, store: store.id, zones, words: null, ...more })
  return { on: { store: store.id, take }, manager, people, zones }
}
type Planned = Awaited<ReturnType<typeof plan>>

async function enter(
  { acts }: World,
  { on }: Planned,
  by: string,
  zone: string,
  at: Date,
  lines: readonly { sku: string; pieces: number }[],
): Promise<void> {
  const entries = lines.map((l) => ({ id: newId(), ...l, at: at.toISOString() }))
  for (let i = 0; i < entries.length; i += atOnce)
    await acts.do(by, at, 'takes.count', { ...on, zone, entries: entries.slice(i, i + atOnce) })
}

/** A take from its plan to the review, counted in the morning while the doors are open. */
async function wholeTake(
  world: World,
  store: DemoStore,
  t: { day: Day; month: Month; categories: readonly string[] | null; approve: boolean },
): Promise<void> {
  const { acts } = world
  const { month, categories, day } = t
  const made = await plan(world, store, instant(day, 10 * 60), { month, categories })
  const { on, manager, people, zones } = made
  for (const [z, zone] of zones.entries()) {
    const at = instant(day, 11 * 60 + z * 25)
    const by = people[z % people.length]!
    const shelf = (await shelfAt(world, store.id, categories, at)).filter(
      (s) => hashOf(`${s.sku} zone`) % zones.length === z,
    )
    const lines = shelf.flatMap((s) => {
      const luck = hashOf(`${store.code} ${s.sku}`) % 28
      const pieces = s.pieces + (luck < 2 && s.spare > 0 ? -1 : luck === 7 ? 1 : 0)
      return pieces > 0 ? [{ sku: s.sku, pieces }] : []
    })
    await enter(world, made, by, zone.id, at, lines)
    const isEmpty = lines.length === 0
    await acts.do(by, instant(day, 11 * 60 + z * 25 + 20), 'takes.handIn', { ...on, zone: zone.id, isEmpty })
  }
  const closed = instant(day, 12 * 60 + 30)
  await acts.do(manager, closed, 'takes.close', on)
  const { lines } = await acts.see<{
    lines: { sku: string; counted: number; expected: number; again: boolean; unclear: boolean }[]
  }>(manager, closed, 'takes.result', on)
  const again = instant(day, 13 * 60)
  for (const [i, l] of lines.filter((x) => x.again).entries()) {
    // What moved meanwhile was nothing else; of the dear ones every third turns up behind another rack.
    const now = (await shelfAt(world, on.store, null, again)).find((s) => s.sku === l.sku)?.pieces ?? 0
    const found = l.unclear || i % 3 === 0 ? now : Math.max(0, now + l.counted - l.expected)
    await acts.do(manager, again, 'takes.recount', { ...on, id: newId(), sku: l.sku, counted: found })
  }
  const settled = await acts.see<{ lines: typeof lines }>(manager, again, 'takes.result', on)
  for (const l of settled.lines.filter((x) => x.counted !== x.expected)) {
    const luck = hashOf(l.sku)
    const cause = l.counted > l.expected ? 'receiving' : causes[luck % causes.length]
    const person = luck % 3 === 0 ? people[luck % people.length] : null
    await acts.do(manager, instant(day, 13 * 60 + 20), 'takes.explain', {
      ...on,
      skus: [l.sku],
      cause,
      person,
    })
  }
  await acts.do(manager, instant(day, 13 * 60 + 40), 'takes.submit', {
    ...on,
    words: '大件已复盘两遍，监控看过试衣间',
  })
  if (!t.approve) return
  const reviewer = acts.holder('areaManager', { area: store.areaId })
  const words = '同意，漏扫的当班各自补一次培训'
  await acts.do(reviewer, instant(addDays(day, 1), 15 * 60), 'takes.decide', { ...on, approve: true, words })
}

/** Of the store that most visitors look at: the shop floor is done, two phones are at the window, nobody is in the stockroom. */
async function runningTake(world: World, store: DemoStore, at: Date): Promise<void> {
  const { acts, today } = world
  const made = await plan(world, store, at, { month: monthOf(today), categories: null })
  const { on, people, zones } = made
  const shelf = await shelfAt(world, store.id, null, at)
  const some = (n: number, of: number) => shelf.filter((s) => hashOf(`${s.sku} now`) % of === n).slice(0, 60)
  const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000)
  const [first, second] = [people[0]!, people[1] ?? people[0]!]
  const lines = (of: readonly Shelf[]) => of.map(({ sku, pieces }) => ({ sku, pieces }))
  await enter(world, made, first, zones[0]!.id, later(20), lines(some(0, 3)))
  await acts.do(first, later(30), 'takes.handIn', { ...on, zone: zones[0]!.id, isEmpty: false })
  await enter(world, made, first, zones[1]!.id, later(35), lines(some(1, 9)))
  await enter(world, made, second, zones[1]!.id, later(38), lines(some(4, 9)))
}

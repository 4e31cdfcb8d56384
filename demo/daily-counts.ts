import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
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
/** All stores of the demo chain close at ten. */
const closing = 22 * 60
/** Evenings back to which the first area counts; the others began the evening before. */
const evenings = 6
const reasons = ['unscannedSale', 'away', 'stolen', 'receiving', 'unknown'] as const

/**
 * Pieces counted every evening in the area that most visitors look at: as a rule they agree, now and then a piece is missing, is
 * counted again and explained; one store leaves an evening unfinished, one finds too neatly what the books say.
 */
export async function makeDailyCounts(world: World, progress: (text: string) => void): Promise<void> {
  const { chain, today, now } = world
  const [home] = chain.stores
  let made = 0
  for (let back = evenings; back >= 0; back--) {
    const day = addDays(today, -back)
    for (const store of chain.stores.filter((s) => s.openedOn < addDays(today, -20))) {
      const isNear = store.areaId === home!.areaId
      if (!isNear && back !== 1) continue
      const at = instant(day, closing - 20 + (hashOf(`${store.code} ${day}`) % 30))
      // A few have begun this evening, the store of most visitors has still to.
      if (new Date(at.getTime() + 20 * 60_000) > now || (back === 0 && store.id === home!.id)) continue
      made += await countEvening(world, store, day, at)
    }
  }
  progress(`  件数日盘 daily counts: ${made}`)
}

async function countEvening(world: World, store: DemoStore, day: Day, at: Date): Promise<number> {
  const { database, acts, chain } = world
  const shelf = await database.query<{ category: string; pieces: number }>(
    `select y.category, sum(s.on_hand - coalesce((select sum(m.quantity) from stock_movement m where m.store_id = s.store_id
         and m.sku_id = s.sku_id and m.at > $2), 0))::int as pieces
     from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id where s.store_id = $1 group by 1 order by 1`,
    [store.id, at.toISOString()],
  )
  const held = shelf.filter((s) => s.pieces > 0)
  if (held.length === 0) return 0
  const people = chain.appointments.filter(
    (a) => a.position === 'salesAssociate' && a.store === store.id && a.to === null && a.from <= day,
  )
  const by =
    people.length > 0
      ? people[hashOf(day) % people.length]!.person
      : acts.holder('storeManager', { store: store.id })
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const luck = hashOf(`${store.code} daily ${day}`)
  const isNeat = store.code === 'WX01'
  const wrong = isNeat || luck % 5 > 1 ? undefined : held[luck % held.length]!.category
  const rows = held.map(({ category, pieces }, i) => {
    const counted = category === wrong ? Math.max(0, pieces - 1 - (luck % 2)) : pieces
    const back = Math.floor(counted / 3)
    return {
      category,
      shelf: counted - back,
      back,
      begunAt: later(i).toISOString(),
      at: later(i + 1).toISOString(),
    }
  })
  const on = { store: store.id, day }
  const isLeft = luck % 11 === 3
  await acts.do(by, later(rows.length + 1), 'dailyCounts.count', {
    id: newId(),
    ...on,
    rows: isLeft ? rows.slice(1) : rows,
  })
  const differing = rows.filter((r) => r.category === wrong)
  if (differing.length === 0 || isLeft) return 1
  const moments = { begunAt: later(rows.length + 2).toISOString(), at: later(rows.length + 4).toISOString() }
  // Every third turns up when it is counted again.
  const again = differing.map((r) => ({
    ...r,
    ...moments,
    shelf: r.shelf + (luck % 3 === 0 ? 1 + (luck % 2) : 0),
  }))
  await acts.do(by, later(rows.length + 5), 'dailyCounts.count', { id: newId(), ...on, rows: again })
  if (luck % 3 === 0) return 1
  const manager = acts.holder('storeManager', { store: store.id })
  const reason = reasons[luck % reasons.length]!
  await acts.do(manager, later(rows.length + 8), 'dailyCounts.explain', {
    id: newId(),
    ...on,
    categories: [wrong],
    reason,
    words:
      reason === 'unknown' ? '监控还没看完，明早接着看' : reason === 'away' ? '一件送改衣店，明天取' : null,
  })
  return 1
}

import type { Database } from '../platform/database/database.ts'
import { addDays, type Day, mondayOf } from '../platform/kinds/day.ts'
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
interface Week {
  readonly proposal: { readonly id: string } | null
  readonly sizes: readonly { readonly sku: string; readonly style: string; readonly proposed: number }[]
  readonly slow: readonly {
    readonly styleId: string
    readonly color: string
    readonly facts: { readonly hint: string }
  }[]
}

/**
 * The weekly requests of one area: last week's granted in whole or in part and received, this week's handed in by
 * two stores and waiting. The store that most visitors look at has its proposal before it.
 */
export async function makeReorders(world: World, progress: (text: string) => void): Promise<void> {
  const { acts, chain, today, now } = world
  const [home, ...near] = chain.stores.filter((s) => s.areaId === chain.stores[0]!.areaId)
  const monday = instant(mondayOf(today), 15 * 60)
  const then = monday < now ? monday : instant(addDays(mondayOf(today), -7), 15 * 60)
  const merchandiser = acts.holder('merchandising')
  const late = (minutes: number): Date => new Date(Math.min(then.getTime() + minutes * 60_000, now.getTime()))
  for (const [i, store] of [home!, ...near.slice(0, 4)].entries()) {
    const request = await handIn(world, store, late(i * 7), i)
    if (!request) continue
    const { lines } = await acts.see<{ lines: { sku: string; asked: number; depot: number | null }[] }>(
      merchandiser,
      late(60),
      'reorders.request',
      { store: store.id, request },
    )
    const granted = lines
      .filter((l) => l.asked > 0)
      .map((l) => ({
        sku: l.sku,
        granted: Math.max(0, Math.min(l.asked - (i === 2 ? 1 : 0), l.depot ?? l.asked)),
      }))
    const isCut = granted.some((g) => g.granted < lines.find((l) => l.sku === g.sku)!.asked)
    const { shipment } = await acts.do<{ shipment: string | null }>(
      merchandiser,
      late(120 + i),
      'reorders.decide',
      {
        store: store.id,
        request,
        dueOn: addDays(today, i < 2 ? 0 : 2),
        lines: granted,
        words: isCut ? '总仓余量先保主码，其余下周到货再补' : null,
      },
    )
    if (shipment && i < 2 && late(130) < now)
      await acts.do(acts.holder('storeManager', { store: store.id }), now, 'stock.receive', {
        id: newId(),
        store: store.id,
        shipment,
        last: true,
        lines: granted.filter((g) => g.granted > 0).map((g) => ({ sku: g.sku, arrived: g.granted })),
      })
  }
  const soon = new Date(now.getTime() - 50 * 60_000)
  for (const [i, store] of near.slice(4, 6).entries())
    await handIn(world, store, new Date(soon.getTime() + i * 12 * 60_000), 3 + i)
  await runShort(world)
  progress('  补货 requests for goods: 7')
}

/** Of what both stores that wait want the warehouse has too few, by its last count. */
async function runShort({ database, acts, now }: World): Promise<void> {
  const wanted = await database.query<{ barcode: string; asked: number }>(
    `select k.barcode, sum(l.asked)::int as asked from reorder_request_line l join reorder_request r on r.store_id = l.store_id
       and r.id = l.request_id join sku k on k.id = l.sku_id
     where l.asked > 0 and k.barcode is not null and not exists (select from reorder_decision d where d.store_id = r.store_id
       and d.request_id = r.id) group by 1 having count(*) > 1 order by 2 desc, 1 limit 3`,
  )
  if (wanted.length === 0) return
  const text = wanted.map((w) => `${w.barcode}\t${Math.max(1, w.asked - 1)}`).join('\n')
  // Not before what was sent a moment ago: from the count on, whatever leaves is taken off.
  await acts.do(acts.holder('merchandising'), now, 'reorders.tellDepot', { text })
}

/**
 * So many of each size as a season's rest: plenty of most, little of some, nothing of a few. Told before anything is sent to stores: what
 * leaves the warehouse from then on is taken off.
 */
export async function tellDepot({ database, acts, today }: World): Promise<void> {
  const at = instant(addDays(today, -12), 9 * 60)
  const skus = await database.query<{ barcode: string }>(
    'select k.barcode from sku k join style y on y.id = k.style_id where y.launched_on >= $1 and k.barcode is not null order by k.barcode',
    [addDays(today, -150)],
  )
  const pieces = (barcode: string): number => {
    const luck = hashOf(`${barcode} depot`) % 20
    return luck < 2 ? 0 : luck < 5 ? luck - 1 : 6 + luck
  }
  const text = skus.map(({ barcode }) => `${barcode}\t${pieces(barcode)}`).join('\n')
  await acts.do(acts.holder('merchandising'), at, 'reorders.tellDepot', { text })
  await acts.do(acts.holder('merchandising'), at, 'stock.setFreight', {
    fromDay: addDays(today, -12),
    near: 1_800,
    far: 3_200,
    parcel: 20,
  })
}

/** As managers do: mostly as proposed, one style declined, one more where a customer has asked. */
async function handIn(
  { acts }: World,
  store: DemoStore,
  at: Date,
  luck: number,
): Promise<string | undefined> {
  const manager = acts.holder('storeManager', { store: store.id })
  const seen = await acts.see<Week>(manager, at, 'reorders.week', { store: store.id })
  if (!seen.proposal) return undefined
  const declined = luck % 2 === 1 ? seen.sizes.at(-1)?.style : undefined
  const id = newId()
  await acts.do(manager, at, 'reorders.submit', {
    id,
    store: store.id,
    proposal: seen.proposal.id,
    lines: seen.sizes
      .filter((s) => s.proposed > 0)
      .map((s, i) => ({
        sku: s.sku,
        asked: s.style === declined ? 0 : s.proposed + (i === luck ? 1 : 0),
        why: s.style === declined ? 'doesNotSell' : null,
      })),
    slow: seen.slow.map((s) => ({ style: s.styleId, color: s.color, measure: s.facts.hint })),
    words: luck === 0 ? '周末商场有活动，主推大衣' : null,
  })
  return id
}

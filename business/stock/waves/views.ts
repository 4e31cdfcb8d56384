import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { allocateInThread } from '../../replenishment/stock-thread.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { merchandisers } from '../reach.ts'
import { jobOf, partsOf, type Request, weeksBack } from './rules.ts'
import { mostStores, nothing, type Part, proposeInput, type Ready } from './shape.ts'
import { keepingBooks, pacesOf, placesOf, readyShades, sizesSold } from './tables.ts'
import { waveWords } from './words.ts'

const mostReady = 200
/** Sizes sell alike everywhere: so many stores tell how. */
const sampleStores = 100

export const waveOperations = operations(waveWords, {
  'waves.ready': view({
    summary: ['总仓里可以铺到店的款色', 'Style-colours in the warehouse that can be given out to stores'],
    who: merchandisers,
    about: 'company',
    input: nothing,
    async run({ db, today }) {
      const stores = await storesOf(db, null, null, today)
      return {
        today,
        shades: await readyShades(db, mostReady),
        areas: areasOf(stores),
        /** Among more stores than this a wave is given out by area. */
        isByArea: stores.length > mostStores,
      }
    },
  }),
  'waves.propose': view({
    summary: [
      '铺货方案：每个款色给哪家店几件，为什么',
      'What each store gets of each style-colour of a wave, and why',
    ],
    who: merchandisers,
    about: 'company',
    input: proposeInput,
    async run({ db, today }, { area, shades, weeks, keep }) {
      const keys = shades.map((s) => `${s.style} ${s.color}`)
      const ready = await readyShades(db, keys.length, keys)
      if (ready.length < new Set(keys).size) return refuse('notInWarehouse', {}, 'shades')
      const all = await storesOf(db, null, area, today)
      const keeping = await keepingBooks(
        db,
        all.map((s) => s.id),
      )
      const stores = all.filter((s) => keeping.has(s.id))
      if (stores.length > mostStores) return refuse('tooManyStores', { most: mostStores }, 'area')
      const request = await factsOf(db, stores, ready, { today, weeks, keep })
      const parts = await giveOut(ready, request)
      return {
        today,
        stores: stores.map(({ id, code, name, nameEn }) => ({ id, code, name, nameEn })),
        shades: ready.map((shade, i) => ({ ...shade, parts: parts[i]! })),
      }
    },
  }),
})

const areasOf = (stores: Awaited<ReturnType<typeof storesOf>>) => [
  ...new Map(
    stores.flatMap(({ area: id, areaName, areaNameEn }) =>
      id ? [[id, { id, name: areaName ?? '', nameEn: areaNameEn }] as const] : [],
    ),
  ).values(),
]

async function factsOf(
  db: Db,
  stores: readonly { readonly id: string; readonly openedOn: Day }[],
  ready: readonly Ready[],
  asked: { readonly today: Day; readonly weeks: number; readonly keep: number },
): Promise<Request> {
  const { today, weeks, keep } = asked
  const ids = stores.map((s) => s.id)
  const categories = [...new Set(ready.map((r) => r.category))]
  const from = addDays(today, -7 * weeksBack)
  return {
    weeks,
    keep,
    stores: stores.map((s) => ({
      id: s.id,
      traded: Math.min(weeksBack, Math.max(0, daysBetween(s.openedOn, today)) / 7),
    })),
    paces: await pacesOf(db, ids, categories, from, today),
    sizesSold: await sizesSold(db, ids.slice(0, sampleStores), categories, from, today),
    has: await placesOf(
      db,
      ready.map((r) => `${r.style} ${r.color}`),
      ids,
    ),
  }
}

/** Style-colours of the same number of sizes are given out together, in a thread of their own. */
async function giveOut(ready: readonly Ready[], request: Request): Promise<Part[][]> {
  const parts: Part[][] = ready.map(() => [])
  for (const sizes of new Set(ready.map((r) => r.sizes.length))) {
    const at = ready.flatMap((r, i) => (r.sizes.length === sizes ? [i] : []))
    const shades = at.map((i) => ready[i]!)
    const plan = await allocateInThread(jobOf(shades, request))
    for (const [n, of] of partsOf(shades, request, plan).entries()) parts[at[n]!] = of
  }
  return parts
}

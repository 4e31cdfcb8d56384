import type { Db } from '../../../platform/database/database.ts'
import type { Sheet } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { overseers } from '../reach.ts'
import { assemble, bestOf, slowOf } from './assemble.ts'
import { noFacts } from './rules.ts'
import { boardInput, type Shade, weeks } from './shape.ts'
import { boardSheet } from './sheets.ts'
import { shadesIn, shadesOf } from './tables.ts'
import { boardWords } from './words.ts'

/** Stores that are reckoned together at once; and style-colours named as best and as slow. */
export const mostStores = 300
const mostShades = 12

export const boardOperations = operations(boardWords, {
  'stockBoard.board': view({
    summary: [
      '进销存看板：售罄、可销周数、动销、断码',
      'Stock and sales: sell-through, cover, active and broken goods',
    ],
    who: { ...overseers, storeManager: 'store' },
    about: (_db, { store, area }) => (store ? { store } : area ? { area } : 'company'),
    input: boardInput,
    async run({ db, scope, today }, { store, area, season, category, isFull }) {
      const all = await storesOf(
        db,
        store ? [store] : scope.stores === 'all' ? null : scope.stores,
        area ?? null,
        today,
      )
      const isTooMany = all.length > mostStores
      if (isTooMany && isFull) return refuse('tooManyStores', { most: mostStores }, 'area')
      const stores = isTooMany ? [] : all
      const ids = stores.map((s) => s.id)
      const { rows, known } = await stockAndSales(db, ids, today)
      const wanted = (s: Shade) => (!season || s.season === season) && (!category || s.category === category)
      const of = assemble(rows, known, today, wanted)
      return {
        today,
        weeks,
        areas: areasOf(all),
        /** More than are reckoned at once: first an area is chosen. */
        isTooMany,
        most: mostStores,
        total: of.total,
        stores: stores.map((s) => ({
          id: s.id,
          code: s.code,
          name: s.name,
          nameEn: s.nameEn,
          pinyin: s.pinyin,
          area: s.area,
          facts: of.byStore.get(s.id) ?? noFacts,
        })),
        byCategory: of.byCategory,
        bySeason: of.bySeason,
        byAge: of.byAge,
        best: bestOf(of, mostShades),
        slow: slowOf(of, today, mostShades),
        seasons: [...new Set(known.map((s) => s.season))].sort().reverse(),
        categories: [...new Set(known.map((s) => s.category))].sort(),
        shades: isFull ? of.shades : [],
      }
    },
    /** On the screen the best and the slow stand; the file lists every style-colour. */
    sheet: (answer, language): Sheet => boardSheet(answer.shades, answer.today as Day, language),
  }),
})

const areasOf = (stores: readonly StoreSeen[]) => [
  ...new Map(
    stores.flatMap(({ area: id, areaName, areaNameEn }) =>
      id ? [[id, { id, name: areaName ?? '', nameEn: areaNameEn }] as const] : [],
    ),
  ).values(),
]

export async function stockAndSales(db: Db, stores: readonly string[], today: Day) {
  const rows = await shadesIn(db, stores, today)
  const known = await shadesOf(db, [...new Set(rows.map((r) => r.style))], today)
  return { rows, known }
}

import type { Db } from '../../../platform/database/database.ts'
import { type Day, monthOf } from '../../../platform/kinds/day.ts'
import { progressOf, type StoreKnown } from '../boards/progress.ts'
import { gapTogether, together } from '../boards/scope-rules.ts'
import type { StoreSeen } from '../boards/shape.ts'
import { storesOf } from '../boards/tables.ts'
import { figuresOf, isBehind } from './rules.ts'
import type { SeatFigures, Standing } from './shape.ts'

export interface ScopeStanding {
  /** Of the scope as a whole. */
  readonly figures: SeatFigures | null
  readonly stores: readonly Standing[]
  readonly areas: readonly Standing[]
}

/** How the stores of a scope, its areas and itself stand at the close of a day; the boards' own figures. */
export async function standingOf(
  db: Db,
  among: { readonly stores: readonly string[] | null; readonly area: string | null },
  asOf: Day,
  now: Date,
): Promise<ScopeStanding> {
  const seen = await storesOf(db, among.stores, among.area, asOf)
  const known = await progressOf(db, seen, asOf, now)
  const areas = new Map(seen.flatMap((s) => (s.area === null ? [] : [[s.area, s] as const])))
  return {
    figures: scopeFigures(known, asOf),
    stores: known.map((k, i) => storeStanding(seen[i]!, k, asOf)),
    areas: [...areas].map(([id, s]) =>
      areaStanding(
        id,
        s,
        known.filter((k) => k.progress.area === id),
        asOf,
      ),
    ),
  }
}

const scopeFigures = (known: readonly StoreKnown[], asOf: Day): SeatFigures | null =>
  figuresOf(asOf, together(known, asOf, monthOf(asOf)).month, gapTogether(known))

function storeStanding(seen: StoreSeen, { progress }: StoreKnown, asOf: Day): Standing {
  const figures = figuresOf(asOf, progress.month, progress.gap)
  const { id, code, name, nameEn, area } = seen
  return { seat: id, code, name, nameEn, area, figures, behind: isBehind(figures) }
}

function areaStanding(
  area: string,
  seen: Pick<StoreSeen, 'areaName' | 'areaNameEn'>,
  known: readonly StoreKnown[],
  asOf: Day,
): Standing {
  const figures = scopeFigures(known, asOf)
  return {
    seat: area,
    code: '',
    name: seen.areaName ?? '',
    nameEn: seen.areaNameEn,
    area,
    figures,
    behind: isBehind(figures),
  }
}

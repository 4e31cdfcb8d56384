import { usualCauses } from '../business/oversight/rules.ts'
import type { MatterKind } from '../business/oversight/shape.ts'
import type { Day } from '../platform/kinds/day.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

interface List {
  filed: { version: number } | null
  matters: { store: string; kind: MatterKind; about: string; said: { day: Day } | null }[]
}

/** The afternoon's oversight of each area: the usual causes, by what stands there. The manager of the south lets one go by. */
export async function overseeAreas(acts: Acts, chain: Chain, day: Day, back: number): Promise<void> {
  for (const [i, area] of chain.areas.entries()) {
    if (area.code === 'S1' && back === 1) continue
    const manager = acts.holder('areaManager', { area: area.id })
    const at = instant(day, 16 * 60 + 5 + i * 23)
    const { filed, matters } = await acts.see<List>(manager, at, 'oversight.list', { area: area.id })
    await acts.do(manager, at, 'oversight.submit', {
      area: area.id,
      day,
      basedOn: filed?.version ?? 0,
      lines: matters
        .filter((m) => m.said === null)
        .map(({ store, kind, about }, n) => {
          const usual = usualCauses[kind].filter((cause) => cause !== 'other')
          return { store, kind, about, cause: usual[(n + back) % usual.length]!, words: null }
        }),
    })
  }
}

import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { instant } from './moments.ts'

interface Proposal {
  readonly styles: readonly {
    readonly style: string
    readonly steps: readonly { readonly week: number; readonly percent: number }[]
  }[]
}

/** A season that has been marked down for a week and a half, and a few styles of which the director has still to decide. */
export async function makeMarkdowns(acts: Acts, today: Day, progress: (text: string) => void): Promise<void> {
  const buyer = acts.holder('merchandising')
  const director = acts.holder('operationsDirector')
  const handIn = async (on: Day, first: number, most: number, words: string) => {
    const at = instant(on, 15 * 60)
    const { seasons } = await acts.see<{ seasons: { season: string; styles: number }[] }>(
      buyer,
      at,
      'markdowns.plans',
      {},
    )
    const from = addDays(on, 3)
    const days = { from, endsOn: addDays(from, 56), leftPercent: 20 }
    for (const { season } of seasons.sort((a, b) => b.styles - a.styles)) {
      const { styles } = await acts.see<Proposal>(buyer, at, 'markdowns.propose', {
        season,
        floor: 60,
        ...days,
      })
      const lines = styles
        .filter((s) => s.steps.length > 0)
        .slice(first, first + most)
        .map(({ style, steps }) => ({ style, steps }))
      if (lines.length === 0) continue
      const id = newId()
      await acts.do(buyer, at, 'markdowns.submit', { id, season, words, lines, ...days })
      return id
    }
  }
  const ran = await handIn(addDays(today, -15), 0, 5, '羽绒上柜前清出陈列位')
  if (ran)
    await acts.do(director, instant(addDays(today, -14), 10 * 60), 'markdowns.decide', {
      plan: ran,
      approve: true,
      words: null,
    })
  const waits = await handIn(addDays(today, -1), 0, 4, '各店要求清掉的款，年前卖完')
  progress(`  降价方案 markdown plans: ${[ran, waits].filter(Boolean).length}`)
}

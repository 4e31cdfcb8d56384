import { addDays, addMonths, type Day, firstDay, monthOf, yearOf } from '../platform/kinds/day.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'

interface Lines {
  lines: { child: string; months: number[] }[]
  expected: number | null
}
interface Month {
  target: { id: string; days: number[] } | null
  staff: { person: string; factor: number; off: number[] }[]
}

/**
 * The targets of the demo chain, made as people make them: the director proposes from history, the general manager
 * approves, area managers split to stores, store managers to people and days. Next year's plan waits for approval.
 */
export async function makePlans(
  acts: Acts,
  chain: Chain,
  today: Day,
  progress: (text: string) => void,
): Promise<void> {
  const year = yearOf(today)
  const director = acts.holder('operationsDirector')
  const generalManager = acts.holder('generalManager')
  const december = at(`${year - 1}-12-05`)

  const saved = await planYear(acts, director, december, year, 1.05)
  await acts.do(generalManager, at(`${year - 1}-12-08`), 'targets.decideYear', {
    version: saved,
    decision: 'approve',
  })
  for (const area of chain.areas) {
    const manager = acts.holder('areaManager', { area: area.id })
    const when = at(`${year - 1}-12-15`)
    const proposed = await acts.see<Lines>(manager, when, 'targets.proposeArea', { area: area.id, year })
    const version = await acts.do<{ id: string }>(manager, when, 'targets.saveArea', {
      area: area.id,
      year,
      basedOn: null,
      lines: bare(proposed),
      origin: 'proposal',
    })
    await acts.do(manager, when, 'targets.releaseArea', { version: version.id })
  }
  progress(`  ${year} 年目标已分到店、到日 targets down to stores and days`)

  for (const month of [addMonths(monthOf(today), -1), monthOf(today)]) {
    if (yearOf(month) !== year) continue
    for (const store of chain.stores) {
      const manager = acts.holder('storeManager', { store: store.id })
      const when = at(addDays(firstDay(month) < store.openedOn ? store.openedOn : firstDay(month), -3))
      if (monthOf(store.openedOn) > month) continue
      const seen = await acts.see<Month>(manager, when, 'targets.storeMonth', { store: store.id, month })
      if (!seen.target) continue
      const people = seen.staff
        .filter((p) => p.factor > 0)
        .map(({ person, factor, off }) => ({ person, factor, off }))
      if (people.length === 0) continue
      await acts.do(manager, when, 'targets.saveStoreMonth', {
        store: store.id,
        month,
        basedOn: seen.target.id,
        days: seen.target.days,
        people,
      })
    }
  }
  progress('  本月目标已分到人 this month’s targets down to people')

  const next = await planYear(acts, director, at(today, 1), year + 1, 1.06)
  progress(`  ${year + 1} 年计划等待总经理批准 next year’s plan waits for approval (${next.slice(0, 8)})`)
}

async function planYear(
  acts: Acts,
  director: string,
  when: Date,
  year: number,
  wish: number,
): Promise<string> {
  const first = await acts.see<Lines>(director, when, 'targets.proposeYear', { year })
  // Directors think in round figures: whole hundred thousands of yuan.
  const total = Math.round(((first.expected ?? 0) * wish) / 10_000_000) * 10_000_000
  const proposed = await acts.see<Lines>(director, when, 'targets.proposeYear', { year, total })
  const version = await acts.do<{ id: string }>(director, when, 'targets.saveYear', {
    year,
    basedOn: null,
    lines: bare(proposed),
    origin: 'proposal',
    reason: '按历史建议，取整',
  })
  await acts.do(director, when, 'targets.submitYear', { version: version.id })
  return version.id
}

const bare = (plan: Lines): { child: string; months: number[] }[] =>
  plan.lines.map(({ child, months }) => ({ child, months }))
const at = (day: string, hour = 10): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)

import { type Day, isDay, isMonth } from '../../../../platform/kinds/day.ts'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import type { Format } from '../../../../platform/web/format.ts'

/** A period as people write it: 11月23日 周一, 第 48 周, 2026年11月, 2026 四季度, 2026 年. */
export function periodWords(key: string, f: Format): Sentence {
  const period = key.split('#')[0]!
  if (isDay(period)) return twice(f.dayAndWeekday(period as Day))
  if (isMonth(period)) return twice(f.month(period))
  const [year, part] = [period.slice(0, 4), period.slice(6)]
  if (/^\d{4}-W\d{2}$/.test(period))
    return [`${year} 年第 ${Number(part)} 周`, `week ${Number(part)}, ${year}`]
  if (/^\d{4}-Q\d$/.test(period)) return [`${year} 年${'一二三四'[Number(part) - 1]}季度`, `Q${part} ${year}`]
  if (/^\d{4}$/.test(period)) return [`${year} 年`, year]
  return ['有事即办', 'on event']
}
const twice = (text: string): Sentence => [text, text]

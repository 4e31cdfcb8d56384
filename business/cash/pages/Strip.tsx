import { type Day, dayOfMonth, weekdayOf } from '../../../platform/kinds/day.ts'
import { add } from '../../../platform/kinds/money.ts'
import type { Format } from '../../../platform/web/format.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { WeaveGrid, type WeaveHead, type WeaveState } from '../../../platform/web/parts/WeaveGrid.tsx'
import { type Say, useSay } from '../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import type { StoreDay } from '../standing-rules.ts'

/** How the count of a day is drawn, and in words. */
export function countCell(d: StoreDay, say: Say, f: Format): { state?: WeaveState; words: string } {
  if (d.state === 'notBegun') return { words: say(p.notBegun) }
  if (d.state === 'closedDay') return { state: 'excused', words: say(p.closedDay) }
  if (d.state === 'open') return { state: 'open', words: say(p.openDay) }
  if (d.state === 'notCounted') return { state: 'missed', words: say(p.notCounted) }
  if (d.over === 0 && d.short === 0) return { state: 'done', words: say(p.agreed) }
  const words = [
    d.over > 0 ? `${say(p.over)} ${f.money(d.over)}` : '',
    d.short < 0 ? `${say(p.short)} ${f.signedMoney(d.short)}` : '',
  ]
  return { state: d.unexplained > 0 ? 'overdue' : 'mostly', words: words.filter(Boolean).join(' ') }
}
export function depositCell(d: StoreDay, say: Say, f: Format): { state?: WeaveState; words: string } {
  if (d.state !== 'counted' || d.deposit === 'none') return { words: say(p.none) }
  const amount = f.money(d.moved)
  if (d.deposit === 'made') return { state: 'done', words: `${say(p.made)} ${amount}` }
  if (d.deposit === 'madeLate') return { state: 'late', words: `${say(p.late)} ${amount}` }
  if (d.deposit === 'late') return { state: 'overdue', words: `${say(p.overdue)} ${amount}` }
  return { state: 'open', words: `${say(p.owed)} ${amount}` }
}
export const headsOf = (days: readonly Day[], today: Day, f: Format): WeaveHead[] =>
  days.map((day) => ({
    key: day,
    text: String(dayOfMonth(day)),
    ...(dayOfMonth(day) === 1 || day === days[0] ? { over: f.shortMonth(day.slice(0, 7) as never) } : {}),
    ...(day === today ? { tone: 'today' as const } : weekdayOf(day) > 5 ? { tone: 'weekend' as const } : {}),
  }))
export const legendOf = (say: Say): { state: WeaveState; words: string }[] => [
  { state: 'done', words: say(p.fine) },
  { state: 'mostly', words: say(p.withDifference) },
  { state: 'late', words: say(p.lateOne) },
  { state: 'overdue', words: say(p.overdue) },
  { state: 'missed', words: say(p.notCounted) },
  { state: 'open', words: say(p.pending) },
]

/** Fourteen days of one store as two quiet rows: counted, paid in. A day pressed is opened. */
export function Strip({
  days,
  today,
  onOpen,
}: {
  days: readonly StoreDay[]
  today: Day
  onOpen: (day: Day) => void
}) {
  const say = useSay()
  const f = useFormat()
  const row = (key: string, name: string, cell: typeof countCell) => ({
    key,
    name,
    spoken: name,
    cells: days.map((d) => {
      const { words, ...rest } = cell(d, say, f)
      return { key: d.day, ...rest, words: `${f.dayAndWeekday(d.day)} ${words}` }
    }),
  })
  const total = add(...days.map((d) => add(d.over, d.short)))
  return (
    <WeaveGrid
      label={say(p.today14)}
      heads={headsOf(
        days.map((d) => d.day),
        today,
        f,
      )}
      rows={[
        { ...row('count', say(p.countRow), countCell), end: total === 0 ? '' : f.signedMoney(total) },
        row('deposit', say(p.depositRow), depositCell),
      ]}
      legend={legendOf(say)}
      onOpen={(_row, day) => onOpen(day as Day)}
    />
  )
}

import { type Day, dayOfMonth, daysOf, weekdayOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import type { Away } from './api.ts'

type Absence = Away['absences'][number]

/** Stores down, days across: how many are away; pointing names them. Only stores where somebody is. */
export function AwayGrid({ seen }: { seen: Away }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const days = daysOf(seen.month)
  const rows = byStore(seen.absences)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="away-scroll" tabIndex={0} aria-label={say(p.tabAway)}>
      <table className="away-grid">
        <thead>
          <tr>
            <th scope="col">{say(p.store)}</th>
            {days.map((day) => (
              <th key={day} scope="col" className={weekdayOf(day) > 5 ? 'is-weekend' : undefined}>
                {dayOfMonth(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, absences]) => {
            const [first] = absences
            const who = [...new Set(absences.map((a) => a.name))].join(say(p.comma))
            return (
              <tr key={key}>
                <th scope="row">
                  {first?.storeName
                    ? name({ name: first.storeName, nameEn: first.storeNameEn })
                    : say(p.headquarters)}
                  <span className="note">{who}</span>
                </th>
                {days.map((day) => (
                  <Cell key={day} day={day} today={seen.today} absences={absences} said={f.day(day)} />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Cell(props: { day: Day; today: Day; absences: readonly Absence[]; said: string }) {
  const { day, today, absences, said } = props
  const say = useSay()
  const away = absences.filter((a) => a.from <= day && a.to >= day)
  if (away.length === 0) return <td className={day === today ? 'is-today' : undefined} />
  const words = say(p.countAway, { day: said, names: away.map((a) => a.name).join(say(p.comma)) })
  const isAsked = away.every((a) => !a.approved)
  return (
    <td className={day === today ? 'is-today' : undefined}>
      <span className={`away-cell${isAsked ? ' is-asked' : ''}`} title={words}>
        <span aria-hidden="true">{away.length}</span>
        <span className="sr-only">{words}</span>
      </span>
    </td>
  )
}

function byStore(absences: readonly Absence[]): [string, Absence[]][] {
  const rows = new Map<string, Absence[]>()
  for (const a of absences) rows.set(a.store ?? '', [...(rows.get(a.store ?? '') ?? []), a])
  return [...rows]
}

import type { Day } from '../../../../platform/kinds/day.ts'
import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { inHours, isHard, weekDays } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { cellOf, minutesOf, type WeekSeen } from './api.ts'
import { CellSheet } from './CellSheet.tsx'
import { CoverageBars } from './CoverageBars.tsx'
import { ShiftFace } from './ShiftFace.tsx'

/** One day at a time: seven days to press, the day's hours, and each person's shift as a card. */
export function PhoneBoard({ seen, mayChange }: { seen: WeekSeen; mayChange: boolean }) {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const days = weekDays(seen.week)
  const chosen =
    search.day && isDay(search.day) && days.includes(search.day)
      ? search.day
      : days.includes(seen.today)
        ? seen.today
        : days[0]!
  const of = seen.demand.days.find((d) => d.day === chosen)
  const isFixed = seen.versions.length > 0 && chosen < seen.today
  const start = (person: string): number =>
    seen.shifts.find((s) => s.code === cellOf(seen.cells, person, chosen)?.code)?.from ?? 9_999
  const order = [...seen.workers].sort((a, b) => start(a.person) - start(b.person))
  const opened = search.cell?.slice(0, 36)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
      <div className="roster-days" role="group" aria-label={say(r.roster)}>
        {days.map((day) => (
          <DayButton
            key={day}
            seen={seen}
            day={day}
            isHere={day === chosen}
            onPress={() => change({ day, cell: undefined })}
          />
        ))}
      </div>
      <Card
        title={f.dayAndWeekday(chosen)}
        sub={of ? say(r.dayShare, { share: f.percent(of.share), people: of.people }) : undefined}
      >
        <CoverageBars seen={seen} day={chosen} tall />
        <p className="note">{say(r.coverageNote)}</p>
        <ul className="roster-people">
          {order.map((worker) => {
            const broken = seen.breaches.filter((b) => b.person === worker.person && b.day === chosen)
            return (
              <li key={worker.person} className={broken.some(isHard) ? 'is-wrong' : undefined}>
                <button type="button" onClick={() => change({ cell: `${worker.person} ${chosen}` })}>
                  <span>
                    <b translate="no">{worker.name}</b>
                    <small className="num">{`${inHours(minutesOf(seen, worker.person))} / ${inHours(worker.limits.week)} h`}</small>
                  </span>
                  <ShiftFace seen={seen} worker={worker} day={chosen} />
                </button>
              </li>
            )
          })}
        </ul>
      </Card>
      {opened ? (
        <CellSheet
          key={search.cell}
          seen={seen}
          person={opened}
          day={chosen}
          may={mayChange && !isFixed}
          title={f.dayAndWeekday(chosen)}
          onClose={() => change({ cell: undefined })}
        />
      ) : null}
    </>
  )
}

function DayButton(props: { seen: WeekSeen; day: Day; isHere: boolean; onPress: () => void }) {
  const { seen, day, isHere, onPress } = props
  const f = useFormat()
  const need = seen.demand.days.find((d) => d.day === day)?.people ?? 0
  const there = seen.cells.filter((c) => c.day === day).length
  const isWrong = seen.breaches.some((b) => b.day === day && isHard(b))
  return (
    <button
      type="button"
      className={`roster-day-button${isHere ? ' is-here' : ''}${isWrong ? ' is-wrong' : ''}`}
      aria-pressed={isHere}
      onClick={onPress}
    >
      <span>{f.weekday(day).replace('周', '')}</span>
      <b className="num">{Number(day.slice(8))}</b>
      <small className={`num ${there < need ? 'tone-late' : ''}`}>{`${there}/${need}`}</small>
    </button>
  )
}

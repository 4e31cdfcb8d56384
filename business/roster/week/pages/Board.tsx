import { type DragEvent, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { clockOf, inHours, isHard, weekDays } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { api, type Change, cellOf, minutesOf, type WeekSeen, type WorkerSeen } from './api.ts'
import { CellSheet } from './CellSheet.tsx'
import { CoverageBars } from './CoverageBars.tsx'
import { FairBars } from './FairCard.tsx'
import { ShiftFace } from './ShiftFace.tsx'

interface Place {
  readonly person: string
  readonly day: Day
}
const keyOf = (p: Place): string => `${p.person} ${p.day}`

/** People × days, coverage above, who bears what at the right. A cell dragged onto another exchanges the two. */
export function Board({ seen, mayChange }: { seen: WeekSeen; mayChange: boolean }) {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const [dragged, drag] = useState<Place>()
  const [over, hover] = useState<string>()
  const put = api.useDo('rosters.put', { onDone: () => notice(say(r.changed)) })
  const days = weekDays(seen.week)
  const isFixed = (day: Day): boolean => seen.versions.length > 0 && day < seen.today
  const exchange = (a: Place, b: Place): void => {
    if (keyOf(a) === keyOf(b)) return
    const [one, two] = [cellOf(seen.cells, a.person, a.day), cellOf(seen.cells, b.person, b.day)]
    const cells: Change[] = [
      { ...a, code: two?.code ?? null, zone: two?.zone ?? null },
      { ...b, code: one?.code ?? null, zone: one?.zone ?? null },
    ]
    put.mutate({ store: seen.store.id, week: seen.week, basedOn: seen.head?.revision ?? 0, cells })
  }
  const openCell = search.cell
  const opened = openCell ? { person: openCell.slice(0, 36), day: openCell.slice(37) as Day } : undefined
  const most = {
    weekends: Math.max(1, ...seen.fair.map((x) => x.weekends)),
    lates: Math.max(1, ...seen.fair.map((x) => x.lates)),
    peak: Math.max(1, ...seen.fair.map((x) => x.peak)),
  }
  return (
    <section className="card card-flush roster-card">
      {put.error ? <FormProblem problem={put.error} /> : null}
      <table className="roster-board">
        <thead>
          <tr>
            <th scope="col" className="roster-who">
              <span className="sr-only">{say(r.people)}</span>
              <span className="note">{say(r.coverage)}</span>
              <small title={say(r.costIs)}>
                {seen.demand.weeks > 0 ? say(r.demandFrom, { weeks: seen.demand.weeks }) : say(r.demandNone)}
              </small>
              <small>{say(r.coverageNote)}</small>
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === seen.today ? 'is-today' : undefined}>
                <DayHead seen={seen} day={day} />
                <CoverageBars seen={seen} day={day} />
              </th>
            ))}
            <th scope="col" className="roster-fair-head">
              {say(r.eightWeeks)}
              <small>{`${say(r.weekends)} · ${say(r.lates)} · ${say(r.peak)}`}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.workers.map((worker) => (
            <tr key={worker.person}>
              <th scope="row" className="roster-who">
                <Who seen={seen} worker={worker} />
              </th>
              {days.map((day) => {
                const place = { person: worker.person, day }
                const may = mayChange && !isFixed(day)
                return (
                  <BoardCell
                    key={day}
                    seen={seen}
                    worker={worker}
                    day={day}
                    may={may}
                    isOver={over === keyOf(place) && dragged !== undefined}
                    onOpen={() => change({ cell: keyOf(place) })}
                    onDrag={() => drag(place)}
                    onOver={() => hover(keyOf(place))}
                    onDrop={() => {
                      if (dragged && may) exchange(dragged, place)
                      drag(undefined)
                      hover(undefined)
                    }}
                    onEnd={() => {
                      drag(undefined)
                      hover(undefined)
                    }}
                  />
                )
              })}
              <td className="roster-fair">
                <FairBars fair={seen.fair.find((x) => x.person === worker.person)} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange ? <p className="roster-hint note">{say(r.moveHint)}</p> : null}
      {opened ? (
        <CellSheet
          key={openCell}
          seen={seen}
          person={opened.person}
          day={opened.day}
          may={mayChange && !isFixed(opened.day)}
          title={f.dayAndWeekday(opened.day)}
          onClose={() => change({ cell: undefined })}
        />
      ) : null}
    </section>
  )
}

function DayHead({ seen, day }: { seen: WeekSeen; day: Day }) {
  const say = useSay()
  const f = useFormat()
  const of = seen.demand.days.find((d) => d.day === day)
  const there = seen.cells.filter((c) => c.day === day).length
  const isShort = of !== undefined && there < of.people
  return (
    <span
      className="roster-day"
      title={of ? say(r.dayShare, { share: f.percent(of.share), people: of.people }) : ''}
    >
      <b>{f.weekday(day)}</b>
      <span>
        {f.day(day)}
        {seen.holidays.includes(day) ? ` ${say(r.holiday)}` : ''}
        {seen.closed.includes(day) ? ` ${say(r.closed)}` : ''}
      </span>
      <span className={`num ${isShort ? 'tone-late' : ''}`}>{`${there}/${of?.people ?? 0}`}</span>
    </span>
  )
}

function Who({ seen, worker }: { seen: WeekSeen; worker: WorkerSeen }) {
  const say = useSay()
  const { limits } = worker
  const hours = inHours(minutesOf(seen, worker.person))
  const own = inHours(limits.week)
  const broken = seen.breaches.filter((b) => b.person === worker.person && b.day === null)
  const tone = broken.some(isHard) ? 'tone-missed' : broken.length > 0 ? 'tone-late' : ''
  return (
    <span className="roster-name">
      <b translate="no">{worker.name}</b>
      <span className={`num ${tone}`}>
        {hours}
        <small>{` / ${own} h`}</small>
      </span>
      {limits.partTime ? <small className="roster-limit">{say(r.limitPart)}</small> : null}
      {limits.notAfter !== null ? (
        <small className="roster-limit">
          {`${say(r.limitNight, { to: clockOf(limits.notAfter) })} · ${say(r.limitNoOver)}`}
        </small>
      ) : null}
    </span>
  )
}

function BoardCell(props: {
  seen: WeekSeen
  worker: WorkerSeen
  day: Day
  may: boolean
  isOver: boolean
  onOpen: () => void
  onDrag: () => void
  onOver: () => void
  onDrop: () => void
  onEnd: () => void
}) {
  const { seen, worker, day, may, isOver, onOpen, onDrag, onOver, onDrop, onEnd } = props
  const cell = cellOf(seen.cells, worker.person, day)
  const broken = seen.breaches.filter((b) => b.person === worker.person && b.day === day)
  const wrong = broken.some(isHard) ? ' is-wrong' : broken.length > 0 ? ' is-minded' : ''
  const allow = (event: DragEvent) => {
    if (!may) return
    event.preventDefault()
    onOver()
  }
  return (
    <td
      className={`roster-cell${day === seen.today ? ' is-today' : ''}${isOver ? ' is-over' : ''}${wrong}`}
      onDragOver={allow}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <button
        type="button"
        draggable={may && cell !== undefined}
        data-cell={`${worker.person} ${day}`}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', worker.name)
          onDrag()
        }}
        onDragEnd={onEnd}
        onClick={onOpen}
      >
        <ShiftFace seen={seen} worker={worker} day={day} />
      </button>
    </td>
  )
}

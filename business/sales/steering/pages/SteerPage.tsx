import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe, useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type CompanySeen } from './api.ts'
import { ChaseBoard } from './ChaseBoard.tsx'
import { useCauseText } from './SeatLine.tsx'
import './steering.css'
import { titles } from './titles.ts'

/** The director's list over areas, each with its stores that lag. */
export default function SteerPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const isDirector = useHolds('operationsDirector')
  const [search, change] = useSearch()
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const list = api.useSee('chase.company', asked, { keep: true })
  const day = list.data?.day ?? asked.day ?? me.today
  return (
    <Page
      title={say(titles.steer)}
      sub={list.data ? subOf(list.data) : undefined}
      actions={
        <>
          <DayInput
            label={say(p.day)}
            value={day}
            max={me.today}
            onChange={(d) => change({ day: d === me.today ? undefined : d })}
          />
          <ExportButton view="chase.company" input={asked} />
        </>
      }
    >
      <Seen of={list} lines={10}>
        {(seen) => (
          <ChaseBoard
            key={`${seen.day} ${seen.filed?.version ?? 0}`}
            seen={seen}
            isMine={isDirector}
            below={(area) => {
              const line = seen.lines.find((l) => l.seat === area)
              return line ? <Stores line={line} day={search.day} /> : null
            }}
          />
        )}
      </Seen>
    </Page>
  )

  function subOf(seen: CompanySeen): string {
    const { filed, asOf } = seen
    return [
      f.dayAndWeekday(seen.day),
      ...(asOf === null ? [] : [say(p.asOf, { day: f.day(asOf) })]),
      ...(filed ? [say(p.filed, { name: filed.madeByName, time: f.time(filed.madeAt) })] : []),
    ].join(' · ')
  }
}

/** The stores behind an area’s lag, each with the way to its board and a directive straight to it. */
function Stores({ line, day }: { line: CompanySeen['lines'][number]; day: string | undefined }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const causeText = useCauseText()
  const { list, stores } = line
  return (
    <div className="steer-stores">
      <p className="note">
        {list
          ? say(p.areaFiled, { name: list.madeByName, time: f.time(list.madeAt), count: list.behind })
          : say(p.areaNotFiled)}{' '}
        <Go to="/chase" search={{ area: line.seat, day }}>
          {say(p.seeList)}
        </Go>
      </p>
      {stores.length === 0 ? null : (
        <details open={!line.behind}>
          <summary>{say(p.storesBehind, { count: stores.length })}</summary>
          <ul>
            {stores.map((store) => (
              <li key={store.seat}>
                <div className="last-head">
                  <Go to={`/board/stores/${store.seat}`} search={{ day }}>
                    {name(store)}
                  </Go>
                  <span className="num">{store.figures ? f.wan(store.figures.winBack) : '—'}</span>
                </div>
                <p className="note">{causeText(store.figures?.cause)}</p>
                <Go to="/directives/new" search={{ store: store.seat, factor: store.figures?.cause?.factor }}>
                  {say(p.give)}
                </Go>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { metricNames } from '../../metrics/words.ts'
import { o, stateWords } from '../page-words.ts'
import { reportKinds } from '../shape.ts'
import { api, isRate, type Line, spanText, whole } from './api.ts'
import { OwnReportSheet } from './OwnReportSheet.tsx'
import './own-reports.css'

/** Who of the store has handed in, what they ask for, what they practise; opening one is recorded. */
export default function OwnReportsPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const kind = reportKinds.find((k) => k === search.kind) ?? 'day'
  const led = me.appointments.flatMap((a) => (a.position === 'storeManager' && a.store ? [a.store.id] : []))
  const store = search.store ?? led[0] ?? ''
  const day = search.day && isDay(search.day) ? { day: search.day } : {}
  const board = api.useSee(
    'ownReports.ofStore',
    { store, kind, ...day },
    { keep: true, every: 60_000, when: store !== '' },
  )
  const seen = board.data
  return (
    <Page
      title={say(o.ofStore)}
      sub={seen ? `${name(seen.store)} · ${spanText(f, seen.kind, seen)}` : undefined}
      actions={
        <DayInput
          label={say(o.theDay)}
          value={seen?.from ?? me.today}
          max={me.today}
          onChange={(d) => change({ day: d === me.today ? undefined : d, person: undefined })}
        />
      }
    >
      <Tabs
        label={say(o.kind)}
        value={kind}
        options={reportKinds.map((key) => ({ key, label: say(o[key]) }))}
        onChange={(next) => change({ kind: next === 'day' ? undefined : next, person: undefined })}
      />
      <Seen of={board}>
        {({ lines }) => {
          const filed = lines.filter((l) => l.id)
          const toRead = lines.filter((l) => l.id && l.state !== 'confirmed' && l.state !== 'askedBack')
          const shown = lines.find((l) => l.person === search.person)
          const next = toRead.find((l) => l.person !== search.person)
          if (lines.length === 0) return <Empty title={say(o.nobody)} next={say(o.nobodyNext)} />
          return (
            <>
              <FigureStrip>
                <Figure
                  size="strip"
                  label={say(o.handedIn)}
                  value={say(o.handedInOf, { filed: filed.length, due: lines.length })}
                />
                <Figure size="strip" label={say(o.toRead)} value={f.count(toRead.length)} />
                <Figure
                  size="strip"
                  label={say(o.wished)}
                  value={f.count(lines.filter((l) => l.wish).length)}
                />
              </FigureStrip>
              <div className="own-people">
                {lines.map((line) => (
                  <Person key={line.person} line={line} onOpen={() => change({ person: line.person })} />
                ))}
              </div>
              {shown ? (
                <OwnReportSheet
                  key={shown.person}
                  store={store}
                  line={shown}
                  next={next?.person}
                  onNext={(person) => change({ person })}
                />
              ) : null}
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

function Person({ line, onOpen }: { line: Line; onOpen: () => void }) {
  const say = useSay()
  const f = useFormat()
  const isDone = line.net !== null && line.target !== null && line.target > 0
  return (
    <button type="button" className="own-person" disabled={!line.id} onClick={onOpen}>
      <span className="own-person-head">
        <b>{line.name}</b>
        <span className={`chip ${chipOf[line.filing]}`}>{say(filingWords[line.filing])}</span>
        {line.state ? (
          <span className={`own-state own-state-${line.state}`}>{say(stateWords[line.state])}</span>
        ) : null}
      </span>
      {line.net === null ? null : (
        <>
          <span className="num own-person-net">
            {whole(f, line.net)}
            {isDone ? <small> / {whole(f, line.target!)}</small> : null}
          </span>
          {isDone ? <ProgressWeave size="thin" done={line.net / line.target!} /> : null}
        </>
      )}
      {'step' in line && line.step && line.practice ? (
        <span className="note" translate="no">
          {isRate(line.practice)
            ? say(o.stepOf, { what: say(metricNames[line.practice]), step: line.step })
            : say(o.stepAhead, { step: line.step })}
        </span>
      ) : null}
      {line.wish ? (
        <span className="own-wish" translate="no">
          {line.wish}
        </span>
      ) : null}
    </button>
  )
}

const chipOf = {
  inTime: 'chip-done',
  late: 'chip-late',
  missing: 'chip-missed',
  open: '',
  away: 'chip-excused',
} as const
const filingWords = {
  inTime: o.inTime,
  late: o.isLate,
  missing: o.isMissing,
  open: o.isOpen,
  away: o.isAway,
} as const

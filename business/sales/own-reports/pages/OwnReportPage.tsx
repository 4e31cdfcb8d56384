import { useState } from 'react'
import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen as SeenOf } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useGo, useParams, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { o, stateWords } from '../page-words.ts'
import { mayWhen, type ReportKind, type ReportState, reportKinds } from '../shape.ts'
import { api, type Seen, spanText, whole } from './api.ts'
import { OwnForm } from './OwnForm.tsx'
import { OwnRecord } from './OwnRecord.tsx'
import './own-reports.css'

const pathOf = (kind: ReportKind): string => (kind === 'day' ? '/own-report' : `/own-report/${kind}`)

/** An associate's own day, week or month: figures are there already, one press hands it in. */
export default function OwnReportPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const go = useGo()
  const [search] = useSearch()
  const params = useParams()
  const kind = reportKinds.find((k) => k === params.kind) ?? 'day'
  const mine = me.appointments.flatMap((a) =>
    a.position === 'salesAssociate' && a.store ? [a.store.id] : [],
  )
  const store = mine.find((id) => id === search.store) ?? mine[0] ?? ''
  const day = search.day && isDay(search.day) ? { day: search.day } : {}
  const draft = api.useSee(
    'ownReports.draft',
    { store, kind, ...day },
    { keep: true, every: 60_000, when: store !== '' },
  )
  return (
    <Page
      width="reading"
      title={say(o.own)}
      sub={draft.data ? `${name(draft.data.store)} · ${spanText(f, draft.data.kind, draft.data)}` : undefined}
    >
      <Tabs
        label={say(o.kind)}
        value={kind}
        options={reportKinds.map((key) => ({ key, label: say(o[key]) }))}
        onChange={(next) => go({ to: pathOf(next), search: store ? { store } : {} })}
      />
      <SeenOf of={draft}>
        {(seen) => (
          <>
            <Missed seen={seen} store={store} />
            <Standing key={`${seen.kind} ${seen.from} ${seen.report?.id}`} seen={seen} store={store} />
            <Earlier seen={seen} store={store} />
          </>
        )}
      </SeenOf>
    </Page>
  )
}

function Missed({ seen, store }: { seen: Seen; store: string }) {
  const say = useSay()
  const f = useFormat()
  if (seen.kind !== 'day' || seen.missing.length === 0) return null
  return (
    <div className="report-missing">
      <span>{say(o.missed, { count: seen.missing.length })}</span>
      {seen.missing.slice(-3).map((day) => (
        <Go key={day} to="/own-report" search={{ day, store }}>
          {say(o.file, { day: f.day(day) })}
        </Go>
      ))}
    </div>
  )
}

/** What stands handed in, with a question where one was asked; or the form. */
function Standing({ seen, store }: { seen: Seen; store: string }) {
  const say = useSay()
  const [isCorrecting, correct] = useState(false)
  const { report } = seen
  if (!report) return <OwnForm seen={seen} store={store} />
  const question = report.reviews.findLast((r) => r.kind === 'askedBack')
  const isAsked = report.state === 'askedBack' && question !== undefined
  if (isCorrecting || isAsked)
    return (
      <>
        {isAsked ? (
          <Card kind="urgent">
            <p>{say(o.asks, { name: question.byName, words: question.words ?? '' })}</p>
          </Card>
        ) : null}
        <OwnForm seen={seen} store={store} {...(isAsked ? {} : { onLeave: () => correct(false) })} />
      </>
    )
  return (
    <Card
      extra={
        (mayWhen.correct as readonly ReportState[]).includes(report.state) ? (
          <Button onClick={() => correct(true)}>{say(o.correct)}</Button>
        ) : (
          <span className="chip chip-done">
            {say(report.state === 'confirmed' ? o.stateConfirmed : o.stateOpened)}
          </span>
        )
      }
    >
      <OwnRecord report={report} />
    </Card>
  )
}

function Earlier({ seen, store }: { seen: Seen; store: string }) {
  const say = useSay()
  const f = useFormat()
  const earlier = seen.recent.filter((r) => r.kind === seen.kind && r.from !== seen.from)
  if (earlier.length === 0) return null
  return (
    <Card title={say(o.history)}>
      <div className="own-earlier">
        {earlier.slice(0, 7).map((r) => (
          <Go key={r.id} to={pathOf(r.kind)} search={{ day: r.from, store }} className="own-line">
            <span>{spanText(f, r.kind, r)}</span>
            <span className="num">{whole(f, r.net)}</span>
            <span className={`own-state own-state-${r.state}`}>{say(stateWords[r.state])}</span>
          </Go>
        ))}
      </div>
    </Card>
  )
}

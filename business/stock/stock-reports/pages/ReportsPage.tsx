import { useState } from 'react'
import { addDays, type Day, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { Figures } from '../../board/pages/Figures.tsx'
import { added, noFacts } from '../../board/rules.ts'
import { w } from '../page-words.ts'
import { reportKinds } from '../shape.ts'
import { kindWords, stateWords } from '../words.ts'
import { type All, api, toneOf } from './api.ts'
import { Body, Trail } from './Body.tsx'
import './stock-reports.css'
import '../../pages/stock.css'

/** What the areas have submitted of a week or month: their figures together, and each with its judgement. */
export default function ReportsPage() {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const kind = search.kind === 'month' ? 'month' : 'week'
  const asked = { kind, ...(search.until && isDay(search.until) ? { until: search.until } : {}) } as const
  const seen = api.useSee('stockReports.all', asked, { keep: true, every: 120_000 })
  const data = seen.data
  return (
    <Page
      title={say(w.reports)}
      sub={data ? say(w.span, { from: f.day(data.from), until: f.day(data.until) }) : undefined}
      actions={<ExportButton view="stockReports.all" input={asked} />}
    >
      <div className="report-pick">
        <Choices
          label={say(w.kind)}
          value={kind}
          options={reportKinds.map((k) => ({ key: k, label: say(kindWords[k]) }))}
          onChange={(k) => change({ kind: k, until: undefined, area: undefined })}
        />
        {data ? (
          <span>
            <Button
              type="text"
              onClick={() => change({ until: addDays(data.from as Day, -1), area: undefined })}
            >
              {say(w.earlier)}
            </Button>
            {data.isLast ? null : (
              <Button type="text" onClick={() => change({ until: undefined, area: undefined })}>
                {say(w.later)}
              </Button>
            )}
          </span>
        ) : null}
      </div>
      <Seen of={seen}>
        {(there) => (
          <>
            <Together seen={there} />
            {there.areas.map((a) => (
              <OfArea key={`${a.id} ${a.report?.version ?? 0}`} of={a} />
            ))}
          </>
        )}
      </Seen>
    </Page>
  )
}

function Together({ seen }: { seen: All }) {
  const say = useSay()
  const submitted = seen.areas.flatMap((a) => (a.report ? [a.report.figures.total] : []))
  return (
    <>
      <p className="note">
        {say(w.company)} · {say(w.ofAreas, { n: submitted.length, of: seen.areas.length })}
      </p>
      {submitted.length > 0 ? <Figures facts={submitted.reduce(added, noFacts)} /> : null}
    </>
  )
}

/** One area: not submitted, or its judgement with its figures unfolded; opening it is recorded. */
function OfArea({ of }: { of: All['areas'][number] }) {
  const say = useSay()
  const name = useName()
  const isSuperior = useHolds('operationsDirector', 'generalManager')
  const [isOpen, open] = useState(false)
  const [isAsking, ask] = useState(false)
  const [words, write] = useState('')
  const { report } = of
  const look = api.useDo('stockReports.open')
  const confirm = api.useDo('stockReports.confirm', { onDone: () => notice(say(w.confirmed)) })
  const askBack = api.useDo('stockReports.askBack', { onDone: () => ask(false) })
  const state = report?.state ?? 'missing'
  const on = { area: of.id, report: report?.id ?? '' }
  const isSettled = state === 'confirmed' || state === 'questioned'
  return (
    <Card
      title={name(of)}
      sub={report ? undefined : say(w.notSubmitted, { name: of.manager ?? say(w.nobody) })}
      extra={<Chip tone={toneOf(state)}>{say(stateWords[state])}</Chip>}
    >
      {report ? (
        <>
          <blockquote className="report-words" translate="no">
            {report.words}
          </blockquote>
          <Trail report={report} />
          {confirm.error ? <FormProblem problem={confirm.error} /> : null}
          <div className="report-acts">
            <Button
              onClick={() => {
                open(!isOpen)
                if (!isOpen && isSuperior) look.mutate(on)
              }}
            >
              {say(w.look)}
            </Button>
            {isSuperior && !isSettled ? (
              <>
                <Act may="stockReports.askBack" onClick={() => ask(true)}>
                  {say(w.askBack)}
                </Act>
                <Act
                  type="primary"
                  may="stockReports.confirm"
                  loading={confirm.isPending}
                  onClick={() => confirm.mutate(on)}
                >
                  {say(w.confirm)}
                </Act>
              </>
            ) : null}
          </div>
          {isOpen ? <Body figures={report.figures} /> : null}
          {isAsking ? (
            <AskSheet
              title={say(w.askTitle, { area: name(of) })}
              may="stockReports.askBack"
              says={say(w.askBack)}
              isSending={askBack.isPending}
              problem={askBack.error}
              onSend={() => askBack.mutate({ ...on, words: words.trim() })}
              onClose={() => ask(false)}
            >
              <div className="field">
                <label htmlFor="report-ask">{say(w.question)}</label>
                <Input
                  id="report-ask"
                  maxLength={300}
                  value={words}
                  onChange={(event) => write(event.target.value)}
                />
              </div>
            </AskSheet>
          ) : null}
        </>
      ) : null}
    </Card>
  )
}

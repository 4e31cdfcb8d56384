import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { w } from '../page-words.ts'
import { reportKinds } from '../shape.ts'
import { kindWords, stateWords } from '../words.ts'
import { api, type Mine, toneOf } from './api.ts'
import { Body, Trail } from './Body.tsx'
import '../../pages/stock.css'

/** The area manager's report of the week or month that is over: the figures are there, her judgement is what she adds. */
export default function ReportPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const go = useGo()
  const [search] = useSearch()
  const isMonth = location.pathname.endsWith('/month')
  const kind = isMonth ? 'month' : 'week'
  const area = search.area ?? me.appointments.find((a) => a.area)?.area?.id ?? ''
  const seen = api.useSee('stockReports.mine', { area, kind }, { when: area !== '', keep: true })
  const data = seen.data
  return (
    <Page
      title={say(w.report)}
      sub={
        data
          ? `${say(w.span, { from: f.day(data.from), until: f.day(data.until) })} · ${say(w.asOf, { day: f.day(data.figures.on) })}`
          : undefined
      }
      actions={
        <>
          <Go to="/stock/board" search={{ area }}>
            {say(w.toBoard)}
          </Go>
          <span className="board-print">
            <Button onClick={() => window.print()}>{say(w.print)}</Button>
          </span>
        </>
      }
    >
      <Choices
        label={say(w.kind)}
        value={kind}
        options={reportKinds.map((k) => ({ key: k, label: say(kindWords[k]) }))}
        onChange={(k) =>
          go({ to: k === 'month' ? '/stock/report/month' : '/stock/report', search: { area } })
        }
      />
      {area === '' ? (
        <Card>
          <Empty title={say(w.chooseArea)} />
        </Card>
      ) : (
        <Seen of={seen}>
          {(there) => (
            <>
              <WriteCard key={`${there.kind} ${there.report?.version ?? 0}`} area={area} seen={there} />
              <Body figures={there.figures} />
              {there.report ? <RecordNote records={[there.report.id]} /> : null}
            </>
          )}
        </Seen>
      )}
    </Page>
  )
}

function WriteCard({ area, seen }: { area: string; seen: Mine }) {
  const say = useSay()
  const isWriter = useHolds('areaManager', 'merchandising')
  const { report, kind } = seen
  const key = `stockReport.${area}.${kind}.${seen.until}`
  const [id] = useState(newId)
  const [words, write] = useState(() => readKept<string>(key) ?? report?.words ?? '')
  const submit = api.useDo('stockReports.submit', {
    onDone: () => {
      drop(key)
      notice(say(w.handedIn))
    },
  })
  const state = report?.state ?? 'missing'
  const mayWrite = isWriter && state !== 'confirmed'
  return (
    <Card
      title={say(w.words)}
      sub={say(report && state !== 'questioned' ? w.frozen : w.live)}
      extra={<Chip tone={toneOf(state)}>{say(stateWords[state])}</Chip>}
    >
      {report ? <Trail report={report} /> : null}
      {mayWrite ? (
        <div className="stock-form">
          <div className="field">
            <label htmlFor="stock-report">{say(w.write)}</label>
            <Input.TextArea
              id="stock-report"
              rows={4}
              maxLength={2000}
              placeholder={say(w.writeHint)}
              value={words}
              onChange={(event) => {
                write(event.target.value)
                keep(key, event.target.value)
              }}
            />
          </div>
          {submit.error ? <FormProblem problem={submit.error} /> : null}
          <Act
            type="primary"
            size="large"
            may="stockReports.submit"
            loading={submit.isPending}
            onClick={() =>
              submit.mutate({ id, area, kind, basedOn: report?.version ?? 0, words: words.trim() })
            }
          >
            {say(report ? w.submitAgain : w.submit)}
          </Act>
        </div>
      ) : (
        <p translate="no">{report?.words ?? '—'}</p>
      )}
    </Card>
  )
}

import { useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import type { reportOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { minutesLate, stateOf } from '../rules.ts'
import type { Report } from '../shape.ts'
import { PdfLink } from './PdfLink.tsx'
import { ReportDetails, ReportFiguresView, ReviewList } from './ReportBody.tsx'

const api = client<typeof reportOperations>()

/** A submitted report as its store sees it: frozen figures, who has read it, and a question to answer. */
export function FiledReport({ report, store }: { report: Report; store: string }) {
  const say = useSay()
  const f = useFormat()
  const [text, write] = useState('')
  const answer = api.useDo('reports.answer', {
    onDone: () => {
      write('')
      notice(say(p.answered))
    },
  })
  const late = minutesLate(report.submittedAt, report.dueAt)
  const facts = { name: report.submittedByName, time: f.time(report.submittedAt), minutes: f.count(late) }
  const question =
    stateOf(report.reviews) === 'askedBack'
      ? report.reviews.findLast((r) => r.kind === 'askedBack')
      : undefined
  return (
    <>
      {question ? (
        <Card kind="urgent" title={say(p.questionFrom, { name: question.byName })}>
          <p>{question.words}</p>
          {answer.error ? <FormProblem problem={answer.error} /> : null}
          <div className="field">
            <Input.TextArea
              aria-label={say(p.answer)}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              placeholder={say(p.answerHint)}
              value={text}
              onChange={(event) => write(event.target.value)}
            />
            <Button
              type="primary"
              size="large"
              disabled={text.trim().length < 2}
              loading={answer.isPending}
              onClick={() => answer.mutate({ store, day: report.day, words: text })}
            >
              {say(p.answer)}
            </Button>
          </div>
        </Card>
      ) : null}
      <Card
        extra={<PdfLink store={store} day={report.day} />}
        title={say(late > 0 ? p.filedLate : p.filedInTime, facts)}
      >
        <ReportFiguresView figures={report.figures} />
      </Card>
      <ReportWords report={report} />
      <RecordNote records={[report.id]} hasOwnReview />
      <ReportDetails figures={report.figures} />
    </>
  )
}

/** Why, tomorrow, and what became of it. */
export function ReportWords({ report }: { report: Report }) {
  const say = useSay()
  return (
    <Card>
      <p className="report-label">{say(p.why)}</p>
      <p className="report-text">{report.why}</p>
      <p className="report-label">{say(p.tomorrow)}</p>
      <p className="report-text">{report.tomorrow}</p>
      <p className="report-label">{say(p.review)}</p>
      <ReviewList reviews={report.reviews} />
    </Card>
  )
}

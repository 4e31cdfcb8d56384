import { useEffect, useRef } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useName } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import type { reportOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { ReportLine } from '../rollup.ts'
import { mayWhen, type ReportState } from '../shape.ts'
import { ReportWords } from './FiledReport.tsx'
import { PdfLink } from './PdfLink.tsx'
import { ReportDetails, ReportFiguresView } from './ReportBody.tsx'
import { ReviewFoot } from './ReviewFoot.tsx'

const api = client<typeof reportOperations>()

/** One report in front of its superior: opening it is recorded; confirm and go on, or ask back. */
export function ReportSheet(props: {
  store: string
  day: Day
  line: ReportLine | undefined
  next: string | undefined
  onNext: (store: string | undefined) => void
}) {
  const { store, day, line, next, onNext } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { may } = useMay('reports.open')
  const isFiled = line?.submittedAt != null
  const report = api.useSee('reports.one', { store, day }, { when: isFiled })
  const open = api.useDo('reports.open')
  const isOpened = useRef(false)
  const { mutate: markOpened } = open
  useEffect(() => {
    if (!may || !isFiled || isOpened.current) return
    isOpened.current = true
    markOpened({ store, day })
  }, [may, isFiled, markOpened, store, day])

  const confirm = api.useDo('reports.confirm', {
    onDone: () => {
      notice(say(p.confirmed))
      onNext(next)
    },
  })
  const askBack = api.useDo('reports.askBack', { onDone: () => notice(say(p.asked)) })
  const state = report.data?.state
  const foot =
    isFiled && may ? (
      <ReviewFoot
        isAskable={state !== undefined && (mayWhen.askBack as readonly ReportState[]).includes(state)}
        askHint={p.askHint}
        hasNext={next !== undefined}
        offBecause={offBecause(state)}
        isBusy={confirm.isPending || askBack.isPending}
        onConfirm={() => confirm.mutate({ store, day })}
        onAsk={(words) => askBack.mutate({ store, day, words })}
      />
    ) : undefined
  return (
    <Sheet title={line ? name(line) : ''} width={520} onClose={() => onNext(undefined)} foot={foot}>
      {isFiled ? (
        <Seen of={report}>
          {({ report: r, late }) => (
            <div className="report-sheet">
              <div className="report-head">
                <p className={late > 0 ? 'report-late' : 'note'}>
                  {say(late > 0 ? p.filedLate : p.filedInTime, {
                    name: r.submittedByName,
                    time: f.time(r.submittedAt),
                    minutes: f.count(late),
                  })}
                </p>
                <PdfLink store={store} day={day} />
              </div>
              {[confirm.error, askBack.error].map((problem) =>
                problem ? <FormProblem key={problem.why} problem={problem} /> : null,
              )}
              <ReportFiguresView figures={r.figures} />
              <ReportWords report={r} />
              <RecordNote records={[r.id]} hasOwnReview />
              <ReportDetails figures={r.figures} />
              <Go to={`/board/stores/${store}`} search={{ day }}>
                {say(p.openStore)}
              </Go>
            </div>
          )}
        </Seen>
      ) : line ? (
        <Empty
          title={say(p.noReport, { name: name(line) })}
          next={line.reason ?? say(p.noReportNext, { time: f.instant(line.dueAt) })}
        />
      ) : null}
    </Sheet>
  )

  function offBecause(now: ReportState | undefined): string | undefined {
    if (now === undefined || now === 'submitted') return undefined
    if (now === 'askedBack') return say(p.waitsForAnswer)
    return now === 'confirmed' ? say(p.isConfirmed) : undefined
  }
}

import { useEffect, useRef } from 'react'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
import { ReviewFoot } from '../../reports/pages/ReviewFoot.tsx'
import { o } from '../page-words.ts'
import { mayWhen, type ReportState } from '../shape.ts'
import { api, type Line } from './api.ts'
import { OwnRecord } from './OwnRecord.tsx'

/** One associate's report in front of the manager: opening it is recorded; confirm and go on, or ask back. */
export function OwnReportSheet(props: {
  store: string
  line: Line
  next: string | undefined
  onNext: (person: string | undefined) => void
}) {
  const { store, line, next, onNext } = props
  const say = useSay()
  const { may } = useMay('ownReports.open')
  const which = { store, id: line.id ?? '' }
  const report = api.useSee('ownReports.one', which, { when: line.id !== null })
  const { mutate: markOpened } = api.useDo('ownReports.open')
  const isOpened = useRef(false)
  useEffect(() => {
    if (!may || !line.id || isOpened.current) return
    isOpened.current = true
    markOpened({ store, id: line.id })
  }, [may, markOpened, store, line.id])
  const confirm = api.useDo('ownReports.confirm', {
    onDone: () => {
      notice(say(o.confirmed))
      onNext(next)
    },
  })
  const askBack = api.useDo('ownReports.askBack', { onDone: () => notice(say(o.asked)) })
  const state = report.data?.state
  const isAskable = state !== undefined && (mayWhen.askBack as readonly ReportState[]).includes(state)
  const offBecause =
    state === 'askedBack' ? say(o.waits) : state === 'confirmed' ? say(o.stateConfirmed) : undefined
  const foot = may ? (
    <ReviewFoot
      isAskable={isAskable}
      askHint={o.askHint}
      hasNext={next !== undefined}
      offBecause={offBecause}
      isBusy={confirm.isPending || askBack.isPending}
      onConfirm={() => confirm.mutate(which)}
      onAsk={(words) => askBack.mutate({ ...which, words })}
    />
  ) : undefined
  return (
    <Sheet title={line.name} width={480} onClose={() => onNext(undefined)} foot={foot}>
      <Seen of={report}>
        {({ report: r }) => (
          <div className="own-sheet">
            {[confirm.error, askBack.error].map((problem) =>
              problem ? <FormProblem key={problem.why} problem={problem} /> : null,
            )}
            <OwnRecord report={r} />
          </div>
        )}
      </Seen>
    </Sheet>
  )
}

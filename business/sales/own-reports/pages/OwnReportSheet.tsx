import { useEffect, useRef, useState } from 'react'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
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
  const [question, ask] = useState<string>()
  const askBack = api.useDo('ownReports.askBack', {
    onDone: () => {
      notice(say(o.asked))
      ask(undefined)
    },
  })
  const state = report.data?.state
  const isAskable = state !== undefined && (mayWhen.askBack as readonly ReportState[]).includes(state)
  const offBecause =
    state === 'askedBack' ? say(o.waits) : state === 'confirmed' ? say(o.stateConfirmed) : undefined
  const foot = !may ? undefined : question === undefined ? (
    <div className="sheet-foot">
      <Button size="large" disabled={!isAskable} onClick={() => ask('')}>
        {say(o.askBack)}
      </Button>
      <Act
        type="primary"
        size="large"
        offBecause={offBecause}
        loading={confirm.isPending}
        onClick={() => confirm.mutate(which)}
      >
        {say(next ? o.confirmNext : o.confirm)}
      </Act>
    </div>
  ) : (
    <div className="own-ask">
      <Input.TextArea
        aria-label={say(o.askBack)}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        placeholder={say(o.askHint)}
        value={question}
        onChange={(event) => ask(event.target.value)}
      />
      <div className="sheet-foot">
        <Button
          type="primary"
          size="large"
          disabled={question.trim().length < 2}
          loading={askBack.isPending}
          onClick={() => askBack.mutate({ ...which, words: question })}
        >
          {say(o.ask)}
        </Button>
      </div>
    </div>
  )
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

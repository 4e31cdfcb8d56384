import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useGo, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { ImportSettings } from '../shape.ts'
import { importWords } from '../words.ts'
import { api, type DeskAnswer } from './api.ts'
import { ColumnsCard } from './ColumnsCard.tsx'
import { CurrenciesCard, CurrencyTotalsCard } from './CurrenciesCard.tsx'
import './imports.css'
import { QuestionsCard } from './QuestionsCard.tsx'
import { SplitCard } from './SplitCard.tsx'
import { StoresCard } from './StoresCard.tsx'
import { MonthsCard, RejectedCard, RemarksCard, TotalsStrip } from './TotalsCards.tsx'
import { pageWords as w } from './words.ts'

export type Change = (change: Partial<ImportSettings>) => void

/** A file before it is let in: what it is, how its columns are taken, what would come of it. */
export default function PreviewPage() {
  const { file = '' } = useParams()
  const say = useSay()
  const go = useGo()
  const [settings, setSettings] = useState<Partial<ImportSettings>>()
  const seen = api.useSee(
    'imports.preview',
    { file, ...(settings ? { settings } : {}) },
    {
      keep: true,
      every: (answer) => (answer?.state === 'reading' ? 700 : false),
    },
  )
  const run = api.useDo('imports.run', {
    onDone: ({ id }) => {
      notice(say(w.started))
      go({ to: `/imports/${id}`, replace: true })
    },
  })
  return (
    <Seen of={seen}>
      {(answer) => (
        <Looked
          answer={answer}
          said={seen.isPlaceholderData ? settings : undefined}
          onChange={(change) => setSettings({ ...settings, ...change })}
          onRun={(chosen) => run.mutate({ file, settings: chosen })}
          isRunning={run.isPending}
          problem={run.error ? <FormProblem problem={run.error} /> : null}
        />
      )}
    </Seen>
  )
}

function Looked(props: {
  answer: DeskAnswer
  /** What was just said and the server has not answered yet: shown at once. */
  said: Partial<ImportSettings> | undefined
  onChange: Change
  onRun: (settings: ImportSettings) => void
  isRunning: boolean
  problem: React.ReactNode
}) {
  const { answer, said, onChange, onRun, isRunning, problem } = props
  const say = useSay()
  const format = useFormat()
  const back = { to: '/imports', label: say(w.back) }
  if (answer.state === 'reading') {
    return (
      <Page title={say(w.preview)} back={back} width="reading">
        <Card>
          <p role="status">
            {say(w.reading, { percent: format.percent(answer.share), rows: format.count(answer.rows) })}
          </p>
          <ProgressWeave done={answer.share} />
        </Card>
      </Page>
    )
  }
  const { fileName } = answer
  const preview = said
    ? { ...answer.preview, settings: { ...answer.preview.settings, ...said } }
    : answer.preview
  const { settings, totals, info } = preview
  const accepted = totals?.rowsAccepted ?? 0
  const detail = [info.sheet, info.encoding?.toUpperCase()].filter(Boolean).join(' · ')
  const offBecause =
    preview.questions.length > 0 ? say(w.answerFirst) : accepted === 0 ? say(w.nothing) : undefined
  return (
    <Page
      title={fileName}
      sub={say(w.about, {
        kind: say(importWords[`kind_${settings.kind}`]),
        rows: format.count(preview.rows),
        detail,
      })}
      back={back}
      actions={
        <Act
          type="primary"
          size="large"
          may="imports.run"
          loading={isRunning || said !== undefined}
          offBecause={offBecause}
          onClick={() => onRun(settings)}
        >
          {say(w.run, { count: format.count(accepted) })}
        </Act>
      }
    >
      {problem}
      <QuestionsCard preview={preview} onChange={onChange} />
      <CurrenciesCard preview={preview} onChange={onChange} />
      {totals ? <TotalsStrip totals={totals} list={preview.list} isSales={preview.list === null} /> : null}
      <Columns columns="1fr 1fr">
        <div>
          <ColumnsCard preview={preview} onChange={onChange} />
        </div>
        <div className="import-side">
          <RemarksCard preview={preview} />
          <StoresCard preview={preview} onChange={onChange} />
          <RejectedCard
            title={say(w.rejectedTitle, { count: format.count(totals?.rowsRejected ?? 0) })}
            reasons={preview.rejected}
            rows={preview.firstRejected}
            answers={
              settings.addUpDays || preview.rejected.some((r) => r.why === 'repeatedDay') ? (
                <Checkbox
                  checked={settings.addUpDays}
                  onChange={(event) => onChange({ addUpDays: event.target.checked })}
                >
                  {say(w.addUpDays)}
                </Checkbox>
              ) : undefined
            }
          />
          <SplitCard preview={preview} onChange={onChange} />
          {totals ? <CurrencyTotalsCard totals={totals} currency={preview.currency} /> : null}
          {totals && totals.storeMonths.length > 0 ? <MonthsCard totals={totals} /> : null}
        </div>
      </Columns>
    </Page>
  )
}

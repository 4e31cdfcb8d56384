import { useState } from 'react'
import { cents } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Proof } from '../../../../platform/web/parts/Proof.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useParams } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { sayWhy } from '../say.ts'
import type { ControlTotals } from '../shape.ts'
import { importWords } from '../words.ts'
import { api, type ImportSeen, rejectedAddress } from './api.ts'
import { CurrencyTotalsCard } from './CurrenciesCard.tsx'
import { toneOf } from './ImportsPage.tsx'
import './imports.css'
import { MonthsCard, RejectedCard, TotalsStrip } from './TotalsCards.tsx'
import { pageWords as w } from './words.ts'

/** One import: how far it is, what came of it, and the way back. */
export default function ResultPage() {
  const { import: id = '' } = useParams()
  const seen = api.useSee(
    'imports.one',
    { id },
    { every: (answer) => (answer === undefined || answer.state === 'running' ? 1000 : false) },
  )
  return <Seen of={seen}>{(answer) => <Result of={answer} />}</Seen>
}

function Result({ of: it }: { of: ImportSeen }) {
  const say = useSay()
  const language = useLanguage()
  const format = useFormat()
  const [isUndoing, setUndoing] = useState(false)
  const undo = api.useDo('imports.undo', {
    onDone: ({ tickets }) => {
      setUndoing(false)
      notice(say(w.undoDone, { tickets: format.count(tickets) }))
    },
  })
  const isSales = it.kind === 'ticketLines' || it.kind === 'storeDays'
  const totals = it.state === 'done' || it.state === 'undone' ? (it.control as ControlTotals) : undefined
  const { inBooks } = it.control
  const facts =
    totals && inBooks
      ? { file: format.plain(cents(totals.amount)), books: format.plain(cents(inBooks.amount)) }
      : undefined
  const share = it.progressOf ? it.progressRows / it.progressOf : 0
  return (
    <Page
      title={it.fileName}
      sub={`${say(importWords[`kind_${it.kind}`])} · ${format.instant(it.at)} · ${it.byName ?? say(w.commandLine)}`}
      back={{ to: '/imports', label: say(w.back) }}
      actions={
        isSales && it.state !== 'running' && it.state !== 'undone' ? (
          <Act danger may="imports.undo" onClick={() => setUndoing(true)}>
            {say(w.undo)}
          </Act>
        ) : undefined
      }
    >
      <p>
        <Chip tone={toneOf[it.state]}>{say(w[it.state])}</Chip>
      </p>
      {it.state === 'running' ? (
        <Card>
          <p role="status">
            {say(w.progress, {
              rows: format.count(it.progressRows),
              of: it.progressOf ? format.count(it.progressOf) : '…',
            })}
          </p>
          <ProgressWeave done={share} />
        </Card>
      ) : null}
      {it.failure ? <Card kind="urgent">{sayWhy(it.failure, {}, language)}</Card> : null}
      {totals ? <TotalsStrip totals={totals} isSales={isSales} /> : null}
      {facts && isSales && it.state === 'done' ? (
        <Proof holds={facts.file === facts.books}>
          {say(facts.file === facts.books ? w.agree : w.disagree, facts)}
        </Proof>
      ) : null}
      <RejectedCard
        title={say(w.rejectedDone, { count: format.count(it.rowsRejected) })}
        reasons={it.rejected}
        rows={it.firstRejected}
      >
        <Button href={rejectedAddress(it.id)} download>
          {say(w.rejectedDownload)}
        </Button>
      </RejectedCard>
      {totals ? <CurrencyTotalsCard totals={totals} currency={it.control.currency ?? ''} /> : null}
      {totals && totals.storeMonths.length > 0 ? <MonthsCard totals={totals} /> : null}
      {isUndoing ? (
        <ConfirmSheet
          title={say(w.undoTitle)}
          verb={say(w.undo)}
          isDanger
          reason="needed"
          isBusy={undo.isPending}
          problem={undo.error}
          onConfirm={(reason) => undo.mutate({ id: it.id, reason })}
          onClose={() => setUndoing(false)}
        >
          <p>{say(w.undoNote, { tickets: format.count(inBooks?.tickets ?? 0) })}</p>
        </ConfirmSheet>
      ) : null}
    </Page>
  )
}

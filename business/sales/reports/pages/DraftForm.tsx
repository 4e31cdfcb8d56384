import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { showFactor } from '../../boards/pages/factors.ts'
import { factorNames } from '../../metrics/words.ts'
import type { reportOperations } from '../actions.ts'
import { causePhrase, p, tomorrowPhrases, whyPhrases } from '../page-words.ts'
import { dropDraft, keepDraft, readDraft } from './kept.ts'
import { joined, PhraseField } from './PhraseField.tsx'
import { ReportDetails, ReportFiguresView } from './ReportBody.tsx'

const api = client<typeof reportOperations>()
type Seen = OutputOf<(typeof reportOperations)['reports.draft']>

/** Why, tomorrow, submit: one press each when nothing is out of the ordinary. */
export function DraftForm({ seen, store }: { seen: Seen; store: string }) {
  const say = useSay()
  const f = useFormat()
  const { day } = seen
  const [draft, write] = useState(() => readDraft(store, day) ?? { id: newId(), why: '', tomorrow: '' })
  // Until somebody writes why, the factor that weighed most stands there with its figures, as they are now.
  const cause = useCause(seen.figures)
  const [isWhyOwn, ownWhy] = useState(draft.why !== '')
  const why = isWhyOwn ? draft.why : (cause ?? '')
  const change = (part: Partial<typeof draft>) => {
    if (part.why !== undefined) ownWhy(true)
    const next = { ...draft, ...part }
    write(next)
    keepDraft(store, day, next)
  }
  const submit = api.useDo('reports.submit', {
    about: () => f.day(day),
    whenSafe: () => dropDraft(store, day),
    onDone: ({ late, net }) =>
      notice(late > 0 ? say(p.submittedLate, { minutes: late }) : say(p.submitted, { net: f.money(net) })),
  })
  const isWritten = why.trim().length > 1 && draft.tomorrow.trim().length > 1
  const offBecause = seen.isTooEarly
    ? say(p.from, { time: f.time(seen.earliest) })
    : isWritten
      ? undefined
      : say(p.writeBoth)
  const due = say(p.dueBy, {
    time: f.time(seen.dueAt),
    closes: f.time(seen.closesAt),
    grace: seen.graceMinutes,
  })
  return (
    <>
      <Card kind={seen.late > 0 ? 'urgent' : 'plain'}>
        <ReportFiguresView figures={seen.figures} />
        <p className={seen.late > 0 ? 'report-late' : 'note'}>
          {seen.late > 0 ? `${say(p.lateNow, { minutes: f.count(seen.late) })} · ${due}` : due}
        </p>
      </Card>
      <Card>
        <PhraseField
          label={say(p.why)}
          hint={say(p.whyHint)}
          value={why}
          phrases={whyPhrases}
          first={cause ? <Cause text={cause} onTake={() => change({ why: joined(why, cause) })} /> : null}
          onChange={(text) => change({ why: text })}
        />
        <PhraseField
          label={say(p.tomorrow)}
          hint={say(p.tomorrowHint)}
          value={draft.tomorrow}
          phrases={tomorrowPhrases}
          onChange={(tomorrow) => change({ tomorrow })}
        />
      </Card>
      <ReportDetails figures={seen.figures} />
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      <StickyBar note={say(p.submitCloses)}>
        <Act
          type="primary"
          size="large"
          block
          may="reports.submit"
          offBecause={offBecause}
          loading={submit.isPending}
          onClick={() => submit.mutate({ ...draft, why, store, day })}
        >
          {say(p.submit)}
        </Act>
      </StickyBar>
    </>
  )
}

/** The factor that weighed most today, as a sentence with its figures. */
function useCause(figures: Seen['figures']): string | undefined {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const parts = figures.gap?.parts ?? []
  const cause = [...parts].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0]
  if (!cause || cause.factor === 'netSales') return undefined
  return say(causePhrase.cause, {
    factor: say(factorNames[cause.factor]),
    from: showFactor(cause, cause.from, language),
    to: showFactor(cause, cause.to, language),
    amount: f.signedWan(cause.amount),
  })
}

function Cause({ text, onTake }: { text: string; onTake: () => void }) {
  return (
    <Button size="small" shape="round" className="phrase-cause" onClick={onTake}>
      {text}
    </Button>
  )
}

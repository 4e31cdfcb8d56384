import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { metricNames } from '../../metrics/words.ts'
import { PhraseField } from '../../reports/pages/PhraseField.tsx'
import { missingPhrases, o, stepPhrases, wellPhrases, wishPhrases } from '../page-words.ts'
import { periodOf } from '../rules.ts'
import type { Practice } from '../shape.ts'
import { api, isRate, type Seen } from './api.ts'
import { OwnFiguresView } from './OwnFigures.tsx'
import { OwnStockView } from './OwnStockView.tsx'

const submitWords = { day: o.submitDay, week: o.submitWeek, month: o.submitMonth } as const

interface Draft {
  readonly id: string
  readonly well: string
  readonly missing: string
  readonly wish: string
  readonly what: Practice | null
  readonly step: string
  readonly wanted?: readonly string[]
}

/** The period’s figures, three things one may say, one to practise: nothing but the press is asked for. */
export function OwnForm({ seen, store, onLeave }: { seen: Seen; store: string; onLeave?: () => void }) {
  const say = useSay()
  const f = useFormat()
  const { kind, report } = seen
  const key = `own-report.${store}.${periodOf(kind, seen.from)}.${report?.version ?? 0}`
  const [draft, write] = useState<Draft>(
    () =>
      readKept<Draft>(key) ?? {
        id: newId(),
        well: report?.well ?? '',
        missing: report?.missing ?? '',
        wish: report?.wish ?? '',
        what: report?.practice ?? null,
        step: report?.step ?? '',
        wanted: report?.wanted ?? [],
      },
  )
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const submit = api.useDo('ownReports.submit', {
    whenSafe: () => {
      drop(key)
      onLeave?.()
    },
    onDone: ({ late }) =>
      notice(late > 0 ? say(o.submittedLate, { minutes: f.count(late) }) : say(o.submitted)),
  })
  const choices: readonly Practice[] = seen.lagging.length > 0 ? seen.lagging : ['ahead']
  const what = draft.what && choices.includes(draft.what) ? draft.what : null
  const isStepMissing = what !== null && draft.step.trim().length < 2
  const offBecause =
    !report && seen.isTooEarly
      ? say(o.from, { time: f.instant(seen.earliest) })
      : isStepMissing
        ? say(o.stepNeeded)
        : undefined
  const due = say(seen.isLate && !report ? o.late : o.due, { time: f.instant(seen.dueAt) })
  return (
    <>
      <Card kind={seen.isLate && !report ? 'urgent' : 'plain'}>
        <OwnFiguresView figures={seen.figures} />
      </Card>
      {seen.figures.stock && (seen.figures.stock.short.length > 0 || kind === 'month') ? (
        <Card>
          <OwnStockView
            stock={seen.figures.stock}
            kind={kind}
            wanted={draft.wanted ?? []}
            onWant={(wanted) => change({ wanted })}
          />
        </Card>
      ) : null}
      <Card title={say(o.practise)} sub={say(seen.lagging.length > 0 ? o.practiseNote : o.practiseAhead)}>
        <fieldset className="own-choices" aria-label={say(o.practise)}>
          {choices.map((choice) => (
            <Button
              key={choice}
              shape="round"
              type={what === choice ? 'primary' : 'default'}
              aria-pressed={what === choice}
              onClick={() => change(what === choice ? { what: null } : { what: choice })}
            >
              {isRate(choice) ? say(metricNames[choice]) : say(o.ahead)}
            </Button>
          ))}
        </fieldset>
        {what ? (
          <PhraseField
            label={say(o.step)}
            hint={say(o.stepHint)}
            value={draft.step}
            phrases={stepPhrases[what]}
            onChange={(step) => change({ step })}
          />
        ) : null}
      </Card>
      <Card>
        <PhraseField
          label={say(o.well)}
          hint={say(o.wellHint)}
          value={draft.well}
          phrases={wellPhrases}
          onChange={(well) => change({ well })}
        />
        <PhraseField
          label={say(o.missing)}
          hint={say(o.missingHint)}
          value={draft.missing}
          phrases={missingPhrases}
          onChange={(missing) => change({ missing })}
        />
        <PhraseField
          label={say(o.wish)}
          hint={say(o.wishHint)}
          value={draft.wish}
          phrases={wishPhrases}
          onChange={(wish) => change({ wish })}
        />
      </Card>
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      <StickyBar note={due}>
        {report && onLeave ? (
          <Button size="large" onClick={onLeave}>
            {say(o.cancel)}
          </Button>
        ) : null}
        <Act
          type="primary"
          size="large"
          block
          may="ownReports.submit"
          offBecause={offBecause}
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              id: draft.id,
              store,
              kind,
              day: seen.from,
              basedOn: report?.id ?? null,
              well: draft.well,
              missing: draft.missing,
              wish: draft.wish,
              wanted: [...(draft.wanted ?? [])],
              practice: what ? { what, step: draft.step } : null,
            })
          }
        >
          {report ? say(o.again) : say(submitWords[kind])}
        </Act>
      </StickyBar>
    </>
  )
}

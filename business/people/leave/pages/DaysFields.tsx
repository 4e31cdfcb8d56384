import { addDays, type Day, daysBetween } from '../../../../platform/kinds/day.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p, whyPhrases } from '../page-words.ts'
import { type LeaveKind, leaveKindNames, leaveKinds } from '../shape.ts'
import { leaveKindWords } from '../words.ts'

export interface Draft {
  readonly kind: LeaveKind | undefined
  readonly from: Day
  readonly to: Day
  readonly why: string
}
/** What is still missing before it can be sent. */
export const isReady = ({ kind, why }: Draft, isPast = false): boolean =>
  kind !== undefined && ((!leaveKinds[kind].asksWhy && !isPast) || why.trim().length > 0)
export const daysIn = ({ from, to }: Draft): number => Math.max(0, daysBetween(from, to) + 1)

/** Kind, days, why: a press each; days beyond the next few by the device's own calendar. */
export function DaysFields(props: {
  today: Day
  draft: Draft
  change: (part: Partial<Draft>) => void
  /** Of the fields, as the server said it. */
  wrong: Readonly<Record<string, string>>
  mayBePast?: boolean
}) {
  const { today, draft, change, wrong, mayBePast = false } = props
  const say = useSay()
  const near = [
    [today, p.today],
    [addDays(today, 1), p.tomorrow],
    [addDays(today, 2), p.afterTomorrow],
  ] as const
  const begin = (from: Day) =>
    change({ from, to: draft.to < from || draft.from === draft.to ? from : draft.to })
  const asksWhy = draft.kind !== undefined && leaveKinds[draft.kind].asksWhy
  return (
    <>
      <div className="field">
        <b>{say(p.kind)}</b>
        <Choices<LeaveKind>
          label={say(p.kind)}
          value={draft.kind}
          options={leaveKindNames.map((key) => ({ key, label: say(leaveKindWords[key]) }))}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <div className="field">
        <b>
          {say(p.days)} <span className="leave-count">{say(p.daysLong, { days: daysIn(draft) })}</span>
        </b>
        <Choices<Day>
          label={say(p.days)}
          value={draft.from === draft.to ? draft.from : undefined}
          options={near.map(([key, word]) => ({ key, label: say(word) }))}
          onChange={(day) => change({ from: day, to: day })}
        />
        <div className="leave-days">
          <DayInput
            label={say(p.from)}
            value={draft.from}
            onChange={begin}
            {...(mayBePast ? {} : { min: today })}
          />
          <span aria-hidden="true">–</span>
          <DayInput label={say(p.to)} value={draft.to} min={draft.from} onChange={(to) => change({ to })} />
        </div>
        <Wrong text={wrong.from ?? wrong.to} />
      </div>
      <div className="field">
        <b>{say(asksWhy || (mayBePast && draft.from < today) ? p.why : p.whyOptional)}</b>
        <Input.TextArea
          aria-label={say(p.why)}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={300}
          placeholder={say(p.whyHint)}
          value={draft.why}
          onChange={(event) => change({ why: event.target.value })}
        />
        {asksWhy ? (
          <div className="phrases">
            {Object.entries(whyPhrases).map(([key, sentence]) => (
              <Button key={key} size="small" shape="round" onClick={() => change({ why: say(sentence) })}>
                {say(sentence)}
              </Button>
            ))}
          </div>
        ) : null}
        <Wrong text={wrong.why} />
      </div>
    </>
  )
}

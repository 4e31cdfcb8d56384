import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { isRefusal } from '../../../../platform/kinds/refusal.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { type Aim, mostSteps, outlookOf, percents, type Step } from '../ladder.ts'
import { w } from '../page-words.ts'
import { checkSteps } from '../rules.ts'
import { markdownWords } from '../words.ts'
import { priceText, type StyleProposed } from './api.ts'
import { Leftover } from './Leftover.tsx'
import { Outcome } from './Outcome.tsx'

/** The steps of a style by hand; what they bring is reckoned anew with each press. */
export function StepsSheet(props: {
  style: StyleProposed
  steps: readonly Step[]
  aim: Aim
  from: Day
  onDone: (steps: readonly Step[]) => void
  onClose: () => void
}) {
  const { style, aim, from, onDone, onClose } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [steps, write] = useState(props.steps)
  const put = (at: number, part: Partial<Step>): void =>
    write(steps.map((s, i) => (i === at ? { ...s, ...part } : s)))
  const no = checkSteps(style, steps, aim)
  const last = steps.at(-1)
  const isFull =
    steps.length === mostSteps || (last?.week ?? -1) + 1 >= aim.weeks || (last?.percent ?? 100) <= 30
  const add = (): void =>
    write([
      ...steps,
      {
        week: Math.min(aim.weeks - 1, last ? last.week + 2 : 0),
        percent: percents.find((p) => p < (last?.percent ?? style.percent)) ?? 30,
      },
    ])
  return (
    <Sheet
      title={say(w.stepsTitle, { name: name(style) })}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button type="primary" size="large" block disabled={isRefusal(no)} onClick={() => onDone(steps)}>
            {say(w.done)}
          </Button>
        </div>
      }
    >
      <div className="stock-form">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          <div key={at} className="markdown-step-row">
            <Select
              aria-label={say(w.week)}
              value={String(step.week)}
              options={Array.from({ length: aim.weeks }, (_, week) => ({
                value: String(week),
                label: say(w.fromDay, { day: f.day(addDays(from, 7 * week)) }),
              }))}
              onChange={(week) => put(at, { week: Number(week) })}
            />
            <Choices
              label={say(w.to)}
              value={String(step.percent)}
              options={percents.map((p) => ({ key: String(p), label: priceText(p, say) }))}
              onChange={(p) => put(at, { percent: Number(p) })}
            />
            <Button type="text" onClick={() => write(steps.filter((_, i) => i !== at))}>
              {say(w.removeStep)}
            </Button>
          </div>
        ))}
        <Wrong text={isRefusal(no) ? say(markdownWords[no.refused], no.facts) : undefined} />
        {isFull ? null : <Button onClick={add}>{say(w.addStep)}</Button>}
        <Leftover
          pieces={style.pieces}
          kept={outlookOf(style.selling, aim, []).byWeek}
          planned={outlookOf(style.selling, aim, steps).byWeek}
        />
        <Outcome
          pieces={style.pieces}
          cost={style.cost}
          kept={outlookOf(style.selling, aim, [])}
          planned={outlookOf(style.selling, aim, steps)}
        />
      </div>
    </Sheet>
  )
}

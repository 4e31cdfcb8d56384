import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { Looks } from '../../reorders/pages/Looks.tsx'
import { type Aim, outlookOf, type Step } from '../ladder.ts'
import { w } from '../page-words.ts'
import { priceText, type StyleProposed } from './api.ts'
import { Leftover } from './Leftover.tsx'
import { Outcome } from './Outcome.tsx'

/** A style that would be left over: its steps, what they bring beside what comes without them, and whether it is in the plan. */
export function StyleCard(props: {
  style: StyleProposed
  steps: readonly Step[]
  aim: Aim
  from: Day
  isTaken: boolean
  onTake: (take: boolean) => void
  onChange: () => void
}) {
  const { style, steps, aim, from, isTaken, onTake, onChange } = props
  const say = useSay()
  const f = useFormat()
  const kept = outlookOf(style.selling, aim, [])
  const planned = outlookOf(style.selling, aim, steps)
  return (
    <article className={`reorder-card${isTaken ? '' : ' is-left-out'}`}>
      <Looks of={{ ...style, style: style.code }}>
        <p>{say(w.lies, { stores: style.stores, pieces: style.pieces, lately: style.lately })}</p>
        {style.asking > 0 ? (
          <span>
            <Chip tone="late">{say(w.asking, { n: style.asking })}</Chip>
          </span>
        ) : null}
      </Looks>
      {steps.length === 0 ? (
        <p>{say(w.noSteps)}</p>
      ) : (
        <StepChips steps={steps.map((s) => ({ day: addDays(from, 7 * s.week), percent: s.percent }))} />
      )}
      <Leftover pieces={style.pieces} kept={kept.byWeek} planned={planned.byWeek} />
      <Outcome pieces={style.pieces} cost={style.cost} kept={kept} planned={planned} />
      <small className="stock-note">
        {style.learnedFrom > 0 ? say(w.learned, { n: style.learnedFrom }) : say(w.usual)}
      </small>
      <div className="markdown-foot">
        <Button
          onClick={onChange}
          aria-label={`${say(w.change)} ${f.language === 'en' ? style.code : style.name}`}
        >
          {say(w.change)}
        </Button>
        <Button
          type={isTaken ? 'primary' : 'default'}
          aria-pressed={isTaken}
          disabled={steps.length === 0}
          onClick={() => onTake(!isTaken)}
        >
          {say(isTaken ? w.taken : w.take)}
        </Button>
      </div>
    </article>
  )
}

/** From which day at which price. */
export function StepChips(props: { steps: readonly { readonly day: Day; readonly percent: number }[] }) {
  const say = useSay()
  const f = useFormat()
  return (
    <ol className="markdown-steps">
      {props.steps.map((step) => (
        <li key={step.day}>
          <Chip tone="accent">
            {say(w.stepOn, { day: f.day(step.day) })} {priceText(step.percent, say)}
          </Chip>
        </li>
      ))}
    </ol>
  )
}

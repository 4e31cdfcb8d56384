import { useFormat } from '../../../../platform/web/format.ts'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useSays } from '../../editions/pages/says.ts'
import { donePhrases, p, wrongPhrases } from '../page-words.ts'
import type { CheckItem } from '../shape.ts'
import type { Finding } from './api.ts'
import type { DraftAnswer } from './fill-draft.ts'

/** One thing to look at: in order or not, or a number; what is wrong and what was done in a press or in words. */
export function ItemRow(props: {
  store: string
  item: CheckItem
  answer: DraftAnswer | undefined
  isDrawn: boolean
  /** What was found before and is not mended yet. */
  open: Finding | undefined
  /** What the server said of its photograph. */
  photoWrong: string | undefined
  onAnswer: (part: Partial<DraftAnswer>) => void
  onNumber: (value: number | null) => void
}) {
  const { store, item, answer, isDrawn, open, photoWrong, onAnswer, onNumber } = props
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const isWrong = answer !== undefined && !answer.inOrder
  const state =
    answer === undefined ? '' : isWrong ? ' is-wrong' : answer.how === 'rest' ? ' is-rest' : ' is-right'
  return (
    <div className={`check-item${state}`}>
      <div className="check-asked">
        <p translate="no">
          {says(item)} {isDrawn ? <Chip tone="accent">{say(p.drawn)}</Chip> : null}
        </p>
        {open ? (
          <small className="tone-late" translate="no">
            {say(p.openBefore, { day: f.day(open.day), wrong: open.wrong })}
          </small>
        ) : null}
        {item.number ? <small>{boundsOf(item.number, say)}</small> : null}
      </div>
      {item.number ? (
        <InputNumber
          size="large"
          inputMode="numeric"
          precision={0}
          aria-label={`${says(item)} ${say(p.number)}`}
          value={answer?.value ?? null}
          suffix={say(p[item.number.unit])}
          onChange={onNumber}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as two buttons in every browser
        <div className="check-answers" role="group" aria-label={says(item)}>
          <button
            type="button"
            className="check-yes"
            aria-pressed={answer?.inOrder === true}
            onClick={() => onAnswer({ inOrder: true })}
          >
            <span aria-hidden="true">✓</span> {say(p.inOrder)}
          </button>
          <button
            type="button"
            className="check-no"
            aria-pressed={isWrong}
            onClick={() => onAnswer({ inOrder: false })}
          >
            <span aria-hidden="true">✕</span> {say(p.notInOrder)}
          </button>
        </div>
      )}
      {isWrong ? (
        <div className="check-words">
          <Said
            label={say(p.whatWrong)}
            value={answer.wrong}
            phrases={wrongPhrases.map((one) => say(one))}
            onChange={(wrong) => onAnswer({ wrong })}
          />
          <Said
            label={say(p.whatDone)}
            value={answer.done}
            phrases={donePhrases.map((one) => say(one))}
            onChange={(done) => onAnswer({ done })}
          />
        </div>
      ) : null}
      {item.photo || isWrong ? (
        <PhotoField
          act="checks.takePhoto"
          place={{ view: 'checks.photo', store }}
          label={say(p.photoOf)}
          isNeeded={item.photo}
          value={answer?.photo ?? null}
          wrong={photoWrong}
          onChange={(photo) => onAnswer({ photo })}
        />
      ) : null}
    </div>
  )
}

/** Usual words at a press, others typed. */
function Said(props: {
  label: string
  value: string
  phrases: readonly string[]
  onChange: (text: string) => void
}) {
  const { label, value, phrases, onChange } = props
  return (
    <div className="check-said">
      <Input
        size="large"
        maxLength={200}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="choices">
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            className={`choice${value === phrase ? ' is-taken' : ''}`}
            aria-pressed={value === phrase}
            onClick={() => onChange(phrase)}
          >
            {phrase}
          </button>
        ))}
      </div>
    </div>
  )
}

function boundsOf({ low, high }: NonNullable<CheckItem['number']>, say: ReturnType<typeof useSay>): string {
  if (low !== null && high !== null) return low === high ? String(low) : say(p.between, { low, high })
  return low !== null ? say(p.atLeast, { low }) : high !== null ? say(p.atMost, { high }) : ''
}

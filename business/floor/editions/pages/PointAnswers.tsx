import type { ReactNode } from 'react'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import './editions.css'

type Points = 0 | 1 | 2
const offered: readonly Points[] = [2, 1, 0]
/** Drawn by sign as well as by colour. */
export const pointSigns: Readonly<Record<Points, string>> = { 2: '✓', 1: '◐', 0: '✕' }

/** Two points, one or none in reach of a thumb; `children`: a further answer beside them. */
export function PointAnswers(props: {
  asked: string
  value: Points | null | undefined
  words: Readonly<Record<Points, Sentence>>
  onChange: (points: Points) => void
  children?: ReactNode
}) {
  const { asked, value, words, onChange, children } = props
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as three buttons in every browser
    <div className="point-answers" role="group" aria-label={asked}>
      {offered.map((points) => (
        <button
          key={points}
          type="button"
          className={`point-${points}`}
          aria-pressed={value === points}
          onClick={() => onChange(points)}
        >
          <span aria-hidden="true">{pointSigns[points]}</span> {say(words[points])}
        </button>
      ))}
      {children}
    </div>
  )
}

/** What is wrong, written or taken from what is said most. */
export function WrongWords(props: {
  label: string
  placeholder: string
  value: string
  phrases: readonly Sentence[]
  onChange: (wrong: string) => void
}) {
  const { label, placeholder, value, phrases, onChange } = props
  const say = useSay()
  return (
    <>
      <Input
        size="large"
        maxLength={200}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="choices">
        {phrases.map((phrase) => (
          <button
            key={phrase[0]}
            type="button"
            className={`choice${value === say(phrase) ? ' is-taken' : ''}`}
            aria-pressed={value === say(phrase)}
            onClick={() => onChange(say(phrase))}
          >
            {say(phrase)}
          </button>
        ))}
      </div>
    </>
  )
}

import type { ReactNode } from 'react'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import type { Measure, Said, SteeredFactor } from '../shape.ts'
import { measureNames, measuresFor } from '../words.ts'

/** One press on a usual measure, a few words of one's own, or both. */
export function MeasureField(props: {
  label: string
  cause: SteeredFactor | null
  value: Said
  hint?: string
  problem?: ReactNode
  onChange: (said: Said) => void
}) {
  const { label, cause, value, hint, problem, onChange } = props
  const say = useSay()
  const usual = measuresFor(cause)
  const shown: readonly Measure[] =
    value.measure && !usual.includes(value.measure) ? [value.measure, ...usual] : usual
  return (
    <div className="measure">
      <Choices
        label={label}
        value={value.measure ?? undefined}
        options={shown.map((key) => ({ key, label: say(measureNames[key]) }))}
        onChange={(key) => onChange({ ...value, measure: key === value.measure ? null : key })}
      />
      <Input
        aria-label={label}
        status={problem ? 'error' : ''}
        maxLength={500}
        placeholder={hint ?? say(p.ownWords)}
        value={value.words ?? ''}
        onChange={(event) => onChange({ ...value, words: event.target.value || null })}
      />
      {problem ? (
        <p className="measure-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

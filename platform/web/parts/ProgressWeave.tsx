import { useFormat } from '../format.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/**
 * How far (`done`, 0.69 = 69 %) and, as a tick, how far the time is (`pace`). Past 100 % the bar is full and the part
 * beyond is shown by a fold.
 */
export function ProgressWeave(props: { done: number; pace?: number; label?: string; size?: 'normal' | 'thin' }) {
  const { done, pace, label, size = 'normal' } = props
  const format = useFormat()
  const say = useSay()
  const text =
    pace === undefined
      ? say(webWords.progressOnly, { done: format.percent(done) })
      : say(webWords.progressOf, { done: format.percent(done), pace: format.percent(pace) })
  return (
    <div
      className={`progress progress-${size}${done >= 1 ? ' is-full' : ''}`}
      role="progressbar"
      aria-label={label ?? text}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(clamp(done) * 100)}
      aria-valuetext={text}
    >
      <div className="progress-track">
        <div className="progress-done" style={{ width: `${clamp(done) * 100}%` }} />
      </div>
      {pace === undefined ? null : <i className="progress-pace" style={{ left: `${clamp(pace) * 100}%` }} />}
    </div>
  )
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, Number.isFinite(ratio) ? ratio : 0))

import type { ReactNode } from 'react'
import { useFormat } from '../format.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

export interface ProgressProps {
  done: number
  pace?: number
  label?: string
  size?: 'normal' | 'thin'
  /** Under the bar at the left: 完成 69% · 时间进度 74% stands there with `note={true}`. */
  note?: ReactNode
  /** Under the bar at the right: the forecast. */
  end?: ReactNode
}
/**
 * How far (`done`, 0.69 = 69 %) and, as a tick, how far the time is (`pace`). Past 100 % the bar is full and the part
 * beyond is shown by a fold.
 */
export function ProgressWeave({ done, pace, label, size = 'normal', note, end }: ProgressProps) {
  const format = useFormat()
  const say = useSay()
  const text =
    pace === undefined
      ? say(webWords.progressOnly, { done: format.percent(done) })
      : say(webWords.progressOf, { done: format.percent(done), pace: format.percent(pace) })
  const bar = (
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
  if (!note && !end) return bar
  return (
    <div>
      {bar}
      <div className="progress-notes">
        <span>{note === true ? text : note}</span>
        <span>{end}</span>
      </div>
    </div>
  )
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, Number.isFinite(ratio) ? ratio : 0))

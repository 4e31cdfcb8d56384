import type { CSSProperties, ReactNode } from 'react'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { grid, type Placed, type Zone } from '../shape.ts'
import { zoneWords } from '../words.ts'
import './plan.css'

/** How a zone is shown: its tone, a sign that says the same without colour, words for the ear, a few under its name. */
export interface ZoneLook {
  readonly tone: 'plain' | 'accent' | 'part' | 'done' | 'missed'
  readonly sign?: string
  readonly words?: string
  readonly note?: ReactNode
}

/** The floor as a picture, the door below. Each zone is a button where something is to be pressed. */
export function PlanPicture(props: {
  zones: readonly Placed[]
  look?: (zone: Zone) => ZoneLook
  taken?: Zone | undefined
  /** With the lines of the grid, to be drawn on. */
  isRuled?: boolean
  onPress?: (zone: Zone) => void
}) {
  const { zones, look, taken, isRuled, onPress } = props
  const say = useSay()
  const looks = zones.map((placed) => ({ placed, at: look?.(placed.zone) ?? { tone: 'plain' as const } }))
  return (
    <figure className="plan" aria-label={say(p.picture)}>
      <svg viewBox={`0 0 ${grid.wide * 10} ${grid.deep * 10}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="plan-wall" x="0" y="0" width={grid.wide * 10} height={grid.deep * 10} />
        {isRuled ? <path className="plan-lines" d={lines} /> : null}
        {looks.map(({ placed: z, at }) => (
          <rect
            key={z.zone}
            className={`plan-zone is-${at.tone}${taken === z.zone ? ' is-taken' : ''}`}
            x={z.x * 10 + 0.6}
            y={z.y * 10 + 0.6}
            width={z.wide * 10 - 1.2}
            height={z.deep * 10 - 1.2}
            rx="1.6"
          />
        ))}
      </svg>
      <ul>
        {looks.map(({ placed: z, at }) => {
          const name = say(zoneWords[z.zone])
          const inner = (
            <>
              <b>{name}</b>
              {at.words ? <span className="sr-only">{at.words}</span> : null}
              {at.sign || at.note ? (
                <small aria-hidden="true">
                  <span className="plan-sign">{at.sign}</span> {at.note}
                </small>
              ) : null}
            </>
          )
          return (
            <li key={z.zone} style={placeOf(z)} className={`is-${at.tone}`}>
              {onPress ? (
                <button
                  type="button"
                  aria-pressed={taken === undefined ? undefined : taken === z.zone}
                  onClick={() => onPress(z.zone)}
                >
                  {inner}
                </button>
              ) : (
                <span>{inner}</span>
              )}
            </li>
          )
        })}
      </ul>
      <figcaption>{say(p.front)}</figcaption>
    </figure>
  )
}

const lines = [
  ...Array.from({ length: grid.wide - 1 }, (_, i) => `M${(i + 1) * 10} 0v${grid.deep * 10}`),
  ...Array.from({ length: grid.deep - 1 }, (_, i) => `M0 ${(i + 1) * 10}h${grid.wide * 10}`),
].join('')
const part = (cells: number, of: number): string => `${(cells / of) * 100}%`
export const placeOf = (z: Placed): CSSProperties => ({
  left: part(z.x, grid.wide),
  top: part(z.y, grid.deep),
  width: part(z.wide, grid.wide),
  height: part(z.deep, grid.deep),
})

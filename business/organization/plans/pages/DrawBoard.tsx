import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { grid, type Placed, type Zone } from '../shape.ts'
import { zoneWords } from '../words.ts'
import { PlanPicture } from './PlanPicture.tsx'

interface Spot {
  readonly x: number
  readonly y: number
}
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The grid on which one zone at a time is drawn from corner to corner; the arrows move it, with Shift they size it. */
export function DrawBoard(props: {
  placed: readonly Placed[]
  zone: Zone
  /** Zones that lie on another. */
  lying: readonly Zone[]
  onPut: (next: Placed) => void
}) {
  const { placed, zone, lying, onPut } = props
  const say = useSay()
  const board = useRef<HTMLDivElement>(null)
  const [corner, begin] = useState<Spot>()
  const here = placed.find((z) => z.zone === zone)
  const spotOf = (event: PointerEvent): Spot => {
    const { left, top, width, height } = board.current!.querySelector('svg')!.getBoundingClientRect()
    const cell = (at: number, of: number): number => Math.min(Math.max(Math.floor(at * of), 0), of - 1)
    return {
      x: cell((event.clientX - left) / width, grid.wide),
      y: cell((event.clientY - top) / height, grid.deep),
    }
  }
  const drawTo = (event: PointerEvent) => {
    if (!corner) return
    const to = spotOf(event)
    const [x, y] = [Math.min(corner.x, to.x), Math.min(corner.y, to.y)]
    onPut({ zone, x, y, wide: Math.abs(corner.x - to.x) + 1, deep: Math.abs(corner.y - to.y) + 1 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step || !here) return
    event.preventDefault()
    const [x, y] = step
    onPut(
      event.shiftKey
        ? {
            ...here,
            wide: Math.min(here.wide + x, grid.wide - here.x),
            deep: Math.min(here.deep + y, grid.deep - here.y),
          }
        : { ...here, x: here.x + x, y: here.y + y },
    )
  }
  return (
    <div
      ref={board}
      className="plan-board"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move and size what is drawn
      tabIndex={0}
      aria-label={say(p.howTo)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        begin(spotOf(event))
      }}
      onPointerMove={drawTo}
      onPointerUp={(event) => {
        drawTo(event)
        begin(undefined)
      }}
      onPointerCancel={() => begin(undefined)}
    >
      <PlanPicture
        zones={placed}
        taken={zone}
        isRuled
        look={(z) => (lying.includes(z) ? { tone: 'missed', sign: '!' } : { tone: 'plain' })}
      />
      <p className="sr-only" aria-live="polite">
        {here ? say(p.moved, { ...here, zone: say(zoneWords[zone]) }) : ''}
      </p>
    </div>
  )
}

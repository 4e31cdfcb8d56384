import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Money } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useSay } from '../../../platform/web/say.ts'
import { lineTotal, lockKey, type MatrixChange, matrixTotal, monthSums, twelve } from '../rules.ts'
import type { CellLock, MatrixLine } from '../shape.ts'
import { CellEditor } from './CellEditor.tsx'
import { pageWords as w } from './words.ts'
import './matrix.css'

export interface MatrixProps {
  title: string
  head: string
  lines: readonly MatrixLine[]
  locks: readonly CellLock[]
  /** Months that are over. */
  frozen: number
  /** Cells that differ from what is saved, by `child month`. */
  moved: ReadonlySet<string>
  nameOf: (child: string) => { name: ReactNode; note?: ReactNode }
  monthHead: (month: number) => { name: string; note?: string }
  /** Which totals may be set by hand; undefined: reading only. */
  edits?: readonly ('cell' | 'line' | 'month' | 'total')[]
  /** What the months must come to, where a level above gives them. */
  given?: readonly Money[]
  at: Place
  onMove: (place: Place) => void
  onChange: (change: MatrixChange) => void
  onLock: (child: string, month: number) => void
}
/** Where the frame stands: row −1 is nothing, lines.length the total row; column 12 the year. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Lines × months like a spreadsheet: arrows move, typing changes, L locks; both margins follow. */
export function Matrix(props: MatrixProps) {
  const { lines, at, onMove, edits } = props
  const say = useSay()
  const [typing, setTyping] = useState<string>()
  const table = useRef<HTMLTableElement>(null)
  const isOn = useRef(false)

  useEffect(() => {
    if (isOn.current && typing === undefined)
      table.current?.querySelector<HTMLElement>('[data-here="yes"]')?.focus()
  }, [typing])

  const mayEdit = (place: Place): boolean =>
    edits?.includes(kindAt(place, lines.length)) === true &&
    (place.column === 12 || place.column >= props.frozen)
  const move = (place: Place) => {
    const next = {
      row: Math.min(Math.max(place.row, 0), lines.length),
      column: Math.min(Math.max(place.column, 0), 12),
    }
    onMove(next)
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus(),
    )
  }
  const press = (event: KeyboardEvent) => {
    if (typing !== undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const step = arrows[event.key]
    if (step) {
      event.preventDefault()
      move({ row: at.row + step[0], column: at.column + step[1] })
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      if (mayEdit(at)) setTyping('')
    } else if (/^[0-9]$/.test(event.key)) {
      event.preventDefault()
      if (mayEdit(at)) setTyping(event.key)
    } else if (event.key.toLowerCase() === 'l' && edits && at.row < lines.length && at.column < 12) {
      event.preventDefault()
      props.onLock(lines[at.row]!.child, at.column + 1)
    }
  }
  const finish = (amount: Money | undefined, then: 'stay' | 'down' | 'right') => {
    const place = at
    setTyping(undefined)
    if (amount !== undefined) props.onChange(changeAt(place, lines, amount))
    if (then !== 'stay')
      move({ row: place.row + (then === 'down' ? 1 : 0), column: place.column + (then === 'right' ? 1 : 0) })
  }
  const cellProps = (row: number, column: number) => {
    const isHere = at.row === row && at.column === column
    return {
      'data-place': `${row} ${column}`,
      'data-here': isHere ? 'yes' : undefined,
      tabIndex: isHere || (at.row < 0 && row === 0 && column === 0) ? 0 : -1,
      onClick: () => onMove({ row, column }),
      onFocus: () => {
        isOn.current = true
        if (!isHere) onMove({ row, column })
      },
      onDoubleClick: () => mayEdit({ row, column }) && setTyping(''),
    }
  }
  const content = (row: number, column: number, amount: Money, mark?: ReactNode) =>
    typing !== undefined && at.row === row && at.column === column ? (
      <CellEditor start={typing} amount={amount} onDone={finish} />
    ) : (
      <Amount amount={amount} mark={mark} />
    )

  const locked = new Set(props.locks.map(lockKey))
  const sums = monthSums(lines)
  return (
    <div className="matrix-frame">
      <table
        ref={table}
        className="matrix"
        {...asGrid}
        aria-label={say(w.matrixLabel, { title: props.title })}
        onKeyDown={press}
        onBlur={() => (isOn.current = false)}
      >
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            {twelve.map((month) => {
              const { name, note } = props.monthHead(month)
              return (
                <th key={month} scope="col" className={month <= props.frozen ? 'is-over' : undefined}>
                  {name}
                  {note ? <small> {note}</small> : null}
                </th>
              )
            })}
            <th scope="col">{say(w.wholeYear)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => {
            const { name, note } = props.nameOf(line.child)
            return (
              <tr key={line.child}>
                <th scope="row">
                  {name}
                  {note ? <small> {note}</small> : null}
                </th>
                {twelve.map((month, column) => {
                  const key = lockKey({ child: line.child, month })
                  const isLocked = locked.has(key)
                  return (
                    <td
                      key={month}
                      className={classes({
                        'is-locked': isLocked,
                        'is-moved': props.moved.has(key),
                        'is-over': month <= props.frozen,
                      })}
                      {...cellProps(row, column)}
                    >
                      {content(row, column, line.months[column]!, isLocked ? say(w.lock) : undefined)}
                    </td>
                  )
                })}
                <td className="is-sum" {...cellProps(row, 12)}>
                  {content(row, 12, lineTotal(line))}
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(w.total)}</th>
            {twelve.map((month, column) => (
              <td
                key={month}
                className={classes({
                  'is-off': props.given !== undefined && props.given[column] !== sums[column],
                })}
                {...cellProps(lines.length, column)}
              >
                {content(lines.length, column, sums[column]!)}
              </td>
            ))}
            <td {...cellProps(lines.length, 12)}>{content(lines.length, 12, matrixTotal(lines))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

// Moved in by arrows, it is a grid, and its cells are grid cells without being told.
const asGrid = { role: 'grid' } as const
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}
const classes = (on: Readonly<Record<string, boolean>>): string | undefined =>
  Object.keys(on)
    .filter((name) => on[name])
    .join(' ') || undefined

function kindAt({ row, column }: Place, rows: number): MatrixChange['kind'] {
  if (row < rows) return column < 12 ? 'cell' : 'line'
  return column < 12 ? 'month' : 'total'
}
function changeAt(place: Place, lines: readonly MatrixLine[], amount: Money): MatrixChange {
  const kind = kindAt(place, lines.length)
  const month = place.column + 1
  if (kind === 'cell') return { kind, child: lines[place.row]!.child, month, amount }
  if (kind === 'line') return { kind, child: lines[place.row]!.child, amount }
  return kind === 'month' ? { kind, month, amount } : { kind, amount }
}

function Amount({ amount, mark }: { amount: Money; mark?: ReactNode }) {
  const format = useFormat()
  return (
    <>
      {format.wanPlain(amount)}
      {mark ? <small> {mark}</small> : null}
    </>
  )
}

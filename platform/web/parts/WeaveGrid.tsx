import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useIsPhone } from '../look/useIsPhone.ts'

export type WeaveState = 'done' | 'mostly' | 'late' | 'missed' | 'overdue' | 'excused' | 'open'
export interface WeaveCell {
  key: string
  /** Absent where nothing was due. */
  state?: WeaveState
  /** 11月18日：漏做 2 件 — said and shown on pointing. */
  words: string
}
export interface WeaveRow {
  key: string
  name: ReactNode
  /** For the ear, where the name is more than a text. */
  spoken: string
  note?: ReactNode
  cells: readonly WeaveCell[]
  end?: ReactNode
}
export interface WeaveHead {
  key: string
  text: string
  /** Over the first column, and over each column at which a month begins. */
  over?: string
  tone?: 'weekend' | 'today'
}

const sign: Record<WeaveState, string> = {
  done: '',
  mostly: '',
  late: '–',
  missed: '✕',
  overdue: '!',
  excused: '',
  open: '',
}

export const WeaveSign = ({ state }: { state: WeaveState }) => (
  <span className={`weave-cell weave-${state}`} aria-hidden="true">
    {sign[state]}
  </span>
)

export interface WeaveProps {
  label: string
  heads: readonly WeaveHead[]
  endHead?: string
  rows: readonly WeaveRow[]
  legend: readonly { state: WeaveState; words: string }[]
  onOpen?: (row: string, cell: string) => void
}

/**
 * Stores are the warp, days the weft: a torn place is seen before a word is read. Late, overdue and missed carry a sign,
 * excused is hatched and open only outlined, so that nothing hangs on colour alone. Arrow keys move from cell to cell,
 * Enter opens one. On the phone each row stands under its own name, and nothing scrolls sideways.
 */
export function WeaveGrid(props: WeaveProps) {
  const isPhone = useIsPhone()
  return (
    <div className="weave">
      {isPhone ? <Stacked {...props} /> : <Woven {...props} />}
      <ul className="weave-legend">
        {props.legend.map(({ state, words }) => (
          <li key={state}>
            <WeaveSign state={state} />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Woven({ label, heads, endHead, rows, onOpen }: WeaveProps) {
  const cells = useCells(rows, onOpen)
  return (
    <div className="weave-scroll">
      <table className="weave-table" aria-label={label} ref={cells.ref}>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head.key} scope="col" className={head.tone ? `weave-head-${head.tone}` : undefined}>
                {head.over ? <small>{head.over}</small> : null}
                {head.text}
              </th>
            ))}
            {endHead ? <th scope="col">{endHead}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name} {row.note ? <small>{row.note}</small> : null}
              </th>
              {row.cells.map((cell, c) => (
                <td key={cell.key}>{cells.cell(row, cell, r, c)}</td>
              ))}
              {endHead ? <td className="weave-end num">{row.end}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Stacked({ label, heads, rows, onOpen }: WeaveProps) {
  const cells = useCells(rows, onOpen)
  return (
    <table className="weave-stack" aria-label={label} ref={cells.ref}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.key} scope="col" className={head.tone ? `weave-head-${head.tone}` : undefined}>
              {head.over ? <small>{head.over}</small> : null}
              {head.text}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row, r) => (
        <tbody key={row.key}>
          <tr>
            <th scope="rowgroup" colSpan={heads.length}>
              <span className="weave-stack-head">
                <span>
                  {row.name} {row.note ? <small>{row.note}</small> : null}
                </span>
                <span className="weave-end num">{row.end}</span>
              </span>
            </th>
          </tr>
          <tr>
            {row.cells.map((cell, c) => (
              <td key={cell.key}>{cells.cell(row, cell, r, c)}</td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  )
}

/** Cells of which one is reached by Tab and the others from there by the arrow keys. */
function useCells(rows: readonly WeaveRow[], onOpen: WeaveProps['onOpen']) {
  const ref = useRef<HTMLTableElement>(null)
  const [at, moveTo] = useState({ row: 0, cell: Math.max(0, (rows[0]?.cells.length ?? 1) - 1) })
  const width = rows[0]?.cells.length ?? 0
  const here = {
    row: Math.min(at.row, Math.max(0, rows.length - 1)),
    cell: Math.min(at.cell, Math.max(0, width - 1)),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!by) return
    event.preventDefault()
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, here.row + by[0])),
      cell: Math.max(0, Math.min(width - 1, here.cell + by[1])),
    }
    moveTo(next)
    ref.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.cell}"]`)?.focus()
  }
  const cell = (row: WeaveRow, one: WeaveCell, r: number, c: number) => {
    const className = `weave-cell ${one.state ? `weave-${one.state}` : 'weave-none'}`
    const shown = one.state ? sign[one.state] : ''
    return onOpen ? (
      <button
        type="button"
        className={className}
        title={one.words}
        aria-label={`${row.spoken} ${one.words}`}
        data-cell={`${r}-${c}`}
        tabIndex={here.row === r && here.cell === c ? 0 : -1}
        onFocus={() => moveTo({ row: r, cell: c })}
        onKeyDown={onKeyDown}
        onClick={() => onOpen(row.key, one.key)}
      >
        {shown}
      </button>
    ) : (
      <span className={className} title={one.words}>
        <span aria-hidden="true">{shown}</span>
        <span className="sr-only">{one.words}</span>
      </span>
    )
  }
  return { ref, cell }
}
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  Home: [0, -1000],
  End: [0, 1000],
  PageDown: [1000, 0],
  PageUp: [-1000, 0],
}

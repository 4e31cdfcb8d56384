import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Loading } from './States.tsx'

export interface Column<Row> {
  key: string
  head: ReactNode
  /** Said once, in the head: 万元, 件, %. */
  unit?: ReactNode
  /** 'figure': right-aligned, tabular. */
  kind?: 'text' | 'figure'
  cell: (row: Row, index: number) => ReactNode
  /** Makes the column sortable. Texts compare by `sortBy` as given: pass pinyin for Chinese names. */
  sortBy?: (row: Row) => number | string
  /** In the total row. */
  total?: ReactNode
  /** 'locked', 'changed', 'missed': the cell is marked, and the caller puts the word or sign inside. */
  mark?: (row: Row) => CellMark | undefined
  width?: number
  /** Not shown on the phone. */
  desk?: boolean
}
export type CellMark = 'locked' | 'changed' | 'current' | 'late' | 'missed' | 'done'

export interface DataTableProps<Row> {
  /** What the table shows, for the ear. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[] | undefined
  keyOf: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Word of the total row; drawn when any column has a `total`. */
  totalLabel?: ReactNode
  empty?: ReactNode
  isSelected?: (row: Row) => boolean
  /** Rows drawn at first and more at a press. */
  step?: number
  /** Without an own frame, inside a Card of kind 'flush'. */
  isFramed?: boolean
}

/**
 * First column stays while the rest scrolls; arrows move between rows, Enter opens one. The first column is the
 * row's name. Rows are drawn `step` at a time so that a chain of ten thousand does not freeze a phone.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    keyOf,
    onOpen,
    totalLabel,
    empty,
    isSelected,
    step = 100,
    isFramed = true,
  } = props
  const say = useSay()
  const body = useRef<HTMLTableSectionElement>(null)
  const [sort, setSort] = useState<{ key: string; down: boolean }>()
  const [shown, show] = useState(step)
  const sorted = useMemo(() => (rows ? inOrder(rows, columns, sort) : []), [rows, columns, sort])

  if (!rows) return <Loading lines={8} />
  const hasTotal = columns.some((c) => c.total !== undefined)
  const move = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen?.(row)
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const all = [...(body.current?.rows ?? [])]
    all[all.indexOf(event.currentTarget) + by]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={isFramed ? 'table-frame' : 'table-frame table-bare'} aria-label={label} tabIndex={0}>
      <table className={onOpen ? 'table is-open' : 'table'}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {sorted.slice(0, shown).map((row, index) => (
            <tr
              key={keyOf(row)}
              className={isSelected?.(row) ? 'is-selected' : undefined}
              {...(onOpen
                ? {
                    tabIndex: 0,
                    onClick: () => onOpen(row),
                    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => move(event, row),
                  }
                : {})}
            >
              {columns.map((column, at) => {
                const mark = column.mark?.(row)
                const className = `${cellClass(column)}${mark ? ` mark-${mark}` : ''}`
                return at === 0 ? (
                  <th key={column.key} scope="row" className={className}>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {column.cell(row, index)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {hasTotal && rows.length > 0 ? (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <td key={column.key} className={cellClass(column)}>
                  {at === 0 ? (column.total ?? totalLabel ?? say(webWords.total)) : column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {rows.length === 0 ? <div className="table-empty">{empty ?? say(webWords.emptyTable)}</div> : null}
      {rows.length > shown ? (
        <button type="button" className="table-more" onClick={() => show(shown + step)}>
          {say(webWords.rowsShown, { next: Math.min(step, rows.length - shown), shown, all: rows.length })}
        </button>
      ) : null}
    </section>
  )
}

type Sort = { key: string; down: boolean } | undefined

function HeadCell<Row>(props: { column: Column<Row>; sort: Sort; onSort: (sort: Sort) => void }) {
  const { column, sort, onSort } = props
  const isSorted = sort?.key === column.key
  const inner = (
    <>
      {column.head}
      {column.unit ? <span className="table-unit">{column.unit}</span> : null}
    </>
  )
  // Figures are looked at from the largest down, names from the first up; the third press lets go.
  const first = column.kind === 'figure'
  const next: Sort = !isSorted
    ? { key: column.key, down: first }
    : sort.down === first
      ? { key: column.key, down: !first }
      : undefined
  return (
    <th
      scope="col"
      className={cellClass(column)}
      style={column.width ? { minWidth: column.width } : undefined}
      aria-sort={isSorted ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button type="button" className="table-sort" onClick={() => onSort(next)}>
          {inner}
          <span className="table-arrow" aria-hidden="true">
            {isSorted ? (sort.down ? '↓' : '↑') : ''}
          </span>
        </button>
      ) : (
        inner
      )}
    </th>
  )
}

const cellClass = (column: { kind?: 'text' | 'figure'; desk?: boolean }): string =>
  `${column.kind === 'figure' ? 'is-figure' : 'is-text'}${column.desk ? ' is-desk' : ''}`

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort): readonly Row[] {
  const by = columns.find((c) => c.key === sort?.key)?.sortBy
  if (!by || !sort) return rows
  const way = sort.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)]
    return (
      way *
      (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh'))
    )
  })
}

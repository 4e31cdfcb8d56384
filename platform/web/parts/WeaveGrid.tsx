import type { ReactNode } from 'react'

export type WeaveState = 'done' | 'mostly' | 'late' | 'missed' | 'excused' | 'open'
export interface WeaveCell {
  key: string
  state: WeaveState
  /** 11月18日：漏做 2 件 — said and shown on pointing. */
  words: string
}
export interface WeaveRow {
  key: string
  name: string
  note?: string
  cells: readonly WeaveCell[]
  end?: ReactNode
}

const sign: Record<WeaveState, string> = {
  done: '',
  mostly: '',
  late: '·',
  missed: '×',
  excused: '',
  open: '',
}

/**
 * Stores are the warp, days the weft: a torn place is seen before a word is read. Late and missed also carry a
 * sign, so that nothing hangs on colour alone.
 */
export function WeaveGrid(props: {
  label: string
  heads: readonly string[]
  endHead?: string
  rows: readonly WeaveRow[]
  legend: readonly { state: WeaveState; words: string }[]
  onOpen?: (row: string, cell: string) => void
}) {
  const { label, heads, endHead, rows, legend, onOpen } = props
  return (
    <div className="weave">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="weave-scroll" tabIndex={0} aria-label={label}>
        <table className="weave-table">
          <thead>
            <tr>
              <td />
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {endHead ? <th scope="col">{endHead}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name} {row.note ? <small>{row.note}</small> : null}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.key}>
                    {onOpen ? (
                      <button
                        type="button"
                        className={`weave-cell weave-${cell.state}`}
                        title={cell.words}
                        aria-label={`${row.name} ${cell.words}`}
                        onClick={() => onOpen(row.key, cell.key)}
                      >
                        {sign[cell.state]}
                      </button>
                    ) : (
                      <span className={`weave-cell weave-${cell.state}`} title={cell.words}>
                        <span aria-hidden="true">{sign[cell.state]}</span>
                        <span className="sr-only">{cell.words}</span>
                      </span>
                    )}
                  </td>
                ))}
                {endHead ? <td className="weave-end num">{row.end}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="weave-legend">
        {legend.map(({ state, words }) => (
          <li key={state}>
            <span className={`weave-cell weave-${state}`} aria-hidden="true">
              {sign[state]}
            </span>
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

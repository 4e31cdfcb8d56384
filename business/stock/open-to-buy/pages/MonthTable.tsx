import { type ReactNode, useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'

/** Categories × months; a phone shows one month of them, chosen above. */
export function MonthTable<Row extends { readonly category: string }>(props: {
  label: string
  months: readonly Month[]
  rows: readonly Row[]
  cell: (row: Row, month: Month) => ReactNode
  total: (month: Month) => ReactNode
  /** Over all months, last. */
  last?: { head: ReactNode; cell: (row: Row) => ReactNode; total: ReactNode }
}) {
  const { label, months, rows, cell, total, last } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [chosen, choose] = useState(months[0])
  const shown = isPhone ? months.filter((m) => m === (chosen ?? months[0])) : months
  const columns: Column<Row>[] = [
    {
      key: 'category',
      head: say(w.category),
      cell: (r) => <span translate="no">{categoryIn(r.category, language)}</span>,
      total: say(w.all),
    },
    ...shown.map(
      (month): Column<Row> => ({
        key: month,
        head: f.shortMonth(month),
        unit: f.wanUnit,
        kind: 'figure',
        cell: (r) => cell(r, month),
        total: total(month),
      }),
    ),
    ...(last
      ? [
          {
            key: 'span',
            head: last.head,
            unit: f.wanUnit,
            kind: 'figure' as const,
            cell: last.cell,
            total: last.total,
          },
        ]
      : []),
  ]
  return (
    <div className="otb-table">
      {isPhone && months.length > 1 ? (
        <div className="otb-months">
          <Choices
            label={say(w.month)}
            value={shown[0]}
            options={months.map((m) => ({ key: m, label: f.shortMonth(m) }))}
            onChange={choose}
          />
        </div>
      ) : null}
      <DataTable label={label} isFramed={false} columns={columns} rows={rows} keyOf={(r) => r.category} />
    </div>
  )
}

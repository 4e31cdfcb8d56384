import type { Language } from '../../../../platform/kinds/words.ts'
import type { Format } from '../../../../platform/web/format.ts'
import type { Column } from '../../../../platform/web/parts/DataTable.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import type { Say } from '../../../../platform/web/say.ts'
import { showMetric } from '../../metrics/show.ts'
import { w } from '../page-words.ts'
import type { ScopeProgress, StoreProgress, YearAlignment } from '../shape.ts'

export interface Progressed {
  readonly progress: StoreProgress | ScopeProgress
}

/** The figures that an area's row, a store's row and the total have in common. */
export function progressColumns<Row extends Progressed>(
  total: ScopeProgress,
  by: YearAlignment,
  { say, f, language }: { say: Say; f: Format; language: Language },
): Column<Row>[] {
  const money = (amount: number | null) =>
    amount === null ? '—' : f.wanPlain(amount as StoreProgress['day']['net'])
  const yuan = (amount: number | null) =>
    amount === null ? '—' : f.plain((Math.round(amount / 100) * 100) as StoreProgress['day']['net'])
  const yearOf = (p: Row['progress']) => p.years.find((y) => y.alignment === by)
  const isLeftOut = (p: Row['progress']) => {
    const year = yearOf(p)
    return year !== undefined && 'leftOut' in year && year.leftOut !== null
  }
  const bar = ({ month }: Pick<StoreProgress, 'month'>) =>
    month.achievedShare === null ? (
      '—'
    ) : (
      <div className="cell-progress">
        <ProgressWeave
          size="thin"
          done={month.achievedShare}
          {...(month.elapsedShare === null ? {} : { pace: month.elapsedShare })}
        />
        <span className="num">{f.percent(month.achievedShare)}</span>
      </div>
    )
  const column = (
    key: string,
    head: string,
    of: (p: StoreProgress | ScopeProgress) => number | null,
    write: (value: number | null) => string,
    more: Partial<Column<Row>> = {},
  ): Column<Row> => ({
    key,
    head,
    kind: 'figure',
    cell: (row) => write(of(row.progress)),
    sortBy: (row) => of(row.progress) ?? -1e15,
    total: write(of(total)),
    ...more,
  })
  const rate = (code: 'conversionRate' | 'unitsPerTransaction') => (value: number | null) =>
    showMetric(code, value ?? undefined, language)
  const whole = (value: number | null) =>
    value === null ? '—' : f.money((Math.round(value / 100) * 100) as StoreProgress['day']['net'])
  return [
    column('day', say(w.dayHead), (p) => p.day.net, yuan, { unit: f.yuanUnit, desk: true }),
    column(
      'rate',
      say(w.done, { done: '' }).trim(),
      (p) => p.achieved,
      (v) => (v === null ? '—' : f.percent(v)),
      { desk: true },
    ),
    column('month', say(w.monthHead), (p) => p.month.figures.net, money, { unit: f.wanUnit, desk: true }),
    column('target', say(w.target), (p) => p.month.target, money, { unit: f.wanUnit, desk: true }),
    {
      key: 'progress',
      head: say(w.progressHead),
      cell: (row) => bar(row.progress),
      sortBy: (row) => row.progress.month.pace ?? -1,
      total: bar(total),
    },
    column(
      'end',
      say(w.endHead),
      (p) => p.month.forecast?.off ?? null,
      (v) => (v === null ? '—' : `${v > 0 ? '+' : ''}${money(v)}`),
      {
        unit: f.wanUnit,
        mark: (row) => ((row.progress.month.forecast?.off ?? 0) < 0 ? 'missed' : undefined),
      },
    ),
    {
      key: 'year',
      head: say(w.yearHead),
      kind: 'figure',
      cell: (row) => (isLeftOut(row.progress) ? '—' : <Delta ratio={yearOf(row.progress)?.ratio ?? null} />),
      sortBy: (row) => (isLeftOut(row.progress) ? -1e9 : (yearOf(row.progress)?.ratio ?? -1e9)),
      total: <Delta ratio={total.years.find((y) => y.alignment === by)?.ratio ?? null} />,
      desk: true,
    },
    column('conversion', say(w.conversion), (p) => p.day.conversionRate, rate('conversionRate'), {
      desk: true,
    }),
    column('upt', say(w.upt), (p) => p.day.unitsPerTransaction, rate('unitsPerTransaction'), { desk: true }),
    column('atv', say(w.atv), (p) => p.day.averageTransactionValue, whole, { desk: true }),
  ]
}

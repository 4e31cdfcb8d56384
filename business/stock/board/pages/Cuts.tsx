import { useFormat } from '../../../../platform/web/format.ts'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { explained, type FigureCode, figureCodes, figureName, figureOf, figures } from '../figures.ts'
import { w } from '../page-words.ts'
import type { StockFacts } from '../shape.ts'
import { figureWords } from '../words.ts'
import type { Board } from './api.ts'

/** Columns of what every cut shows; the total row is reckoned from the whole, not from rounded rows. */
function useColumns<Row extends { facts: StockFacts }>(total?: StockFacts): Column<Row>[] {
  const say = useSay()
  const f = useFormat()
  const figure = (code: FigureCode, facts: StockFacts) => (
    <Figure
      size="small"
      label={figureName(code, f.language)}
      value={figureOf(code, facts)}
      explain={explained(code, facts, f.language)}
    />
  )
  return [
    {
      key: 'onHand',
      head: say(figureWords.onHand),
      unit: say(w.pieces),
      kind: 'figure',
      cell: (r) => f.count(r.facts.onHand),
      sortBy: (r) => r.facts.onHand,
      ...(total ? { total: f.count(total.onHand) } : {}),
    },
    ...figureCodes.map(
      (code): Column<Row> => ({
        key: code,
        head: figureName(code, f.language),
        ...(figures[code].unit === 'weeks' ? { unit: say(w.weeksUnit) } : {}),
        kind: 'figure',
        desk: code === 'activeSkuRate',
        cell: (r) => figure(code, r.facts),
        sortBy: (r) => figures[code].of(r.facts) ?? -1,
        ...(total ? { total: figureOf(code, total) } : {}),
      }),
    ),
  ]
}

export function StoresCut({ seen, onOpen }: { seen: Board; onOpen: (store: string) => void }) {
  const say = useSay()
  const name = useName()
  const columns = useColumns<Board['stores'][number]>(seen.total)
  return (
    <Card kind="flush" title={say(w.byStore)}>
      <DataTable
        label={say(w.byStore)}
        isFramed={false}
        columns={[
          { key: 'store', head: say(w.store), cell: (s) => name(s), sortBy: (s) => s.pinyin },
          ...columns,
        ]}
        rows={seen.stores}
        keyOf={(s) => s.id}
        onOpen={(s) => onOpen(s.id)}
        totalLabel={say(w.total)}
      />
    </Card>
  )
}

export function Cut(props: {
  title: string
  rows: readonly { readonly key: string; readonly facts: StockFacts }[]
  onOpen: (key: string) => void
}) {
  const language = useLanguage()
  const { title, rows, onOpen } = props
  const columns = useColumns<(typeof rows)[number]>()
  return (
    <Card kind="flush" title={title}>
      <DataTable
        label={title}
        isFramed={false}
        columns={[
          {
            key: 'key',
            head: title,
            cell: (r) => <span translate="no">{categoryIn(r.key, language)}</span>,
            sortBy: (r) => r.key,
          },
          ...columns,
        ]}
        rows={rows}
        keyOf={(r) => r.key}
        onOpen={(r) => onOpen(r.key)}
        step={12}
      />
    </Card>
  )
}

/** Pieces by the days since their launch. */
export function Ages({ seen }: { seen: Board }) {
  const say = useSay()
  const f = useFormat()
  const total = seen.byAge.reduce((sum, a) => sum + Math.max(0, a.facts.onHand), 0)
  return (
    <Card title={say(w.byAge)} sub={say(w.byAgeNote)}>
      <BarList
        label={say(w.byAge)}
        bars={seen.byAge.map(({ key, facts }) => ({
          key: String(key),
          label: say(w[`age${key}`]),
          value: Math.max(0, facts.onHand),
          text: `${f.count(facts.onHand)} · ${total > 0 ? ((Math.max(0, facts.onHand) / total) * 100).toFixed(0) : 0}%`,
          tone: key === 'older' || key === 180 ? 'late' : 'soft',
        }))}
      />
    </Card>
  )
}

import { useState } from 'react'
import { cents } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { StyleFinder } from '../../pages/StyleFinder.tsx'
import { w } from '../page-words.ts'
import { purchaseWords } from '../words.ts'
import type { DraftLine } from './useOrder.ts'

type What = Omit<DraftLine, 'pieces' | 'cost' | 'tag'>

/** What a line orders: the style-colour by its name, or the category alone. */
export function LineName({
  line,
}: {
  line: Pick<What, 'category' | 'code' | 'name' | 'nameEn' | 'color' | 'colorEn'>
}) {
  const name = useName()
  const { language } = useFormat()
  const category = categoryIn(line.category, language)
  if (line.name === null) return <b translate="no">{category}</b>
  return (
    <span className="purchase-name">
      <b>{name({ name: line.name, nameEn: line.nameEn })}</b>
      <small>
        {line.code} · {(language === 'en' && line.colorEn) || line.color} · {category}
      </small>
    </span>
  )
}

/** A further line: chosen by style-colour or category, then pieces and prices, in yuan. */
export function LineAdder(props: {
  categories: readonly string[]
  lines: readonly DraftLine[]
  onAdd: (line: DraftLine) => void
}) {
  const { categories, lines, onAdd } = props
  const say = useSay()
  const f = useFormat()
  const [by, choose] = useState<'style' | 'category'>('style')
  const [what, pick] = useState<What>()
  const [pieces, count] = useState<number | null>(null)
  const [cost, price] = useState<number | null>(null)
  const [tag, mark] = useState<number | null>(null)
  const clear = (): void => {
    pick(undefined)
    count(null)
    price(null)
    mark(null)
  }
  const isTwice = lines.some(
    (l) =>
      what !== undefined &&
      (what.style === null
        ? l.style === null && l.category === what.category
        : l.style === what.style && l.color === what.color),
  )
  const isReady = what && pieces && cost !== null && tag
  const off = !what
    ? say(purchaseWords.whatMissing)
    : isTwice
      ? say(purchaseWords.lineTwice)
      : isReady
        ? undefined
        : say(w.lineNotYet)
  const number = (
    label: string,
    value: number | null,
    set: (n: number | null) => void,
    precision: number,
    isOff = false,
  ) => (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        value={value}
        min={0}
        max={10 ** 8}
        precision={precision}
        disabled={isOff}
        onChange={(n) => set(n ?? null)}
      />
    </Field>
  )
  return (
    <Card title={say(w.what)}>
      <div className="stock-form">
        <Choices
          label={say(w.what)}
          value={by}
          options={[
            { key: 'style', label: say(w.byStyle) },
            { key: 'category', label: say(w.byCategory) },
          ]}
          onChange={(next) => {
            clear()
            choose(next)
          }}
        />
        {by === 'category' ? (
          <Select
            aria-label={say(w.chooseCategory)}
            placeholder={say(w.chooseCategory)}
            size="large"
            value={what?.category ?? null}
            options={categories.map((c) => ({ value: c, label: categoryIn(c, f.language) }))}
            onChange={(category) =>
              pick({
                ...{ category, style: null, color: null },
                ...{ code: null, name: null, nameEn: null, colorEn: null },
              })
            }
          />
        ) : what ? (
          <LineName line={what} />
        ) : (
          <StyleFinder
            onPick={({ style, color }) => {
              const { code, name, nameEn, category } = style
              const colorEn = style.colors.find((c) => c.color === color)?.colorEn ?? null
              pick({ category, style: style.id, color, code, name, nameEn, colorEn })
              mark(style.tagPrice === null ? null : style.tagPrice / 100)
            }}
          />
        )}
        {what ? (
          <div className="purchase-form">
            {number(say(w.piecesOf), pieces, count, 0)}
            {number(`${say(w.costEach)} (${f.yuanUnit})`, cost, price, 2)}
            {number(`${say(w.tagEach)} (${f.yuanUnit})`, tag, mark, 2)}
          </div>
        ) : null}
        <div>
          <Act
            offBecause={off}
            onClick={() => {
              if (!what || !pieces || cost === null || !tag) return
              const inCents = (yuan: number) => cents(Math.round(yuan * 100))
              onAdd({ ...what, pieces, cost: inCents(cost), tag: inCents(tag) })
              clear()
            }}
          >
            {say(w.add)}
          </Act>
        </div>
      </div>
    </Card>
  )
}

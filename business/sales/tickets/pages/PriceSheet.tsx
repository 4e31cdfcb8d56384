import { useId, useState } from 'react'
import { cents, formatMoney, type Money, parseMoney } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { priceAt } from '../../../goods/rules.ts'
import { pageWords, reasonWords } from '../page-words.ts'
import { discountReasons } from '../shape.ts'
import type { DraftLine } from './draft.ts'

const rates = [95, 90, 85, 80, 75, 70, 60, 50] as const

/** Price, discount with its reason, and quantity of one line. What is pressed holds at once. */
export function PriceSheet(props: {
  line: DraftLine
  onChange: (line: DraftLine) => void
  onRemove: () => void
  onClose: () => void
}) {
  const { line, onChange, onRemove, onClose } = props
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const { tagPrice } = line
  const rate = tagPrice === null ? undefined : rates.find((r) => line.price === priceAt(tagPrice, r))
  return (
    <Sheet
      title={line.style ? name(line.style) : line.text}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" danger onClick={onRemove}>
            {say(pageWords.remove)}
          </Button>
          <Button size="large" type="primary" onClick={onClose}>
            {say(pageWords.done)}
          </Button>
        </div>
      }
    >
      {line.style && line.style.colors.length > 1 ? (
        <div className="field">
          <span>{say(pageWords.colour)}</span>
          <Choices
            label={say(pageWords.colour)}
            value={line.color ?? undefined}
            onChange={(color) => onChange({ ...line, color, sku: sameSize(line, color) })}
            options={line.style.colors.map((c) => ({
              key: c.color,
              label: f.language === 'en' && c.colorEn ? c.colorEn : c.color,
            }))}
          />
        </div>
      ) : null}
      <YuanField
        label={say(pageWords.sellingPrice)}
        value={line.price}
        onChange={(price) => onChange({ ...line, price })}
        isFirst
      />
      {line.style && tagPrice !== null ? (
        <p className="note">
          {say(pageWords.tagPrice)} <s className="num">{f.money(tagPrice)}</s>
        </p>
      ) : (
        <YuanField
          label={say(pageWords.tagPrice)}
          value={tagPrice}
          onChange={(tag) => onChange({ ...line, tagPrice: tag })}
        />
      )}
      {tagPrice !== null && tagPrice > 0 ? (
        <div className="field">
          <span>{say(pageWords.rate)}</span>
          <Choices
            label={say(pageWords.rate)}
            value={line.price === tagPrice ? 'full' : rate === undefined ? undefined : String(rate)}
            onChange={(chosen) =>
              onChange(
                chosen === 'full'
                  ? { ...line, price: tagPrice, reason: null }
                  : { ...line, price: priceAt(tagPrice, Number(chosen)) },
              )
            }
            options={[
              { key: 'full', label: say(pageWords.noDiscount) },
              ...rates.map((r) => ({
                key: String(r),
                label: say(pageWords.rateOf, { rate: r / 10, percent: r }),
              })),
            ]}
          />
        </div>
      ) : null}
      <div className="field">
        <span>{say(pageWords.discountReason)}</span>
        <Choices
          label={say(pageWords.discountReason)}
          value={line.reason ?? undefined}
          onChange={(reason) => onChange({ ...line, reason })}
          options={discountReasons.map((r) => ({ key: r, label: say(reasonWords[r]) }))}
        />
      </div>
      <div className="field">
        <span>{say(pageWords.quantity)}</span>
        <div className="stepper">
          <button
            type="button"
            aria-label={say(pageWords.fewer)}
            disabled={line.quantity <= 1}
            onClick={() => onChange({ ...line, quantity: line.quantity - 1 })}
          >
            −
          </button>
          <span className="num">{line.quantity}</span>
          <button
            type="button"
            aria-label={say(pageWords.more)}
            onClick={() => onChange({ ...line, quantity: line.quantity + 1 })}
          >
            +
          </button>
        </div>
      </div>
    </Sheet>
  )
}

/** An amount typed in yuan, kept in 分. */
export function YuanField(props: {
  label: string
  value: Money | null
  onChange: (amount: Money | null) => void
  isFirst?: boolean
  maySubtract?: boolean
}) {
  const { label, value, onChange, isFirst, maySubtract } = props
  const id = useId()
  const [typed, type] = useState<string>()
  const take = (text: string) => {
    type(text)
    const read = text.trim() === '' ? null : parseMoney(text)
    // Half-typed text ("-", "12.") changes nothing yet; the last amount stands.
    if (read !== undefined) onChange(read !== null && read < 0 && !maySubtract ? cents(0) : read)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        size="large"
        prefix="¥"
        inputMode="decimal"
        autoComplete="off"
        autoFocus={isFirst ?? false}
        status={typed?.trim() && parseMoney(typed) === undefined ? 'error' : ''}
        value={typed ?? (value === null ? '' : formatMoney(value, 'plain'))}
        onFocus={(event) => event.target.select()}
        onChange={(event) => take(event.target.value)}
        onBlur={() => type(undefined)}
      />
    </div>
  )
}

/** The same size in another colour, where there is one. */
const sameSize = (line: DraftLine, color: string): string | null => {
  const size = line.style?.colors.flatMap((c) => c.sizes).find((s) => s.sku === line.sku)?.size
  return line.style?.colors.find((c) => c.color === color)?.sizes.find((s) => s.size === size)?.sku ?? null
}

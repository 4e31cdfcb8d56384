import { times } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { pageWords, reasonWords } from '../page-words.ts'
import { type DraftLine, type DraftReturn, lineNet, returnNet } from './draft.ts'
import { Picture } from './Picture.tsx'

/** A piece on the ticket: large swatch or photograph, sizes to press, price to press. */
export function LineCard({
  line,
  onChange,
  onPrice,
}: {
  line: DraftLine
  onChange: (line: DraftLine) => void
  onPrice: () => void
}) {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const shade = line.style?.colors.find((c) => c.color === line.color)
  const title = line.style ? name(line.style) : line.text!
  const colour = shade ? (f.language === 'en' && shade.colorEn ? shade.colorEn : shade.color) : null
  const isLess = line.tagPrice !== null && line.price !== null && line.price < line.tagPrice
  return (
    <article className="card line">
      <Picture picture={line.style?.picture ?? null} swatch={shade?.swatch ?? null} size="large" />
      <div className="line-words">
        <h2>{title}</h2>
        <p>{line.style ? [line.style.code, colour].filter(Boolean).join(' · ') : say(pageWords.freeText)}</p>
      </div>
      <button type="button" className="line-price" onClick={onPrice}>
        <span className="sr-only">{say(pageWords.editPrice, { name: title })}</span>
        <b className="num">{line.price === null ? say(pageWords.noPrice) : f.money(lineNet(line))}</b>
        {isLess ? <s className="num">{f.money(times(line.tagPrice!, line.quantity))}</s> : null}
        {line.quantity > 1 ? <small>{say(pageWords.times, { count: line.quantity })}</small> : null}
        {isLess ? (
          <em>
            {line.reason
              ? `${say(reasonWords[line.reason])} ${rateText(line, say)}`
              : say(pageWords.discountReason)}
          </em>
        ) : null}
      </button>
      <div className="line-sizes">
        {shade ? (
          <Choices
            label={say(pageWords.size)}
            value={line.sku ?? undefined}
            onChange={(sku) => onChange({ ...line, sku })}
            options={shade.sizes.map((s) => ({ key: s.sku, label: s.size }))}
          />
        ) : null}
        {line.style && line.sku === null ? (
          <small className="line-lack">{say(pageWords.chooseSize)}</small>
        ) : null}
      </div>
    </article>
  )
}

/** A piece that comes back: how many, and what was paid for them. */
export function ReturnCard({
  back,
  onChange,
  onRemove,
}: {
  back: DraftReturn
  onChange: (back: DraftReturn) => void
  onRemove: () => void
}) {
  const say = useSay()
  const f = useFormat()
  const left = back.soldQuantity - back.returnedQuantity
  const step = (by: number): void => {
    const quantity = back.quantity + by
    if (quantity < 1) onRemove()
    else if (quantity <= left) onChange({ ...back, quantity })
  }
  return (
    <article className="card line">
      <Picture picture={back.picture} swatch={back.swatch} size="large" />
      <div className="line-words">
        <h2>{back.name}</h2>
        <p>{back.detail}</p>
        <p>{say(pageWords.returned, { number: back.number })}</p>
      </div>
      <div className="line-price">
        <b className="num">{f.money(returnNet(back))}</b>
      </div>
      <div className="line-sizes">
        <div className="stepper">
          <button type="button" onClick={() => step(-1)} aria-label={say(pageWords.fewer)}>
            −
          </button>
          <span className="num">{back.quantity}</span>
          <button
            type="button"
            onClick={() => step(1)}
            disabled={back.quantity >= left}
            aria-label={say(pageWords.more)}
          >
            +
          </button>
          <small>{say(pageWords.returnRoom, { left })}</small>
        </div>
      </div>
    </article>
  )
}

type Say = ReturnType<typeof useSay>
/** 8.5 折 · 85% */
export function rateText(line: Pick<DraftLine, 'price' | 'tagPrice'>, say: Say): string {
  if (!line.tagPrice || line.price === null) return ''
  const percent = Math.round((line.price / line.tagPrice) * 1000) / 10
  return say(pageWords.rateOf, { rate: Math.round(percent * 10) / 100, percent })
}

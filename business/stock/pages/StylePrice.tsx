import { useFormat } from '../../../platform/web/format.ts'
import { sellingPrice } from '../../goods/rules.ts'
import type { Style } from '../../goods/shape.ts'

/** What a piece is sold for just now; its tag price struck through beside it where it is marked down. */
export function StylePrice({ of }: { of: Pick<Style, 'tagPrice' | 'markdownPrice'> }) {
  const f = useFormat()
  const price = sellingPrice(of)
  if (price === null) return <b>—</b>
  return (
    <span className="num style-price">
      {of.tagPrice !== null && price !== of.tagPrice ? <s>{f.money(of.tagPrice)}</s> : null}{' '}
      <b>{f.money(price)}</b>
    </span>
  )
}

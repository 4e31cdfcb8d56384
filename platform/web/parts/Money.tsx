import type { Money as Cents } from '../../kinds/money.ts'
import { useFormat } from '../format.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** ¥12,860 — cents shown when there are any, or always with `exact`. */
export function Money({ amount, exact }: { amount: Cents; exact?: boolean }) {
  return <span className="num">{useFormat().money(amount, exact ? 'exact' : undefined)}</span>
}

/** ¥214.6万; in English ¥2.15M. */
export function Wan({ amount, digits }: { amount: Cents; digits?: number }) {
  return <span className="num">{useFormat().wan(amount, digits)}</span>
}

/** A change with its sign and a shape, in the company's rise and fall colours: ▲ +6.4%. */
export function Delta(props: { ratio?: number | null; amount?: Cents; digits?: number }) {
  const { ratio, amount, digits } = props
  const format = useFormat()
  const say = useSay()
  const value = amount ?? ratio
  if (value === undefined || value === null) return <span className="num tone-none">—</span>
  const text = amount === undefined ? format.signedPercent(value, digits) : format.signedWan(amount, digits)
  const way = value > 0 ? 'rise' : value < 0 ? 'fall' : 'level'
  return (
    <span className={`delta num tone-${way}`}>
      <span className="sr-only">{say(webWords[way])} </span>
      <span aria-hidden="true" className="delta-shape">
        {way === 'rise' ? '▲' : way === 'fall' ? '▼' : '■'}
      </span>
      {text}
    </span>
  )
}

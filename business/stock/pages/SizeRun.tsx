import { useSay } from '../../../platform/web/say.ts'
import { coreSizes } from '../../goods/rules.ts'
import { g } from '../goods-words.ts'

export interface SizeSeen {
  readonly sku: string
  readonly size: string
  readonly onHand: number
  readonly held: number
  readonly onTheWay: number
}

/** A style-colour’s sizes side by side: what is there stands full, what is gone is a gap that is seen before it is read. */
export function SizeRun(props: {
  sizes: readonly SizeSeen[]
  label: string
  /** False where no store is chosen or it keeps no book: what is not known is not nought. */
  isKnown?: boolean
  onOpen: (size: SizeSeen) => void
}) {
  const { sizes, label, isKnown = true, onOpen } = props
  const say = useSay()
  const core = new Set(coreSizes(sizes).map((s) => s.sku))
  const isAny = sizes.some((s) => s.onHand > 0)
  return (
    <ul className="run" aria-label={label}>
      {sizes.map((s) => {
        const isGap = s.onHand <= 0 && isAny
        const state = s.onHand > 0 ? 'is-there' : isGap ? (core.has(s.sku) ? 'is-torn' : 'is-gap') : 'is-none'
        const note = [
          s.onTheWay > 0 ? say(g.onTheWay, { n: s.onTheWay }) : '',
          s.held > 0 ? say(g.held, { n: s.held }) : '',
        ].filter(Boolean)
        return (
          <li key={s.sku}>
            <button
              type="button"
              className={`run-size ${state}${core.has(s.sku) ? ' is-core' : ''}`}
              onClick={() => onOpen(s)}
            >
              <span translate="no">{s.size}</span>
              <strong className="num">{isKnown ? s.onHand : '–'}</strong>
              {note.length > 0 ? <small>{note.join(' ')}</small> : null}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

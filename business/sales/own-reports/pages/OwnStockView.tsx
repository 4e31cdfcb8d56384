import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { o } from '../page-words.ts'
import type { OwnStock, ReportKind } from '../shape.ts'

/** The goods of a report: what runs short of what one sold, with what is to be reordered, and what one counted. */
export function OwnStockView(props: {
  stock: OwnStock
  kind: ReportKind
  wanted: readonly string[]
  /** Set while it is being written. */
  onWant?: (wanted: readonly string[]) => void
}) {
  const { stock, kind, wanted, onWant } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const named = (zh: string, en: string | null): string => (language === 'en' ? (en ?? zh) : zh)
  return (
    <div className="own-styles">
      {stock.short.length > 0 ? (
        <>
          <p className="own-label">{say(o.short)}</p>
          {onWant ? <p className="note">{say(o.shortHint)}</p> : null}
          {stock.short.map((x) => {
            const isWanted = wanted.includes(x.sku)
            return (
              <div key={x.sku} className="own-style own-short">
                <span>
                  {named(x.name, x.nameEn)}
                  <small translate="no">
                    {named(x.color, x.colorEn)} {x.size}
                  </small>
                </span>
                <span className="num">
                  {say(o.shortLine, { sold: x.sold, left: x.left })}
                  {x.onTheWay > 0 ? ` · ${say(o.shortWay, { n: x.onTheWay })}` : ''}
                </span>
                {onWant ? (
                  <Button
                    shape="round"
                    type={isWanted ? 'primary' : 'default'}
                    aria-pressed={isWanted}
                    aria-label={`${say(o.wanted)} ${x.style} ${named(x.color, x.colorEn)} ${x.size}`}
                    onClick={() =>
                      onWant(isWanted ? wanted.filter((sku) => sku !== x.sku) : [...wanted, x.sku])
                    }
                  >
                    {say(o.wanted)}
                  </Button>
                ) : isWanted ? (
                  <Chip tone="accent">{say(o.wanted)}</Chip>
                ) : (
                  <span />
                )}
              </div>
            )
          })}
        </>
      ) : null}
      {stock.sheets > 0 || kind === 'month' ? (
        <p className="note">
          {stock.sheets > 0
            ? say(o.sheets, { n: stock.sheets, pieces: f.count(stock.counted) })
            : say(o.noSheets)}
        </p>
      ) : null}
    </div>
  )
}

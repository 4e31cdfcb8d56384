import { useEffect, useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { goodsOperations } from '../../goods/actions.ts'
import { categoryIn } from '../../goods/category-names.ts'
import { isBroken } from '../../goods/rules.ts'
import type { Style, StyleColor } from '../../goods/shape.ts'
import { StorePicker } from '../../sales/tickets/pages/StorePicker.tsx'
import { useHandScanner } from '../../sales/tickets/pages/scanner.ts'
import { useStore } from '../../sales/tickets/pages/useStore.ts'
import type { stockOperations } from '../actions.ts'
import { g } from '../goods-words.ts'
import { Garment } from './Garment.tsx'
import { BeginCard } from './OpeningSheet.tsx'
import { PieceSheet } from './PieceSheet.tsx'
import { SizeRun, type SizeSeen } from './SizeRun.tsx'
import { StylePrice } from './StylePrice.tsx'
import './stock.css'
import './goods.css'

const goods = client<typeof goodsOperations>()
const stock = client<typeof stockOperations>()
const shown = 24
type Shelf = ReadonlyMap<string, SizeSeen>
export interface Opened {
  readonly style: Style
  readonly color: StyleColor
  readonly size: SizeSeen
}

/** Goods as a shop sees them: the garment, its colours, and the size run of this store with its gaps. */
export default function GoodsPage() {
  const say = useSay()
  const [store, choose] = useStore()
  const [search, change] = useSearch()
  const [typed, type] = useState(search.text ?? '')
  const [season, inSeason] = useState('')
  const [isBrokenOnly, brokenOnly] = useState(false)
  const [opened, open] = useState<Opened>()
  useEffect(() => {
    const timer = setTimeout(() => {
      if ((search.text ?? '') !== typed.trim()) change({ text: typed.trim() || undefined })
    }, 220)
    return () => clearTimeout(timer)
  }, [typed, search.text, change])
  useHandScanner(type)
  const found = goods.useSee('goods.search', { text: search.text ?? '', limit: shown }, { keep: true })
  const styles = found.data?.styles ?? []
  const shelf = stock.useSee(
    'stock.shelf',
    { store: store ?? '', styles: styles.map((s) => s.id) },
    { when: store !== undefined && styles.length > 0, keep: true },
  )
  const sizes = new Map(
    styles.flatMap((s) => s.colors.flatMap((c) => c.sizes.map((z) => [z.sku, z.size] as const))),
  )
  const pieces: Shelf = new Map(
    (shelf.data?.pieces ?? []).map((x) => [x.sku, { ...x, size: sizes.get(x.sku) ?? '' }]),
  )
  const seasons = [...new Set(styles.map((s) => s.season))].sort().reverse()
  const chosen = styles.filter((s) => season === '' || s.season === season)
  const shades = chosen
    .flatMap((style) => style.colors.map((color) => ({ style, color, run: runOf(color, pieces) })))
    .filter((x) => !found.data?.sku || x.color.sizes.some((z) => z.sku === found.data?.sku))
  const broken = shades.filter((x) => isBroken(x.run.map((z) => z.onHand)))
  const kept = isBrokenOnly ? broken : shades
  // Where no store is chosen, or it keeps no book, nothing is known: that is not nought.
  const isKnown = store !== undefined && typeof shelf.data?.begunOn === 'string'
  return (
    <Page
      title={say(g.goods)}
      sub={
        found.data
          ? [
              say(chosen.length === shown ? g.firstStyles : g.stylesShown, { n: chosen.length }),
              store === undefined
                ? say(g.chooseStore)
                : isKnown
                  ? say(g.brokenShown, { n: broken.length })
                  : '',
            ]
              .filter(Boolean)
              .join(' · ')
          : undefined
      }
      actions={<StorePicker value={store} onChange={choose} />}
    >
      <div className="goods-head">
        <input
          className="goods-search"
          type="search"
          value={typed}
          placeholder={say(g.search)}
          aria-label={say(g.search)}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
        />
        <Choices
          label={say(g.all)}
          value={isBrokenOnly ? 'broken' : season}
          options={[
            { key: '', label: say(g.all) },
            { key: 'broken', label: say(g.brokenOnly) },
            ...seasons.map((s) => ({ key: s, label: s })),
          ]}
          onChange={(key) => {
            brokenOnly(key === 'broken')
            inSeason(key === 'broken' ? '' : key)
          }}
        />
      </div>
      {store !== undefined && shelf.data && shelf.data.begunOn === null ? <BeginCard store={store} /> : null}
      <Seen of={found}>
        {() =>
          kept.length === 0 ? (
            <Empty title={say(g.nothing)} next={say(g.nothingNext)} />
          ) : (
            <ul className="goods-grid">
              {kept.map(({ style, color, run }) => (
                <li key={`${style.id} ${color.color}`}>
                  <Shade
                    style={style}
                    color={color}
                    run={run}
                    isKnown={isKnown}
                    onOpen={(size) => (store ? open({ style, color, size }) : notice(say(g.chooseStore)))}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Seen>
      {opened && store ? (
        <PieceSheet
          key={opened.size.sku}
          store={store}
          opened={{ ...opened, size: pieces.get(opened.size.sku) ?? opened.size }}
          isKnown={isKnown}
          onClose={() => open(undefined)}
        />
      ) : null}
    </Page>
  )
}

const runOf = (color: StyleColor, shelf: Shelf): SizeSeen[] =>
  color.sizes.map((z) => shelf.get(z.sku) ?? { sku: z.sku, size: z.size, onHand: 0, held: 0, onTheWay: 0 })

function Shade(props: {
  style: Style
  color: StyleColor
  run: readonly SizeSeen[]
  isKnown: boolean
  onOpen: (size: SizeSeen) => void
}) {
  const { style, color, run, isKnown, onOpen } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const here = run.reduce((sum, s) => sum + s.onHand, 0)
  const torn = isBroken(run.map((s) => s.onHand))
  const shade = f.language === 'en' && color.colorEn ? color.colorEn : color.color
  return (
    <article className="goods-card">
      <div className="goods-picture">
        {style.picture ? (
          <img src={style.picture} alt="" loading="lazy" />
        ) : (
          <Garment category={style.category} name={style.name} swatch={color.swatch} />
        )}
        {isKnown && torn ? <Chip tone="missed">{say(g.broken)}</Chip> : null}
      </div>
      <div className="goods-words">
        <h2>{name(style)}</h2>
        <p>
          {shade} · {categoryIn(style.category, f.language)} · {style.season}
        </p>
        <p className="goods-code">
          {style.code}
          <StylePrice of={style} />
        </p>
      </div>
      <SizeRun sizes={run} label={`${name(style)} ${shade}`} isKnown={isKnown} onOpen={onOpen} />
      {isKnown ? <p className="goods-here">{here === 0 ? say(g.none) : say(g.here, { n: here })}</p> : null}
    </article>
  )
}

import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds, useName } from '../../../platform/web/session.ts'
import type { goodsOperations } from '../../goods/actions.ts'
import type { stockOperations } from '../actions.ts'
import { g } from '../goods-words.ts'
import { eventReasonWords, eventWords, moveWords } from '../page-words.ts'
import { type EventKind, eventKinds, eventReasons } from '../shape.ts'
import { Counter } from './CountSheet.tsx'
import type { Opened } from './GoodsPage.tsx'
import { SellingPoints } from './SellingPoints.tsx'
import { StylePrice } from './StylePrice.tsx'

const api = client<typeof stockOperations>()
const goods = client<typeof goodsOperations>()

/** One size: what is here, who else has it, what moved it; a stock matter is noted from here. */
export function PieceSheet(props: {
  store: string
  opened: Opened
  /** False where the store keeps no stock book. */
  isKnown: boolean
  onClose: () => void
}) {
  const { store, opened, isKnown, onClose } = props
  const { style, color, size } = opened
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const buys = useHolds('merchandising', 'finance', 'operationsDirector', 'generalManager')
  const books = goods.useSee('goods.style', { id: style.id })
  const piece = api.useSee('stock.piece', { store, sku: size.sku })
  const barcode = color.sizes.find((z) => z.sku === size.sku)?.barcode
  return (
    <Sheet
      title={`${name(style)} · ${f.language === 'en' && color.colorEn ? color.colorEn : color.color} · ${size.size}`}
      onClose={onClose}
    >
      <div className="stock-form">
        <p className="goods-on-hand">
          <strong className="num">{isKnown ? size.onHand : '–'}</strong> {say(g.stock)}
          {size.onTheWay > 0 ? <Chip tone="accent">{say(g.onTheWay, { n: size.onTheWay })}</Chip> : null}
          {size.held > 0 ? <Chip>{say(g.held, { n: size.held })}</Chip> : null}
        </p>
        {size.onHand < 0 ? <p className="goods-negative">{say(g.negative, { n: size.onHand })}</p> : null}
        <Rows>
          <Row name={say(style.markdownPrice === null ? g.tagPrice : g.sellsFor)}>
            <StylePrice of={style} />
          </Row>
          <Row name={say(g.barcode)}>{barcode ?? '—'}</Row>
          {buys && books.data?.cost != null ? <Row name={say(g.cost)}>{f.money(books.data.cost)}</Row> : null}
          {style.brand ? <Row name={say(g.brand)}>{style.brand}</Row> : null}
          <Row name={say(g.season)}>{[style.season, style.wave].filter(Boolean).join(' · ')}</Row>
        </Rows>
        {books.data ? <SellingPoints style={style.id} points={books.data.points} /> : null}
        <Seen of={piece} lines={4}>
          {({ elsewhere, movements }) => {
            const others = elsewhere.filter((e) => e.sku === size.sku)
            return (
              <>
                <section>
                  <h3 className="goods-section">
                    {say(g.elsewhere)} · {say(g.sameSize, { size: size.size })}
                  </h3>
                  {others.length === 0 ? <p className="stock-note">{say(g.noOther)}</p> : null}
                  <ul className="goods-others">
                    {others.map((o) => (
                      <li key={o.store}>
                        <span>{name(o)}</span>
                        {o.isNear ? <Chip>{say(g.near)}</Chip> : null}
                        <b className="num">{o.onHand}</b>
                      </li>
                    ))}
                  </ul>
                </section>
                <section>
                  <h3 className="goods-section">{say(g.movements)}</h3>
                  {movements.length === 0 ? <p className="stock-note">{say(g.noMovements)}</p> : null}
                  <ul className="goods-others">
                    {movements.slice(0, 12).map((m) => (
                      <li key={`${m.at} ${m.kind} ${m.paper}`}>
                        <span>
                          {say(moveWords[m.kind])} <small>{m.paper ?? m.by}</small>
                        </span>
                        <small>{f.instant(m.at)}</small>
                        <b className="num">{m.quantity !== 0 ? signed(m.quantity) : signed(m.held)}</b>
                      </li>
                    ))}
                  </ul>
                </section>
              </>
            )
          }}
        </Seen>
        {isFloor && isKnown ? <NoteForm store={store} sku={size.sku} /> : null}
      </div>
    </Sheet>
  )
}
const signed = (n: number): string => (n > 0 ? `+${n}` : `−${-n}`)

/** Damaged, missing, put aside, on the dummy: said in three presses. */
function NoteForm({ store, sku }: { store: string; sku: string }) {
  const say = useSay()
  const [kind, choose] = useState<EventKind>()
  const [why, because] = useState<(typeof eventReasons)[number]>()
  const [quantity, count] = useState(1)
  const [words, write] = useState('')
  const [id, next] = useState(newId)
  const act = api.useDo('stock.note', {
    onDone: () => {
      notice(say(g.noted))
      choose(undefined)
      because(undefined)
      count(1)
      write('')
      next(newId())
    },
  })
  return (
    <section className="goods-note">
      <h3 className="goods-section">{say(g.noteIt)}</h3>
      <Choices
        label={say(g.what)}
        value={kind}
        options={eventKinds.map((k) => ({ key: k, label: say(eventWords[k]) }))}
        onChange={choose}
      />
      {kind ? (
        <>
          <Counter label={say(g.pieces)} value={quantity} most={99} onChange={(n) => count(Math.max(1, n))} />
          <Choices
            label={say(g.why)}
            value={why}
            options={eventReasons.map((r) => ({ key: r, label: say(eventReasonWords[r]) }))}
            onChange={because}
          />
          <div className="field">
            <label htmlFor="goods-words">{say(g.words)}</label>
            <Input
              id="goods-words"
              size="large"
              maxLength={300}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </div>
          {act.error ? <FormProblem problem={act.error} /> : null}
          <Act
            type="primary"
            size="large"
            may="stock.note"
            offBecause={why ? undefined : say(g.why)}
            loading={act.isPending}
            onClick={() => why && act.mutate({ id, store, sku, kind, quantity, why, words: words || null })}
          >
            {say(g.save)}
          </Act>
        </>
      ) : null}
    </section>
  )
}

import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { useParams } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds } from '../../../platform/web/session.ts'
import type { goodsOperations } from '../../goods/actions.ts'
import type { stockOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { differenceReasons } from '../shape.ts'
import type { Piece } from '../view-tables.ts'
import { useSender, whenDue } from './ArrivalsPage.tsx'
import { CountSheet } from './CountSheet.tsx'
import { BeginCard } from './OpeningSheet.tsx'
import { type Arrival, SeenCell, ShadePhotos, SizeCell } from './ReceivedCells.tsx'
import {
  allCame,
  type Counted,
  countedAs,
  type Draft,
  differenceOf,
  differs,
  type Line,
  nothing,
  usualReason,
} from './receiving.ts'
import { ScanBox } from './ScanBox.tsx'
import { ShadeHead, shadesOf } from './Shade.tsx'
import './stock.css'

const api = client<typeof stockOperations>()
const goods = client<typeof goodsOperations>()

/** One shipment: counted by scan or by thumb, size by size, differences with their reason, then handed in. */
export default function ReceivePage() {
  const say = useSay()
  const f = useFormat()
  const { store = '', shipment = '' } = useParams()
  const sender = useSender()
  const arrival = api.useSee('stock.arrival', { store, shipment })
  const head = arrival.data?.shipment
  return (
    <Page
      title={head ? sender(head) : say(p.receive)}
      sub={
        head && arrival.data
          ? `${head.number} · ${whenDue(head.dueOn, arrival.data.today, say, f).words}`
          : undefined
      }
      back={{ to: '/stock/arrivals', search: { store }, label: say(p.arrivals) }}
    >
      <Seen of={arrival}>
        {(seen) =>
          seen.begunOn === null ? (
            <BeginCard store={store} />
          ) : (
            <Receiving key={seen.receipts.length} seen={seen} />
          )
        }
      </Seen>
    </Page>
  )
}

function Receiving({ seen }: { seen: Arrival }) {
  const say = useSay()
  const f = useFormat()
  const { store, id: shipment, shipped, taken } = seen.shipment
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const isOpen = isFloor && seen.shipment.inTransit > 0
  const key = `stock.receive.${shipment}`
  const [draft, write] = useState<Draft>(
    () => readKept<Draft>(key) ?? { id: newId(), counted: {}, strange: [] },
  )
  const [touched, touch] = useState<string>()
  const [isFinishing, finish] = useState(false)
  // From what stands when it is written: a code that is looked up must not undo what was scanned meanwhile.
  const set = (next: (now: Draft) => Draft): void =>
    write((now) => {
      const then = next(now)
      keep(key, then)
      return then
    })
  const receive = api.useDo('stock.receive', {
    onDone: () => {
      drop(key)
      notice(say(p.received))
    },
  })
  const lines: Line[] = [
    ...seen.lines.filter((l) => l.inTransit > 0),
    ...draft.strange.map((s) => ({ ...s, inTransit: 0 })),
  ]
  const countOf = (sku: string): Counted => draft.counted[sku] ?? nothing
  const change = (sku: string, to: Partial<Counted>): void => set((now) => countedAs(now, sku, to))
  const oneMore = (sku: string, to: Partial<Counted> = {}, strange?: Piece): void =>
    set((now) => {
      const then = countedAs(now, sku, { arrived: (now.counted[sku] ?? nothing).arrived + 1, ...to })
      return !strange || now.strange.some((x) => x.sku === sku)
        ? then
        : { ...then, strange: [...now.strange, strange] }
    })
  const heard = async (code: string): Promise<void> => {
    const known = lines.find((l) => l.barcode === code)
    if (known) return oneMore(known.sku)
    const found = await goods.see('goods.search', { text: code, limit: 1 })
    const style = found.sku ? found.styles[0] : undefined
    const color = style?.colors.find((c) => c.sizes.some((z) => z.sku === found.sku))
    const size = color?.sizes.find((z) => z.sku === found.sku)
    if (!style || !color || !size) return notice(say(p.unknownCode, { code }), 'problem')
    notice(say(p.notOnNotice, { code }))
    const { name, nameEn, category } = style
    const piece: Piece = { ...color, ...size, style: style.code, name, nameEn, category }
    oneMore(size.sku, { reason: 'wrongItem' }, piece)
  }
  const arrived = lines.reduce((sum, l) => sum + countOf(l.sku).arrived, 0)
  const good = arrived - lines.reduce((sum, l) => sum + countOf(l.sku).rejected, 0)
  const missing = lines.reduce((sum, l) => sum + differenceOf(l.inTransit, countOf(l.sku)).short, 0)
  const send = (last: boolean): void => {
    const counted = lines.flatMap((l) => {
      const c = countOf(l.sku)
      const reason = c.reason ?? usualReason(l.inTransit, c)
      if (c.arrived === 0 && !last) return []
      return [
        {
          sku: l.sku,
          arrived: c.arrived,
          rejected: c.rejected,
          reason: reason as (typeof differenceReasons)[number] | null,
          words: c.words || null,
          // Counted right after all, there is nothing to show any more.
          photo: differs(l.inTransit, c, last) ? (c.photo ?? null) : null,
        },
      ]
    })
    receive.mutate({ id: draft.id, store, shipment, last, lines: counted })
  }
  const at = lines.find((l) => l.sku === touched)
  return (
    <>
      {isOpen ? (
        <>
          <ScanBox onCode={(code) => void heard(code)} hint={say(p.scanHere)} />
          <div className="stock-quick">
            <Button onClick={() => set((now) => allCame(now, lines))}>{say(p.allHere)}</Button>
            <Button type="text" onClick={() => set((now) => ({ ...now, counted: {}, strange: [] }))}>
              {say(p.clear)}
            </Button>
          </div>
        </>
      ) : null}
      <div className="stock-shades">
        {(isOpen ? shadesOf(lines) : shadesOf(seen.lines)).map((shade) => (
          <Card key={shade.key}>
            <ShadeHead piece={shade.lines[0]!} />
            <ul className="stock-sizes">
              {shade.lines.map((l) => (
                <li key={l.sku}>
                  {isOpen ? (
                    <SizeCell line={l} counted={countOf(l.sku)} onPress={() => touch(l.sku)} />
                  ) : (
                    <SeenCell line={seen.lines.find((x) => x.sku === l.sku)!} />
                  )}
                </li>
              ))}
            </ul>
            <ShadePhotos
              store={store}
              lines={seen.lines.filter((x) => shade.lines.some((l) => l.sku === x.sku))}
            />
          </Card>
        ))}
      </div>
      {seen.receipts.length > 0 ? (
        <Card title={say(p.receipts)}>
          <ul className="stock-list">
            {seen.receipts.map((r) => (
              <li key={r.at} className="stock-line">
                <span>
                  <b>{r.by}</b>
                  <small>{f.instant(r.at)}</small>
                </span>
                <b className="num">{say(p.firstShown, { n: r.taken })}</b>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {receive.error && !isFinishing ? <FormProblem problem={receive.error} /> : null}
      {isOpen ? (
        <StickyBar note={say(p.counted)} value={`${f.count(arrived)} / ${f.count(seen.shipment.inTransit)}`}>
          <Act
            size="large"
            may="stock.receive"
            offBecause={arrived > 0 ? undefined : say(p.scanHere)}
            loading={receive.isPending}
            onClick={() => send(false)}
          >
            {say(p.later)}
          </Act>
          <Act
            type="primary"
            size="large"
            may="stock.receive"
            loading={receive.isPending}
            onClick={() => finish(true)}
          >
            {say(p.finish)}
          </Act>
        </StickyBar>
      ) : null}
      {at ? (
        <CountSheet
          store={store}
          line={at}
          counted={countOf(at.sku)}
          onChange={(to) => change(at.sku, to)}
          onClose={() => touch(undefined)}
        />
      ) : null}
      {isFinishing ? (
        <ConfirmSheet
          title={say(p.finishTitle)}
          verb={say(p.finish)}
          isBusy={receive.isPending}
          problem={receive.error}
          onConfirm={() => send(true)}
          onClose={() => finish(false)}
        >
          <p className="stock-big num">{say(p.receivedNote, { taken: taken + good, shipped })}</p>
          {missing > 0 ? <p>{say(p.finishNote, { n: missing })}</p> : null}
        </ConfirmSheet>
      ) : null}
    </>
  )
}

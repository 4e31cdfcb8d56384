import { useEffect, useState } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useParams, useSearch } from '../../../../platform/web/place.tsx'
import { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import type { goodsOperations } from '../../../goods/actions.ts'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { ScanBox } from '../../pages/ScanBox.tsx'
import type { Piece } from '../../view-tables.ts'
import { w } from '../page-words.ts'
import { takeWords } from '../words.ts'
import { api, type Sheet } from './api.ts'
import { FindSheet } from './FindSheet.tsx'
import { useCounting } from './useCounting.ts'
import '../../pages/stock.css'
import './takes.css'

const goods = client<typeof goodsOperations>()
type Found = Awaited<ReturnType<typeof goods.see<'goods.search'>>>
/** The one piece that a barcode names. */
function pieceIn({ sku, styles: [style] }: Found): Piece | undefined {
  const color = style?.colors.find((c) => c.sizes.some((z) => z.sku === sku))
  const size = color?.sizes.find((z) => z.sku === sku)
  if (!style || !color || !size) return undefined
  const { code, name, nameEn, category } = style
  return { ...color, ...size, style: code, name, nameEn, category }
}

/** One zone counted by scan or by thumb, blind, with or without network; the phones of a zone add up. */
export default function CountPage() {
  const say = useSay()
  const name = useName()
  const { store = '', take = '' } = useParams()
  const [search, change] = useSearch()
  const sheet = api.useSee(
    'takes.sheet',
    { store, take, ...(search.zone ? { zone: search.zone } : {}) },
    { keep: true, every: 15_000 },
  )
  const head = sheet.data?.take
  return (
    <Page
      title={say(w.count)}
      sub={head ? `${name({ name: head.storeName, nameEn: head.storeNameEn })} · ${say(w.blind)}` : undefined}
      back={{ to: '/takes', search: { store }, label: say(w.takes) }}
      width="reading"
    >
      <Seen of={sheet}>
        {(seen) => (
          <>
            <div translate="no">
              <Choices
                label={say(w.zones)}
                value={search.zone}
                options={seen.zones.map((z) => ({ key: z.id, label: z.name }))}
                onChange={(zone) => change({ zone })}
              />
            </div>
            {search.zone ? (
              <Counting key={search.zone} store={store} take={take} zone={search.zone} seen={seen} />
            ) : (
              <Card>
                <Empty title={say(w.zones)} />
              </Card>
            )}
          </>
        )}
      </Seen>
    </Page>
  )
}

/** The barcodes of the store, kept on the phone so that a dead network does not stop the count. */
function useCodes(store: string): readonly Piece[] {
  const key = `takes.codes.${store}`
  const [kept] = useState(() => readKept<Piece[]>(key) ?? [])
  const codes = api.useSee('takes.codes', { store })
  useEffect(() => {
    if (codes.data) keep(key, codes.data.pieces)
  }, [codes.data, key])
  return codes.data?.pieces ?? kept
}

function Counting(props: { store: string; take: string; zone: string; seen: Sheet }) {
  const { store, take, zone, seen } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const standing = seen.zones.find((z) => z.id === zone)
  const { kept, problem, total, add, undo, forget } = useCounting(store, take, zone, standing?.pieces)
  const codes = useCodes(store)
  const [isFinding, find] = useState(false)
  const isOpen = isFloor && seen.take.state === 'counting'
  const handIn = api.useDo('takes.handIn', { onDone: () => notice(say(w.thanks)) })
  const heard = async (code: string): Promise<void> => {
    const known = codes.find((p) => p.barcode === code)
    if (known) {
      add(known)
      return
    }
    try {
      const piece = pieceIn(await goods.see('goods.search', { text: code, limit: 1 }))
      if (piece) add(piece)
      else notice(say(w.unknownCode, { code }), 'problem')
    } catch (fault) {
      if (!(fault instanceof ProblemError && fault.isNetwork)) throw fault
      notice(say(w.offlineCode, { code }), 'problem')
    }
  }
  const last = kept.mine[0]
  const nameOf = (p: Piece): string => `${name(p)} ${p.size}`
  return (
    <>
      <Card>
        <div className="take-count">
          <span>{say(w.inZone)}</span>
          <strong className="num" aria-live="polite">
            {f.count(total)}
          </strong>
          <small className={kept.outbox.length > 0 ? 'is-waiting' : ''}>
            {kept.outbox.length > 0 ? say(w.unsent, { n: kept.outbox.length }) : `✓ ${say(w.sent)}`}
          </small>
        </div>
        {isOpen ? (
          <ScanBox onCode={(code) => void heard(code)} hint={say(w.scanHere)} />
        ) : (
          <p>{say(w.countingOver)}</p>
        )}
        {last ? (
          <div className="take-last">
            <PieceLine piece={last.piece} />
            <b className="num">{f.count(last.entry.pieces)}</b>
          </div>
        ) : null}
        {isOpen ? (
          <div className="take-thumb">
            <Button
              size="large"
              disabled={!last}
              onClick={() => {
                if (!last) return
                undo()
                notice(say(w.undone, { name: nameOf(last.piece) }))
              }}
            >
              ↶ {say(w.undo)}
            </Button>
            {[1, 2, 5].map((n) => (
              <Button
                key={n}
                size="large"
                disabled={!last}
                aria-label={`${say(w.more)} ${n}`}
                onClick={() => last && add(last.piece, n)}
              >
                +{n}
              </Button>
            ))}
            <Button size="large" onClick={() => find(true)}>
              {say(w.noCode)}
            </Button>
          </div>
        ) : null}
      </Card>
      {problem ? <FormProblem problem={problem} /> : null}
      {kept.refused.length > 0 ? (
        <Card kind="urgent" title={say(w.refused)} extra={<Button onClick={forget}>{say(w.forget)}</Button>}>
          <ul className="stock-list">
            {kept.refused.map((r) => (
              <li key={r.id} className="stock-line">
                {r.piece ? <PieceLine piece={r.piece} /> : <span>—</span>}
                <small>{say(takeWords[r.why as 'skuNotInTake'] ?? takeWords.skuUnknown)}</small>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card>
        {seen.counted.length === 0 ? (
          <Empty title={say(w.nothingYet)} />
        ) : (
          <ul className="stock-list">
            {seen.counted.map((p) => (
              <li key={p.sku} className="stock-line">
                <PieceLine piece={p} />
                <b className="num">{f.count(p.counted)}</b>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {handIn.error ? <FormProblem problem={handIn.error} /> : null}
      {isOpen ? (
        <StickyBar
          note={standing ? <span translate="no">{standing.name}</span> : undefined}
          value={say(w.pieces, { n: f.count(total) })}
        >
          <Act
            type="primary"
            size="large"
            may="takes.handIn"
            loading={handIn.isPending}
            offBecause={kept.outbox.length > 0 ? say(w.handInFirst, { n: kept.outbox.length }) : undefined}
            onClick={() => handIn.mutate({ store, take, zone, isEmpty: total === 0 })}
          >
            {say(total === 0 ? w.handInEmpty : w.handIn)}
          </Act>
        </StickyBar>
      ) : null}
      {isFinding ? <FindSheet onPick={add} onClose={() => find(false)} /> : null}
    </>
  )
}

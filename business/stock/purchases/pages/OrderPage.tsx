import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { useIds } from '../../pages/useIds.ts'
import { stateWords, w } from '../page-words.ts'
import { purchaseWords } from '../words.ts'
import { ArriveSheet } from './ArriveSheet.tsx'
import { api, type OrderSeen, tones } from './api.ts'
import { LineName } from './LineAdder.tsx'
import '../../pages/stock.css'
import './purchases.css'

/** An order line by line: what came, what is open, what was cancelled and why. */
export default function OrderPage() {
  const say = useSay()
  const [{ order = '' }] = useSearch()
  const seen = api.useSee('purchases.order', { order }, { when: order !== '' })
  return (
    <Page
      title={seen.data ? seen.data.order.number : say(w.title)}
      back={{ to: '/purchases', label: say(w.title) }}
    >
      <Seen of={seen}>{(data) => <Order seen={data} />}</Seen>
    </Page>
  )
}

function Order({ seen }: { seen: OrderSeen }) {
  const { order, lines } = seen
  const say = useSay()
  const f = useFormat()
  const buys = useHolds('merchandising')
  const [isArriving, arrive] = useState(false)
  const [cancelling, cancel] = useState<{ line: number | null }>()
  const mayAct = buys && order.open > 0
  return (
    <div className="purchases">
      <Card>
        <div className="purchase-head">
          <b translate="no">{order.maker}</b>
          <Chip tone={tones[order.state]}>{say(stateWords[order.state])}</Chip>
        </div>
        <p className="stock-note">
          {say(w.due)} {f.month(order.due)} ·{' '}
          {say(w.placedBy, { name: order.byName, at: f.instant(order.at) })}
        </p>
        <p className="num">
          {say(w.lineSum, {
            pieces: f.count(order.pieces),
            came: f.count(order.came),
            open: f.count(order.open),
          })}
          {order.cancelled > 0 ? ` · ${say(w.lineCancelled, { n: f.count(order.cancelled) })}` : ''} ·{' '}
          {say(w.sumCost, { x: f.money(order.cost) })}
        </p>
        {order.beyond > 0 ? (
          <p className="purchase-over">{say(w.wentBeyond, { x: f.money(order.beyond) })}</p>
        ) : null}
        {order.words ? <p translate="no">{order.words}</p> : null}
      </Card>
      <Card>
        <ul className="purchase-lines">
          {lines.map((line) => (
            <li key={line.line} className="purchase-line">
              <LineName line={line} />
              <span className="num">
                {say(w.lineSum, {
                  pieces: f.count(line.pieces),
                  came: f.count(line.came),
                  open: f.count(line.open),
                })}
                {line.cancelled > 0 ? ` · ${say(w.lineCancelled, { n: f.count(line.cancelled) })}` : ''}
                <small>{say(w.eachPrices, { cost: f.money(line.cost), tag: f.money(line.tag) })}</small>
              </span>
              {mayAct && lines.length > 1 && line.open > 0 ? (
                <Act may="purchases.cancel" onClick={() => cancel({ line: line.line })}>
                  {say(w.cancelLine)}
                </Act>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      <Events seen={seen} />
      {mayAct ? (
        <StickyBar>
          <Act size="large" may="purchases.cancel" onClick={() => cancel({ line: null })}>
            {say(w.cancel)}
          </Act>
          <Act type="primary" size="large" may="purchases.arrive" onClick={() => arrive(true)}>
            {say(w.arrive)}
          </Act>
        </StickyBar>
      ) : null}
      {isArriving ? <ArriveSheet seen={seen} onClose={() => arrive(false)} /> : null}
      {cancelling ? (
        <CancelSheet order={order.id} line={cancelling.line} onClose={() => cancel(undefined)} />
      ) : null}
    </div>
  )
}

function Events({ seen }: { seen: OrderSeen }) {
  const say = useSay()
  const f = useFormat()
  return (
    <Card title={say(w.history)}>
      {seen.events.length === 0 ? <Empty title={say(w.historyNone)} /> : null}
      <ul className="purchase-lines">
        {seen.events.map((e) => (
          <li key={e.id} className="purchase-name">
            <b>{say(e.kind === 'arrival' ? w.arrived : w.off, { n: e.pieces })}</b>
            <small>
              {e.byName} · {f.instant(e.at)}
            </small>
            {e.words ? <span translate="no">{e.words}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function CancelSheet(props: { order: string; line: number | null; onClose: () => void }) {
  const { order, line, onClose } = props
  const say = useSay()
  const ids = useIds()
  const [words, write] = useState('')
  const act = api.useDo('purchases.cancel', {
    onDone: () => {
      notice(say(w.cancelledNow))
      onClose()
    },
  })
  return (
    <AskSheet
      title={say(line === null ? w.cancel : w.cancelLine)}
      may="purchases.cancel"
      says={say(w.cancel)}
      offBecause={words.trim().length < 2 ? say(purchaseWords.whyMissing) : undefined}
      isSending={act.isPending}
      problem={act.error}
      fields={['words']}
      onSend={() => act.mutate({ id: ids.of('cancel'), order, line, words: words.trim() })}
      onClose={onClose}
    >
      <Field label={say(w.cancelWhy)} wrong={wrongFields(act.error).words}>
        <Input
          aria-label={say(w.cancelWhy)}
          size="large"
          maxLength={300}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}

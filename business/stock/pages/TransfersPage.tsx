import { useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Band, Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds, useName } from '../../../platform/web/session.ts'
import { useOwnStores } from '../../sales/tickets/pages/useStore.ts'
import type { stockOperations } from '../actions.ts'
import { stateWords, transferReasonWords } from '../page-words.ts'
import { stateOf } from '../rules.ts'
import type { TransferState } from '../shape.ts'
import type { TransferSeen } from '../transfer-view-tables.ts'
import { t } from '../transfer-words.ts'
import { FreightCard } from './FreightCard.tsx'
import { BeginCard } from './OpeningSheet.tsx'
import { ProposeSheet } from './ProposeSheet.tsx'
import './stock.css'

const api = client<typeof stockOperations>()

/** Transfers of one’s store, or of the stores one looks after: what waits for oneself stands first. */
export default function TransfersPage() {
  const own = useOwnStores()
  return own[0] ? <OfStore store={own[0].id} /> : <OfStores />
}

function OfStore({ store }: { store: string }) {
  const say = useSay()
  const { data, ...rest } = api.useSee('stock.transfers', { store }, { every: 60_000 })
  const [isProposing, propose] = useState(false)
  return (
    <Page
      title={say(t.transfers)}
      actions={
        <Act type="primary" may="stock.propose" onClick={() => propose(true)}>
          {say(t.propose)}
        </Act>
      }
    >
      <Seen of={{ data, ...rest }}>
        {({ transfers, begunOn, stores }) => (
          <>
            {begunOn ? null : <BeginCard store={store} />}
            <Board all={transfers} home={store} mine={(x) => isFloorsTurn(x, store)} />
            {isProposing ? (
              <ProposeSheet
                store={store}
                stores={stores.filter((s) => s.id !== store)}
                onClose={() => propose(false)}
              />
            ) : null}
          </>
        )}
      </Seen>
    </Page>
  )
}

function OfStores() {
  const say = useSay()
  const decides = useHolds('areaManager', 'merchandising')
  const seen = api.useSee('stock.allTransfers', {}, { every: 60_000 })
  return (
    <Page title={say(t.transfers)}>
      <Seen of={seen}>
        {({ transfers, freight, today }) => (
          <>
            <FreightCard terms={freight} today={today} />
            <Board all={transfers} mine={(x) => decides && whereIs(x) === 'proposed'} />
          </>
        )}
      </Seen>
    </Page>
  )
}

export const whereIs = (x: TransferSeen): TransferState =>
  stateOf(
    x.steps.map((s) => s.step),
    x.inTransit === 0,
  )
const isFloorsTurn = (x: TransferSeen, store: string): boolean => {
  const state = whereIs(x)
  return (
    (x.from.id === store && (state === 'approved' || state === 'picked')) ||
    (x.to.id === store && state === 'shipped')
  )
}
const isOver = (x: TransferSeen): boolean => ['received', 'refused', 'cancelled'].includes(whereIs(x))

function Board({
  all,
  home,
  mine,
}: {
  all: readonly TransferSeen[]
  home?: string
  mine: (x: TransferSeen) => boolean
}) {
  const say = useSay()
  const groups = [
    { title: say(t.yourTurn), of: all.filter(mine) },
    { title: say(t.underWay), of: all.filter((x) => !mine(x) && !isOver(x)) },
    { title: say(t.ended), of: all.filter((x) => !mine(x) && isOver(x)) },
  ]
  if (all.length === 0)
    return (
      <Card>
        <Empty title={say(t.none)} next={say(t.noneNext)} />
      </Card>
    )
  return groups
    .filter((g) => g.of.length > 0)
    .map((g) => (
      <section key={g.title}>
        <Band title={g.title} note={String(g.of.length)} />
        <ul className="stock-coming">
          {g.of.map((x) => (
            <li key={x.id}>
              <One transfer={x} {...(home ? { home } : {})} />
            </li>
          ))}
        </ul>
      </section>
    ))
}

const tones = {
  proposed: 'accent',
  approved: 'accent',
  picked: 'accent',
  shipped: 'late',
  received: 'done',
  refused: 'missed',
  cancelled: 'excused',
} as const satisfies Record<TransferState, string>

function One({ transfer: x, home }: { transfer: TransferSeen; home?: string }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const state = whereIs(x)
  const comesHere = home !== undefined && x.to.id === home
  // Whoever receives looks at it as an arrival; before it is on its way there is nothing to open for him.
  const to = comesHere
    ? x.inTransit === null
      ? undefined
      : `/stock/arrivals/${x.to.id}/${x.id}`
    : `/stock/transfers/${x.from.id}/${x.id}`
  const inside = (
    <>
      <span className="stock-box-head">
        <Chip tone={tones[state]}>{say(stateWords[state])}</Chip>
        {home ? <span>{say(comesHere ? t.into : t.out)}</span> : <small>{f.instant(x.at)}</small>}
      </span>
      <span className="stock-route">
        <b>{name(x.from)}</b>
        <span aria-hidden="true">→</span>
        <b>{name(x.to)}</b>
      </span>
      <span className="stock-box-foot">
        <small>
          {say(t.sizes, { n: x.picked ?? x.asked, styles: x.styles })} ·{' '}
          {say(transferReasonWords[x.why as keyof typeof transferReasonWords])}
        </small>
        {x.differs > 0 ? <Chip tone="missed">{say(t.differs, { n: x.differs })}</Chip> : null}
      </span>
    </>
  )
  return to ? (
    <Go className="stock-box" to={to}>
      {inside}
    </Go>
  ) : (
    <div className="stock-box">{inside}</div>
  )
}

import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen as SeenOf } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { h } from '../page-words.ts'
import type { SignedHow } from '../shape.ts'
import { api, type HandoverSeen, type Seen } from './api.ts'
import { GiveCard } from './GiveCard.tsx'
import { TakeBeside } from './TakeBeside.tsx'
import { TakeCard } from './TakeCard.tsx'
import './handover.css'

/** What waits for one's own signature first, then handing over, then what was handed over lately with its differences. */
export default function HandoverPage() {
  const say = useSay()
  const [store, choose] = useStore()
  const all = api.useSee(
    'handovers.ofStore',
    { store: store ?? '' },
    { keep: true, every: 60_000, when: store !== undefined },
  )
  return (
    <Page title={say(h.handover)} width="reading" actions={<StorePicker value={store} onChange={choose} />}>
      {store === undefined ? (
        <Empty title={say(h.chooseStore)} />
      ) : (
        <SeenOf of={all} lines={5}>
          {(seen) => <Whole seen={seen} />}
        </SeenOf>
      )}
    </Page>
  )
}

function Whole({ seen }: { seen: Seen }) {
  const say = useSay()
  const me = useMe().person.id
  const works = useHolds('salesAssociate', 'storeManager')
  const mine = seen.handovers.filter((x) => x.taker === me && x.takenAt === null)
  const isGiven = seen.handovers.some((x) => x.givenBy === me && x.takenAt === null)
  return (
    <>
      {mine.map((x) => (
        <WaitingNote<{ id: string }> key={x.id} of="handovers.take" when={({ id }) => id === x.id}>
          <TakeCard seen={seen} handover={x} />
        </WaitingNote>
      ))}
      {works && !isGiven ? (
        <WaitingNote<{ store: string }> of="handovers.give" when={({ store }) => store === seen.store.id}>
          <GiveCard seen={seen} />
        </WaitingNote>
      ) : null}
      <Card title={say(h.lately)}>
        {seen.handovers.length === 0 ? <Empty title={say(h.none)} next={say(h.noneNext)} /> : null}
        <ul className="handovers">
          {seen.handovers.map((x) => (
            <Line key={x.id} seen={seen} of={x} isOwn={x.givenBy === me} />
          ))}
        </ul>
      </Card>
    </>
  )
}

function Line({ seen, of: x, isOwn }: { seen: Seen; of: HandoverSeen; isOwn: boolean }) {
  const say = useSay()
  const f = useFormat()
  const withdraw = api.useDo('handovers.withdraw')
  const [isBeside, sign] = useState(false)
  // Whoever takes over may look onto this phone: the giver's figures are out of sight until both have signed.
  const isHidden = isOwn && x.takenAt === null
  const differences = useDifferences(x)
  const how = (signed: SignedHow, beside: string | null) =>
    signed === 'beside'
      ? say(h.howBeside, { name: beside ?? '' })
      : say(signed === 'pin' ? h.howPin : h.howOwn)
  return (
    <li>
      <div className="handover-head">
        <b translate="no">{say(h.line, { from: x.givenByName, to: x.takerName })}</b>
        <span className="note">{f.instant(x.givenAt)}</span>
        {x.takenAt ? (
          <Chip tone={differences.length > 0 ? 'late' : 'done'}>
            {differences.length > 0 ? differences.join(' · ') : `✓ ${say(h.same)}`}
          </Chip>
        ) : (
          <Chip>{say(h.waits, { name: x.takerName })}</Chip>
        )}
      </div>
      {isHidden ? <p className="note">{say(h.kept)}</p> : null}
      {x.cash === null || isHidden ? null : (
        <dl className="handover-balance num">
          <div>
            <dt>{say(h.counted)}</dt>
            <dd>{f.money(x.cash)}</dd>
          </div>
          <div>
            <dt>{say(h.takenCount)}</dt>
            <dd>{x.takenCash === null ? '–' : f.money(x.takenCash)}</dd>
          </div>
          <div>
            <dt>{say(h.books)}</dt>
            <dd>{x.books === null ? '–' : f.money(x.books)}</dd>
          </div>
          <div>
            <dt>{say(h.keys)}</dt>
            <dd>{x.takenKeys ?? x.keys}</dd>
          </div>
        </dl>
      )}
      <Lines of={x} />
      {[x.words, x.takenWords].filter(Boolean).map((text) => (
        <p key={text} className="note" translate="no">
          {text}
        </p>
      ))}
      <p className="note">
        {x.takenHow === null
          ? say(h.howGiven, { given: how(x.givenHow, null) })
          : say(h.how, { given: how(x.givenHow, null), taken: how(x.takenHow, x.takenBesideName) })}
      </p>
      {isHidden ? (
        <div className="handover-acts">
          <Act may="handovers.takeByPin" type="primary" onClick={() => sign(true)}>
            {say(h.beside, { name: x.takerName })}
          </Act>
          <Act
            may="handovers.withdraw"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ store: seen.store.id, id: x.id })}
          >
            {say(h.withdraw)}
          </Act>
        </div>
      ) : null}
      {isBeside ? <TakeBeside seen={seen} handover={x} onClose={() => sign(false)} /> : null}
    </li>
  )
}

export function Lines({ of: x }: { of: HandoverSeen }) {
  const say = useSay()
  const f = useFormat()
  if (x.lines.length === 0) return null
  return (
    <ul className="handover-lines">
      {x.lines.map((l) => (
        <li key={`${l.kind} ${l.words}`}>
          <Chip>{say(h[l.kind])}</Chip>
          <span translate="no">{l.words}</span>
          {l.until ? <small className="note">{say(h.until, { day: f.day(l.until) })}</small> : null}
        </li>
      ))}
    </ul>
  )
}

/** Each difference as a few words; none where everything agrees. */
function useDifferences(x: HandoverSeen): string[] {
  const say = useSay()
  const f = useFormat()
  const d = x.differences
  if (!d) return []
  const amount = (value: number) => f.money(Math.abs(value) as never)
  return [
    ...(d.books ? [say(d.books > 0 ? h.overBooks : h.shortBooks, { amount: amount(d.books) })] : []),
    ...(d.cash ? [say(h.sides, { amount: amount(d.cash) })] : []),
    ...(d.keys ? [say(h.keysDiffer, { count: Math.abs(d.keys) })] : []),
  ]
}

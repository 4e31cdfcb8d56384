import { useState } from 'react'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { useParams } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import { useOwnStores } from '../../sales/tickets/pages/useStore.ts'
import type { stockOperations } from '../actions.ts'
import { stateWords, transferReasonWords } from '../page-words.ts'
import { may } from '../rules.ts'
import type { TransferSeen } from '../transfer-view-tables.ts'
import { t } from '../transfer-words.ts'
import { ShadeHead, shadesOf } from './Shade.tsx'
import { whereIs } from './TransfersPage.tsx'
import './stock.css'

const api = client<typeof stockOperations>()
type Seen1 = Awaited<ReturnType<typeof see>>
const see = (store: string, transfer: string) => api.see('stock.transfer', { store, transfer })

/** One transfer from its proposal until the other store has it: who did what when, and the next step. */
export default function TransferPage() {
  const say = useSay()
  const name = useName()
  const { store = '', transfer = '' } = useParams()
  const seen = api.useSee('stock.transfer', { store, transfer }, { every: 60_000 })
  const head = seen.data?.transfer
  return (
    <Page
      title={head ? `${name(head.from)} → ${name(head.to)}` : say(t.transfer)}
      sub={
        head
          ? `${head.number} · ${say(transferReasonWords[head.why as keyof typeof transferReasonWords])}${head.words ? ` · ${head.words}` : ''}`
          : undefined
      }
      back={{ to: '/stock/transfers', label: say(t.transfers) }}
      actions={head ? <Chip tone="accent">{say(stateWords[whereIs(head)])}</Chip> : undefined}
    >
      <Seen of={seen}>{(answer) => <Whole key={answer.transfer.steps.length} seen={answer} />}</Seen>
    </Page>
  )
}

/** What it costs to carry, beside what is carried. */
function Freight({ seen: { freight, worth } }: { seen: Seen1 }) {
  const say = useSay()
  const f = useFormat()
  if (!freight) return null
  const facts = {
    pieces: worth.pieces,
    freight: f.money(freight.amount),
    parcels: freight.parcels,
    worth: f.money(worth.amount),
    share: worth.amount > 0 ? f.percent(freight.amount / worth.amount, 1) : '—',
  }
  return (
    <p className="stock-note">
      {say(freight.isNear ? t.freightNear : t.freightFar, facts)}
      {worth.margin === null ? '' : ` ${say(t.freightMargin, { margin: f.money(worth.margin) })}`}
    </p>
  )
}

function Whole({ seen }: { seen: Seen1 }) {
  const { transfer: x, lines, today } = seen
  const say = useSay()
  const state = whereIs(x)
  const own = useOwnStores()
  const decider = useMay('stock.decide').may
  const isHere = own.some((s) => s.id === x.from.id)
  const mayPick = isHere && !may('pick', state)
  const [picked, pick] = useState<Record<string, number>>(() =>
    Object.fromEntries(lines.flatMap((l) => (l.picked === null ? [] : [[l.sku, l.picked]]))),
  )
  const [asking, ask] = useState<'refuse' | 'cancel'>()
  const [carrier, write] = useState('')
  const [dueOn, choose] = useState<Day>(addDays(today, 2))
  const on = { store: x.from.id, transfer: x.id }
  const done = { onDone: () => notice(say(t.done)) }
  const decide = api.useDo('stock.decide', done)
  const picking = api.useDo('stock.pick', done)
  const shipping = api.useDo('stock.ship', done)
  const cancelling = api.useDo('stock.cancel', done)
  const sum = lines.reduce((n, l) => n + (picked[l.sku] ?? 0), 0)
  const problem = decide.error ?? picking.error ?? shipping.error ?? cancelling.error
  return (
    <>
      <Way transfer={x} />
      <Freight seen={seen} />
      <div className="stock-shades">
        {shadesOf(lines).map((shade) => (
          <Card key={shade.key}>
            <ShadeHead piece={shade.lines[0]!} />
            <ul className="stock-sizes">
              {shade.lines.map((l) => {
                const n = picked[l.sku]
                const state = n === undefined ? '' : n === l.asked ? ' is-done' : ' is-different'
                const inside = (
                  <>
                    <b>{l.size}</b>
                    <strong className="num">{n ?? l.asked}</strong>
                    <small className="num">{n === undefined ? '' : `/ ${l.asked}`}</small>
                    <em className="sr-only">{say(t.onHand, { n: l.onHand })}</em>
                  </>
                )
                return (
                  <li key={l.sku}>
                    {mayPick ? (
                      <button
                        type="button"
                        className={`stock-size${state}`}
                        onClick={() =>
                          pick({ ...picked, [l.sku]: n === undefined || n === 0 ? l.asked : n - 1 })
                        }
                      >
                        {inside}
                      </button>
                    ) : (
                      <span className={`stock-size${state}`}>{inside}</span>
                    )}
                  </li>
                )
              })}
            </ul>
          </Card>
        ))}
      </div>
      {problem && !asking ? <FormProblem problem={problem} /> : null}
      {decider && state === 'proposed' ? (
        <StickyBar note={say(t.proposedBy, { name: x.by })}>
          <Button size="large" onClick={() => ask('refuse')}>
            {say(t.refuse)}
          </Button>
          <Act
            type="primary"
            size="large"
            may="stock.decide"
            loading={decide.isPending}
            onClick={() => decide.mutate({ ...on, approve: true })}
          >
            {say(t.approve)}
          </Act>
        </StickyBar>
      ) : null}
      {mayPick && state === 'approved' ? (
        <StickyBar note={say(t.pick)} value={`${sum} / ${x.asked}`}>
          <Button size="large" onClick={() => pick(Object.fromEntries(lines.map((l) => [l.sku, l.asked])))}>
            {say(t.pickAll)}
          </Button>
          <Act
            type="primary"
            size="large"
            may="stock.pick"
            offBecause={lines.every((l) => picked[l.sku] !== undefined) ? undefined : say(t.pick)}
            loading={picking.isPending}
            onClick={() =>
              picking.mutate({ ...on, lines: lines.map((l) => ({ sku: l.sku, picked: picked[l.sku] ?? 0 })) })
            }
          >
            {say(t.picked)}
          </Act>
        </StickyBar>
      ) : null}
      {isHere && state === 'picked' ? (
        <Card title={say(t.ship)}>
          <div className="stock-form">
            <div className="field">
              <label htmlFor="transfer-carrier">{say(t.carrier)}</label>
              <Input
                id="transfer-carrier"
                maxLength={60}
                value={carrier}
                onChange={(event) => write(event.target.value)}
              />
            </div>
            <div className="field">
              <b>{say(t.dueDay)}</b>
              <div>
                <DayInput label={say(t.dueDay)} value={dueOn} min={today} onChange={choose} />
              </div>
            </div>
            <Act
              type="primary"
              size="large"
              may="stock.ship"
              loading={shipping.isPending}
              onClick={() => shipping.mutate({ ...on, dueOn, carrier: carrier || null })}
            >
              {say(t.ship)}
            </Act>
          </div>
        </Card>
      ) : null}
      {!may('cancel', state) ? (
        <p>
          <Act type="text" danger may="stock.cancel" onClick={() => ask('cancel')}>
            {say(t.cancel)}
          </Act>
        </p>
      ) : null}
      {asking ? (
        <ConfirmSheet
          title={say(asking === 'refuse' ? t.refuseTitle : t.cancelTitle)}
          verb={say(asking === 'refuse' ? t.refuse : t.cancel)}
          isDanger
          reason="needed"
          isBusy={decide.isPending || cancelling.isPending}
          problem={problem}
          onConfirm={(words) =>
            asking === 'refuse'
              ? decide.mutate({ ...on, approve: false, words })
              : cancelling.mutate({ ...on, words })
          }
          onClose={() => ask(undefined)}
        />
      ) : null}
    </>
  )
}

/** Its way in five steps, each with who and when. */
function Way({ transfer: x }: { transfer: TransferSeen }) {
  const say = useSay()
  const f = useFormat()
  const of = (step: string) => x.steps.find((s) => s.step === step)
  const isReceived = x.inTransit === 0
  const stations = [
    { name: say(t.stepProposed), by: x.by, at: f.instant(x.at), isDone: true },
    ...(
      [
        ['approved', t.stepApproved],
        ['picked', t.stepPicked],
        ['shipped', t.stepShipped],
      ] as const
    ).map(([step, word]) => {
      const s = of(step)
      return { name: say(word), by: s?.by ?? '', at: s ? f.instant(s.at) : '', isDone: s !== undefined }
    }),
    {
      name: say(t.stepReceived),
      by: isReceived ? say(t.arrivedNote, { taken: x.taken, shipped: x.picked ?? 0 }) : '',
      at: x.differs > 0 ? say(t.differs, { n: x.differs }) : x.dueOn && !isReceived ? f.day(x.dueOn) : '',
      isDone: isReceived,
    },
  ]
  const stopped = of('refused') ?? of('cancelled')
  return (
    <Card>
      <ol className="stock-way">
        {stations.map((s) => (
          <li key={s.name} className={s.isDone ? 'is-done' : undefined}>
            <b>{s.name}</b>
            <span>{s.by}</span>
            <small>{s.at}</small>
          </li>
        ))}
      </ol>
      {stopped ? (
        <p className="stock-note">
          {stopped.by} · {f.instant(stopped.at)} · <span translate="no">{stopped.words}</span>
        </p>
      ) : null}
    </Card>
  )
}

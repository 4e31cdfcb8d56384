import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Band, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { BeginCard } from '../../pages/OpeningSheet.tsx'
import { stateWords, w } from '../page-words.ts'
import { AreaTakes } from './AreaTakes.tsx'
import { api, type StoreTakes, signed, toneOf } from './api.ts'
import { PlanSheet } from './PlanSheet.tsx'
import '../../pages/stock.css'
import './takes.css'

/** The stocktakes of a store: the one that runs, zone by zone, then those of before. Who leads many stores sees who waits first. */
export default function TakesPage() {
  const say = useSay()
  const [store, choose] = useStore()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  return (
    <Page
      title={say(w.takes)}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          {isFloor ? null : <Go to="/takes/analysis">{say(w.analysis)}</Go>}
        </>
      }
    >
      {store === undefined ? <AreaTakes /> : <OfStore key={store} store={store} />}
    </Page>
  )
}

function OfStore({ store }: { store: string }) {
  const say = useSay()
  const isManager = useHolds('storeManager')
  const seen = api.useSee('takes.ofStore', { store }, { every: 20_000 })
  const [isPlanning, plan] = useState(false)
  return (
    <Seen of={seen}>
      {(data) => {
        const running = data.takes.find((t) => t.state !== 'approved' && t.state !== 'cancelled')
        if (data.begunOn === null) return <BeginCard store={store} />
        return (
          <>
            {running ? (
              <Running store={store} take={running} zones={data.zones} />
            ) : (
              <Card>
                <Empty
                  title={say(data.takes.length > 0 ? w.idle : w.none)}
                  next={say(isManager ? w.noneNext : w.noneFloor)}
                  action={
                    isManager ? (
                      <Act type="primary" size="large" may="takes.plan" onClick={() => plan(true)}>
                        {say(w.plan)}
                      </Act>
                    ) : undefined
                  }
                />
              </Card>
            )}
            <Past takes={data.takes.filter((t) => t !== running)} />
            {isPlanning ? <PlanSheet store={store} seen={data} onClose={() => plan(false)} /> : null}
          </>
        )
      }}
    </Seen>
  )
}

function Running(props: { store: string; take: StoreTakes['takes'][number]; zones: StoreTakes['zones'] }) {
  const { store, take, zones } = props
  const say = useSay()
  const f = useFormat()
  const isManager = useHolds('storeManager')
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const mayLook = !useHolds('salesAssociate') || isManager
  const [asked, ask] = useState<'close' | 'cancel'>()
  const done = { onDone: () => ask(undefined) }
  const close = api.useDo('takes.close', done)
  const cancel = api.useDo('takes.cancel', done)
  const on = { store, take: take.id }
  const isCounting = take.state === 'counting'
  return (
    <>
      <Card
        title={say(w.ofMonth, { month: f.month(take.month) })}
        sub={
          <>
            {take.categories ? <span translate="no">{take.categories.join('、')}</span> : say(w.whole)} ·{' '}
            {take.byName} {f.instant(take.at)}
          </>
        }
        extra={<Chip tone={toneOf(take.state)}>{say(stateWords[take.state])}</Chip>}
      >
        <div className="stock-box-foot">
          <span className="stock-box-sum">
            <strong className="num">{f.count(take.entered)}</strong>
            {say(w.piecesOf)}
          </span>
          <span className="stock-line-end">
            {isManager && take.state !== 'submitted' ? (
              <Act type="text" may="takes.cancel" onClick={() => ask('cancel')}>
                {say(w.cancel)}
              </Act>
            ) : null}
            {isManager && isCounting ? (
              <Act type="primary" may="takes.close" onClick={() => ask('close')}>
                {say(w.close)}
              </Act>
            ) : null}
            {!isCounting && mayLook ? <Go to={`/takes/${store}/${take.id}`}>{say(w.look)}</Go> : null}
          </span>
        </div>
      </Card>
      <ul className="take-zones">
        {zones.map((z) => (
          <li key={z.id}>
            <Card
              title={<span translate="no">{z.name}</span>}
              sub={
                z.people.length > 0
                  ? z.people.map((p) => p.name).join(' ')
                  : z.counters > 0
                    ? say(w.counters, { n: z.counters })
                    : say(w.notBegun)
              }
              extra={z.sheets.length > 0 ? <Chip tone="done">✓</Chip> : null}
            >
              <div className="stock-box-foot">
                <span className="stock-box-sum">
                  <strong className="num">{f.count(z.pieces)}</strong>
                  {say(w.piecesOf)}
                </span>
                {isCounting && isFloor ? (
                  <Go to={`/takes/${store}/${take.id}/count`} search={{ zone: z.id }}>
                    {say(w.goCount)}
                  </Go>
                ) : null}
              </div>
              {z.sheets.length > 0 ? (
                <small className="note">
                  {say(w.handedIn, {
                    names: z.sheets.map((s) => `${s.name} ${f.count(s.pieces)}`).join(' '),
                  })}
                </small>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
      {asked === 'close' ? (
        <ConfirmSheet
          title={say(w.closeTitle)}
          verb={say(w.close)}
          isBusy={close.isPending}
          problem={close.error}
          onConfirm={() => close.mutate(on)}
          onClose={() => ask(undefined)}
        >
          <p>{say(w.closeNote, { n: f.count(take.entered) })}</p>
        </ConfirmSheet>
      ) : null}
      {asked === 'cancel' ? (
        <ConfirmSheet
          title={say(w.cancelTitle)}
          verb={say(w.cancel)}
          isDanger
          reason="needed"
          isBusy={cancel.isPending}
          problem={cancel.error}
          onConfirm={(words) => cancel.mutate({ ...on, words })}
          onClose={() => ask(undefined)}
        />
      ) : null}
    </>
  )
}

function Past({ takes }: { takes: StoreTakes['takes'] }) {
  const say = useSay()
  const f = useFormat()
  const mayLook = useHolds(
    'storeManager',
    'areaManager',
    'operationsDirector',
    'generalManager',
    'merchandising',
    'finance',
  )
  if (takes.length === 0) return null
  return (
    <>
      <Band title={say(w.past)} />
      <Card kind="flush">
        <ul className="stock-list">
          {takes.map((t) => {
            const inner = (
              <>
                <span>
                  <b>{say(w.ofMonth, { month: f.month(t.month) })}</b>
                  <small>
                    {f.day(t.day)} · {t.byName} · {say(w.pieces, { n: f.count(t.entered) })}
                  </small>
                </span>
                <span className="stock-line-end">
                  {mayLook && t.state === 'approved' ? (
                    <b className="num">{signed(f, t.short + t.over)}</b>
                  ) : null}
                  <Chip tone={toneOf(t.state)}>{say(stateWords[t.state])}</Chip>
                </span>
              </>
            )
            return (
              <li key={t.id}>
                {mayLook ? (
                  <Go to={`/takes/${t.store}/${t.id}`} className="stock-line">
                    {inner}
                  </Go>
                ) : (
                  <span className="stock-line">{inner}</span>
                )}
              </li>
            )
          })}
        </ul>
      </Card>
    </>
  )
}

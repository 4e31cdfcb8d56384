import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { g } from '../page-words.ts'
import { api, type OfStore, type Planned } from './api.ts'
import { PlanCard } from './PlanCard.tsx'
import { PlanSheet, ReviewSheet } from './PlanSheet.tsx'
import './growth.css'

/** A store manager sees whom she brings on; an associate where she is to get herself. */
export default function GrowthPage() {
  const isOnlyAssociate = useMe().appointments.every((a) => a.position === 'salesAssociate')
  return isOnlyAssociate ? <Mine /> : <OfOneStore />
}

function OfOneStore() {
  const say = useSay()
  const name = useName()
  const [store, choose] = useStore()
  const growth = api.useSee(
    'growth.ofStore',
    { store: store ?? '' },
    { keep: true, when: store !== undefined },
  )
  return (
    <Page
      title={say(g.growth)}
      sub={growth.data ? name(growth.data.store) : undefined}
      actions={<StorePicker value={store} onChange={choose} />}
    >
      {store === undefined ? (
        <Empty title={say(g.chooseStore)} next={say(g.chooseStoreNext)} />
      ) : (
        <Seen of={growth} lines={5}>
          {(seen) => (
            <>
              {seen.isDone || seen.left > 0 ? (
                <p className={seen.isDone ? 'tone-done' : 'tone-late'}>
                  {seen.isDone ? `✓ ${say(g.allDone)}` : say(g.leftThisMonth, { count: seen.left })}
                </p>
              ) : null}
              <Columns columns="3fr 2fr">
                <Plans seen={seen} />
                <Others seen={seen} />
              </Columns>
            </>
          )}
        </Seen>
      )}
    </Page>
  )
}

function Plans({ seen }: { seen: OfStore }) {
  const say = useSay()
  const f = useFormat()
  const [at, open] = useState<Planned>()
  return (
    <div className="growth-column">
      {seen.plans.length === 0 ? <Empty title={say(g.nonePlanned)} next={say(g.nonePlannedNext)} /> : null}
      {seen.plans.map((plan) => (
        <PlanCard
          key={plan.id}
          plan={plan}
          today={seen.today}
          title={plan.personName}
          mark={
            plan.outcome ? null : (
              <Chip tone={plan.isTouched ? 'done' : 'late'}>
                {say(plan.isTouched ? g.touched : g.toLook)}
              </Chip>
            )
          }
        >
          {plan.outcome ? null : (
            <>
              <small>
                {plan.seenAt ? say(g.seenAt, { when: f.instant(plan.seenAt) }) : say(g.notSeen)}
                {plan.seenWords ? ` · ${plan.seenWords}` : ''}
              </small>
              <Act may="growth.review" onClick={() => open(plan)}>
                {say(g.review)}
              </Act>
            </>
          )}
        </PlanCard>
      ))}
      {at ? <ReviewSheet plan={at} today={seen.today} onClose={() => open(undefined)} /> : null}
    </div>
  )
}

function Others({ seen }: { seen: OfStore }) {
  const say = useSay()
  const [at, open] = useState<OfStore['others'][number]>()
  const [isAsked, ask] = useState(false)
  const nobody = api.useDo('growth.nobody', { onDone: () => ask(false) })
  const isNoneOpen = seen.plans.every((p) => p.outcome !== null)
  return (
    <Card title={say(g.others)}>
      <ul className="growth-others">
        {seen.others.map((one) => (
          <li key={one.person}>
            <span translate="no">{one.name}</span>
            <Act may="growth.plan" onClick={() => open(one)}>
              {say(g.begin)}
            </Act>
          </li>
        ))}
      </ul>
      {seen.nobody ? (
        <p className="note" translate="no">
          {say(g.nobodySaid, { name: seen.nobody.byName, words: seen.nobody.words })}
        </p>
      ) : isNoneOpen ? (
        <Act may="growth.nobody" onClick={() => ask(true)}>
          {say(g.nobodyNow)}
        </Act>
      ) : null}
      {at ? (
        <PlanSheet store={seen.store.id} today={seen.today} person={at} onClose={() => open(undefined)} />
      ) : null}
      {isAsked ? (
        <ConfirmSheet
          title={say(g.nobodyTitle)}
          verb={say(g.nobodyNow)}
          reason="needed"
          isBusy={nobody.isPending}
          problem={nobody.error}
          onClose={() => ask(false)}
          onConfirm={(words) => nobody.mutate({ store: seen.store.id, words })}
        />
      ) : null}
    </Card>
  )
}

function Mine() {
  const say = useSay()
  const f = useFormat()
  const mine = api.useSee('growth.mine', {})
  const read = api.useDo('growth.seen')
  return (
    <Page width="reading" title={say(g.growth)}>
      <Seen of={mine} lines={4}>
        {({ plans, today }) =>
          plans.length === 0 ? (
            <Empty title={say(g.noneForMe)} next={say(g.noneForMeNext)} />
          ) : (
            <div className="growth-column">
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} today={today} title={plan.byName}>
                  {plan.outcome ? null : plan.seenAt ? (
                    <small>{say(g.seenAt, { when: f.instant(plan.seenAt) })}</small>
                  ) : (
                    <Act
                      type="primary"
                      size="large"
                      may="growth.seen"
                      loading={read.isPending}
                      onClick={() => read.mutate({ store: plan.store, id: plan.id })}
                    >
                      {say(g.readIt)}
                    </Act>
                  )}
                </PlanCard>
              ))}
            </div>
          )
        }
      </Seen>
    </Page>
  )
}

import { useState } from 'react'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
import { PlanPicture } from '../../../organization/plans/pages/PlanPicture.tsx'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { p } from '../page-words.ts'
import { zoneStateWords } from '../words.ts'
import { type ZoneSeen, zoneStates, zonesOf } from '../zone-rules.ts'
import type { Finding } from './api.ts'
import type { ChecksNow } from './as-of-now.ts'
import { ZoneSheet } from './ZoneSheet.tsx'
import { zoneLooks } from './zone-look.ts'
import './zones.css'

type Seen = ZoneSeen<Finding>

/** The floor with how each zone stands by all of the day's sheets; a zone opened shows what is looked at there. */
export function PlanCard({ seen, onOpen }: { seen: ChecksNow; onOpen: (kind: string, zone: Zone) => void }) {
  const say = useSay()
  const { may } = useMay('floorPlans.draw')
  const [opened, open] = useState<Zone | null>()
  const zones = zonesOf(seen.cards, seen.findings)
  const at = (zone: Zone | null): Seen => zones.find((one) => one.zone === zone)!
  const drawn = new Set<Zone>(seen.plan.zones.map((z) => z.zone))
  // What is looked at in no zone of this store's plan stands beneath it.
  const elsewhere = zones.filter(
    (one) => (one.zone === null || !drawn.has(one.zone)) && one.asks.length + one.findings.length > 0,
  )
  const chosen = opened === undefined ? undefined : at(opened)
  return (
    <Card
      title={say(p.plan)}
      extra={
        may ? (
          <Go to="/floor-plan" search={{ store: seen.store.id }}>
            {say(p.drawPlan)}
          </Go>
        ) : undefined
      }
    >
      <PlanPicture
        zones={seen.plan.zones}
        look={(zone) => {
          const one = at(zone)
          return { ...zoneLooks[one.state], words: wordsOf(one), note: countOf(one) }
        }}
        onPress={open}
      />
      {elsewhere.length > 0 ? (
        <ul className="zone-elsewhere">
          {elsewhere.map((one) => (
            <li key={one.zone ?? ''}>
              <button
                type="button"
                className={`is-${zoneLooks[one.state].tone}`}
                onClick={() => open(one.zone)}
              >
                <span aria-hidden="true">{zoneLooks[one.state].sign}</span>{' '}
                {one.zone ? say(zoneWords[one.zone]) : say(p.whole)}
                <span className="sr-only">{wordsOf(one)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="zone-legend" aria-hidden="true">
        {zoneStates
          .filter((state) => zoneLooks[state].sign)
          .map((state) => (
            <li key={state} className={`is-${zoneLooks[state].tone}`}>
              <b>{zoneLooks[state].sign}</b> {say(zoneStateWords[state])}
            </li>
          ))}
      </ul>
      {chosen ? (
        <ZoneSheet
          seen={seen}
          of={chosen}
          onBegin={(kind) => onOpen(kind, chosen.zone ?? 'floor')}
          onClose={() => open(undefined)}
        />
      ) : null}
    </Card>
  )

  function wordsOf(one: Seen): string {
    const done = one.asks.filter((a) => a.state === 'done').length
    const state = say(zoneStateWords[one.state])
    return one.asks.length === 0 ? state : say(p.zoneStands, { state, done, of: one.asks.length })
  }
  function countOf({ asks }: Seen): string {
    const due = asks.filter((a) => a.state !== 'notYet')
    return due.length === 0
      ? ''
      : say(p.zoneDone, { done: due.filter((a) => a.state === 'done').length, of: due.length })
  }
}

import type { ComponentProps } from 'react'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { type Position, positionName } from '../../../platform/web/positions.ts'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { stateNow } from '../moments.ts'
import type { DutyState } from '../shape.ts'
import { api, type OneDuty } from './api.ts'
import { useNow } from './clock.ts'
import { History } from './History.tsx'
import { recordOf } from './records.ts'
import { factSaid, lateSaid, momentSaid, whenSaid } from './said.ts'
import { w } from './words.ts'

type Tone = ComponentProps<typeof Chip>['tone']
const states: Readonly<Record<DutyState, readonly [Sentence, Tone]>> = {
  ahead: [w.stateAhead, 'plain'],
  open: [w.stateOpen, 'accent'],
  overdue: [w.stateOverdue, 'missed'],
  inTime: [w.stateInTime, 'done'],
  late: [w.stateLate, 'late'],
  missed: [w.stateMissed, 'missed'],
  excused: [w.stateExcused, 'excused'],
}

/** What a duty says, when it is due, what proves it, and what happened to it. */
export function DutyBody({ one, seenAt }: { one: OneDuty; seenAt: number }) {
  const say = useSay()
  const f = useFormat()
  const now = useNow(one.at, seenAt)
  const state = stateNow(one, now)
  const [word, tone] = states[state]
  const fact = factSaid(one, say, f)
  return (
    <div className="one-duty">
      <p className="one-state">
        <Chip {...(tone ? { tone } : {})}>{say(word)}</Chip>
        {state === 'overdue' ? <b className="duty-lateness">{lateSaid(one, now, say)}</b> : null}
        {one.reopened > 0 ? <Chip tone="late">{say(w.reopened)}</Chip> : null}
      </p>
      <p className="one-help">{say(one.help)}</p>
      {fact ? (
        <p className="one-fact" {...(one.fact?.kind === 'matter' ? { translate: 'no' } : {})}>
          {fact}
        </p>
      ) : null}
      <ProofCard one={one} now={now} />
      <Details one={one} now={now} />
      <History one={one} />
    </div>
  )
}

/** The record that proves it, one press away; opened by a superior it counts as looked at. */
function ProofCard({ one, now }: { one: OneDuty; now: number }) {
  const say = useSay()
  const f = useFormat()
  const open = api.useDo('duties.open')
  const { proof } = one
  if (!proof) {
    return one.act && one.isMine && one.excuse === null ? (
      <div className="one-proof">
        <p>{say(w.proofNone)}</p>
        <Go to={one.act.path} search={one.act.query} className="duty-do duty-do-first">
          {say(one.state === 'ahead' ? w.look : w.doIt)}
        </Go>
      </div>
    ) : (
      <p className="one-proof note">{say(w.proofNone)}</p>
    )
  }
  const { name, to } = recordOf({ ...one, proof }, one.isSuperior)
  const marks = [
    proof.role === 'delegate' && proof.onBehalfOfName
      ? say(w.roleDelegate, { name: proof.onBehalfOfName })
      : '',
    proof.role === 'substitute' ? say(w.roleSubstitute) : '',
    proof.waited ? say(w.waited, { when: momentSaid(proof.waited.arrivedAt, now, say, f) }) : '',
    proof.waited?.isDoubtful ? say(w.clockMoved) : '',
  ].filter(Boolean)
  return (
    <div className="one-proof one-proof-held">
      <div>
        <b>{say(name)}</b>
        <span>
          {say(w.proofBy, { name: proof.byName, when: momentSaid(proof.at, now, say, f) })}
          {marks.map((mark) => ` · ${mark}`)}
        </span>
      </div>
      {to ? (
        <Go
          {...to}
          className="duty-do"
          onPress={() => {
            if (one.whyNot.open === null) open.mutate({ store: one.store, instance: one.id })
          }}
        >
          {say(w.look)}
        </Go>
      ) : null}
    </div>
  )
}

function Details({ one, now }: { one: OneDuty; now: number }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const position = say(positionName(one.position as Position))
  return (
    <Rows>
      <Row name={say(w.clause)}>
        <Go to={`/job/${one.duty}`}>{one.duty}</Go>
      </Row>
      <Row name={say(w.holder)}>
        {one.holderName ?? say(w.whoever, { position })}
        {one.seatName ? ` · ${name({ name: one.seatName, nameEn: one.seatNameEn })}` : ''}
      </Row>
      {one.raised ? (
        <Row name={say(w.raised)}>
          {say(w.raisedBy, { what: say(one.raised), when: f.instant(one.opensAt) })}
        </Row>
      ) : null}
      <Row name={say(w.due)}>
        {say(w.dueAt, { when: f.instant(one.dueAt) })}
        {one.missedAt && one.proof === null && one.excuse === null ? (
          <small> · {say(w.missedAt, { when: whenSaid(one.missedAt, now, say, f) })}</small>
        ) : null}
      </Row>
      {one.lookedAfterBy ? <Row name={say(w.lookedAfter)}>{say(positionName(one.lookedAfterBy))}</Row> : null}
      <Row name={say(w.takes)}>{say(w.minutesOf, { minutes: one.minutes })}</Row>
      {one.part ? <Row name={say(w.part)}>{say(one.part)}</Row> : null}
    </Rows>
  )
}

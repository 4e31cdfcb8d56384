import { useState } from 'react'
import { type Day, daysBetween } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import { a } from '../approval-words.ts'
import { ApprovalSheet } from './ApprovalSheet.tsx'
import { type ApprovalSeen, api } from './api.ts'

const tones = { holds: 'done', ending: 'late', coming: 'accent', over: 'plain' } as const

/** Each document with its period, positions and stores, until when it holds; what ends soon is said above. */
export function ApprovalsCard() {
  const say = useSay()
  const approvals = api.useSee('rosters.approvals', {})
  const { may } = useMay('rosters.addApproval')
  const [isAdding, add] = useState(false)
  const [ending, end] = useState<ApprovalSeen>()
  const soon = approvals.data?.approvals.filter((one) => one.state === 'ending').length ?? 0
  return (
    <Card
      title={say(a.title)}
      sub={say(a.note)}
      extra={
        may ? (
          <Act may="rosters.addApproval" onClick={() => add(true)}>
            {say(a.add)}
          </Act>
        ) : undefined
      }
    >
      {soon > 0 ? <p className="approval-soon">{say(a.endingSoon, { count: soon })}</p> : null}
      <Seen of={approvals}>
        {(seen) => (
          <>
            {seen.approvals.length === 0 ? <Empty title={say(a.none)} /> : null}
            <ul className="roster-rules">
              {seen.approvals.map((one) => (
                <OneApproval
                  key={one.id}
                  of={one}
                  today={seen.today}
                  onEnd={may ? () => end(one) : undefined}
                />
              ))}
            </ul>
            {isAdding ? <ApprovalSheet today={seen.today} onClose={() => add(false)} /> : null}
            {ending ? <EndSheet of={ending} today={seen.today} onClose={() => end(undefined)} /> : null}
          </>
        )}
      </Seen>
    </Card>
  )
}

function OneApproval(props: { of: ApprovalSeen; today: Day; onEnd: (() => void) | undefined }) {
  const { of: one, today, onEnd } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const ended = one.stores.filter((s) => s.endedOn !== null)
  const left = one.stores.length - ended.length
  return (
    <li className="approval">
      <span>
        <b translate="no">{one.number}</b>
        <small className="note">
          {[
            say(a[one.period]),
            one.positions ? one.positions.map((p) => say(positionNames[p])).join(' · ') : say(a.everybody),
            say(a.stores, { count: one.stores.length }),
            `${f.fullDay(one.from)} – ${f.fullDay(one.to)}`,
          ].join(' · ')}
        </small>
        {ended.map((s) => (
          <small key={s.id} className="note" translate="no">
            {say(a.endedFrom, { store: name(s), day: f.day(s.endedOn!), why: s.endedWhy })}
          </small>
        ))}
      </span>
      <span className="approval-end">
        <Chip tone={tones[one.state]}>
          {say(a[one.state], { days: Math.max(0, daysBetween(today, one.to) + 1) })}
        </Chip>
        {onEnd && left > 0 && one.state !== 'over' ? (
          <Act size="small" may="rosters.endApproval" onClick={onEnd}>
            {say(a.end)}
          </Act>
        ) : null}
      </span>
    </li>
  )
}

function EndSheet({ of: one, today, onClose }: { of: ApprovalSeen; today: Day; onClose: () => void }) {
  const say = useSay()
  const [on, choose] = useState<Day>(today)
  const end = api.useDo('rosters.endApproval', {
    onDone: () => {
      notice(say(a.ended))
      onClose()
    },
  })
  return (
    <ConfirmSheet
      title={say(a.endTitle)}
      verb={say(a.end)}
      isDanger
      reason="needed"
      isBusy={end.isPending}
      problem={end.error}
      onConfirm={(reason) => end.mutate({ id: one.id, store: null, on, reason })}
      onClose={onClose}
    >
      <p>
        <b translate="no">{one.number}</b> · {say(a.stores, { count: one.stores.length })}
      </p>
      <p className="note">{say(a.endNote)}</p>
      <div className="field">
        <b>{say(a.endOn)}</b>
        <DayInput label={say(a.endOn)} value={on} min={today} max={one.to} onChange={choose} />
      </div>
    </ConfirmSheet>
  )
}

import { useState } from 'react'
import { addDays } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { type LeaveState, mayWhen } from '../shape.ts'
import { leaveKindWords } from '../words.ts'
import { api, type Mine, spanOf } from './api.ts'

type Own = Mine['leaves'][number]
const chips = {
  asked: ['late', p.stateAsked],
  approved: ['done', p.stateApproved],
  declined: ['missed', p.stateDeclined],
  withdrawn: ['excused', p.stateWithdrawn],
} as const

export function MyLeaves({ seen }: { seen: Mine }) {
  const say = useSay()
  const [taken, take] = useState<Own>()
  return (
    <Card title={say(p.mine)}>
      {seen.leaves.length === 0 ? <Empty title={say(p.noneMine)} /> : null}
      <ul className="leave-list">
        {seen.leaves.map((leave) => (
          <Line key={leave.id} leave={leave} today={seen.today} onTake={() => take(leave)} />
        ))}
      </ul>
      {taken ? <TakeBack leave={taken} today={seen.today} onClose={() => take(undefined)} /> : null}
    </Card>
  )
}

function Line({ leave, today, onTake }: { leave: Own; today: Mine['today']; onTake: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [tone, word] = chips[leave.state]
  const notes = [
    leave.why,
    leave.words,
    leave.keptUntil ? say(p.cutShort, { day: f.day(leave.askedTo) }) : '',
    leave.standInName && leave.state === 'approved' ? say(p.standsIn, { name: leave.standInName }) : '',
    leave.decidedAt ? say(p.decidedBy, { name: leave.decidedByName, when: f.instant(leave.decidedAt) }) : '',
  ].filter(Boolean)
  const states: readonly LeaveState[] = mayWhen.withdraw
  return (
    <li>
      <div>
        <b>{spanOf(f, leave.from, leave.to)}</b> {say(leaveKindWords[leave.kind])}{' '}
        <Chip tone={tone}>{say(word)}</Chip>
        <div className="note" translate="no">
          {notes.join(' · ')}
        </div>
      </div>
      {states.includes(leave.state) && leave.to >= today ? (
        <Button onClick={onTake}>{say(isBegun(leave, today) ? p.endEarly : p.withdraw)}</Button>
      ) : null}
    </li>
  )
}

/** Days already taken stay taken. */
const isBegun = (leave: Own, today: Mine['today']): boolean =>
  leave.state === 'approved' && leave.from < today

function TakeBack({ leave, today, onClose }: { leave: Own; today: Mine['today']; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const withdraw = api.useDo('leave.withdraw', {
    onDone: () => {
      notice(say(p.withdrawn))
      onClose()
    },
  })
  const yesterday = addDays(today, -1)
  const begun = isBegun(leave, today)
  return (
    <ConfirmSheet
      title={begun ? say(p.endEarly) : say(p.withdrawTitle, { days: spanOf(f, leave.from, leave.to) })}
      verb={say(begun ? p.endEarly : p.withdraw)}
      reason="optional"
      isBusy={withdraw.isPending}
      problem={withdraw.error}
      onConfirm={(why) =>
        withdraw.mutate({ id: leave.id, why: why || null, keptUntil: begun ? yesterday : null })
      }
      onClose={onClose}
    >
      <p>{begun ? say(p.endEarlyNote, { day: f.day(yesterday) }) : say(p.withdrawNote)}</p>
    </ConfirmSheet>
  )
}

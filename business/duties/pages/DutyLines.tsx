import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { stateNow } from '../moments.ts'
import type { DutyState } from '../shape.ts'
import { excuseWords } from '../words.ts'
import type { DutyItem } from './api.ts'
import { Period } from './DueCard.tsx'
import { DutyLink } from './DutyLink.tsx'
import { recordOf } from './records.ts'
import { lateSaid, lengthSaid, momentSaid } from './said.ts'
import { w } from './words.ts'

const signs: Readonly<Record<DutyState, { sign: string; tone: string }>> = {
  ahead: { sign: '○', tone: 'open' },
  open: { sign: '○', tone: 'open' },
  overdue: { sign: '!', tone: 'overdue' },
  inTime: { sign: '✓', tone: 'done' },
  late: { sign: '·', tone: 'late' },
  missed: { sign: '✕', tone: 'missed' },
  excused: { sign: '', tone: 'excused' },
}

/**
 * Duties of somebody else in a list: what became of each, and the way into it. `toRecord`: of several places, each opening
 * the record itself.
 */
export function DutyLines(props: { items: readonly DutyItem[]; now: number; toRecord?: boolean }) {
  const { items, now, toRecord } = props
  const say = useSay()
  const name = useName()
  const place = (item: DutyItem) =>
    item.seatName ? name({ name: item.seatName, nameEn: item.seatNameEn }) : say(w.headquarters)
  return (
    <ul className="duty-lines">
      {items.map((item) => {
        const state = stateNow(item, now)
        const { sign, tone } = signs[state]
        return (
          <li key={item.id}>
            <Way item={item} toRecord={toRecord ?? false}>
              <i className={`weave-cell weave-${tone}`} aria-hidden="true">
                {sign}
              </i>
              <div>
                <b>{toRecord ? place(item) : say(item.title)}</b>
                {toRecord ? <span>{say(item.title)}</span> : null}
                <Period item={item} />
                <Became item={item} state={state} now={now} />
              </div>
              <Icon name="forward" size={16} />
            </Way>
          </li>
        )
      })}
    </ul>
  )
}

function Way({ item, toRecord, children }: { item: DutyItem; toRecord: boolean; children: ReactNode }) {
  const to = toRecord && item.proof ? recordOf({ ...item, proof: item.proof }, true).to : null
  return to ? (
    <Go {...to} className="duty-line">
      {children}
    </Go>
  ) : (
    <DutyLink item={item} className="duty-line">
      {children}
    </DutyLink>
  )
}

function Became({ item, state, now }: { item: DutyItem; state: DutyState; now: number }) {
  const say = useSay()
  const f = useFormat()
  const { proof, excuse, holderName } = item
  if (proof) {
    const late = Date.parse(proof.at) - Date.parse(item.dueAt)
    return (
      <small>
        {momentSaid(proof.at, now, say, f)} {proof.byName}
        {late > 0 ? ` · ${say(w.doneLate, { length: lengthSaid(late, say) })}` : ''}
      </small>
    )
  }
  if (excuse) {
    return (
      <small>
        {say(excuseWords[excuse.kind])}
        {excuse.why ? <span translate="no"> · {excuse.why}</span> : null}
      </small>
    )
  }
  const words =
    state === 'overdue'
      ? lateSaid({ ...item, lookedAfterBy: null }, now, say)
      : say(w.dueWas, { when: momentSaid(item.dueAt, now, say, f) })
  return (
    <small className={state === 'overdue' || state === 'missed' ? 'duty-lateness' : undefined}>
      {[holderName, words].filter(Boolean).join(' · ')}
    </small>
  )
}

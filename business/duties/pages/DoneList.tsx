import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Band } from '../../../platform/web/parts/Page.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { excuseWords } from '../words.ts'
import type { TodayItem } from './api.ts'
import { Period } from './DueCard.tsx'
import { DutyLink } from './DutyLink.tsx'
import { recordOf } from './records.ts'
import { lengthSaid, momentSaid } from './said.ts'
import { w } from './words.ts'

interface Listed {
  items: readonly TodayItem[]
  now: number
  showSeat: boolean
}

/** 已完成: one quiet line each, with who, when and the record that proves it. */
export function DoneList({ items, now, showSeat }: Listed) {
  const say = useSay()
  if (items.length === 0) return null
  const inTime = items.filter((i) => i.state === 'inTime').length
  return (
    <section aria-label={say(w.done, { count: items.length })}>
      <Band title={say(w.done, { count: items.length })} note={say(w.inTimeCount, { count: inTime })} />
      <ul className="lines lines-done">
        {items.map((item) => (
          <li key={item.id} className="line">
            <Icon name="check" size={17} />
            <div>
              <DutyLink item={item}>{say(item.title)}</DutyLink>
              <Period item={item} />
              <Seat item={item} show={showSeat} />
              <Done item={item} now={now} />
            </div>
            <Proof item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 22:05 许婷 · 晚 40 分钟 */
function Done({ item, now }: { item: TodayItem; now: number }) {
  const say = useSay()
  const f = useFormat()
  if (!item.proof) return null
  const late = Date.parse(item.proof.at) - Date.parse(item.dueAt)
  const who = item.proof.onBehalfOfName
    ? `${item.proof.byName} ${say(w.standIn, { name: item.proof.onBehalfOfName })}`
    : item.proof.byName
  return (
    <small>
      {momentSaid(item.proof.at, now, say, f)} {who}
      {item.state === 'inTime' ? null : (
        <em>
          {' '}
          ·{' '}
          {item.state === 'missed'
            ? say(w.doneAfterMissed)
            : say(w.doneLate, { length: lengthSaid(late, say) })}
        </em>
      )}
    </small>
  )
}

function Proof({ item }: { item: TodayItem }) {
  const say = useSay()
  if (!item.proof) return null
  const { name, to } = recordOf({ ...item, proof: item.proof }, false)
  return to ? (
    <Go {...to} className="line-proof" label={`${say(name)}: ${say(item.title)}`}>
      {say(name)}
      <Icon name="forward" size={14} />
    </Go>
  ) : (
    <span className="line-proof">{say(name)}</span>
  )
}

export function Missed({ items, now, showSeat }: Listed) {
  const say = useSay()
  const f = useFormat()
  if (items.length === 0) return null
  return (
    <section aria-label={say(w.missed)}>
      <Band title={say(w.missed)} note={say(w.count, { count: items.length })} />
      <ul className="lines lines-missed">
        {items.map((item) => (
          <li key={item.id} className="line">
            <Icon name="cross" size={17} />
            <div>
              <DutyLink item={item}>{say(item.title)}</DutyLink>
              <Period item={item} />
              <Seat item={item} show={showSeat} />
              <small>{say(w.dueWas, { when: momentSaid(item.dueAt, now, say, f) })}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 免除 is not done: hatched, with why. */
export function Excused({ items, showSeat }: Omit<Listed, 'now'>) {
  const say = useSay()
  if (items.length === 0) return null
  return (
    <section aria-label={say(w.excused)}>
      <Band title={say(w.excused)} note={say(w.count, { count: items.length })} />
      <ul className="lines lines-excused">
        {items.map((item) => (
          <li key={item.id} className="line">
            <i className="hatched" aria-hidden="true" />
            <div>
              <DutyLink item={item}>{say(item.title)}</DutyLink>
              <Period item={item} />
              <Seat item={item} show={showSeat} />
              {item.excuse ? (
                <small>
                  {[say(excuseWords[item.excuse.kind]), item.excuse.byName].filter(Boolean).join(' · ')}
                  {item.excuse.why ? <span translate="no"> · {item.excuse.why}</span> : null}
                </small>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Seat({ item, show }: { item: TodayItem; show: boolean }) {
  const name = useName()
  return show && item.seatName ? <Chip>{name({ name: item.seatName, nameEn: item.seatNameEn })}</Chip> : null
}

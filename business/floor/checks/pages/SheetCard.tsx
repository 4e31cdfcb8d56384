import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { p } from '../page-words.ts'
import { isOwnKind } from '../shape.ts'
import { kindWords, stateWords } from '../words.ts'
import type { Handed } from './api.ts'
import type { CardNow } from './as-of-now.ts'
import { useBegin } from './begin.ts'

const tones = {
  notYet: 'plain',
  open: 'accent',
  done: 'done',
  doneLate: 'late',
  overdue: 'late',
  missed: 'missed',
  sentBack: 'missed',
  closed: 'excused',
} as const

/** One kind of sheet: by when, how far it is, what is handed in, one button. */
export function SheetCard(props: {
  card: CardNow
  me: string
  onOpen: () => void
  onLook: (sheet: string) => void
}) {
  const { card, me, onOpen, onLook } = props
  const say = useSay()
  const f = useFormat()
  const isManager = useHolds('storeManager')
  const { kind, state, sheets } = card
  const isOwn = isOwnKind(kind)
  const [isUnfolded, unfold] = useState(false)
  // What somebody should look at stands by itself, what is in order is counted.
  const shown =
    isUnfolded || sheets.length <= 2
      ? sheets
      : sheets.filter((s) => s.wrong > 0 || s.flags.length > 0 || s.state === 'sentBack')
  const mine = isOwn ? sheets.find((s) => s.keeper === me) : undefined
  const { mayBegin, isDone } = useBegin()(card)
  const facts = [
    state === 'notYet'
      ? say(p.from, { time: f.time(card.earliest) })
      : kind === 'fitting'
        ? say(p.hours, { done: card.done, of: card.of })
        : state === 'overdue'
          ? say(p.overdueBy, { time: f.time(card.dueAt) })
          : isDone || state === 'done' || state === 'doneLate' || state === 'missed'
            ? ''
            : say(p.until, { time: f.time(card.dueAt) }),
    isOwn && card.of > 0 ? say(p.people, { done: card.done, of: card.of }) : '',
    say(p.itemsCount, { count: card.items.length }),
  ]
  return (
    <article className={`check-card is-${state}${isDone ? ' is-done' : ''}`}>
      <header>
        <h2>{say(kindWords[kind])}</h2>
        <Chip tone={tones[state]}>{say(stateWords[state])}</Chip>
        {card.waits ? <Chip tone="late">{say(p.waits)}</Chip> : null}
        <span className="check-fact">{facts.filter(Boolean).join(' · ')}</span>
        {mayBegin ? (
          <Button
            type={isManager || isOwn || state === 'open' ? 'primary' : 'default'}
            size="large"
            onClick={onOpen}
          >
            {say(state === 'sentBack' || mine?.state === 'sentBack' ? p.again : p.begin)}
          </Button>
        ) : null}
      </header>
      <HoursLine card={card} />
      {shown.map((sheet) => (
        <SheetLine key={sheet.id} sheet={sheet} onLook={() => onLook(sheet.id)} />
      ))}
      {shown.length < sheets.length ? (
        <button type="button" className="check-line check-more" onClick={() => unfold(true)}>
          <span>{say(p.othersInOrder, { count: sheets.length - shown.length })}</span>
          <span className="tone-done">{say(p.allInOrder)}</span>
        </button>
      ) : null}
    </article>
  )
}

/** The hours of the fitting rooms as small cells: looked at, left out, still to come. */
function HoursLine({ card }: { card: CardNow }) {
  const say = useSay()
  const { hours, rounds, sheets } = card
  if (!hours) return null
  const all = Array.from({ length: hours.last - hours.first + 1 }, (_, i) => hours.first + i)
  return (
    <ol className="check-hours" aria-label={say(p.whichHour)}>
      {all.map((hour) => {
        const isIn = sheets.some((s) => s.round === hour)
        const isGone = rounds.includes(hour) && hour !== rounds.at(-1)
        const state = isIn ? 'done' : isGone ? 'missed' : rounds.includes(hour) ? 'open' : 'notYet'
        return (
          <li key={hour} className={`is-${state}`}>
            <span className="num">{hour}</span>
            <span aria-hidden="true">{isIn ? '✓' : isGone ? '✕' : ''}</span>
            <span className="sr-only">{say(stateWords[state])}</span>
          </li>
        )
      })}
    </ol>
  )
}

function SheetLine({ sheet, onLook }: { sheet: Handed; onLook: () => void }) {
  const say = useSay()
  const f = useFormat()
  const where =
    sheet.kind === 'fitting'
      ? say(p.hour, { hour: sheet.round })
      : sheet.zone
        ? say(zoneWords[sheet.zone as Zone])
        : ''
  return (
    <button type="button" className="check-line" onClick={onLook}>
      <span>
        {where ? <b>{where} </b> : null}
        {say(p.handedInBy, { name: sheet.byName, time: f.time(sheet.at) })}
      </span>
      <span className="check-marks">
        {sheet.state === 'sentBack' ? <Chip tone="missed">{say(p.wasSentBack)}</Chip> : null}
        {sheet.state === 'confirmed' ? <Chip tone="done">{say(p.confirmed)}</Chip> : null}
        {sheet.flags.includes('fast') ? <Chip tone="late">{say(p.fastShort)}</Chip> : null}
        {sheet.flags.includes('perfect') ? <Chip tone="late">{say(p.perfectShort)}</Chip> : null}
        <span className={sheet.wrong > 0 ? 'tone-missed' : 'tone-done'}>
          {sheet.wrong > 0 ? say(p.wrongCount, { count: sheet.wrong }) : say(p.allInOrder)}
        </span>
      </span>
      {sheet.state === 'sentBack' && sheet.reviewWords ? (
        <span className="check-back" translate="no">
          {say(p.sentBackWords, { words: sheet.reviewWords })}
        </span>
      ) : null}
    </button>
  )
}

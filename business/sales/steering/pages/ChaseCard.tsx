import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Switch } from '../../../../platform/web/parts/Choice.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { factorNames } from '../../metrics/words.ts'
import { directiveWords } from '../directives/words.ts'
import { p } from '../page-words.ts'
import { isSteered } from '../rules.ts'
import { saidText } from '../words.ts'
import type { CompanySeen, ListSeen } from './api.ts'
import { DueField } from './DueField.tsx'
import { usualDue } from './due.ts'
import { MeasureField } from './MeasureField.tsx'
import { LackLine, useCauseText } from './SeatLine.tsx'
import type { DraftLine } from './useList.ts'

type Chased = (ListSeen | CompanySeen)['lines'][number]

/** One store or area that lags: what is missing, why, and what is done about it today. */
export function ChaseCard(props: {
  seat: Chased
  draft: DraftLine
  mayWrite: boolean
  isMissing: boolean
  /** Below the head: the stores of an area. */
  children?: ReactNode
  onChange: (part: Partial<DraftLine>) => void
}) {
  const { seat, draft, mayWrite, isMissing, children, onChange } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const isDone = draft.measure !== null || draft.words !== null
  return (
    <section
      className={`card chase-card${isDone ? ' is-done' : ''}${isMissing ? ' is-missing' : ''}`}
      id={`chase-${seat.seat}`}
      aria-label={name(seat)}
    >
      <div className="chase-head">
        <h2>
          {isDone ? <Icon name="check" size={16} /> : null}
          {name(seat)}
        </h2>
        {seat.figures ? (
          <span className="chase-back">
            <b className="num">{f.wan(seat.figures.winBack)}</b>
            <small>{say(p.winBack)}</small>
          </span>
        ) : null}
      </div>
      {seat.behind ? (
        <>
          {seat.figures ? <LackLine figures={seat.figures} /> : null}
          <Cause seat={seat} draft={draft} mayWrite={mayWrite} onChange={onChange} />
        </>
      ) : seat.figures?.pace ? (
        <p className="seat-lack">{say(p.keepsPace, { pace: f.percent(seat.figures.pace) })}</p>
      ) : null}
      {children}
      {!seat.behind ? (
        seat.line ? (
          <Written seat={seat} />
        ) : null
      ) : mayWrite ? (
        <>
          <MeasureField
            label={say(p.measureFor, { name: name(seat) })}
            cause={draft.cause}
            value={draft}
            problem={isMissing && !isDone ? say(p.measureMissing) : undefined}
            onChange={onChange}
          />
          <AsDirective seat={seat} draft={draft} onChange={onChange} />
        </>
      ) : (
        <Written seat={seat} />
      )}
    </section>
  )
}

/** The cause stands there from the figures; whoever knows better changes it. */
function Cause(props: {
  seat: Chased
  draft: DraftLine
  mayWrite: boolean
  onChange: (part: Partial<DraftLine>) => void
}) {
  const { seat, draft, mayWrite, onChange } = props
  const say = useSay()
  const causeText = useCauseText()
  const [isOpen, open] = useState(false)
  const parts = (seat.figures?.parts ?? []).filter((part) => isSteered(part.factor))
  const part = parts.find((one) => one.factor === draft.cause)
  return (
    <>
      <p className="chase-cause">
        {draft.cause && (!part || part.amount >= 0) ? say(factorNames[draft.cause]) : causeText(part)}
        {mayWrite && parts.length > 0 ? (
          <Button type="text" className="chase-change" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
            {say(p.changeCause)}
          </Button>
        ) : null}
      </p>
      {isOpen ? (
        <Choices
          label={say(p.cause)}
          value={draft.cause ?? undefined}
          options={parts.flatMap((one) =>
            isSteered(one.factor) ? [{ key: one.factor, label: say(factorNames[one.factor]) }] : [],
          )}
          onChange={(cause) => {
            onChange({ cause })
            open(false)
          }}
        />
      ) : null}
    </>
  )
}

/** The measure as a directive to whoever holds the seat, with a deadline. */
function AsDirective(props: {
  seat: Chased
  draft: DraftLine
  onChange: (part: Partial<DraftLine>) => void
}) {
  const { seat, draft, onChange } = props
  const say = useSay()
  const name = useName()
  if (seat.line?.directive) return <Directed line={seat.line} />
  return (
    <div className="chase-directive">
      <span className="chase-switch">
        <Switch
          aria-label={say(p.directTo, { name: name(seat) })}
          checked={draft.directive !== null}
          onChange={(isOn) => onChange({ directive: isOn ? { due: usualDue() } : null })}
        />
        <span aria-hidden="true">{say(p.directIt)}</span>
      </span>
      {draft.directive ? (
        <DueField value={draft.directive.due} onChange={(due) => onChange({ directive: { due } })} />
      ) : null}
    </div>
  )
}

function Written({ seat }: { seat: Chased }) {
  const language = useLanguage()
  const say = useSay()
  return (
    <>
      <p className="chase-said" translate="no">
        {seat.line ? saidText(seat.line, language) : say(p.notFiled)}
      </p>
      {seat.line?.directive ? <Directed line={seat.line} /> : null}
    </>
  )
}

export function Directed({ line }: { line: NonNullable<Chased['line']> }) {
  const say = useSay()
  const state = line.directiveState ?? 'given'
  return (
    <Go to="/directives" search={{ directive: line.directive ?? undefined }} className="chase-directed">
      <Chip tone={state === 'accepted' ? 'done' : state === 'returned' ? 'late' : 'plain'}>
        {say(p.directed, { state: say(directiveWords[state]) })}
      </Chip>
    </Go>
  )
}

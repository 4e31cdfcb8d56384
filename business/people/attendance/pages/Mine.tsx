import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useWaiting } from '../../../../platform/web/outbox/outbox.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { clockOf } from '../../../roster/week/legal-rules.ts'
import { a } from '../page-words.ts'
import { api, type MineSeen, type PersonDay } from './api.ts'
import { StateChip } from './StateChip.tsx'

/** One large button; the server's time counts, and pressed twice it is once. */
export function Clock({ seen }: { seen: MineSeen }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [id, renew] = useState(newId)
  const punch = api.useDo('attendance.punch', {
    about: (input) => say(input.kind === 'in' ? a.clockIn : a.clockOut),
    whenSafe: () => renew(newId()),
    onDone: ({ at }) => notice(say(a.pressed, { time: f.time(at) })),
  })
  const { day } = seen
  const came = day?.punched.in ?? null
  const left = day?.punched.out ?? null
  const waiting = useWaiting<{ kind: 'in' | 'out' }>('attendance.punch')
  const cameHere = came !== null || waiting.some(({ input }) => input.kind === 'in')
  const leftHere = left !== null || waiting.at(-1)?.input.kind === 'out'
  const kind = cameHere ? 'out' : 'in'
  return (
    <Card kind={came === null && day?.shift ? 'urgent' : 'plain'}>
      {seen.entriesWait > 0 ? (
        <p className="attendance-entries">
          <span>{say(a.entriesWait, { count: seen.entriesWait })}</span>
          <Go to="/discipline">{say(a.entriesOpen)}</Go>
        </p>
      ) : null}
      {punch.error && !punch.error.isWaiting ? <FormProblem problem={punch.error} /> : null}
      <div className="attendance-clock">
        <div>
          <b className="num">
            {day?.shift
              ? say(a.shiftToday, {
                  name: name(day.shift),
                  from: clockOf(day.shift.from),
                  to: clockOf(day.shift.to),
                })
              : say(a.offToday)}
          </b>
          <p className="note num">
            {came === null ? say(a.serverTime) : say(a.cameAt, { time: clockOf(came) })}
            {left === null ? '' : ` · ${say(a.leftAt, { time: clockOf(left) })}`}
          </p>
          {seen.place.mayHere ? (
            <p className="note">
              {seen.place.device ? say(a.placeDevice, { name: seen.place.device }) : say(a.placeOwn)}
            </p>
          ) : null}
          <WaitingNote of="attendance.punch" />
        </div>
        <Act
          type={leftHere ? 'default' : 'primary'}
          size="large"
          may="attendance.punch"
          offBecause={seen.place.mayHere ? undefined : say(a.placeNotHere)}
          loading={punch.isPending}
          onClick={() => punch.mutate({ id, store: seen.store.id, kind, phoneAt: new Date().toISOString() })}
        >
          {say(kind === 'in' ? a.clockIn : leftHere ? a.clockOutAgain : a.clockOut)}
        </Act>
      </div>
    </Card>
  )
}

/** One's own two weeks: what is not as rostered is explained here; overtime is asked for. */
export function MyDays({ seen }: { seen: MineSeen }) {
  const say = useSay()
  const f = useFormat()
  const [explaining, explain] = useState<Day>()
  const [isAsking, ask] = useState(false)
  const days = [...(seen.day ? [seen.day] : []), ...seen.days].filter(
    (d) => d.shift !== null || d.punched.in !== null || d.isAway,
  )
  return (
    <>
      <Card
        title={say(a.myDays)}
        extra={
          <Button type="link" onClick={() => ask(true)}>
            {say(a.askOvertime)}
          </Button>
        }
      >
        {days.length === 0 ? <Empty title={say(a.nothingYet)} /> : null}
        <ul className="attendance-days">
          {days.map((d) => (
            <li key={d.day}>
              <span>
                <b>{f.weekday(d.day)}</b>
                <small className="note">{f.day(d.day)}</small>
              </span>
              <span className="num">
                {d.punched.in === null ? '–' : clockOf(d.punched.in)}–
                {d.punched.out === null ? '' : clockOf(d.punched.out)}
                {d.shift ? (
                  <small className="note">{`${clockOf(d.shift.from)}–${clockOf(d.shift.to)}`}</small>
                ) : null}
                {d.exception ? <Said of={d} /> : null}
              </span>
              <StateChip of={d} />
              {d.isOpen && d.exception === null ? (
                <Button type="link" onClick={() => explain(d.day)}>
                  {say(a.explain)}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      {seen.overtime.length > 0 ? (
        <Card title={say(a.overtime)}>
          <ul className="attendance-days">
            {seen.overtime.map((o) => (
              <li key={o.id}>
                <span>
                  <b>{f.day(o.day)}</b>
                </span>
                <span translate="no">{say(a.overtimeLine, { minutes: o.minutes, words: o.words })}</span>
                <small className="note">
                  {say(o.approved === null ? a.overtimeWaits : o.approved ? a.approved : a.declined)}
                </small>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {explaining ? (
        <ExplainSheet store={seen.store.id} day={explaining} onClose={() => explain(undefined)} />
      ) : null}
      {isAsking ? <OvertimeSheet store={seen.store.id} day={seen.today} onClose={() => ask(false)} /> : null}
    </>
  )
}

export function Said({ of: d }: { of: PersonDay }) {
  const say = useSay()
  const e = d.exception
  if (!e) return null
  return (
    <small className="note" translate="no">
      {say(a.explained, { words: e.words })}
      {' · '}
      {e.accepted === null
        ? say(a.waitsAnswer)
        : e.accepted
          ? say(a.accepted, { name: e.decidedByName })
          : say(a.notAccepted, { words: e.decidedWords })}
    </small>
  )
}

function ExplainSheet({ store, day, onClose }: { store: string; day: Day; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [words, write] = useState('')
  const explain = api.useDo('attendance.explain', {
    about: () => f.day(day),
    whenSafe: onClose,
    onDone: () => notice(say(a.sent)),
  })
  return (
    <AskSheet
      title={say(a.explainTitle, { day: f.dayAndWeekday(day) })}
      width={420}
      may="attendance.explain"
      says={say(a.send)}
      offBecause={words.trim().length < 2 ? say(a.explain) : undefined}
      isSending={explain.isPending}
      onSend={() => explain.mutate({ store, day, words })}
      onClose={onClose}
      problem={explain.error}
    >
      <Input.TextArea
        aria-label={say(a.explain)}
        placeholder={say(a.explainHint)}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={200}
        value={words}
        onChange={(event) => write(event.target.value)}
      />
    </AskSheet>
  )
}

function OvertimeSheet({ store, day, onClose }: { store: string; day: Day; onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [minutes, put] = useState('60')
  const [words, write] = useState('')
  const ask = api.useDo('attendance.askOvertime', {
    about: ({ minutes: asked }) => say(a.overtimeLine, { minutes: asked, words }),
    whenSafe: onClose,
    onDone: () => notice(say(a.sent)),
  })
  const wrong = wrongFields(ask.error)
  return (
    <AskSheet
      title={say(a.askOvertime)}
      width={420}
      may="attendance.askOvertime"
      says={say(a.send)}
      offBecause={words.trim().length < 2 ? say(a.overtimeWhy) : undefined}
      isSending={ask.isPending}
      onSend={() => ask.mutate({ id, store, day, minutes: Number(minutes), words })}
      onClose={onClose}
      problem={ask.error}
      fields={['minutes', 'words']}
    >
      <Field label={say(a.overtimeMinutes)} wrong={wrong.minutes}>
        <Input
          aria-label={say(a.overtimeMinutes)}
          inputMode="numeric"
          size="large"
          value={minutes}
          onChange={(event) => put(event.target.value.replace(/\D/g, ''))}
        />
      </Field>
      <Field label={say(a.overtimeWhy)} wrong={wrong.words}>
        <Input
          aria-label={say(a.overtimeWhy)}
          placeholder={say(a.overtimeWhyHint)}
          size="large"
          maxLength={200}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}

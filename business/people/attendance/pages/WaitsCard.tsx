import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import { a } from '../page-words.ts'
import { api, type DayBoard, type PersonDay, useDecides } from './api.ts'
import { Said } from './Mine.tsx'
import { StateChip } from './StateChip.tsx'

/** What of earlier days nobody has settled, and overtime that is asked for. */
export function WaitsCard({ seen }: { seen: DayBoard }) {
  const say = useSay()
  const f = useFormat()
  const decides = useDecides()
  const isNothing = seen.waits.length === 0 && seen.overtime.length === 0
  return (
    <Card title={say(a.waits)}>
      {isNothing ? <p className="tone-done">✓ {say(a.noWaits)}</p> : null}
      <ul className="attendance-board">
        {seen.overtime.map((o) => (
          <li key={o.id}>
            <b translate="no">{o.name}</b>
            <span translate="no">{`${f.day(o.day)} ${say(a.overtime)} ${say(a.overtimeLine, { minutes: o.minutes, words: o.words })}`}</span>
            {decides ? <DecideOvertime store={seen.store.id} id={o.id} person={o.person} /> : null}
          </li>
        ))}
        {seen.waits.map((p) => (
          <li key={`${p.person} ${p.day}`}>
            <b translate="no">{p.name}</b>
            <span>{f.dayAndWeekday(p.day)}</span>
            <StateChip of={p} />
            {p.exception ? <Said of={p} /> : null}
            {decides ? <Decide store={seen.store.id} of={p} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Accepted at one press; not accepted with the reason, which the person reads. Never one's own. */
export function Decide({ store, of: p }: { store: string; of: PersonDay }) {
  const say = useSay()
  const me = useMe().person.id
  const [isRefusing, refuse] = useState(false)
  const [words, write] = useState('')
  const decide = api.useDo('attendance.decide')
  if (p.person === me) return null
  const send = (accepted: boolean) =>
    decide.mutate({ store, person: p.person, day: p.day, accepted, words: words || null })
  return (
    <span className="attendance-buttons">
      {decide.error ? <FormProblem problem={decide.error} /> : null}
      {isRefusing ? (
        <Input
          aria-label={say(a.whyNot)}
          placeholder={say(a.whyNot)}
          maxLength={200}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <Act may="attendance.decide" loading={decide.isPending} onClick={() => send(true)}>
          {say(a.accept)}
        </Act>
      )}
      <Act
        type="text"
        may="attendance.decide"
        offBecause={isRefusing && words.trim().length < 2 ? say(a.whyNot) : undefined}
        loading={decide.isPending}
        onClick={() => (isRefusing ? send(false) : refuse(true))}
      >
        {say(a.notAccept)}
      </Act>
    </span>
  )
}

function DecideOvertime({ store, id, person }: { store: string; id: string; person: string }) {
  const say = useSay()
  const me = useMe().person.id
  const decide = api.useDo('attendance.decideOvertime')
  if (person === me) return null
  return (
    <span className="attendance-buttons">
      {decide.error ? <FormProblem problem={decide.error} /> : null}
      <Act
        may="attendance.decideOvertime"
        loading={decide.isPending}
        onClick={() => decide.mutate({ store, id, approved: true })}
      >
        {say(a.approve)}
      </Act>
      <Act
        type="text"
        may="attendance.decideOvertime"
        loading={decide.isPending}
        onClick={() => decide.mutate({ store, id, approved: false })}
      >
        {say(a.decline)}
      </Act>
    </span>
  )
}

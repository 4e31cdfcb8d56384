import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go, useParams } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import type { PersonView } from '../chart/shape.ts'
import { positionNames } from '../words.ts'
import { api } from './api.ts'
import type { Doing } from './PersonDoing.tsx'
import { PersonSessions } from './PersonSessions.tsx'
import { pageWords as w } from './words.ts'
import './organization.css'

const PersonDoing = later(() => import('./PersonDoing.tsx').then((m) => m.PersonDoing))

type Held = PersonView['appointments'][number]

export default function PersonPage() {
  const { person } = useParams()
  const seen = api.useSee('organization.person', { person: person ?? '' })
  return <Seen of={seen}>{(answer) => <OnePerson person={answer} />}</Seen>
}

function OnePerson({ person }: { person: PersonView }) {
  const say = useSay()
  const f = useFormat()
  const [doing, start] = useState<Doing>()
  const stop = () => start(undefined)
  const keeps = useMay('organization.appoint').may
  const reveals = useMay('privacy.revealPhone').may
  const ends = useMay('access.endSessionsOf').may
  const now = person.appointments.filter((a) => isNow(a, person.today))
  return (
    <Page
      title={person.name}
      sub={
        now.map((a) => say(positionNames[a.position])).join(' · ') ||
        say(person.leftOn ? w.left : w.noAppointment)
      }
      back={{ to: '/people', label: say(w.people) }}
      actions={
        keeps && !person.leftOn ? (
          <Act may="organization.appoint" type="primary" onClick={() => start({ act: 'appoint' })}>
            {say(w.appoint)}
          </Act>
        ) : undefined
      }
    >
      <Columns columns="3fr 2fr">
        <Card title={say(w.appointments)}>
          {person.appointments.length === 0 ? <Empty title={say(w.noAppointment)} /> : null}
          {person.appointments.map((held) => (
            <Timeline
              key={held.id}
              held={held}
              today={person.today}
              keeps={keeps}
              onStart={(act) => start({ act, appointment: held })}
            />
          ))}
        </Card>
        <Card
          title={say(w.facts)}
          extra={
            <Chip tone={person.leftOn ? 'excused' : 'done'}>{say(person.leftOn ? w.left : w.employed)}</Chip>
          }
        >
          <Rows>
            {person.jobNumber ? (
              <Row name={say(w.jobNumber)}>
                <span className="num">{person.jobNumber}</span>
              </Row>
            ) : null}
            {person.phone ? (
              <Row name={say(w.phone)}>
                <span className="num">{person.phone}</span>{' '}
                {reveals ? (
                  <Button type="link" onClick={() => start({ act: 'reveal' })}>
                    {say(w.revealPhone)}
                  </Button>
                ) : null}
              </Row>
            ) : null}
            {person.hiredOn ? (
              <Row name={say(w.hiredOn)}>
                <span className="num">{f.fullDay(person.hiredOn)}</span>
              </Row>
            ) : null}
            {person.leftOn ? (
              <Row name={say(w.leftOn)}>
                <span className="num">{f.fullDay(person.leftOn)}</span>
              </Row>
            ) : null}
            <Row name={say(w.language)}>{say(person.language === 'zh' ? w.chinese : w.english)}</Row>
          </Rows>
          {keeps ? (
            <div className="person-acts">
              <Button onClick={() => start({ act: 'change' })}>{say(w.changePerson)}</Button>
              {person.leftOn ? (
                <>
                  <Button onClick={() => start({ act: 'rehire' })}>{say(w.rehire)}</Button>
                  <Button danger onClick={() => start({ act: 'erase' })}>
                    {say(w.erase)}
                  </Button>
                </>
              ) : (
                <>
                  <Button onClick={() => start({ act: 'password' })}>{say(w.givePassword)}</Button>
                  <Button danger onClick={() => start({ act: 'dismiss' })}>
                    {say(w.dismiss)}
                  </Button>
                </>
              )}
            </div>
          ) : null}
        </Card>
      </Columns>
      {ends ? <PersonSessions person={person.id} /> : null}
      {doing ? <PersonDoing doing={doing} person={person} onClose={stop} /> : null}
    </Page>
  )
}

const isNow = (a: Held, today: string): boolean => a.from <= today && (a.to === null || a.to >= today)

function Timeline(props: {
  held: Held
  today: string
  keeps: boolean
  onStart: (act: 'transfer' | 'end' | 'delegate') => void
}) {
  const { held, today, keeps, onStart } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const back = api.useDo('organization.endDelegation', {
    onDone: () => notice(say(w.saved)),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  const lasts = held.to === null || held.to >= today
  return (
    <article className={isNow(held, today) ? 'person-line is-now' : 'person-line'}>
      <h3>
        {say(positionNames[held.position])}
        {held.title ? <span className="note"> {held.title}</span> : null}
      </h3>
      {held.store ? (
        <p>
          <Go to={`/stores/${held.store.id}`}>{name(held.store)}</Go>
        </p>
      ) : null}
      {held.area ? <p>{name(held.area)}</p> : null}
      <p className="note num">
        {held.to
          ? say(w.period, { from: f.fullDay(held.from), to: f.fullDay(held.to) })
          : say(w.periodOpen, { from: f.fullDay(held.from) })}
      </p>
      {held.standIns.map((d) => (
        <p key={d.id} className="note">
          {f.day(d.from)} – {say(w.standIn, { name: d.toName, until: f.day(d.to) })} · {d.reason}
          {held.mayDelegate ? (
            <Button
              type="link"
              size="small"
              loading={back.isPending}
              onClick={() => back.mutate({ delegation: d.id })}
            >
              {say(w.takeBack)}
            </Button>
          ) : null}
        </p>
      ))}
      {lasts && (keeps || held.mayDelegate) ? (
        <div className="person-acts">
          {held.mayDelegate ? (
            <Button size="small" onClick={() => onStart('delegate')}>
              {say(w.delegate)}
            </Button>
          ) : null}
          {keeps ? (
            <Button size="small" onClick={() => onStart('transfer')}>
              {say(w.transfer)}
            </Button>
          ) : null}
          {keeps ? (
            <Button size="small" onClick={() => onStart('end')}>
              {say(w.endAppointment)}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}

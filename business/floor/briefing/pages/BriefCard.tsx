import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { clockOf } from '../../../roster/week/legal-rules.ts'
import { b } from '../page-words.ts'
import { api, type DaySeen, whole } from './api.ts'

/** The morning briefing: who is there, what each is to sell, which notices are passed on. */
export function BriefCard({ seen, mayWrite }: { seen: DaySeen; mayWrite: boolean }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { briefing, people, notices, target, day, today, plan, store } = seen
  const [id, renew] = useState(newId)
  const [isAgain, again] = useState(false)
  const [absent, setAbsent] = useState<readonly string[]>(() =>
    people.filter((p) => p.isAway || p.isOff || p.isLater).map((p) => p.person),
  )
  const brief = api.useDo('dayPlans.brief', {
    whenSafe: () => {
      renew(newId())
      again(false)
    },
    onDone: () => notice(say(b.briefed)),
  })
  const mayBrief = mayWrite && day === today && (!briefing || isAgain)
  const present = people.filter((p) => !absent.includes(p.person)).map((p) => p.person)
  const wasThere = new Map(briefing?.people.map((p) => [p.person, p]))
  const toggle = (person: string) =>
    setAbsent(absent.includes(person) ? absent.filter((one) => one !== person) : [...absent, person])
  if (people.length === 0) return null
  return (
    <Card
      title={say(b.briefTitle)}
      sub={
        briefing && !isAgain
          ? say(b.briefedBy, {
              time: f.time(briefing.at),
              count: briefing.present,
            })
          : mayBrief
            ? say(b.briefNote)
            : undefined
      }
      extra={
        briefing && mayWrite && day === today && !isAgain ? (
          <Button type="link" onClick={() => again(true)}>
            {say(b.again)}
          </Button>
        ) : undefined
      }
    >
      {brief.error ? <FormProblem problem={brief.error} /> : null}
      <ul className="day-people">
        {people.map((p) => {
          const isThere = mayBrief ? !absent.includes(p.person) : (wasThere.get(p.person)?.present ?? false)
          const asked = (mayBrief ? undefined : wasThere.get(p.person)?.target) ?? p.target
          return (
            <li key={p.person}>
              <button
                type="button"
                disabled={!mayBrief}
                aria-pressed={isThere}
                onClick={() => toggle(p.person)}
              >
                <span className="day-tick" aria-hidden="true">
                  {isThere ? '✓' : ''}
                </span>
                <b translate="no">{p.name}</b>
                <span className="note">
                  {p.isAway
                    ? say(b.away)
                    : p.isOff && !isThere
                      ? say(b.off)
                      : p.isLater && p.shift && !isThere
                        ? say(b.comesAt, { time: clockOf(p.shift.from) })
                        : mayBrief || briefing
                          ? say(isThere ? b.present : b.absent)
                          : ''}
                </span>
                <span className="num">{asked === null ? '–' : whole(f, asked)}</span>
              </button>
            </li>
          )
        })}
        {target === null ? null : (
          <li className="day-sum">
            <b>{say(b.teamTarget)}</b>
            <span className="num">{whole(f, target)}</span>
          </li>
        )}
      </ul>
      {notices.length > 0 && mayWrite ? (
        <div className="day-notices">
          <b>{say(b.toPassOn)}</b>
          {notices.map((n) => (
            <Go key={n.id} to="/notices" search={{ open: n.id }}>
              <span translate="no">{name({ name: n.title, nameEn: n.titleEn })}</span>
            </Go>
          ))}
        </div>
      ) : null}
      {mayBrief ? (
        <WaitingNote of="dayPlans.brief">
          <div className="day-form">
            <Act
              type="primary"
              size="large"
              block
              may="dayPlans.brief"
              offBecause={plan ? (present.length === 0 ? say(b.nobodyThere) : undefined) : say(b.planFirst)}
              loading={brief.isPending}
              onClick={() => brief.mutate({ id, store: store.id, basedOn: briefing?.version ?? 0, present })}
            >
              {say(b.brief, { count: present.length })}
            </Act>
          </div>
        </WaitingNote>
      ) : null}
    </Card>
  )
}

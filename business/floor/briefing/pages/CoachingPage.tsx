import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { b } from '../page-words.ts'
import { skillWords } from '../words.ts'
import { type AssociateSeen, api } from './api.ts'
import { CoachSheet } from './CoachSheet.tsx'
import './day.css'

/** A store manager sees who is left this week; an associate what was noted for her. */
export default function CoachingPage() {
  const isOnlyAssociate = useMe().appointments.every((a) => a.position === 'salesAssociate')
  return isOnlyAssociate ? <Mine /> : <OfStore />
}

function OfStore() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const coaching = api.useSee(
    'coaching.ofStore',
    { store: store ?? '' },
    { keep: true, when: store !== undefined },
  )
  const seen = coaching.data
  const open = seen?.associates.find((a) => a.person === search.person)
  return (
    <Page
      title={say(b.coaching)}
      sub={seen ? `${name(seen.store)} · ${f.day(seen.week.from)}–${f.day(seen.week.to)}` : undefined}
      actions={<StorePicker value={store} onChange={choose} />}
    >
      {store === undefined ? (
        <Empty title={say(b.chooseStore)} next={say(b.chooseStoreCoaching)} />
      ) : (
        <Seen of={coaching} lines={5}>
          {({ associates, left }) =>
            associates.length === 0 ? (
              <Empty title={say(b.nobodyToCoach)} />
            ) : (
              <>
                <p className={left > 0 ? 'tone-late' : 'tone-done'}>
                  {left > 0 ? say(b.leftThisWeek, { count: left }) : `✓ ${say(b.allCoached)}`}
                </p>
                <div className="coach-people">
                  {associates.map((a) => (
                    <Associate key={a.person} associate={a} onOpen={() => change({ person: a.person })} />
                  ))}
                </div>
              </>
            )
          }
        </Seen>
      )}
      {open && store ? (
        <CoachSheet
          key={open.person}
          store={store}
          associate={open}
          onClose={() => change({ person: undefined })}
        />
      ) : null}
    </Page>
  )
}

function Associate({ associate: a, onOpen }: { associate: AssociateSeen; onOpen: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [last] = a.notes
  return (
    <button type="button" className="coach-person" onClick={onOpen}>
      <span className="coach-head">
        <b translate="no">{a.name}</b>
        <Chip tone={a.isAway ? 'excused' : a.coached ? 'done' : 'late'}>
          {say(a.isAway ? b.away : a.coached ? b.coachedThisWeek : b.toCoach)}
        </Chip>
      </span>
      {last ? (
        <>
          <span className="note">
            {`${f.day(last.day)} · ${say(skillWords[last.skill])} · ${say(last.seenAt ? b.seenAt : b.notSeen, { when: last.seenAt ? f.instant(last.seenAt) : '' })}`}
          </span>
          <span translate="no">{last.nextStep}</span>
        </>
      ) : (
        <span className="note">{say(b.neverCoached)}</span>
      )}
    </button>
  )
}

function Mine() {
  const say = useSay()
  const f = useFormat()
  const mine = api.useSee('coaching.mine', {})
  const read = api.useDo('coaching.seen')
  return (
    <Page width="reading" title={say(b.coaching)}>
      <Seen of={mine} lines={4}>
        {({ notes }) =>
          notes.length === 0 ? (
            <Empty title={say(b.noneForMe)} next={say(b.noneForMeNext)} />
          ) : (
            notes.map((n) => (
              <Card
                key={n.id}
                kind={n.seenAt ? 'plain' : 'urgent'}
                title={say(skillWords[n.skill])}
                sub={`${n.byName} · ${f.day(n.day)}`}
              >
                <p translate="no">{n.observed}</p>
                <p className="coach-next" translate="no">
                  {n.nextStep}
                </p>
                {n.seenAt ? (
                  <p className="note">{say(b.seenAt, { when: f.instant(n.seenAt) })}</p>
                ) : (
                  <Act
                    type="primary"
                    size="large"
                    may="coaching.seen"
                    loading={read.isPending}
                    onClick={() => read.mutate({ store: n.store, id: n.id })}
                  >
                    {say(b.readIt)}
                  </Act>
                )}
              </Card>
            ))
          )
        }
      </Seen>
    </Page>
  )
}

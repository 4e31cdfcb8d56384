import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { type Briefing, briefings } from '../shape.ts'
import { briefingWords } from '../words.ts'
import { api, type Opened } from './api.ts'

type Store = NonNullable<Opened['relay']>
/** What the store manager is about to tell: at which briefing and to whom. */
export interface Relaying {
  readonly store: Store
  readonly notice: string
  readonly briefing: Briefing
  readonly people: readonly string[]
  readonly isBusy: boolean
  readonly problem: ReturnType<typeof api.useDo<'notices.relay'>>['error']
  choose(briefing: Briefing): void
  toggle(person: string): void
  send(): void
}

export function useRelay(seen: Opened | undefined): Relaying | undefined {
  const say = useSay()
  const [id, renew] = useState(newId)
  const [briefing, choose] = useState<Briefing>('morning')
  const [named, name] = useState<readonly string[]>()
  const relay = api.useDo('notices.relay', {
    whenSafe: () => {
      renew(newId())
      name(undefined)
    },
    onDone: ({ complete }) => notice(say(complete ? p.relayedDone : p.relayed)),
  })
  if (!seen?.relay) return undefined
  const { relay: store } = seen
  // All who are there and have not been told: nobody has to be chosen on an ordinary morning.
  const people =
    named ?? store.listeners.filter((l) => !l.away && !l.told && l.readAt === null).map((l) => l.person)
  return {
    store,
    notice: seen.notice.id,
    briefing,
    people,
    isBusy: relay.isPending,
    problem: relay.error,
    choose,
    toggle: (person) =>
      name(people.includes(person) ? people.filter((one) => one !== person) : [...people, person]),
    send: () =>
      relay.mutate({ id, store: store.store, notice: seen.notice.id, briefing, people: [...people] }),
  }
}

export function RelayPart({ relay }: { relay: Relaying }) {
  const say = useSay()
  const f = useFormat()
  const { store } = relay
  const left = store.listeners.filter((l) => !l.away && l.readAt === null)
  return (
    <section className="bulletin-relay">
      <h3>{say(p.relayTitle)}</h3>
      {store.relays.map((r) => (
        <p key={r.id} className="note">
          {say(p.toldOn, {
            when: f.instant(r.at),
            briefing: say(briefingWords[r.briefing]),
            name: r.byName,
            told: r.told,
          })}
        </p>
      ))}
      {store.completeAt ? (
        <p className="tone-done">✓ {say(p.complete)}</p>
      ) : store.relayedAt && left.length > 0 ? (
        <p className="tone-late">
          {say(p.waitingFor, { names: left.map((l) => l.name).join(say(p.comma)) })}
        </p>
      ) : (
        <p className="note">{say(p.relayNote)}</p>
      )}
      {relay.problem ? <FormProblem problem={relay.problem} /> : null}
      {store.completeAt ? null : (
        <Choices<Briefing>
          label={say(p.at)}
          value={relay.briefing}
          options={briefings.map((key) => ({ key, label: say(briefingWords[key]) }))}
          onChange={relay.choose}
        />
      )}
      <ul className="bulletin-people">
        {store.listeners.map((l) => (
          <li key={l.person}>
            <button
              type="button"
              aria-pressed={relay.people.includes(l.person)}
              disabled={l.away || store.completeAt !== null}
              onClick={() => relay.toggle(l.person)}
            >
              <span className="bulletin-tick" aria-hidden="true">
                {relay.people.includes(l.person) ? '✓' : ''}
              </span>
              <b>{l.name}</b>
              <span className={l.readAt ? 'tone-done' : 'bulletin-quiet'}>
                {l.readAt
                  ? say(p.readBy, { when: f.instant(l.readAt) })
                  : say(l.away ? p.away : l.told ? p.toldNotRead : p.notTold)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function RelayFoot({ relay }: { relay: Relaying }) {
  const say = useSay()
  const { store, people } = relay
  if (store.completeAt) return null
  const mayBeNobody = store.listeners.every((l) => l.away)
  const count = people.length
  return (
    <div className="sheet-foot">
      <Button
        type={store.relayedAt && count === 0 ? 'default' : 'primary'}
        size="large"
        disabled={count === 0 && !mayBeNobody}
        loading={relay.isBusy}
        onClick={relay.send}
      >
        {count === 0 && !mayBeNobody
          ? say(p.relayNobody)
          : say(p.relay, { briefing: say(briefingWords[relay.briefing]), count })}
      </Button>
    </div>
  )
}

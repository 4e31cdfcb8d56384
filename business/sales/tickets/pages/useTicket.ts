import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { keepDrafts } from '../../../../platform/web/outbox/outbox.ts'
import { useSearch } from '../../../../platform/web/place.tsx'
import { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { ticketOperations } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import type { ticketViews } from '../view-actions.ts'
import type { Counter } from '../view-tables.ts'
import { type Draft, draftNet, draftUnits, emptyDraft, type Held, isEmpty, toInput } from './draft.ts'
import { useKept } from './kept.ts'
import { returnsFrom } from './returns.ts'
import type { SavedTicket, WaitingTicket } from './Saved.tsx'
import type { Paid } from './TenderBar.tsx'

const api = client<typeof ticketOperations>()
const views = client<typeof ticketViews>()

export type SeenCounter = Counter & { readonly day: Day }

/** The ticket being made, those held, and the sending of both; all kept on the phone. */
export function useTicket(counter: SeenCounter) {
  const say = useSay()
  const f = useFormat()
  const me = useMe().person.id
  const store = counter.store.id
  const own = counter.people.some((p) => p.id === me) ? me : undefined
  const [{ draft, held }, keep] = useKept(store, me)
  const [saved, show] = useState<SavedTicket | WaitingTicket>()
  const [problem, setProblem] = useState<ProblemError>()
  const [isBusy, setBusy] = useState(false)
  const fresh = (): Draft => emptyDraft(own)
  const heldNow = (d: Draft): Held => ({ ...d, heldOn: counter.day })
  const edit = (change: (draft: Draft) => Draft): void => keep((k) => ({ ...k, draft: change(k.draft) }))

  async function send(d: Draft, soldAt: string, paid: Paid): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    const net = draftNet(d)
    const about = say(pageWords.about, { net: f.money(net), units: f.count(Math.abs(draftUnits(d))) })
    try {
      const answer = await api.do('sales.ticket', toInput(d, store, soldAt, paid), d.id, about)
      keep((k) => ({ ...k, draft: fresh() }))
      show({ ...answer, store })
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      if (!fault.isWaiting) return setProblem(fault)
      // Should the house refuse it later, it comes back from the outbox to be mended.
      await keepDrafts(d.id, [[backKey(store, me), JSON.stringify(heldNow(d))]])
      keep((k) => ({ ...k, draft: fresh() }))
      show({ waits: true, net })
    } finally {
      setBusy(false)
    }
  }
  useBack(store, me, keep)
  useReturn(counter, edit)

  return {
    draft,
    held,
    saved,
    problem,
    isBusy,
    own,
    edit,
    pay: (paid: Paid): void => void send(draft, new Date().toISOString(), paid),
    next: (): void => show(undefined),
    hold: (): void => keep((k) => ({ draft: fresh(), held: [heldNow(k.draft), ...k.held] })),
    takeUp: ({ heldOn: _heldOn, ...taken }: Held): void =>
      keep((k) => ({
        draft: taken,
        held: [...(isEmpty(k.draft) ? [] : [heldNow(k.draft)]), ...k.held.filter((x) => x.id !== taken.id)],
      })),
    drop: (h: Held): void => keep((k) => ({ ...k, held: k.held.filter((x) => x.id !== h.id) })),
  }
}

/** Where the outbox puts a ticket back that was refused: it lies with the held ones then. */
const backKey = (store: string, person: string): string => `jingwei.ticket.back.${store}.${person}`
function useBack(store: string, me: string, keep: ReturnType<typeof useKept>[1]): void {
  useEffect(() => {
    const text = localStorage.getItem(backKey(store, me))
    if (!text) return
    localStorage.removeItem(backKey(store, me))
    const back = JSON.parse(text) as Held
    keep((k) => ({ ...k, held: [back, ...k.held.filter((h) => h.id !== back.id)] }))
  }, [store, me, keep])
}

/** `?return=<ticket>&lines=1,2` brings pieces of an earlier ticket onto this one, once, with those who sold them. */
function useReturn({ store, people }: SeenCounter, edit: (change: (draft: Draft) => Draft) => void): void {
  const name = useName()
  const [search, change] = useSearch()
  const asked = search.return
  const original = views.useSee(
    'sales.oneTicket',
    { store: store.id, ticket: asked ?? '' },
    { when: asked !== undefined },
  )
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (!asked || !original.data || taken.current === asked) return
    taken.current = asked
    const sellers = original.data.credits.filter((c) => people.some((p) => p.id === c.person))
    const returns = returnsFrom(original.data, (search.lines ?? '').split(',').map(Number), name)
    edit((d) => ({
      ...d,
      returns,
      credits:
        sellers.length > 0
          ? sellers.map((c) => ({ person: c.person, share: c.shareMillionths / 10_000 }))
          : d.credits,
    }))
    change({ return: undefined, lines: undefined })
  })
}

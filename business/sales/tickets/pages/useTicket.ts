import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { ticketOperations } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import type { ticketViews } from '../view-actions.ts'
import type { Counter } from '../view-tables.ts'
import { type Draft, emptyDraft, type Held, isEmpty, toInput } from './draft.ts'
import { useKept } from './kept.ts'
import { returnsFrom } from './returns.ts'
import type { SavedTicket } from './Saved.tsx'
import type { Paid } from './TenderBar.tsx'

const api = client<typeof ticketOperations>()
const views = client<typeof ticketViews>()

export type SeenCounter = Counter & { readonly day: Day }

/** The ticket being made, those held, and the sending of both; all kept on the phone until the server has answered. */
export function useTicket(counter: SeenCounter) {
  const say = useSay()
  const me = useMe().person.id
  const store = counter.store.id
  const own = counter.people.some((p) => p.id === me) ? me : undefined
  const [{ draft, held }, keep] = useKept(store, me)
  const [saved, show] = useState<SavedTicket>()
  const [problem, setProblem] = useState<ProblemError>()
  const [isBusy, setBusy] = useState(false)
  const fresh = (): Draft => emptyDraft(own)
  const heldNow = (d: Draft): Held => ({ ...d, heldOn: counter.day })
  const edit = (change: (draft: Draft) => Draft): void => keep((k) => ({ ...k, draft: change(k.draft) }))

  async function send(d: Draft, soldAt: string, paid: Paid, isLater = false): Promise<void> {
    setBusy(true)
    setProblem(undefined)
    const others = (list: Held[]): Held[] => list.filter((h) => h.id !== d.id)
    try {
      const answer = await api.do('sales.ticket', toInput(d, store, soldAt, paid), d.id)
      keep((k) => ({ draft: k.draft.id === d.id ? fresh() : k.draft, held: others(k.held) }))
      // What went out later must not push away the ticket that is being made meanwhile.
      if (isLater) notice(say(pageWords.sentLater, { number: answer.number }))
      else show({ ...answer, store })
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      setProblem(fault)
      keep((k) => {
        const wasHeld = k.held.some((h) => h.id === d.id)
        // Not answered: it waits and goes out again. Refused: it lies with the held ones, to be mended.
        if (fault.isNetwork)
          return {
            draft: k.draft.id === d.id ? fresh() : k.draft,
            held: [{ ...heldNow(d), unsent: { soldAt, paid } }, ...others(k.held)],
          }
        return wasHeld ? { ...k, held: [heldNow(d), ...others(k.held)] } : k
      })
    } finally {
      setBusy(false)
    }
  }
  const resend = (h: Held): void => void (h.unsent && send(h, h.unsent.soldAt, h.unsent.paid, true))
  useResend(held, isBusy, resend)
  useReturn(counter, edit)

  return {
    draft,
    held,
    saved,
    problem,
    isBusy,
    own,
    edit,
    resend,
    pay: (paid: Paid): void => void send(draft, new Date().toISOString(), paid),
    next: (): void => show(undefined),
    hold: (): void => keep((k) => ({ draft: fresh(), held: [heldNow(k.draft), ...k.held] })),
    takeUp: ({ heldOn: _heldOn, unsent: _unsent, ...taken }: Held): void =>
      keep((k) => ({
        draft: taken,
        held: [...(isEmpty(k.draft) ? [] : [heldNow(k.draft)]), ...k.held.filter((x) => x.id !== taken.id)],
      })),
    drop: (h: Held): void => keep((k) => ({ ...k, held: k.held.filter((x) => x.id !== h.id) })),
  }
}

/** What the network did not carry goes out again by itself, every quarter of a minute and when the browser is back online. */
function useResend(held: readonly Held[], isBusy: boolean, resend: (held: Held) => void): void {
  const waiting = held.find((h) => h.unsent)
  const now = useRef({ waiting, isBusy, resend })
  now.current = { waiting, isBusy, resend }
  useEffect(() => {
    const attempt = (): void => {
      const { waiting: next, isBusy: busy, resend: go } = now.current
      if (next && !busy) go(next)
    }
    const timer = setInterval(attempt, 15_000)
    window.addEventListener('online', attempt)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
    }
  }, [])
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

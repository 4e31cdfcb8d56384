import { useNetwork } from '../../../../platform/web/network.ts'
import { useWaiting } from '../../../../platform/web/outbox/outbox.ts'
import { roundsBy } from '../rules.ts'
import type { ChecksDay } from './api.ts'

export type CardNow = ChecksDay['cards'][number] & {
  /** A sheet of one's own of this kind lies on this phone and waits for the network. */
  readonly waits: boolean
}
export type ChecksNow = Omit<ChecksDay, 'cards'> & { readonly cards: CardNow[] }
interface Waiting {
  store: string
  day?: string
  kind: string
  round?: number | null
}

/**
 * The day's cards as they stand by now. Without network the hours go on all the same: sheets that were not due yet when they were
 * last seen are, and what was handed in since waits here and is not asked for again.
 */
export function useAsOfNow(seen: ChecksDay | undefined): ChecksNow | undefined {
  const { state: network } = useNetwork()
  const waiting = useWaiting<Waiting>('checks.handIn')
  if (!seen) return undefined
  const now = new Date()
  const here = waiting.filter(({ input }) => input.store === seen.store.id && input.day === seen.day)
  const cards = seen.cards.map((card): CardNow => {
    const own = here.filter(({ input }) => input.kind === card.kind)
    if (network === 'up' && own.length === 0) return { ...card, waits: false }
    if (card.hours)
      return {
        ...card,
        rounds: roundsBy(card.hours, seen.day, seen.store.timeZone, now).filter(
          (round) => !own.some(({ input }) => input.round === round),
        ),
        state: card.state === 'notYet' && now >= new Date(card.earliest) ? 'open' : card.state,
        waits: own.length > 0,
      }
    const isBegun = card.state === 'notYet' && now >= new Date(card.earliest)
    const isLate = (isBegun || card.state === 'open') && now > new Date(card.dueAt)
    return { ...card, state: isLate ? 'overdue' : isBegun ? 'open' : card.state, waits: own.length > 0 }
  })
  return { ...seen, cards }
}

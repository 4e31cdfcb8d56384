import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import {
  type Answer,
  answersTo,
  type DifferenceKind,
  type EventKind,
  type Move,
  mayWhen,
  type OnHand,
  type ShipmentLine,
  type Taking,
  type TransferState,
} from './shape.ts'

/** What a stock matter does: damaged and missing pieces leave the books, the others stay and are put aside or given back. */
export function moveOf(sku: string, kind: EventKind, quantity: number): Move {
  const leaves = kind === 'damage' || kind === 'missing'
  const sign = kind === 'hold' || kind === 'sample' ? 1 : -1
  return leaves
    ? { sku, kind, quantity: -quantity, held: 0 }
    : { sku, kind, quantity: 0, held: sign * quantity }
}

/** Only what is there can be damaged or put aside; only what is put aside comes back. */
export function checkEvent(
  stock: OnHand,
  kind: EventKind,
  quantity: number,
): Refusal<'notSoMany' | 'notSoManyHeld'> | undefined {
  if (kind === 'release' || kind === 'sampleBack')
    return quantity > stock.held ? refuse('notSoManyHeld', { has: stock.held }, 'quantity') : undefined
  const free = Math.max(0, kind === 'damage' || kind === 'missing' ? stock.onHand : stock.onHand - stock.held)
  return quantity > free ? refuse('notSoMany', { has: free }, 'quantity') : undefined
}

/** A movement entered back. */
export const undone = (move: Move): Move => ({
  sku: move.sku,
  kind: 'undo',
  quantity: move.quantity === 0 ? 0 : -move.quantity,
  held: move.held === 0 ? 0 : -move.held,
})

/**
 * What one receipt takes of a shipment's line. Good pieces fill what was shipped first, more than that is surplus; rejected ones
 * must be of those shipped. With the last receipt what has not come is missing.
 */
export function take(
  line: ShipmentLine,
  came: {
    readonly arrived: number
    readonly rejected: number
    readonly reason: string | null
    readonly words: string | null
  },
  last: boolean,
): Taking | Refusal<'rejectedMoreThanCame' | 'rejectedNotShipped' | 'differenceUnsaid'> {
  const { arrived, rejected, reason, words } = came
  if (rejected > arrived) return refuse('rejectedMoreThanCame', { arrived })
  const good = arrived - rejected
  const received = Math.min(good, line.inTransit)
  if (rejected > line.inTransit - received) return refuse('rejectedNotShipped', { shipped: line.shipped })
  const surplus = good - received
  const missing = last ? line.inTransit - received - rejected : 0
  if (rejected + surplus + missing > 0 && reason === null) return refuse('differenceUnsaid')
  return { sku: line.sku, received, rejected, missing, surplus, taken: received + surplus, reason, words }
}

/** A line after a receipt. */
export const after = (line: ShipmentLine, t: Taking): ShipmentLine => ({
  ...line,
  inTransit: line.inTransit - t.received - t.rejected - t.missing,
  received: line.received + t.received,
  rejected: line.rejected + t.rejected,
  missing: line.missing + t.missing,
  surplus: line.surplus + t.surplus,
})

/** What an answer to a difference moves, in pieces: at the store that received, at the one that sent; `back` goes on its way again. */
export interface Settlement {
  readonly receiver: number
  readonly sender: number
  readonly back: number
}
export function settle(
  about: DifferenceKind,
  answer: Answer,
  quantity: number,
): Settlement | Refusal<'answerUnfit'> {
  if (!(answersTo[about] as readonly Answer[]).includes(answer)) return refuse('answerUnfit', {}, 'answer')
  const none = { receiver: 0, sender: 0, back: 0 }
  switch (answer) {
    case 'takeIn':
    case 'found':
      return { ...none, receiver: quantity }
    case 'senderHas':
      return { ...none, sender: quantity }
    // Rejected pieces are on nobody's books until they arrive again. Surplus ones were taken in here and lay on the sender's
    // shelf in the books: they leave both, and are on their way like any others.
    case 'sendBack':
      return about === 'rejected'
        ? { ...none, back: quantity }
        : { receiver: -quantity, sender: -quantity, back: quantity }
    case 'keep':
      return { ...none, sender: -quantity }
    case 'writeOff':
    case 'lost':
      return none
  }
}

/**
 * What a count of a SKU adjusts; undefined where the books were right. A count that arrives when a later one is in the books
 * already adjusts nothing: what it saw missing the later one has seen too, and it would be taken off twice.
 */
export const countMove = (
  sku: string,
  {
    expected,
    counted,
    superseded,
  }: { readonly expected: number; readonly counted: number; readonly superseded: boolean },
): Move | undefined =>
  superseded || counted === expected
    ? undefined
    : { sku, kind: 'count', quantity: counted - expected, held: 0 }

/** Where a transfer stands, by its steps and by what the other store has received. */
export function stateOf(steps: readonly string[], isReceived: boolean): TransferState {
  if (isReceived) return 'received'
  for (const step of ['shipped', 'cancelled', 'refused', 'picked', 'approved'] as const)
    if (steps.includes(step)) return step
  return 'proposed'
}
export function may(what: keyof typeof mayWhen, state: TransferState): Refusal<'notNow'> | undefined {
  return (mayWhen[what] as readonly TransferState[]).includes(state) ? undefined : refuse('notNow')
}

/** A SKU named twice in one list: counted once it would be right, twice wrong, so it is asked about. */
export function namedOnce(lines: readonly { readonly sku: string }[]): Refusal<'skuNamedTwice'> | undefined {
  const seen = new Set<string>()
  for (const [i, { sku }] of lines.entries()) {
    if (seen.has(sku)) return refuse('skuNamedTwice', {}, `lines.${i}.sku`)
    seen.add(sku)
  }
  return undefined
}

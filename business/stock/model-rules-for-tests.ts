import { isRefusal } from '../../platform/kinds/refusal.ts'
import type { Books } from './model-for-tests.ts'
import { after, checkEvent, countMove, moveOf, settle, take, undone } from './rules.ts'
import type { Answer, EventKind, Move, ShipmentLine } from './shape.ts'
import { checkProposal } from './transfer-rules.ts'

/** The rules alone: they decide what moves, and this adds it up. */
export class RuleBooks implements Books {
  readonly moves: { store: number; sku: number; step: number; move: Move }[] = []
  readonly lines = new Map<string, ShipmentLine>()
  readonly counts: { store: number; sku: number; at: number; superseded: boolean }[] = []
  step = 0
  private ids = 0
  constructor(stores: number, skus: number, each: number) {
    for (let s = 0; s < stores; s++)
      for (let k = 0; k < skus; k++) this.add(s, k, { kind: 'opening', quantity: each, held: 0, sku: '' })
  }
  add(store: number, sku: number, move: Move, step = this.step): string {
    this.moves.push({ store, sku, step, move })
    return String(++this.ids)
  }
  sum(store: number, sku: number, of: 'quantity' | 'held', since = -1): number {
    return this.moves.reduce(
      (n, m) => (m.store === store && m.sku === sku && m.step > since ? n + m.move[of] : n),
      0,
    )
  }
  stock(store: number, sku: number) {
    return { onHand: this.sum(store, sku, 'quantity'), held: this.sum(store, sku, 'held') }
  }
  plain(store: number, sku: number, kind: Move['kind'], quantity: number): string {
    return this.add(store, sku, { sku: '', kind, quantity, held: 0 })
  }
  sell = async (store: number, sku: number, pieces: number) => this.plain(store, sku, 'sale', -pieces)
  sellLate: Books['sellLate'] = async (store, sku, pieces, ago) => {
    const sold = this.step - ago
    const id = this.add(store, sku, { sku: '', kind: 'sale', quantity: -pieces, held: 0 }, sold)
    const seen = this.counts
      .filter((c) => c.store === store && c.sku === sku && !c.superseded && c.at >= sold)
      .map((c) => c.at)
    if (seen.length > 0)
      this.add(store, sku, { sku: '', kind: 'counted', quantity: pieces, held: 0 }, Math.min(...seen))
    return id
  }
  giveBack: Books['giveBack'] = async (t, pieces) => this.plain(t.store, t.sku, 'return', pieces)
  reverse: Books['reverse'] = async (t) => void this.plain(t.store, t.sku, 'reversal', t.sold)
  ship(shipped: number): string {
    const id = String(++this.ids)
    this.lines.set(id, {
      sku: '',
      shipped,
      inTransit: shipped,
      received: 0,
      rejected: 0,
      missing: 0,
      surplus: 0,
    })
    return id
  }
  deliver: Books['deliver'] = async (_store, _sku, pieces) => this.ship(pieces)
  transfer: Books['transfer'] = async (from, _to, sku, asked, picked) => {
    if (checkProposal(new Map([['', this.stock(from, sku)]]), [{ sku: '', asked }])) return undefined
    this.plain(from, sku, 'transferOut', -picked)
    return this.ship(picked)
  }
  receive: Books['receive'] = async (w, arrived, rejected, last) => {
    const taking = take(this.lines.get(w.id)!, { arrived, rejected, reason: 'other', words: null }, last)
    if (isRefusal(taking) || taking.received + taking.rejected + taking.missing + taking.surplus === 0)
      return false
    this.lines.set(w.id, after(this.lines.get(w.id)!, taking))
    if (taking.taken > 0) this.plain(w.store, w.sku, 'receipt', taking.taken)
    return true
  }
  answer: Books['answer'] = async (w, about, answer) => {
    const settled = settle(about, answer as Answer, w.open[about])
    if (isRefusal(settled)) throw new Error(`refused: ${answer} to ${about}`)
    this.plain(w.store, w.sku, 'answer', settled.receiver)
    if (w.from === null) return undefined
    this.plain(w.from, w.sku, 'answer', settled.sender)
    return settled.back > 0 ? this.ship(settled.back) : undefined
  }
  note: Books['note'] = async (store, sku, kind, pieces) => {
    if (checkEvent(this.stock(store, sku), kind as EventKind, pieces)) return undefined
    return this.add(store, sku, moveOf('', kind as EventKind, pieces))
  }
  takeBack: Books['takeBack'] = async (n) => {
    const back = undone(moveOf('', n.kind as EventKind, n.quantity))
    if (this.stock(n.store, n.sku).held + back.held < 0) return false
    this.add(n.store, n.sku, back)
    return true
  }
  count: Books['count'] = async (store, sku, counted, ago) => {
    const at = this.step - ago - 1
    const expected = this.sum(store, sku, 'quantity') - this.sum(store, sku, 'quantity', at)
    const superseded = this.counts.some((c) => c.store === store && c.sku === sku && c.at > at)
    const move = countMove('', { expected, counted, superseded })
    this.counts.push({ store, sku, at, superseded })
    if (move) this.add(store, sku, move, at)
  }
  seen: Books['seen'] = async () => ({
    onHand: (store, sku) => this.sum(store, sku, 'quantity'),
    held: (store, sku) => this.sum(store, sku, 'held'),
    moved: (store, sku) => this.sum(store, sku, 'quantity'),
    line: (w) => ({ ...this.lines.get(w.id)!, way: this.lines.get(w.id)!.inTransit }),
  })
}

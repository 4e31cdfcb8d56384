import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { answerOf } from '../../tests/door.ts'
import { styleInput } from '../goods/shape.ts'
import { writeStyle } from '../goods/tables.ts'
import { now, today } from '../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from './house-for-tests.ts'
import { stockInvariants } from './invariants.ts'
import { type Books, commands, compare, type Drawn, play, Shelf, type Way } from './model-for-tests.ts'
import { after, checkEvent, countMove, moveOf, settle, take, undone } from './rules.ts'
import type { Answer, EventKind, Move, ShipmentLine } from './shape.ts'
import { checkProposal } from './transfer-rules.ts'

const [stores, skus, each] = [3, 2, 6]
const drawn = fc.tuple(fc.nat(commands - 1), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
const sequences = fc.array(drawn, { minLength: 60, maxLength: 80, size: 'max' })

/** The rules alone: they decide what moves, and this adds it up. */
class RuleBooks implements Books {
  readonly moves: { store: number; sku: number; step: number; move: Move }[] = []
  readonly lines = new Map<string, ShipmentLine>()
  readonly counts: { store: number; sku: number; at: number }[] = []
  step = 0
  private ids = 0
  constructor() {
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
    this.counts.push({ store, sku, at })
    if (move) this.add(store, sku, move, at)
  }
  seen: Books['seen'] = async () => ({
    onHand: (store, sku) => this.sum(store, sku, 'quantity'),
    held: (store, sku) => this.sum(store, sku, 'held'),
    moved: (store, sku) => this.sum(store, sku, 'quantity'),
    line: (w) => ({ ...this.lines.get(w.id)!, way: this.lines.get(w.id)!.inTransit }),
  })
}

test('two thousand histories of sixty and more acts: the books say what lies there, less what nobody has seen go', async () => {
  const done = new Set<number>()
  let acts = 0
  await fc.assert(
    fc.asyncProperty(sequences, async (all) => {
      const [shelf, books] = [new Shelf(stores, skus, each), new RuleBooks()]
      for (const one of all) {
        books.step++
        await play(shelf, books, one)
        await compare(shelf, books)
        done.add(one[0])
        acts++
      }
    }),
    { numRuns: 2_000 },
  )
  expect(acts).toBeGreaterThanOrEqual(120_000)
  expect(done.size).toBe(commands)
})

/** The same acts through the door, with a real database behind it; each history has goods of its own. */
class DoorBooks implements Books {
  readonly skus: string[]
  constructor(
    private readonly h: StockHouse,
    private readonly clock: { at: number },
    codes: string[],
  ) {
    this.skus = codes
  }
  tick(): void {
    this.clock.at += 10_000
  }
  private get now(): Date {
    return new Date(this.clock.at)
  }
  private store(n: number) {
    return this.h.stores[n]!
  }
  private async act<T>(who: string, action: string, input: object, id = newId()): Promise<T | undefined> {
    const outcome = await this.h.as(who, { now: this.now }).do(`stock.${action}`, { id, ...input })
    if (!outcome.ok && outcome.problem.status !== 409 && outcome.problem.status !== 422)
      throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`)
    return outcome.ok ? (outcome.answer as T) : undefined
  }
  private async ticket(store: number, input: object): Promise<string> {
    const id = newId()
    const by = this.store(store).associates[0]
    const body = {
      id,
      store: this.store(store).id,
      soldAt: this.now.toISOString(),
      credits: [{ person: by, share: 1 }],
      ...input,
    }
    answerOf(await this.h.as(by, { now: this.now }).do('sales.ticket', body))
    return id
  }
  sell: Books['sell'] = (store, sku, quantity) =>
    this.ticket(store, {
      lines: [{ sku: this.skus[sku], quantity, net: 100 * quantity, reason: 'staff' }],
      tenders: [{ tender: 'card', amount: 100 * quantity }],
    })
  giveBack: Books['giveBack'] = (t, quantity) =>
    this.ticket(t.store, {
      lines: [],
      returns: [{ ticket: t.id, line: 1, quantity }],
      tenders: [{ tender: 'card', amount: -100 * quantity }],
    })
  reverse: Books['reverse'] = async (t) => {
    const input = { id: newId(), store: this.store(t.store).id, ticket: t.id, reason: '开错了' }
    answerOf(await this.h.as(this.store(t.store).manager, { now: this.now }).do('sales.reverse', input))
  }
  deliver: Books['deliver'] = async (store, sku, quantity) => {
    const id = newId()
    const notices = [{ id, store: this.store(store).id, lines: [{ sku: this.skus[sku], quantity }] }]
    answerOf(
      await this.h.as(this.h.merchandiser, { now: this.now }).do('stock.deliver', { dueOn: today, notices }),
    )
    return id
  }
  transfer: Books['transfer'] = async (from, to, sku, asked, picked) => {
    const id = newId()
    const at = { store: this.store(from).id }
    const { merchandiser } = this.h
    const lines = [{ sku: this.skus[sku], asked }]
    if (
      !(await this.act(
        merchandiser,
        'propose',
        { ...at, to: this.store(to).id, why: 'brokenSizes', lines },
        id,
      ))
    )
      return undefined
    const by = this.h.as(this.store(from).associates[0], { now: this.now })
    answerOf(await by.do('stock.pick', { ...at, transfer: id, lines: [{ sku: this.skus[sku], picked }] }))
    answerOf(await by.do('stock.ship', { ...at, transfer: id, dueOn: today }))
    return id
  }
  receive: Books['receive'] = async (w, arrived, rejected, last) => {
    const lines = [{ sku: this.skus[w.sku], arrived, rejected, reason: 'other' }]
    const input = { store: this.store(w.store).id, shipment: w.id, last, lines }
    return (await this.act(this.store(w.store).associates[0], 'receive', input)) !== undefined
  }
  answer: Books['answer'] = async (w, about, answer) => {
    const id = newId()
    const input = {
      store: this.store(w.store).id,
      shipment: w.id,
      sku: this.skus[w.sku],
      about,
      answer,
      words: '已核对',
    }
    if (!(await this.act(this.h.merchandiser, 'answer', input, id)))
      throw new Error(`refused: ${answer} to ${about}`)
    const [back] = await this.h.database.query<{ id: string }>(
      'select id from shipment where sent_back_by = $1',
      [id],
    )
    return back?.id
  }
  note: Books['note'] = async (store, sku, kind, quantity) => {
    const input = { store: this.store(store).id, sku: this.skus[sku], kind, quantity, why: 'display' }
    return (await this.act<{ id: string }>(this.store(store).associates[0], 'note', input))?.id
  }
  takeBack: Books['takeBack'] = async (n) =>
    (await this.act(this.store(n.store).manager, 'takeBack', {
      store: this.store(n.store).id,
      event: n.id,
      words: '记错了',
    })) !== undefined
  count: Books['count'] = async (store, sku, counted, ago) => {
    const countedAt = new Date(this.clock.at - ago * 10_000 - 5_000).toISOString()
    const input = { store: this.store(store).id, countedAt, lines: [{ sku: this.skus[sku], counted }] }
    if (!(await this.act(this.store(store).associates[0], 'count', input)))
      throw new Error('a count was refused')
  }
  seen: Books['seen'] = async () => {
    const rows = await this.h.database.query<{
      store: string
      sku: string
      on: number
      held: number
      moved: number
    }>(
      `select s.store_id as store, s.sku_id as sku, s.on_hand as on, s.held,
         (select sum(m.quantity)::int from stock_movement m where m.store_id = s.store_id and m.sku_id = s.sku_id) as moved
       from stock s where s.sku_id = any($1::uuid[])`,
      [this.skus],
    )
    const lines = await this.h.database.query<Way & { id: string; store: string }>(
      `select store_id as store, shipment_id as id, in_transit as way, received, rejected, missing, surplus from shipment_line
       where sku_id = any($1::uuid[])`,
      [this.skus],
    )
    const of = (store: number, sku: number) =>
      rows.find((r) => r.store === this.store(store).id && r.sku === this.skus[sku])!
    return {
      onHand: (store, sku) => of(store, sku).on,
      held: (store, sku) => of(store, sku).held,
      moved: (store, sku) => of(store, sku).moved,
      line: (w) =>
        lines.find((l) => l.id === w.id && (l.store as unknown as string) === this.store(w.store).id)!,
    }
  }
}

test('the same through the door with a real database: after every act books, movements and shipments agree with the shelf', async () => {
  const h = await stockHouse()
  const clock = { at: now.getTime() }
  const histories: Drawn[][] = []
  fc.assert(
    fc.property(sequences, (all) => void histories.push(all.slice(0, 60))),
    { numRuns: 10 },
  )
  const goods = await Promise.all(histories.map((_, i) => newGoods(h, i)))
  for (let s = 0; s < stores; s++) {
    const lines = goods.flat().map((sku) => ({ sku, quantity: each }))
    const open = { id: newId(), store: h.stores[s]!.id, day: today, lines }
    answerOf(await h.as(h.stores[s]!.manager).do('stock.open', open))
  }
  for (const [i, all] of histories.entries()) {
    const [shelf, books] = [new Shelf(stores, skus, each), new DoorBooks(h, clock, goods[i]!)]
    for (const one of all) {
      books.tick()
      await play(shelf, books, one)
      await compare(shelf, books)
    }
  }
  expect(histories).toHaveLength(10)
  expect((await verify(h.database, stockInvariants)).filter((b) => b.count > 0)).toEqual([])
  await h.house.close()
}, 60_000)

async function newGoods(h: StockHouse, n: number): Promise<string[]> {
  const pieces = ['S', 'M'].map((size) => ({ id: newId(), color: '黑', size }))
  const prices = [{ fromDay: '2026-01-01', tagPrice: 100 }]
  const style = {
    id: newId(),
    code: `MODEL-${n}`,
    name: '样',
    category: '大衣',
    season: '26D',
    launchedOn: '2026-09-01',
    prices,
    skus: pieces,
  }
  const parsed = styleInput.parse(style)
  await writeStyle(h.database, parsed, parsed.prices)
  return pieces.map((p) => p.id)
}

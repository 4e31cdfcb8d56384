import { addDays } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf } from '../../tests/door.ts'
import { today } from '../sales/boards/chain-for-tests.ts'
import type { StockHouse } from './house-for-tests.ts'
import type { Books } from './model-for-tests.ts'
import type { Way } from './shelf-for-tests.ts'

/** Many histories take days of the clock: nothing is due before they are over. */
const dueOn = addDays(today, 365)

/** The same acts through the door, with a real database behind it; each history has goods of its own. */
export class DoorBooks implements Books {
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
  sellLate: Books['sellLate'] = (store, sku, quantity, ago) =>
    this.ticket(store, {
      soldAt: new Date(this.clock.at - ago * 10_000).toISOString(),
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
    answerOf(await this.h.as(this.h.merchandiser, { now: this.now }).do('stock.deliver', { dueOn, notices }))
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
    answerOf(await by.do('stock.ship', { ...at, transfer: id, dueOn }))
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

import type { Noted, Shelf, SoldTicket, Way } from './shelf-for-tests.ts'

/** What is put through its paces: the books, by rules alone or behind the door with a real database. */
export interface Books {
  sell(store: number, sku: number, pieces: number): Promise<string>
  /** A sale made without network, so many commands ago, that arrives now. */
  sellLate(store: number, sku: number, pieces: number, stepsAgo: number): Promise<string>
  giveBack(ticket: SoldTicket, pieces: number): Promise<string>
  reverse(ticket: SoldTicket): Promise<void>
  deliver(store: number, sku: number, pieces: number): Promise<string>
  /** All steps up to shipping; undefined where the books refuse to give so many. */
  transfer(from: number, to: number, sku: number, asked: number, picked: number): Promise<string | undefined>
  receive(way: Way, arrived: number, rejected: number, last: boolean): Promise<boolean>
  /** The shipment that goes back, where there is one. */
  answer(way: Way, about: 'rejected' | 'missing' | 'surplus', answer: string): Promise<string | undefined>
  note(store: number, sku: number, kind: string, pieces: number): Promise<string | undefined>
  takeBack(noted: Noted): Promise<boolean>
  count(store: number, sku: number, counted: number, stepsAgo: number): Promise<void>
  seen(): Promise<{
    readonly onHand: (store: number, sku: number) => number
    readonly held: (store: number, sku: number) => number
    /** Σ of movements. */
    readonly moved: (store: number, sku: number) => number
    readonly line: (way: Way) => Pick<Way, 'way' | 'received' | 'rejected' | 'missing' | 'surplus'>
  }>
}

/** One drawn command: which, and numbers that choose among what is there. */
export type Drawn = readonly [command: number, a: number, b: number, c: number, d: number]
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const answersTo = {
  rejected: ['takeIn', 'writeOff', 'sendBack'],
  missing: ['found', 'lost', 'senderHas'],
  surplus: ['keep', 'sendBack'],
} as const
export const commands = 16

/** Does one command to shelf and books; what the shelf says is refused must be, and the other way round. */
export async function play(shelf: Shelf, books: Books, [command, a, b, c, d]: Drawn): Promise<void> {
  shelf.next()
  const [store, sku, few] = [a % shelf.stores, b % shelf.skus, 1 + (c % 3)]
  const must = (is: boolean, should: boolean): void => {
    if (is !== should) throw new Error(`command ${command}: ${is ? 'done' : 'refused'} against the model`)
  }
  switch (command % commands) {
    case 0:
    case 1: {
      const id = await books.sell(store, sku, few)
      shelf.add(store, sku, -few)
      shelf.tickets.push({ id, store, sku, sold: few, back: 0, reversed: false })
      return
    }
    case 2: {
      const t = pick(
        shelf.tickets.filter((x) => !x.reversed && x.sold - x.back > 0),
        a,
      )
      if (!t) return
      const pieces = 1 + (c % (t.sold - t.back))
      await books.giveBack(t, pieces)
      t.back += pieces
      return shelf.add(t.store, t.sku, pieces)
    }
    case 3: {
      const t = pick(
        shelf.tickets.filter((x) => !x.reversed && x.back === 0),
        a,
      )
      if (!t) return
      await books.reverse(t)
      t.reversed = true
      return shelf.add(t.store, t.sku, t.sold)
    }
    case 4:
      return addWay(shelf, await books.deliver(store, sku, few), store, null, sku, few)
    case 5: {
      const to = (store + 1 + (d % (shelf.stores - 1))) % shelf.stores
      const picked = Math.max(1, few - (d % 2))
      const free = Math.max(0, shelf.books(store, sku) - shelf.held[store]![sku]!)
      const id = await books.transfer(store, to, sku, few, picked)
      must(id !== undefined, few <= free)
      if (id === undefined) return
      shelf.add(store, sku, -picked)
      return addWay(shelf, id, to, store, sku, picked)
    }
    case 6:
    case 7:
    case 8: {
      const w = pick(
        shelf.ways.filter((x) => x.way > 0),
        a,
      )
      if (!w) return
      const arrived = b % (w.way + 3)
      const rejected = c % 3
      const last = d % 2 === 0
      const good = arrived - rejected
      const received = Math.min(good, w.way)
      const fits = rejected <= arrived && rejected <= w.way - received && (arrived > 0 || last)
      must(await books.receive(w, arrived, rejected, last), fits)
      if (!fits) return
      w.received += received
      w.rejected += rejected
      w.open.rejected += rejected
      w.surplus += good - received
      w.open.surplus += good - received
      const missing = last ? w.way - received - rejected : 0
      w.missing += missing
      w.open.missing += missing
      w.way -= received + rejected + missing
      return shelf.add(w.store, w.sku, good)
    }
    case 9: {
      const about = (['rejected', 'missing', 'surplus'] as const)[b % 3]!
      const w = pick(
        shelf.ways.filter((x) => x.open[about] > 0),
        a,
      )
      if (!w) return
      const said = pick<string>(answersTo[about], c)!
      const pieces = w.open[about]
      const back = await books.answer(w, about, said)
      w.open[about] = 0
      if (said === 'takeIn' || said === 'found') return shelf.add(w.store, w.sku, pieces)
      if (about === 'surplus' && said === 'sendBack') {
        shelf.add(w.store, w.sku, -pieces)
        if (w.from !== null) shelf.add(w.from, w.sku, -pieces)
      }
      if (w.from === null) return
      if (said === 'senderHas') return shelf.add(w.from, w.sku, pieces)
      if (said === 'keep') return shelf.add(w.from, w.sku, -pieces)
      if (said === 'sendBack') return addWay(shelf, back!, w.from, w.store, w.sku, pieces)
      return
    }
    case 10: {
      const kind = (['damage', 'hold', 'release', 'sample', 'sampleBack'] as const)[d % 5]!
      const held = shelf.held[store]![sku]!
      const on = shelf.books(store, sku)
      const most = kind === 'damage' ? on : kind === 'hold' || kind === 'sample' ? on - held : held
      const id = await books.note(store, sku, kind, few)
      must(id !== undefined, few <= most)
      if (id === undefined) return
      shelf.noted.push({ id, store, sku, kind, quantity: few, undone: false })
      return effect(shelf, store, sku, kind, few)
    }
    case 11: {
      const n = pick(
        shelf.noted.filter((x) => !x.undone),
        a,
      )
      if (!n) return
      const isHeld = n.kind === 'hold' || n.kind === 'sample'
      const fits = !isHeld || shelf.held[n.store]![n.sku]! >= n.quantity
      must(await books.takeBack(n), fits)
      if (!fits) return
      n.undone = true
      return effect(shelf, n.store, n.sku, n.kind, -n.quantity)
    }
    case 12: {
      shelf.add(store, sku, -1)
      return shelf.unsee(store, sku, 1)
    }
    case 13: {
      shelf.add(store, sku, -few)
      shelf.unsee(store, sku, few)
      shelf.unsent.push({ step: shelf.step, store, sku, pieces: few })
      return
    }
    case 14: {
      const [late] = shelf.unsent.splice(a % Math.max(1, shelf.unsent.length), 1)
      if (!late) return
      const id = await books.sellLate(late.store, late.sku, late.pieces, shelf.step - late.step)
      shelf.arrived(late)
      shelf.tickets.push({
        id,
        store: late.store,
        sku: late.sku,
        sold: late.pieces,
        back: 0,
        reversed: false,
      })
      return
    }
    default: {
      // Somebody counted some commands ago, and what he counted arrives only now.
      const ago = Math.min(d % 5, shelf.past.length - 1)
      const then = shelf.past[shelf.past.length - 1 - ago]![store]![sku]!
      if (then < 0) return
      await books.count(store, sku, then, ago)
      return shelf.counted(store, sku, shelf.step - ago)
    }
  }
}

function addWay(
  shelf: Shelf,
  id: string,
  store: number,
  from: number | null,
  sku: number,
  shipped: number,
): void {
  const none = { received: 0, rejected: 0, missing: 0, surplus: 0 }
  const open = { rejected: 0, missing: 0, surplus: 0 }
  shelf.ways.push({ id, store, from, sku, shipped, way: shipped, ...none, open })
}
function effect(shelf: Shelf, store: number, sku: number, kind: string, pieces: number): void {
  if (kind === 'damage') shelf.add(store, sku, -pieces)
  else shelf.held[store]![sku]! += kind === 'hold' || kind === 'sample' ? pieces : -pieces
}

/** Everything that must hold after every command; throws what does not. */
export async function compare(shelf: Shelf, books: Books): Promise<void> {
  const seen = await books.seen()
  const same = (what: string, is: unknown, should: unknown): void => {
    if (is !== should) throw new Error(`${what}: ${is} in the books, ${should} by the model`)
  }
  for (let store = 0; store < shelf.stores; store++)
    for (let sku = 0; sku < shelf.skus; sku++) {
      const on = seen.onHand(store, sku)
      same(`on hand ${store}/${sku}`, on, shelf.books(store, sku))
      same(`movements ${store}/${sku}`, seen.moved(store, sku), on)
      same(`held ${store}/${sku}`, seen.held(store, sku), shelf.held[store]![sku]!)
    }
  for (const w of shelf.ways) {
    const line = seen.line(w)
    for (const field of ['way', 'received', 'rejected', 'missing', 'surplus'] as const)
      same(`${field} of a shipment`, line[field], w[field])
    same('shipped less what came', line.way, w.shipped - line.received - line.rejected - line.missing)
  }
}

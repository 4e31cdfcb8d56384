import { newId } from '../../platform/kinds/id.ts'
import { fromOutside, openFaultHouse } from '../faults/house.ts'
import { RawTickets } from './raw-ticket.ts'
import { ask, drive, median, quantile, signInPeople } from './visitors.ts'

const width = 8
const seconds = 4
const rounds = 5

/**
 * A ticket of two lines over HTTP, with session, permission, idempotency, audit, totals and duties, beside the raw SQL of the
 * same rows in seven round trips, on one PostgreSQL that keeps what it is told: one after the other, five times.
 */
export async function benchTickets(): Promise<void> {
  const house = await openFaultHouse('postgres', undefined, { straight: true })
  if (!house) return
  let raw: RawTickets | undefined
  try {
    const seats = await signInPeople(house.server.port, 'storeManager', width)
    await house.server.end('SIGTERM')
    await fromOutside(house.postgres!, 'create database raw template postgres')
    await house.server.start()
    const { port } = house.server
    raw = await RawTickets.open(house.postgres!.url.replace(/postgres$/, 'raw'), seats)
    const overHttp = async (worker: number): Promise<void> => {
      const { cookie, store, person } = seats[worker]!
      const id = newId()
      const body = JSON.stringify({
        id,
        store,
        lines: [
          { style: 'T-1', name: '试', quantity: 1, net: 10_000 },
          { style: 'T-2', name: '试', quantity: 1, net: 20_000 },
        ],
        credits: [{ person, share: 1 }],
        tenders: [{ tender: 'cash', amount: 30_000 }],
      })
      const reply = await ask(port, '/api/do/sales.ticket', { body, cookie, key: id })
      if (reply.status !== 200) throw new Error(reply.text)
    }
    const byHand = (worker: number): Promise<void> => raw!.write(worker)
    await drive(width, 2, overHttp)
    await drive(width, 1, byHand)
    const ratios: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const one = await drive(width, seconds, byHand)
      const other = await drive(width, seconds, overHttp)
      ratios.push(other.perSecond / one.perSecond)
      console.log(
        `  tickets, round ${round}: raw SQL ${one.perSecond.toFixed(0)} a second, over HTTP ${other.perSecond.toFixed(0)} a second ` +
          `(median ${quantile(other.took, 0.5).toFixed(1)} ms, p99 ${quantile(other.took, 0.99).toFixed(1)} ms): ${ratios.at(-1)!.toFixed(2)}`,
      )
    }
    const reached = median(ratios)
    console.log(
      `tickets: ${reached.toFixed(2)} of the raw SQL of the same rows over ${width} clients; wanted 0.35: ${reached >= 0.35 ? 'reached' : 'NOT reached'}`,
    )
  } finally {
    await raw?.close()
    await house.close()
  }
}

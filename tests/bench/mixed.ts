import { fork } from 'node:child_process'
import { once } from 'node:events'
import { newId } from '../../platform/kinds/id.ts'
import { openFaultHouse } from '../faults/house.ts'
import { ask, comeAtOnce, drive, median, quantile, type SignedIn, signInPeople, view } from './visitors.ts'

const width = 24
const seconds = 6
const rounds = 3
/** How long somebody waits for an answer before it is worth nothing to him (ms). */
const worth = 5_000

type Kind = 'today' | 'stock' | 'sums' | 'ticket'
interface Asked {
  readonly kind: Kind
  readonly ms: number
  readonly status: number
}

/**
 * What a chain asks at a busy hour: half Today, a fifth stock, a tenth sums of the areas, a fifth tickets, with sessions and full
 * checks; beside a bare Fastify that answers `select 1` on the same PostgreSQL. Then three times as many as could be served at
 * the peak, arriving whether or not there is an answer.
 */
export async function benchMixed(): Promise<void> {
  const house = await openFaultHouse('postgres', undefined, { straight: true })
  if (!house) return
  const bare = fork(new URL('./bare-server.mjs', import.meta.url), [house.postgres!.url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const [barePort] = (await once(bare, 'message')) as [number]
    const { port } = house.server
    const managers = await signInPeople(port, 'storeManager', 24)
    const directors = await signInPeople(port, 'operationsDirector', 1)
    const styles = await stylesOf(port, managers[0]!)
    const one = (n: number): Promise<Asked> => askOne(port, n, managers, directors[0]!, styles)
    await drive(width, 3, async (worker) => void (await one(worker)))
    const peaks: number[] = []
    const ratios: number[] = []
    for (let round = 1; round <= rounds; round++) {
      const seen: Asked[] = []
      let n = round * 7
      const own = await drive(width, seconds, async () => void seen.push(await one(n++)))
      const other = await drive(width, seconds / 2, async () => {
        const reply = await ask(barePort, '/')
        if (reply.status !== 200) throw new Error(reply.text)
      })
      peaks.push(own.perSecond)
      ratios.push(own.perSecond / other.perSecond)
      const wrong = seen.filter((a) => a.status !== 200)
      if (wrong.length > 0) throw new Error(`${wrong.length} of ${seen.length} answered ${wrong[0]!.status}`)
      console.log(
        `  mixed, round ${round}: ${own.perSecond.toFixed(0)} a second, bare ${other.perSecond.toFixed(0)} a second: ${ratios.at(-1)!.toFixed(2)}; ${line(seen)}`,
      )
    }
    const peak = median(peaks)
    const ratio = median(ratios)
    console.log(
      `mixed load: ${peak.toFixed(0)} a second, ${ratio.toFixed(2)} of a bare Fastify with select 1; wanted 400 and 0.30: ${peak >= 400 && ratio >= 0.3 ? 'reached' : 'NOT reached'}`,
    )
    await overload(peak, one)
  } finally {
    bare.kill('SIGKILL')
    await house.close()
  }
}

async function overload(peak: number, one: (n: number) => Promise<Asked>): Promise<void> {
  comeAtOnce(4_000)
  const seen: (Asked | { readonly status: 0; readonly ms: number })[] = []
  const under: Promise<unknown>[] = []
  const began = performance.now()
  let n = 0
  while (performance.now() - began < 10_000) {
    const due = ((performance.now() - began) / 1_000) * peak * 3
    for (; n < due; n++) {
      const at = performance.now()
      under.push(
        one(n).then(
          (a) => seen.push(a),
          () => seen.push({ status: 0, ms: performance.now() - at }),
        ),
      )
    }
    await new Promise((tick) => setTimeout(tick, 5))
  }
  await Promise.all(under)
  const took = (performance.now() - began) / 1_000
  const good = seen.filter((a) => a.status === 200 && a.ms <= worth).length / took
  const turned = seen.filter((a) => a.status === 429 || a.status === 503).length
  const lost = seen.length - turned - seen.filter((a) => a.status === 200).length
  const share = good / peak
  console.log(
    `overload, three times the peak for 10 s: ${good.toFixed(0)} good answers a second (within ${worth / 1_000} s), ${share.toFixed(2)} of the peak; ` +
      `${turned} of ${n} told to come again, ${lost} otherwise; wanted 0.80: ${share >= 0.8 ? 'reached' : 'NOT reached'}`,
  )
}

function line(seen: readonly Asked[]): string {
  const kinds: Kind[] = ['today', 'stock', 'sums', 'ticket']
  return kinds
    .map((kind) => {
      const took = seen
        .filter((a) => a.kind === kind)
        .map((a) => a.ms)
        .sort((a, b) => a - b)
      return `${kind} median ${quantile(took, 0.5).toFixed(0)} p99 ${quantile(took, 0.99).toFixed(0)} ms`
    })
    .join(', ')
}

async function stylesOf(port: number, { cookie }: SignedIn): Promise<string[]> {
  const reply = await ask(port, view('goods.search', { text: '', limit: 12 }), { cookie })
  return (JSON.parse(reply.text) as { styles: { id: string }[] }).styles.map((s) => s.id)
}

async function askOne(
  port: number,
  n: number,
  managers: readonly SignedIn[],
  director: SignedIn,
  styles: readonly string[],
): Promise<Asked> {
  const at = performance.now()
  const { cookie, store, person } = managers[n % managers.length]!
  const of = (n * 7) % 10
  const ended = (kind: Kind, status: number): Asked => ({ kind, status, ms: performance.now() - at })
  if (of < 5) return ended('today', (await ask(port, view('duties.today', {}), { cookie })).status)
  if (of < 7)
    return ended('stock', (await ask(port, view('stock.shelf', { store, styles }), { cookie })).status)
  if (of < 8)
    return ended('sums', (await ask(port, view('boards.progress', {}), { cookie: director.cookie })).status)
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
  return ended('ticket', (await ask(port, '/api/do/sales.ticket', { body, cookie, key: id })).status)
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBooks } from '../faults/books.ts'
import { makeSmallDemo, program, ServerProcess } from '../faults/program.ts'
import { Tills } from '../faults/tills.ts'
import { type Cluster, freePort, startCluster } from './cluster.ts'

export interface Failovers {
  readonly failovers: number
  /** Seconds from the leader's death to the next acknowledged ticket, the longest. */
  readonly longest: number
  readonly acknowledged: number
  readonly lost: number
  readonly twice: number
  readonly halfDone: number
  readonly broken: readonly string[]
  /** Servers that were told of a ticket recorded at the other one. */
  readonly toldLive: number
}

/** Two servers on a cluster of two nodes, people at work, and the leader killed under them time after time. */
export async function runFailovers(times: number, say: (text: string) => void): Promise<Failovers> {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-failover-'))
  const ports = [await freePort(), await freePort()] as const
  const cluster = await startCluster(ports)
  const kept = { dataFolder: folder, databaseUrl: cluster.url }
  const servers = ports.map((port) => new ServerProcess(kept, [program, 'serve', '--port', String(port)]))
  try {
    await makeSmallDemo(kept)
    for (const server of servers) await server.start()
    const front = (): string => `http://127.0.0.1:${cluster.front}`
    await until(async () => (await fetch(`${front()}/readyz`).catch(() => undefined))?.ok ?? false)
    const tills = await Tills.open(front, 4)
    const toldLive = await liveAcross(servers, tills)
    let longest = 0
    for (let n = 0; n < times; n++) {
      const took = await oneFailover(cluster, tills)
      longest = Math.max(longest, took)
      say(
        `${n + 1}/${times}: served again after ${took.toFixed(1)} s, ${tills.acknowledged.length} acknowledged`,
      )
    }
    const books = await readBooks(kept, tills.acknowledged)
    return { failovers: times, longest, acknowledged: tills.acknowledged.length, ...books, toldLive }
  } finally {
    for (const server of servers) await server.end('SIGKILL')
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function oneFailover(cluster: Cluster, tills: Tills): Promise<number> {
  let isOver = false
  const working = tills.work(Number.MAX_SAFE_INTEGER, () => isOver)
  const before = tills.acknowledged.length
  await until(async () => tills.acknowledged.length >= before + 40)
  const killed = await cluster.killLeader()
  const at = performance.now()
  // Answers already on their way do not count as being served again.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const after = tills.acknowledged.length
  await until(async () => tills.acknowledged.length > after)
  const took = (performance.now() - at) / 1_000
  await until(async () => tills.acknowledged.length > after + 20)
  isOver = true
  await working
  await cluster.bringBack(killed)
  return took
}

/** Listens at each server; a ticket goes in at whichever the proxy chooses, and both must hear of it. */
async function liveAcross(servers: readonly ServerProcess[], tills: Tills): Promise<number> {
  const heard = await Promise.all(
    servers.map(async ({ port }) => {
      const stop = new AbortController()
      const stream = await fetch(`http://127.0.0.1:${port}/api/live`, {
        headers: { cookie: tills.cookie },
        signal: stop.signal,
      })
      return { stop, reader: stream.body!.getReader() }
    }),
  )
  await tills.work(1)
  let told = 0
  for (const { stop, reader } of heard) {
    const timer = setTimeout(() => stop.abort(), 10_000)
    let text = ''
    while (!text.includes('sales.ticket')) {
      const part = await reader.read().catch(() => undefined)
      if (!part || part.done) break
      text += new TextDecoder().decode(part.value)
    }
    clearTimeout(timer)
    if (text.includes('sales.ticket')) told += 1
    stop.abort()
  }
  return told
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 2_400; n++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the cluster does not serve any more')
}

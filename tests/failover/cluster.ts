import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { haproxyConfig, patroniConfig } from './recipe.ts'

/** A highly available PostgreSQL on loopback: etcd, two Patroni nodes, HAProxy before them and before the servers. */
export interface Cluster {
  readonly url: string
  /** Where people's requests come in, shared by the application servers. */
  readonly front: number
  leader(): Promise<string | undefined>
  /** Kills the leader's Patroni and every process of its PostgreSQL at once. Answers its name. */
  killLeader(): Promise<string>
  /** Starts a killed node again; it comes back as a replica. */
  bringBack(name: string): Promise<void>
  /** Both nodes run, one replicating synchronously from the other. */
  untilWhole(): Promise<void>
  stop(): Promise<void>
}
interface Node {
  readonly name: string
  readonly folder: string
  readonly port: number
  readonly rest: number
  process: ChildProcess | undefined
}

export const neededPrograms = ['etcd', 'patroni', 'haproxy'] as const
/** Programs of the recipe that this machine does not have. */
export const missingPrograms = (): string[] =>
  neededPrograms.filter((name) => spawnSync('which', [name]).status !== 0)

/** `servers`: ports of the application servers that HAProxy shares the requests among. */
export async function startCluster(servers: readonly [number, number]): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-ha-'))
  const user = postgresUser()
  chownSync(folder, user.uid, user.gid)
  const [etcd, peer, database, front] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const running = new Set<ChildProcess>()
  const run = (
    name: string,
    command: string,
    words: readonly string[],
    as?: { uid: number; gid: number },
  ) => {
    const log = openSync(join(folder, `${name}.log`), 'a')
    const child = spawn(command, words, {
      cwd: folder,
      stdio: ['ignore', log, log],
      ...as,
      env: { ...process.env, HOME: folder },
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }
  const nodes: Node[] = []
  for (const name of ['one', 'two']) {
    const own = join(folder, name)
    mkdirSync(own, { mode: 0o700 })
    chownSync(own, user.uid, user.gid)
    nodes.push({ name, folder: own, port: await freePort(), rest: await freePort(), process: undefined })
  }
  run('etcd', 'etcd', [
    '--data-dir',
    join(folder, 'etcd'),
    '--listen-client-urls',
    `http://127.0.0.1:${etcd}`,
    '--advertise-client-urls',
    `http://127.0.0.1:${etcd}`,
    '--listen-peer-urls',
    `http://127.0.0.1:${peer}`,
    '--initial-advertise-peer-urls',
    `http://127.0.0.1:${peer}`,
    '--initial-cluster',
    `default=http://127.0.0.1:${peer}`,
  ])
  const startNode = (node: Node): void => {
    const config = join(folder, `${node.name}.yml`)
    writeFileSync(config, patroniConfig({ ...node, etcd, bin: postgresBin() }))
    node.process = run(`patroni-${node.name}`, 'patroni', [config], user)
  }
  await ready(() => answers(`http://127.0.0.1:${etcd}/health`), 'etcd')
  startNode(nodes[0]!)
  await ready(
    () => answers(`http://127.0.0.1:${nodes[0]!.rest}/primary`),
    'the first node',
    join(folder, 'patroni-one.log'),
  )
  startNode(nodes[1]!)
  const proxyConfig = join(folder, 'haproxy.cfg')
  writeFileSync(proxyConfig, haproxyConfig({ database, front, nodes, servers }))
  run('haproxy', 'haproxy', ['-db', '-f', proxyConfig])
  const leader = async (): Promise<string | undefined> => {
    for (const node of nodes) if (await answers(`http://127.0.0.1:${node.rest}/primary`)) return node.name
    return undefined
  }
  const untilWhole = (): Promise<void> =>
    ready(
      async () => {
        for (const node of nodes) if (await answers(`http://127.0.0.1:${node.rest}/synchronous`)) return true
        return false
      },
      'the synchronous replica',
      join(folder, 'patroni-two.log'),
    )
  await untilWhole()
  return {
    url: `postgres://postgres:only-on-loopback@127.0.0.1:${database}/postgres`,
    front,
    leader,
    untilWhole,
    async killLeader() {
      const name = await leader()
      const node = nodes.find((n) => n.name === name)
      if (!node) throw new Error('nobody leads')
      const postmaster = Number(
        readFileSync(join(node.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
      )
      node.process?.kill('SIGKILL')
      for (const child of childrenOf(postmaster)) killQuietly(child)
      killQuietly(postmaster)
      return node.name
    },
    async bringBack(name) {
      startNode(nodes.find((n) => n.name === name)!)
      await untilWhole()
    },
    async stop() {
      for (const node of nodes) {
        const file = join(node.folder, 'data', 'postmaster.pid')
        node.process?.kill('SIGKILL')
        if (existsSync(file)) killQuietly(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT')
      }
      for (const child of running) child.kill('SIGKILL')
      await new Promise((resolve) => setTimeout(resolve, 500))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Processes started by one, as the kernel keeps them. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      const path = `/proc/${entry}/stat`
      if (!existsSync(path)) return false
      const after = readFileSync(path, 'utf8').split(') ').at(-1) ?? ''
      return Number(after.split(' ')[1]) === parent
    })
    .map(Number)
}
function killQuietly(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch (fault) {
    // It may have ended by itself meanwhile.
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

const answers = async (url: string): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined))?.ok ?? false

async function ready(isSo: () => Promise<boolean>, what: string, log?: string): Promise<void> {
  for (let n = 0; n < 240; n++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const said = log && existsSync(log) ? readFileSync(log, 'utf8').slice(-1_500) : ''
  throw new Error(`${what} did not come up: ${said}`)
}

function postgresUser(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'))
    .find(([name]) => name === 'postgres')
  if (!line) throw new Error('there is no user called postgres')
  return { uid: Number(line[2]), gid: Number(line[3]) }
}
function postgresBin(): string {
  const debian = '/usr/lib/postgresql'
  const [newest] = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  return join(debian, newest!, 'bin')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

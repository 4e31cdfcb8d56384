import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface ThrowAwayPostgres {
  readonly url: string
  /** Like an administrator's restart: connections break, data stays. */
  restart(): Promise<void>
  /** Stops without a word, as if the power had gone; `start` then recovers from the log. */
  crash(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export interface PostgresWanted {
  /** Whether commits reach the disk, as with a real one; slower. */
  readonly durable?: boolean
  /** What it may keep in memory, where something is measured. */
  readonly sharedBuffers?: `${number}MB`
}

/** A real PostgreSQL cluster of its own for a test file; undefined, and said loudly, where none is installed. */
export async function postgresForTests({
  durable = false,
  sharedBuffers = '32MB',
}: PostgresWanted = {}): Promise<ThrowAwayPostgres | undefined> {
  const bin = findBinaries()
  const user = userToRunAs()
  if (!bin || user === 'none') {
    process.stderr.write(
      '\n*** No PostgreSQL on this machine: the tests on a real server DO NOT RUN. ***\n\n',
    )
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-pg-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const port = await freePort()
  const as = (command: string, args: string[]) => run(join(bin, command), args, { cwd: folder, ...user })
  await as('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  const settings = `-k ${folder} -p ${port} -c listen_addresses=127.0.0.1 -c fsync=${durable ? 'on' : 'off'} -c shared_buffers=${sharedBuffers}`
  const control = (...args: string[]) => as('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), ...args])
  await control('-o', settings, 'start')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await control('-m', 'fast', '-o', settings, 'restart')
    },
    crash: async () => {
      await control('-m', 'immediate', 'stop')
    },
    start: async () => {
      await control('-o', settings, 'start')
    },
    stop: async () => {
      await control('-m', 'immediate', 'stop').catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

/** PostgreSQL refuses to run as root: then as the system's own user for it. */
function userToRunAs(): { uid: number; gid: number } | undefined | 'none' {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((entry) => entry.split(':'))
    .find(([name]) => name === 'postgres' || name === 'nobody')
  return line ? { uid: Number(line[2]), gid: Number(line[3]) } : 'none'
}

function freePort(): Promise<number> {
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

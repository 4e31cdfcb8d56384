import { spawnSync } from 'node:child_process'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type FaultHouse, fromOutside } from './house.ts'

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

export interface Fault {
  readonly name: string
  readonly on: readonly FaultHouse['engine'][]
  /** Whether this house can have it at all. */
  readonly needs?: (house: FaultHouse) => boolean
  /** Done while the tills work. The house serves again when it returns. */
  strike(house: FaultHouse): Promise<void>
}

const both = ['pglite', 'postgres'] as const

/** What happens to servers, databases and networks; each while everybody writes. */
export const faults: readonly Fault[] = [
  {
    name: 'kill -9 of the server',
    on: both,
    async strike({ server }) {
      await server.end('SIGKILL')
      await server.start()
    },
  },
  {
    name: 'the server is told to stop',
    on: both,
    async strike({ server }) {
      await server.end('SIGTERM')
      await server.start()
    },
  },
  {
    name: 'the server stands still',
    on: both,
    async strike({ server }) {
      server.signal('SIGSTOP')
      await pause(400)
      server.signal('SIGCONT')
    },
  },
  {
    name: 'replies are dropped',
    on: both,
    async strike({ front }) {
      front.swallowReplies(true)
      await pause(300)
      front.swallowReplies(false)
    },
  },
  {
    name: 'clients are cut off in the middle',
    on: both,
    async strike({ front }) {
      for (let n = 0; n < 5; n++) {
        front.cutAll()
        await pause(30)
      }
    },
  },
  {
    name: 'the database is restarted',
    on: ['postgres'],
    strike: async ({ postgres }) => postgres?.restart(),
  },
  {
    name: 'the database crashes and recovers',
    on: ['postgres'],
    async strike({ postgres }) {
      await postgres?.crash()
      await postgres?.start()
    },
  },
  {
    name: 'every backend is killed',
    on: ['postgres'],
    strike: async ({ postgres }) =>
      postgres &&
      fromOutside(
        postgres,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jingwei' and pid <> pg_backend_pid()`,
      ),
  },
  {
    name: 'the way to the database is cut',
    on: ['postgres'],
    async strike({ back }) {
      back?.cutOff(true)
      await pause(300)
      back?.cutOff(false)
    },
  },
  {
    name: 'answers of the database are dropped',
    on: ['postgres'],
    async strike({ back }) {
      back?.swallowReplies(true)
      await pause(200)
      back?.swallowReplies(false)
    },
  },
  {
    name: 'the disk fills up',
    on: ['pglite'],
    needs: ({ smallDisk }) => smallDisk,
    async strike(house) {
      const ballast = join(house.kept.dataFolder, 'ballast')
      const { bavail, bsize } = await statfs(house.kept.dataFolder)
      const megabytes = Math.floor((bavail * bsize) / 1024 / 1024) - 60
      spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M', `count=${megabytes}`])
      await until(async () => (await readiness(house)).readOnly !== null)
      // Reading goes on, and what is refused is refused in words.
      const seen = await fetch(`${house.address()}/api/see/access.setupNeeded`)
      if (!seen.ok) throw new Error('a full disk stopped reading, too')
      await rm(ballast)
      await until(async () => (await readiness(house)).readOnly === null)
    },
  },
]

const readiness = async ({ address }: FaultHouse): Promise<{ readOnly: string | null }> =>
  (await (await fetch(`${address()}/readyz`)).json()) as { readOnly: string | null }

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; !(await isSo()); n++) {
    if (n > 600) throw new Error('the full disk was not noticed, or its end was not')
    await pause(100)
  }
}

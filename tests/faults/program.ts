import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../app/root.ts'
import { onceARun } from '../once-a-run.ts'

export const program = join(root, 'dist', 'jingwei.js')

/** Where a server keeps its data: a folder, and with `databaseUrl` a PostgreSQL. */
export interface Kept {
  readonly dataFolder: string
  readonly databaseUrl?: string
}

export const environmentOf = ({ dataFolder, databaseUrl }: Kept): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataFolder,
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: databaseUrl ?? '',
  JINGWEI_DEMO: 'off',
})

/**
 * A demo chain of a few days, made by the command line once a run. With the embedded database its folder is copied; into PostgreSQL
 * it comes as a backup of it.
 */
export async function makeSmallDemo(kept: Kept): Promise<void> {
  if (!existsSync(program)) throw new Error('the program is not built: npm run build')
  const made = await onceARun('small-demo', async (folder) => {
    const first: Kept = { dataFolder: join(folder, 'data') }
    await mkdir(first.dataFolder)
    command(first, 'demo', '--days', '3')
    command(first, 'backup', join(folder, 'chain.gz'))
  })
  const data = join(made, 'data')
  if (!kept.databaseUrl) return cp(data, kept.dataFolder, { recursive: true })
  // Numbers in the backup are sealed with this key.
  await cp(join(data, keyFile), join(kept.dataFolder, keyFile))
  command(kept, 'restore', join(made, 'chain.gz'))
}
const keyFile = 'jingwei.key'

function command(kept: Kept, ...words: string[]): void {
  const ran = spawnSync(process.execPath, [program, ...words], { env: environmentOf(kept), encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`${words[0]} failed: ${ran.stdout}${ran.stderr}`)
}

/** A server of our own as a process of its own, which can be killed. */
export class ServerProcess {
  #child: ChildProcess | undefined
  #port = 0
  constructor(
    readonly kept: Kept,
    private readonly words: readonly string[] = [program, 'serve'],
  ) {}

  get port(): number {
    return this.#port
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.words], {
      env: environmentOf(this.kept),
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: root,
    })
    this.#child = child
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (data: Buffer): void => {
        said = (said + data.toString()).slice(-4_000)
        const ready = /ready: http:\/\/[^:]+:(\d+)/.exec(said)
        if (!ready) return
        this.#port = Number(ready[1])
        resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
    })
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || !this.isRunning) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    await ended
  }
}

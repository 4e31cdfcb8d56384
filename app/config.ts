import { resolve } from 'node:path'

/** The only file that reads the environment. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Empty: the database is embedded in `dataFolder`. */
  readonly databaseUrl: string | undefined
  readonly dataFolder: string
  /** Whether an empty data folder is filled with the demo chain. */
  readonly demo: boolean
  /** Served over https by something in front: cookies are marked Secure, forwarded addresses believed. */
  readonly behindHttps: boolean
}

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(environment.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is not a port: ${environment.PORT}`)
  return {
    port,
    host: environment.HOST ?? '0.0.0.0',
    databaseUrl: environment.DATABASE_URL || undefined,
    dataFolder: resolve(environment.DATA_DIR ?? 'data'),
    // A database of the company's own is never filled unasked.
    demo: environment.DATABASE_URL ? environment.JINGWEI_DEMO === 'on' : environment.JINGWEI_DEMO !== 'off',
    behindHttps: environment.BEHIND_HTTPS === 'yes',
  }
}

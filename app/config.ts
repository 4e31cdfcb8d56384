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
  /** The master key that personal data is sealed with, 32 bytes; absent: a key file in the data folder. */
  readonly key?: string
  /** Keys of before a change of key: they still open what was sealed with them. */
  readonly formerKeys?: readonly string[]
  /** As browsers address the house, where that is not simply the host they ask: 'https://jingwei.example'. */
  readonly publicUrl?: string
  /** With what a Prometheus reads `/metrics` from elsewhere; absent: only from this machine. */
  readonly metricsToken?: string
  /** Whom to tell of a weakness, for /.well-known/security.txt: 'mailto:…' or 'https://…'. */
  readonly securityContact?: string
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
    ...(environment.JINGWEI_KEY ? { key: environment.JINGWEI_KEY } : {}),
    formerKeys: (environment.JINGWEI_FORMER_KEYS ?? '').split(/[\s,]+/).filter((key) => key !== ''),
    ...(environment.SECURITY_CONTACT ? { securityContact: contactOf(environment.SECURITY_CONTACT) } : {}),
    ...(environment.METRICS_TOKEN ? { metricsToken: environment.METRICS_TOKEN } : {}),
    ...(environment.PUBLIC_URL ? { publicUrl: originOf(environment.PUBLIC_URL) } : {}),
  }
}

function contactOf(text: string): string {
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(text))
    throw new Error(`SECURITY_CONTACT is neither mailto: nor https:// : ${text}`)
  return text
}

function originOf(text: string): string {
  if (!URL.canParse(text)) throw new Error(`PUBLIC_URL is not an address: ${text}`)
  return new URL(text).origin
}

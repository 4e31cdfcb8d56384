import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

/** Thrown when so many passwords wait already that another would wait in vain. */
export class TooBusy extends Error {
  constructor() {
    super('too many passwords are being checked')
  }
}

/** known: on a device where this person has signed in before; those go first when many wait. */
export type Lane = 'known' | 'unknown'

/** As many at a time as leave a core for everything else; each takes 19 MB and some 30 ms (argon2id, the library's defaults). */
const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1))
/** Beyond so many waiting a storm is answered "busy" at once, instead of after the browser has given up. */
const longestQueue: Readonly<Record<Lane, number>> = { known: 200, unknown: 100 }

const waiting: Record<Lane, (() => void)[]> = { known: [], unknown: [] }
let working = 0

/** How many are being worked on and how many wait; for the figures of the server. */
export const hashingLoad = (): { working: number; waiting: number } => ({
  working,
  waiting: waiting.known.length + waiting.unknown.length,
})

/** The hash to keep of a password, PIN or code. */
export const hashSecret = (secret: string, lane: Lane = 'known'): Promise<string> =>
  inTurn(lane, () => hash(secret))

let decoy: Promise<string> | undefined

/**
 * Whether the secret belongs to the hash. Without a hash (nobody has this login) as much work is done, so that the
 * time taken tells nothing, and the answer is no. Throws TooBusy.
 */
export function isSecret(kept: string | undefined, secret: string, lane: Lane): Promise<boolean> {
  return inTurn(lane, async () => {
    decoy ??= hash('nobody has this one')
    const right = await verify(kept ?? (await decoy), secret)
    return kept !== undefined && right
  })
}

async function inTurn<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  if (working < atOnce) working += 1
  else {
    if (waiting[lane].length >= longestQueue[lane]) throw new TooBusy()
    // Whoever finishes hands the place on, so `working` stays as it is.
    await new Promise<void>((go) => void waiting[lane].push(go))
  }
  try {
    return await work()
  } finally {
    const next = waiting.known.shift() ?? waiting.unknown.shift()
    if (next) next()
    else working -= 1
  }
}

/** How a session was begun: password, PIN on a store device, or passkey. */
export type SessionKind = 'password' | 'pin' | 'passkey'

interface Lasting {
  /** Without use. Seconds. */
  readonly idle: number
  /** From sign-in, however much it is used. Seconds. */
  readonly longest: number
}
const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** On one's own device a week, three days without use; on the store's shared one a shift at most. */
export const lasting: Readonly<Record<SessionKind, Lasting>> = {
  password: { idle: 3 * day, longest: 7 * day },
  passkey: { idle: 3 * day, longest: 7 * day },
  pin: { idle: 15 * minute, longest: 10 * hour },
}

/** A password without its second step is worth nothing for long. */
export const halfWay: Lasting = { idle: 10 * minute, longest: 10 * minute }

/** Use is written down at most so often: a tenth of the idle time, and no more than every ten minutes. Seconds. */
export const seenEvery = (idle: number): number => Math.min(600, Math.floor(idle / 10))

/** One-time codes of an administrator (一次性登录码) do for three days. Milliseconds. */
export const codeLasts = 3 * day * 1000

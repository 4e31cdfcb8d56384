import type { PositionName } from '../shape.ts'

/** From the area manager upward, and headquarters: who sees more than one store is offered a second step (二次验证). */
export const offeredTo: readonly PositionName[] = [
  'generalManager',
  'operationsDirector',
  'areaManager',
  'finance',
  'merchandising',
  'personnel',
  'training',
  'administrator',
]

/** Of a one-time password (TOTP, RFC 6238): seconds a code stands for, and digits. */
export const period = 30
export const digits = 6
/** Clocks may differ by so many steps either way. */
export const clockWindow = 1

export const recoveryCodes = 10
/** What a passkey is asked to sign is good for so long. Milliseconds. */
export const challengeLasts = 5 * 60_000

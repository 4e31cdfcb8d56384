import { Secret, TOTP } from 'otpauth'
import { clockWindow, digits, period } from './factor-rules.ts'

const totp = (secret: string, label?: { issuer: string; account: string }): TOTP =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits,
    period,
    ...(label ? { issuer: label.issuer, label: label.account } : {}),
  })

/** 20 bytes, as base32: what authenticator apps take. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says; apps show issuer and account. */
export const totpAddress = (secret: string, issuer: string, account: string): string =>
  totp(secret, { issuer, account }).toString()

/** The time step that this code belongs to; undefined when it is none of now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: clockWindow })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

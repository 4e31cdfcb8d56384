import { refuse } from '../../../platform/kinds/refusal.ts'
import { commonPasswords } from './common-passwords.ts'

export const shortestPassword = 8
export const longestPassword = 200

/** Whose secret it is: what others know of the person makes no secret. */
export interface Owner {
  readonly jobNumber: string
  readonly phone: string | null
}

/** A password that a person chooses (密码规则): long enough, not what others know or try first. */
export function checkPassword(password: string, owner: Owner) {
  if (password.length < shortestPassword)
    return refuse('passwordShort', { minimum: shortestPassword }, 'password')
  const plain = password.normalize('NFKC').toLowerCase()
  if (holdsOwner(plain, owner)) return refuse('passwordTellsOwner', {}, 'password')
  if (commonPasswords.has(plain) || isPattern(plain)) return refuse('passwordCommon', {}, 'password')
  return undefined
}

/** A PIN (4 to 6 digits): not the ones tried first, nor a piece of one's own numbers. */
export function checkPin(pin: string, { jobNumber, phone }: Owner) {
  if (!/^\d{4,6}$/.test(pin)) return refuse('pinForm', {}, 'pin')
  if (isPattern(pin) || /^(\d\d)\1+$/.test(pin) || firstTried.has(pin)) return refuse('pinCommon', {}, 'pin')
  if (jobNumber.endsWith(pin) || phone?.endsWith(pin)) return refuse('pinTellsOwner', {}, 'pin')
  return undefined
}

const firstTried: ReadonlySet<string> = new Set([
  '1314',
  '5200',
  '5201',
  '1688',
  '6688',
  '8866',
  '2580',
  '0852',
  '1470',
  '520131',
  '131452',
  '168168',
  '147258',
  '258369',
  '159357',
  '112233',
  '123123',
  '100200',
])

/** The job number or the phone with a little around it is no password: what is left must be long enough alone. */
function holdsOwner(plain: string, { jobNumber, phone }: Owner): boolean {
  const known = [jobNumber.toLowerCase(), phone ?? ''].filter((text) => text.length >= 4)
  return known.some((text) => plain.includes(text) && plain.length - text.length < shortestPassword)
}

function isPattern(text: string): boolean {
  const steps = new Set([...text].slice(1).map((char, i) => char.charCodeAt(0) - text.charCodeAt(i)))
  // 11111111, 12345678, hgfedcba: each character a like step from the one before.
  if (steps.size === 1 && Math.abs([...steps][0]!) <= 1) return true
  if (text.length >= 8 && new Set(text).size <= 2) return true
  if (text === '1234567890' || text === '0123456789') return true
  return /^(19[3-9]\d|20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text)
}

/** What a one-time code is made of: nothing that can be misread over the phone. */
export const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code as typed, without blanks and dashes, in capitals. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase()
/** 'ABCDE-FGHJK' */
export const shownCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-')

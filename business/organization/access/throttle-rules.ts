/**
 * What wrong passwords are counted by.
 * pair: login and address; address: everybody behind it; login: from wherever; browser: one person on one browser
 * that is known for him. On a known browser only its own count holds, so that nobody elsewhere can keep him out.
 * pin: one person on one store device; code: second step of one person.
 */
export type Kind = 'pair' | 'address' | 'login' | 'browser' | 'pin' | 'pinDevice' | 'code'

interface Budget {
  /** Wrong tries without any wait. */
  readonly free: number
  /** The first wait, doubled with each further wrong try. Milliseconds. */
  readonly firstWait: number
  /** So long without a wrong try, and the count begins anew. */
  readonly forgetAfter: number
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
export const longestWait = 15 * minute

export const budgets: Readonly<Record<Kind, Budget>> = {
  pair: { free: 5, firstWait: 30 * second, forgetAfter: hour },
  // A whole mall may stand behind one address.
  address: { free: 40, firstWait: 10 * second, forgetAfter: hour },
  login: { free: 20, firstWait: 30 * second, forgetAfter: 24 * hour },
  browser: { free: 8, firstWait: 30 * second, forgetAfter: hour },
  pin: { free: 4, firstWait: 30 * second, forgetAfter: 12 * hour },
  pinDevice: { free: 20, firstWait: 30 * second, forgetAfter: hour },
  code: { free: 5, firstWait: 30 * second, forgetAfter: hour },
}

export interface Count {
  readonly failures: number
  readonly lastAt: Date
}
const none: Count = { failures: 0, lastAt: new Date(0) }

/** What still counts now. */
export const standing = (kind: Kind, count: Count | undefined, now: Date): Count =>
  count && now.getTime() - count.lastAt.getTime() < budgets[kind].forgetAfter ? count : none

/** How long the next try is to wait. Milliseconds. */
export function waitFor(kind: Kind, count: Count | undefined, now: Date): number {
  const { failures, lastAt } = standing(kind, count, now)
  const { free, firstWait } = budgets[kind]
  if (failures < free) return 0
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(failures - free, 20))
  return Math.max(0, lastAt.getTime() + wait - now.getTime())
}

/** Is anybody kept waiting after so many? Then it goes into the record. */
export const isHeldBack = (kind: Kind, failures: number): boolean => failures >= budgets[kind].free

/** Behind an IPv6 line one house has as many addresses as it likes: the network counts, not the address. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const groups = head.split(':').filter((g) => g !== '')
  const rest = tail.split(':').filter((g) => g !== '')
  const all = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return `${all
    .slice(0, 4)
    .map((g) => g.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}/64`
}

/** What a phone says of an act that it sends: all three by its own clock, in milliseconds. */
export interface PhoneSays {
  /** When the act was done. */
  readonly acted: number
  /** When it is sent. */
  readonly sent: number
  /** By how much its clock was ahead of the house's when the house last answered before the act; null: not known. */
  readonly ahead: number | null
}
export interface Acted {
  /** When it was done, as the house believes it: never after it arrived. */
  readonly at: Date
  /** The phone's own word. */
  readonly phoneAt: Date
  /** The phone's clock was moved meanwhile: the record says so, and the later of what may be is believed. */
  readonly isDoubtful: boolean
}

/** What arrives within this was not waiting: it counts as done when it arrived. Milliseconds. */
export const atOnce = 60_000
/** Two reckonings of one moment that differ by no more than this agree. Milliseconds. */
export const tolerance = 120_000
/** What a Date can hold, either way. Milliseconds. */
export const mostDate = 8.64e15
/** So long an act may wait on a phone. Days. */
export const longestWait = 7

/**
 * When an act was done. A phone's clock is not believed, only the time that passed on it: reckoned back from now, and forward
 * from the house's last answer before the act. Where both agree the clock was not touched between them. Undefined: it did not wait.
 */
export function actedAt(says: PhoneSays, arrived: Date): Acted | undefined {
  const now = arrived.getTime()
  const back = now - (says.sent - says.acted)
  const forward = says.ahead === null ? back : says.acted - says.ahead
  const possible = [back, forward].filter((at) => at <= now + tolerance)
  const isDoubtful = Math.abs(back - forward) > tolerance || possible.length === 0
  const believed = Math.max(-mostDate, Math.min(now, possible.length === 0 ? now : Math.max(...possible)))
  if (now - believed < atOnce && !isDoubtful) return undefined
  return { at: new Date(believed), phoneAt: new Date(says.acted), isDoubtful }
}

export const waitedTooLong = ({ at }: Acted, arrived: Date): boolean =>
  arrived.getTime() - at.getTime() > longestWait * 86_400_000

const numbers = /^-?\d{1,15}$/
/** As the header says it: 'acted=1764212400000;sent=1764230400000;ahead=-1200'. What is not of this form says nothing. */
export function phoneSays(header: unknown): PhoneSays | undefined {
  if (typeof header !== 'string') return undefined
  const said = new Map(header.split(';').map((part) => part.trim().split('=') as [string, string]))
  const number = (name: string): number | undefined => {
    const text = said.get(name)
    return text !== undefined && numbers.test(text) ? Number(text) : undefined
  }
  const [acted, sent, ahead] = [number('acted'), number('sent'), number('ahead')]
  if (acted === undefined || sent === undefined || !isDate(acted) || !isDate(sent)) return undefined
  return { acted, sent, ahead: ahead ?? null }
}
const isDate = (milliseconds: number): boolean => Math.abs(milliseconds) <= mostDate

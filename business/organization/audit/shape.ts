import { z } from 'zod'
import { type Day, daysBetween, isDay } from '../../../platform/kinds/day.ts'

const day = z
  .string()
  .refine(isDay, { error: 'dayWrong' })
  .transform((text) => text as Day)

/** A search never reads more than this many days of lines. */
export const longestSearch = 31
export const linesShown = 100

export const linesInput = z
  .strictObject({
    from: day,
    to: day,
    /** A store's chain; without it every chain that the reader may see. */
    store: z.guid().optional(),
    person: z.guid().optional(),
    action: z.string().trim().max(80).optional(),
    /** A record's id, or a word of what was noted. */
    text: z.string().trim().max(80).optional(),
    /** Goes on after the last line seen. */
    after: z.strictObject({ at: z.iso.datetime(), store: z.guid(), seq: z.int().positive() }).optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'endsBeforeItBegins', path: ['to'] })
  .refine(({ from, to }) => daysBetween(from, to) < longestSearch, {
    error: 'searchTooLong',
    path: ['from'],
  })
export type LinesWanted = z.output<typeof linesInput>

/** A store's chain, or with the nil uuid the company's own. */
export const chainInput = z.strictObject({ store: z.guid() })

/** One line of the audit (审计) as it is shown. */
export interface AuditLine {
  readonly store: string
  readonly storeName: string | null
  readonly storeNameEn: string | null
  readonly seq: number
  readonly at: string
  readonly day: Day
  readonly actor: string | null
  readonly actorName: string | null
  readonly onBehalfOfName: string | null
  readonly device: string
  readonly action: string
  readonly record: string | null
  readonly detail: AuditDetail
  /** First eight hexadecimal digits of the line's hash. */
  readonly seal: string
}
export interface AuditDetail {
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

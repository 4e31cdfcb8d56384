import type { Sheet } from '../../platform/files/sheet.ts'
import type { Day, Month } from '../../platform/kinds/day.ts'
import { type Money, sum, zero } from '../../platform/kinds/money.ts'
import { type Language, say } from '../../platform/kinds/words.ts'
import { sheetWords } from './words.ts'

interface Named {
  readonly person: string
  readonly name: string
  readonly jobNumber: string
}
interface MonthSeen {
  readonly name: string
  readonly month: Month
  readonly target: {
    readonly total: Money
    readonly days: readonly Money[]
    readonly people: readonly (Named & { readonly days: readonly Money[]; readonly total: Money })[]
  } | null
  readonly staff: readonly Named[]
  readonly days: readonly { readonly day: Day; readonly sold: Money | null }[]
}

/** A store's month as it is taken away, filled in and sent back: days down, the store and its people across. */
export function monthSheet(answer: MonthSeen, language: Language): Sheet {
  const { target } = answer
  const people = [
    ...(target?.people ?? []),
    // Whoever takes no part yet has a column to be filled in.
    ...answer.staff
      .filter((p) => !target?.people.some((one) => one.person === p.person))
      .map((p) => ({ ...p, days: [] as Money[], total: undefined })),
  ]
  return {
    name: say(sheetWords.storeSheet, language, { store: answer.name, month: answer.month }),
    columns: [
      { title: say(sheetWords.day, language), kind: 'day' },
      { title: `${say(sheetWords.target, language)} ${say(sheetWords.yuan, language)}`, kind: 'money' },
      ...people.map((p) => ({
        title: `${p.name}${p.jobNumber ? ` (${p.jobNumber})` : ''}`,
        kind: 'money' as const,
      })),
      { title: say(sheetWords.sold, language), kind: 'money' },
    ],
    rows: answer.days.map(({ day, sold }, d) => [
      day,
      target?.days[d],
      ...people.map((p) => p.days[d]),
      sold,
    ]),
    totals: [
      say(sheetWords.total, language),
      target?.total,
      ...people.map((p) => p.total),
      sum(answer.days.map((d) => d.sold ?? zero)),
    ],
  }
}

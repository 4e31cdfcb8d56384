import { cents, formatMoney } from '../../../../platform/kinds/money.ts'
import type { ControlTotals } from '../shape.ts'
import type { importWords } from '../words.ts'

interface Seen {
  readonly remarks: {
    readonly noPrices: boolean
    readonly noQuantity: boolean
    readonly alikeLines: number
    readonly returnsBelowPrice: number
    readonly beforeCutOff: number
    readonly ticketTotalsOff: number
    readonly unknownTenders: number
  } | null
  readonly totals: ControlTotals | null
  readonly missingPeople: readonly unknown[]
  readonly settings: { readonly createMissing: boolean }
  readonly list: {
    readonly newStyles: number | null
    readonly spellings: readonly { readonly kept: string; readonly others: readonly string[] }[]
  } | null
  readonly learnt: boolean
  readonly earlier: readonly { readonly at: string }[]
}
export interface Remark {
  readonly sentence: Extract<keyof typeof importWords, `remark${string}`>
  readonly facts: Readonly<Record<string, string | number>>
}

/** What people should know before they let a file in, in the order of weight. */
export function remarksOf(seen: Seen): Remark[] {
  const found: Remark[] = []
  const say = (sentence: Remark['sentence'], when: boolean | number, facts: Remark['facts'] = {}) => {
    if (when !== false && when !== 0)
      found.push({ sentence, facts: typeof when === 'number' ? { count: when, ...facts } : facts })
  }
  const [earlier] = seen.earlier
  say('remarkEarlier', earlier !== undefined, { when: earlier?.at.slice(0, 10) ?? '' })
  const { remarks, totals } = seen
  if (remarks) {
    say('remarkNoPrices', remarks.noPrices)
    say('remarkNoQuantity', remarks.noQuantity)
  }
  if (
    totals &&
    totals.amountInFile.split('.')[1] !== undefined &&
    totals.amountInFile.split('.')[1]!.length > 2
  ) {
    say('remarkRounded', true, { exact: totals.amountInFile, amount: formatMoney(cents(totals.amount)) })
  }
  say(seen.settings.createMissing ? 'remarkPeopleMade' : 'remarkPeople', seen.missingPeople.length)
  if (remarks) {
    say('remarkBelowPrice', remarks.returnsBelowPrice)
    say('remarkAlike', remarks.alikeLines)
    say('remarkCutOff', remarks.beforeCutOff)
    say('remarkTotals', remarks.ticketTotalsOff)
    say('remarkTenders', remarks.unknownTenders)
  }
  say('remarkNewStyles', seen.list?.newStyles ?? 0)
  const spelt = seen.list?.spellings ?? []
  const [first] = spelt
  say('remarkSpellings', spelt.length, {
    kept: first?.kept ?? '',
    others: first?.others.slice(0, 4).join('、') ?? '',
  })
  say('remarkLearnt', seen.learnt)
  return found
}

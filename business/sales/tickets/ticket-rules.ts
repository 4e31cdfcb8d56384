import type { Day } from '../../../platform/kinds/day.ts'
import { type Money, times } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { priceOn } from '../../goods/rules.ts'
import type { PriceStep } from '../../goods/shape.ts'
import { yuan } from '../../targets/split/words.ts'
import {
  checkTenders,
  creditsOf,
  type Moment,
  momentOf,
  numberedFrom,
  type Original,
  returnLines,
  type StoreFacts,
  totalsOf,
} from './rules.ts'
import type { Ticket, TicketInput, TicketLine, TillTicketInput } from './shape.ts'

/** A SKU with what a ticket line keeps of it. */
export interface SkuFacts {
  readonly id: string
  readonly style: string
  readonly name: string
  readonly color: string
  readonly size: string
  readonly barcode: string | null
  readonly prices: readonly PriceStep[]
}
/** Somebody who is or was appointed to the store, and when. */
export interface StaffFacts {
  readonly person: string
  readonly jobNumber: string
  readonly from: Day
  readonly to: Day | null
}
export interface TicketFacts {
  readonly store: StoreFacts
  readonly skus: readonly SkuFacts[]
  readonly staff: readonly StaffFacts[]
}
export interface Maker {
  readonly store: string
  readonly person: string
  readonly now: Date
}
export type Decided = { readonly ticket: Ticket; readonly movedFrom: Day | null }

/** Decides a ticket made on the phone. */
export function decideTicket(
  input: TicketInput,
  facts: TicketFacts,
  originals: readonly Original[],
  maker: Maker,
) {
  if (input.lines.length + input.returns.length === 0) return refuse('linesMissing', {}, 'lines')
  const moment = momentOf(
    facts.store,
    input.soldAt === undefined ? undefined : new Date(input.soldAt),
    maker.now,
    'phone',
  )
  if (isRefusal(moment)) return moment
  const sold = soldLines(input.lines, facts.skus, moment.day)
  if (isRefusal(sold)) return sold
  const back = returnLines(input.returns, originals, sold.length + 1)
  if (isRefusal(back)) return back
  const strangers = input.credits.findIndex(
    (c) => !worksOn(facts.staff, (s) => s.person === c.person, moment.day),
  )
  if (strangers >= 0) return refuse('notOfStore', { day: moment.day }, `credits.${strangers}.person`)
  return assemble([...sold, ...back], input.tenders, input.credits, moment, facts, maker, {
    id: input.id,
    source: 'phone',
    externalKey: null,
    customer: input.customer,
    note: input.note,
    seen: moment.movedFrom ? null : input.seen,
  })
}

/** Decides a ticket that a till sends; `idOf` finds our id of its earlier tickets by their key. */
export function decideTillTicket(
  input: TillTicketInput,
  id: string,
  facts: TicketFacts,
  originals: readonly Original[],
  idOf: ReadonlyMap<string, string>,
  maker: Maker,
) {
  const moment = momentOf(facts.store, new Date(input.soldAt), maker.now, 'till')
  if (isRefusal(moment)) return moment
  const lines: TicketLine[] = []
  const known = new Map(facts.skus.map((k) => [k.barcode, k]))
  for (const [i, asked] of input.lines.entries()) {
    const sku = asked.barcode === null ? undefined : known.get(asked.barcode)
    if (!sku && asked.style === null)
      return refuse('skuUnknown', { code: asked.barcode ?? '—' }, `lines.${i}.barcode`)
    if (asked.net !== 0 && asked.net > 0 !== asked.quantity > 0)
      return refuse('signsDiffer', {}, `lines.${i}.net`)
    if (asked.returnOf && asked.quantity > 0) return refuse('signsDiffer', {}, `lines.${i}.quantity`)
    lines.push({
      line: i + 1,
      ...described(asked, sku, moment.day),
      code: asked.barcode,
      quantity: asked.quantity,
      net: asked.net,
      reason: asked.reason,
      returnsTicket: null,
      returnsLine: null,
    })
  }
  const linked = input.lines.flatMap((l, i) =>
    l.returnOf ? [{ i, ...l.returnOf, quantity: -l.quantity, refund: -l.net as Money }] : [],
  )
  const back = returnLines(
    linked.map((l) => ({ ...l, ticket: idOf.get(l.key) ?? '' })),
    originals,
    1,
  )
  if (isRefusal(back)) return back
  for (const [k, { i }] of linked.entries()) {
    lines[i] = { ...lines[i]!, returnsTicket: back[k]!.returnsTicket, returnsLine: back[k]!.returnsLine }
  }
  const credits: { person: string; share: number }[] = []
  for (const [i, { jobNumber, share }] of input.credits.entries()) {
    const who = worksOn(facts.staff, (s) => s.jobNumber === jobNumber, moment.day)
    if (!who) return refuse('jobNumberUnknown', { jobNumber, day: moment.day }, `credits.${i}.jobNumber`)
    credits.push({ person: who.person, share })
  }
  return assemble(lines, input.tenders, credits, moment, facts, maker, {
    id,
    source: 'till',
    externalKey: input.key,
    customer: null,
    note: input.note,
    seen: null,
  })
}

function soldLines(
  asked: TicketInput['lines'],
  skus: readonly SkuFacts[],
  day: Day,
): TicketLine[] | Refusal<'skuUnknown' | 'styleMissing' | 'aboveTag' | 'discountUnexplained'> {
  const known = new Map(skus.map((k) => [k.id, k]))
  const lines: TicketLine[] = []
  for (const [i, line] of asked.entries()) {
    const sku = line.sku === null ? undefined : known.get(line.sku)
    if (line.sku !== null && !sku)
      return refuse('skuUnknown', { code: line.style ?? line.sku }, `lines.${i}.sku`)
    if (!sku && line.style === null) return refuse('styleMissing', {}, `lines.${i}.style`)
    const named = described(line, sku, day)
    const tag = named.tagPrice === null ? null : times(named.tagPrice, line.quantity)
    if (tag !== null && line.net > tag)
      return refuse('aboveTag', { style: named.style, net: yuan(line.net), tag: yuan(tag) }, `lines.${i}.net`)
    if (tag !== null && line.net < tag && line.reason === null) {
      return refuse('discountUnexplained', { style: named.style }, `lines.${i}.reason`)
    }
    lines.push({
      line: i + 1,
      ...named,
      code: sku?.barcode ?? null,
      quantity: line.quantity,
      net: line.net,
      reason: tag !== null && line.net < tag ? line.reason : null,
      returnsTicket: null,
      returnsLine: null,
    })
  }
  return lines
}

/** How a line is named: by the goods file where it knows the SKU, and with that day's tag price, else as it was typed. */
function described(
  typed: {
    style: string | null
    name: string | null
    color: string | null
    size: string | null
    tagPrice: Money | null
  },
  sku: SkuFacts | undefined,
  day: Day,
): Pick<TicketLine, 'sku' | 'style' | 'name' | 'color' | 'size' | 'tagPrice'> {
  if (!sku)
    return {
      sku: null,
      style: typed.style ?? '',
      name: typed.name,
      color: typed.color,
      size: typed.size,
      tagPrice: typed.tagPrice,
    }
  return {
    sku: sku.id,
    style: sku.style,
    name: sku.name,
    color: sku.color,
    size: sku.size,
    tagPrice: priceOn(sku.prices, day) ?? typed.tagPrice,
  }
}

const worksOn = (
  staff: readonly StaffFacts[],
  isHe: (s: StaffFacts) => boolean,
  day: Day,
): StaffFacts | undefined => staff.find((s) => isHe(s) && s.from <= day && (s.to === null || s.to >= day))

type Given = Pick<Ticket, 'id' | 'source' | 'externalKey' | 'customer' | 'note' | 'seen'>

function assemble(
  lines: readonly TicketLine[],
  paid: TicketInput['tenders'],
  credited: TicketInput['credits'],
  moment: Moment,
  facts: TicketFacts,
  maker: Maker,
  given: Given,
) {
  const totals = totalsOf(lines)
  const no = checkTenders(
    paid,
    totals.net,
    lines.some((l) => l.quantity < 0),
  )
  if (no) return no
  const credits = creditsOf(credited, totals.net)
  if (isRefusal(credits)) return credits
  const ticket: Ticket = {
    ...given,
    ...totals,
    store: maker.store,
    madeBy: maker.person,
    day: moment.day,
    hour: moment.hour,
    soldAt: moment.soldAt,
    numbered: numberedFrom(facts.store.code, moment.day),
    reverses: null,
    reason: null,
    lines,
    credits,
    tenders: paid,
  }
  return { ticket, movedFrom: moment.movedFrom } satisfies Decided
}

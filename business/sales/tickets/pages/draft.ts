import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { add, cents, type Money, subtract, sum, times, zero } from '../../../../platform/kinds/money.ts'
import { isRefusal } from '../../../../platform/kinds/refusal.ts'
import { sellingPrice } from '../../../goods/rules.ts'
import type { Style } from '../../../goods/shape.ts'
import { creditsOf, refundOf } from '../rules.ts'
import type { DiscountReason, Tender, TicketDraft } from '../shape.ts'

/** A piece on the ticket being made; `sku` is missing until a size is chosen, or for free text. */
export interface DraftLine {
  key: string
  style: Style | null
  /** For what is not in the goods file: what was typed. */
  text: string | null
  color: string | null
  sku: string | null
  quantity: number
  tagPrice: Money | null
  /** Of one piece. */
  price: Money | null
  reason: DiscountReason | null
}
/** A piece brought back from an earlier ticket. */
export interface DraftReturn {
  ticket: string
  line: number
  number: string
  name: string
  detail: string
  swatch: string | null
  picture: string | null
  soldQuantity: number
  soldNet: Money
  returnedQuantity: number
  returnedNet: Money
  quantity: number
}
export interface Draft {
  id: string
  startedAt: string
  lines: DraftLine[]
  returns: DraftReturn[]
  credits: { person: string; share: number }[]
  tryOns: number
  note: string
}

export const emptyDraft = (me: string | undefined): Draft => ({
  id: newId(),
  startedAt: new Date().toISOString(),
  lines: [],
  returns: [],
  credits: me ? [{ person: me, share: 100 }] : [],
  tryOns: 0,
  note: '',
})
export const isEmpty = (d: Draft): boolean => d.lines.length + d.returns.length === 0

export const lineNet = (l: DraftLine): Money => (l.price === null ? zero : times(l.price, l.quantity))
export const returnNet = (r: DraftReturn): Money =>
  cents(
    -refundOf(
      {
        line: { quantity: r.soldQuantity, net: r.soldNet } as Parameters<typeof refundOf>[0]['line'],
        returnedQuantity: r.returnedQuantity,
        returnedNet: r.returnedNet,
      },
      r.quantity,
    ),
  )
export const draftNet = (d: Draft): Money => sum([...d.lines.map(lineNet), ...d.returns.map(returnNet)])
export const draftUnits = (d: Draft): number =>
  d.lines.reduce((n, l) => n + l.quantity, 0) - d.returns.reduce((n, r) => n + r.quantity, 0)
/** Tag value less what is paid, over the lines with a tag price. */
export const draftSaved = (d: Draft): Money =>
  sum(
    d.lines.map((l) =>
      l.tagPrice === null || l.price === null ? zero : subtract(times(l.tagPrice, l.quantity), lineNet(l)),
    ),
  )

/** What of this ticket would be the person's own. */
export function ownShare(d: Draft, person: string): Money {
  const credits = creditsOf(d.credits, draftNet(d))
  return isRefusal(credits) ? zero : (credits.find((c) => c.person === person)?.net ?? zero)
}

/** A style-colour onto the ticket; a scanned SKU that is there already counts one up. */
export function withStyle(d: Draft, style: Style, color: string, sku: string | null): Draft {
  const same = sku === null ? undefined : d.lines.find((l) => l.sku === sku)
  if (same) return { ...d, lines: d.lines.map((l) => (l === same ? { ...l, quantity: l.quantity + 1 } : l)) }
  const sizes = style.colors.find((c) => c.color === color)?.sizes ?? []
  const only = sizes.length === 1 ? sizes[0]!.sku : null
  const line: DraftLine = {
    key: newId(),
    style,
    text: null,
    color,
    sku: sku ?? only,
    quantity: 1,
    tagPrice: style.tagPrice,
    price: sellingPrice(style),
    reason: sellingPrice(style) === style.tagPrice ? null : 'season',
  }
  return { ...d, lines: [...d.lines, line] }
}
export const withText = (d: Draft, text: string): Draft => ({
  ...d,
  lines: [
    ...d.lines,
    {
      key: newId(),
      style: null,
      text,
      color: null,
      sku: null,
      quantity: 1,
      tagPrice: null,
      price: null,
      reason: null,
    },
  ],
})

export type Lack = 'nothing' | 'size' | 'price' | 'credit' | 'reason'
/** What is still missing before it can be paid; undefined when nothing. */
export function lackOf(d: Draft): Lack | undefined {
  if (isEmpty(d)) return 'nothing'
  if (d.lines.some((l) => l.style && l.sku === null)) return 'size'
  if (d.lines.some((l) => l.price === null)) return 'price'
  if (d.lines.some((l) => l.tagPrice !== null && l.price! < l.tagPrice && l.reason === null)) return 'reason'
  return d.credits.length === 0 ? 'credit' : undefined
}

export function toInput(
  d: Draft,
  store: string,
  soldAt: string,
  paid: readonly { tender: Tender; amount: Money }[],
): TicketDraft {
  return {
    id: d.id,
    store,
    soldAt,
    credits: d.credits,
    note: d.note || null,
    tenders: paid.filter((p) => p.amount !== 0),
    lines: d.lines.map((l) => ({
      sku: l.sku,
      style: l.style ? null : l.text,
      name: null,
      color: null,
      size: null,
      quantity: l.quantity,
      tagPrice: l.tagPrice,
      net: lineNet(l),
      reason: l.reason,
    })),
    returns: d.returns.map((r) => ({ ticket: r.ticket, line: r.line, quantity: r.quantity })),
    seen: d.tryOns > 0 ? { traffic: 0, tryOns: d.tryOns } : null,
  }
}

/** Own day before and after this ticket, as shares of the day's target; undefined while there is none. */
export function ownDay(
  mine: { target: Money | null; net: Money },
  share: Money,
): { before: number; after: number } | undefined {
  if (mine.target === null || mine.target <= 0) return undefined
  return { before: mine.net / mine.target, after: add(mine.net, share) / mine.target }
}

export interface Held extends Draft {
  heldOn: Day
}

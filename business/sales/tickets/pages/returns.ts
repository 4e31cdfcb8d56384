import type { TicketSeen } from '../view-tables.ts'
import type { DraftReturn } from './draft.ts'

type CallIt = (thing: { name: string; nameEn?: string | null }) => string

/** The chosen lines of a ticket that can still come back, one piece of each to begin with. */
export function returnsFrom(ticket: TicketSeen, lines: readonly number[], call: CallIt): DraftReturn[] {
  return ticket.lines
    .filter((l) => lines.includes(l.line) && l.quantity - l.returnedQuantity > 0)
    .map((l) => ({
      ticket: ticket.id,
      line: l.line,
      number: ticket.number,
      name: l.name ? call({ name: l.name, nameEn: l.nameEn }) : l.style,
      detail: [l.name ? l.style : null, l.color && call({ name: l.color, nameEn: l.colorEn }), l.size]
        .filter(Boolean)
        .join(' · '),
      swatch: l.swatch,
      picture: l.picture,
      soldQuantity: l.quantity,
      soldNet: l.net,
      returnedQuantity: l.returnedQuantity,
      returnedNet: l.returnedNet,
      quantity: 1,
    }))
}

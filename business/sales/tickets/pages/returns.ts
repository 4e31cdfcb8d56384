import type { TicketSeen } from '../view-tables.ts'
import type { DraftReturn } from './draft.ts'

/** The chosen lines of a ticket that can still come back, one piece of each to begin with. */
export function returnsFrom(ticket: TicketSeen, lines: readonly number[]): DraftReturn[] {
  return ticket.lines
    .filter((l) => lines.includes(l.line) && l.quantity - l.returnedQuantity > 0)
    .map((l) => ({
      ticket: ticket.id,
      line: l.line,
      number: ticket.number,
      name: l.name ?? l.style,
      detail: [l.name ? l.style : null, l.color, l.size].filter(Boolean).join(' · '),
      swatch: l.swatch,
      picture: l.picture,
      soldQuantity: l.quantity,
      soldNet: l.net,
      returnedQuantity: l.returnedQuantity,
      returnedNet: l.returnedNet,
      quantity: 1,
    }))
}

import { words } from '../../../../platform/kinds/words.ts'

/** Titles of the pages: all of this area's words that the first load holds. */
export const titles = words({
  quickTicket: ['开单', 'New ticket'],
  tickets: ['小票', 'Tickets'],
  oneTicket: ['小票', 'Ticket'],
  traffic: ['客流', 'Traffic'],
  tokens: ['收银机接口', 'Till interface'],
})

import { z } from 'zod'
import type { Sheet } from '../../../platform/files/sheet.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { kindWords, pageWords, tenderWords } from './page-words.ts'
import { viewers } from './reach.ts'
import {
  findCountEntries,
  findCounter,
  findDayTickets,
  findDayTotals,
  findHours,
  findTicket,
  findTickets,
  type TicketBrief,
} from './view-tables.ts'
import { ticketWords } from './words.ts'

const dayOfStore = z.strictObject({ store: idInput, day: dayInput.optional() })

export const ticketViews = operations(ticketWords, {
  'sales.counter': view({
    summary: [
      '开单页的起点：店员、今日本人目标',
      'What the ticket page starts from: people and one’s own day',
    ],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({ store: idInput }),
    async run({ db, actor, today }, { store }) {
      const counter = await findCounter(db, store, today, actor.person)
      return counter ? { ...counter, day: today } : refuse('notFound')
    },
  }),
  'sales.dayTickets': view({
    summary: ['一天的小票', 'The tickets of a day'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: dayOfStore,
    async run({ db, today }, { store, day = today }) {
      const counter = await findDayTotals(db, store, day)
      return { day, today, totals: counter, tickets: await findDayTickets(db, store, day) }
    },
    sheet: ({ day, tickets, totals }, language) => sheetOf(day, tickets, totals, language),
  }),
  'sales.findTickets': view({
    summary: ['找小票：单号、款号、品名、导购', 'Find tickets by number, style, name or associate'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({
      store: idInput,
      text: z.string().trim().min(1).max(60),
      days: z.int().min(1).max(800).default(90),
    }),
    async run({ db, today }, { store, text, days }) {
      return { tickets: await findTickets(db, store, text, addDays(today, -days), 50) }
    },
  }),
  'sales.oneTicket': view({
    summary: [
      '一张小票：明细、怎么算的、来龙去脉',
      'One ticket: its lines, how it adds up, what became of it',
    ],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: z.strictObject({ store: idInput, ticket: idInput }),
    async run({ db, today }, { store, ticket }) {
      const found = await findTicket(db, store, ticket)
      return found ? { ...found, today } : refuse('notFound')
    },
  }),
  'sales.trafficDay': view({
    summary: ['一天的客流与试穿', 'Traffic and try-ons of a day'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: dayOfStore,
    async run({ db, actor, today }, { store, day = today }) {
      const counter = await findCounter(db, store, day, actor.person)
      if (!counter) return refuse('notFound')
      const [hours, entries] = [await findHours(db, store, day), await findCountEntries(db, store, day)]
      return { day, today, closed: counter.closed, store: counter.store, hours, entries }
    },
  }),
})

function sheetOf(
  day: string,
  tickets: readonly TicketBrief[],
  totals: { net: number; units: number; tagValue: number },
  language: Language,
): Sheet {
  const words = (sentence: Sentence): string => say(sentence, language)
  return {
    name: `${words(pageWords.tickets)} ${day}`,
    columns: [
      { title: words(pageWords.number), kind: 'text', width: 20 },
      { title: words(pageWords.soldAt), kind: 'text', width: 20 },
      { title: words(pageWords.kind), kind: 'text' },
      { title: words(pageWords.pieces), kind: 'text', width: 40 },
      { title: words(pageWords.units), kind: 'integer' },
      { title: words(pageWords.tagValue), kind: 'money' },
      { title: words(pageWords.net), kind: 'money' },
      { title: words(pageWords.tender), kind: 'text' },
      { title: words(pageWords.credit), kind: 'text' },
      { title: words(pageWords.reversedBy), kind: 'text', width: 20 },
      { title: words(pageWords.reason), kind: 'text', width: 30 },
    ],
    rows: tickets.map((t) => [
      t.number,
      t.soldAt,
      words(kindWords[t.kind]),
      t.pieces.map((p) => (language === 'en' ? p.nameEn : p.name)).join(language === 'en' ? '; ' : '；'),
      t.units,
      t.tagValue,
      t.net,
      t.tenders.map((p) => words(tenderWords[p.tender])).join('、'),
      t.credited.join('、'),
      t.reversedBy,
      t.reason,
    ]),
    totals: ['', '', '', '', totals.units, totals.tagValue, totals.net, '', '', '', ''],
  }
}

import { readTable, type TableInfo, type TableRow } from '../../../platform/files/read.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { zero } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { LineReader } from './line-reader.ts'
import { minus, none, plus, toNumber } from './rules/decimals.ts'
import type { FileLine, LineContext } from './rules/line.ts'
import type { ReadPlan } from './rules/plan.ts'
import { CentCarry } from './rules/rounding.ts'
import { contentMark, type FileTicket, type RoundedLine, ticketOf } from './rules/ticket.ts'
import { Tally } from './rules/totals.ts'
import { asWritten, type SeenTicket, takeThere } from './seen-ticket.ts'
import type { ControlTotals, Rejection, RejectionWhy, SeenCurrency } from './shape.ts'
import type { FirstDays } from './stores-in-file.ts'

export interface FileAssociate {
  name: string
  firstDay: Day
  lastDay: Day
  /** Rows by store, to know whose associate he is. */
  readonly stores: Map<string, number>
}

/** What a file of ticket lines holds, before the books are asked. */
export interface Survey {
  readonly tickets: Map<string, SeenTicket>
  readonly storeDays: Map<string, { readonly store: string; readonly day: Day; verdict?: RejectionWhy }>
  readonly associates: Map<string, FileAssociate>
  readonly firstDays: FirstDays
  readonly remarks: Remarks
  readonly currencies: readonly SeenCurrency[]
}
/** What people should know of a file besides its totals; counts of rows or tickets. */
export interface Remarks {
  /** The file has no price and no amount: pieces count, amounts are 0. */
  noPrices: boolean
  noQuantity: boolean
  /** Same line again in one ticket: kept, each is a piece of its own. */
  alikeLines: number
  returnsBelowPrice: number
  /** Business day moved to the day before by the store's cut-off. */
  beforeCutOff: number
  ticketTotalsOff: number
  unknownTenders: number
}

export interface Sink {
  rejected(rejection: Rejection): Promise<void> | undefined
  ticket(ticket: FileTicket): Promise<void> | undefined
}

export interface ReadingOptions {
  readonly path: string
  readonly plan: ReadPlan
  readonly context: LineContext
  readonly onProgress: (share: number, rows: number) => void
}

/** First reading: which tickets, store days and associates the file names. */
export async function surveyTickets(options: ReadingOptions): Promise<Survey | Refusal<FileRefusalWhy>> {
  const { plan } = options
  const reader = new LineReader(plan, options.context, true)
  const survey: { -readonly [K in keyof Survey]: Survey[K] } = {
    currencies: [],
    tickets: new Map(),
    storeDays: new Map(),
    associates: new Map(),
    firstDays: new Map(),
    remarks: {
      noPrices: !(['amount', 'unitPrice', 'tagPrice', 'tagAmount'] as const).some((f) => plan.has(f)),
      noQuantity: !plan.has('quantity'),
      alikeLines: 0,
      returnsBelowPrice: 0,
      beforeCutOff: 0,
      ticketTotalsOff: 0,
      unknownTenders: 0,
    },
  }
  const info = await eachRow(options, (row) => {
    const read = reader.read(row)
    if (!('why' in read)) note(survey, read.line, read.key)
  })
  if (isRefusal(info)) return info as Refusal<FileRefusalWhy>
  survey.remarks.alikeLines = reader.alike
  survey.currencies = reader.currencies.all(options.context.exchange.own)
  for (const ticket of survey.tickets.values()) {
    if (ticket.total && Math.abs(toNumber(minus(ticket.total, asWritten(ticket)))) >= 0.01)
      survey.remarks.ticketTotalsOff += 1
  }
  return survey
}

function note(survey: Survey, line: FileLine, key: string): void {
  const id = `${line.store}\n${key}`
  let ticket = survey.tickets.get(id)
  if (!ticket) {
    ticket = {
      store: line.store,
      day: line.day,
      number: line.ticketNo,
      rows: 0,
      units: 0,
      own: none,
      foreign: undefined,
      total: undefined,
    }
    survey.tickets.set(id, ticket)
  }
  ticket.rows += 1
  ticket.units += line.quantity
  if (line.isForeign) {
    ticket.foreign ??= new Map()
    ticket.foreign.set(line.currency, plus(ticket.foreign.get(line.currency) ?? none, line.written))
  } else ticket.own = plus(ticket.own, line.written)
  ticket.total = line.ticketTotal ?? ticket.total
  survey.storeDays.set(`${line.store}\n${line.day}`, { store: line.store, day: line.day })
  const first = survey.firstDays.get(line.store)
  if (first === undefined || line.day < first) survey.firstDays.set(line.store, line.day)
  if (line.belowPrice) survey.remarks.returnsBelowPrice += 1
  if (line.nextDay) survey.remarks.beforeCutOff += 1
  if (line.tender === 'other') survey.remarks.unknownTenders += 1
  if (line.associate === '') return
  const associate = survey.associates.get(line.associate)
  if (!associate) {
    survey.associates.set(line.associate, {
      name: line.associateName,
      firstDay: line.day,
      lastDay: line.day,
      stores: new Map([[line.store, 1]]),
    })
    return
  }
  if (line.day < associate.firstDay) associate.firstDay = line.day
  if (line.day > associate.lastDay) associate.lastDay = line.day
  if (associate.name === '') associate.name = line.associateName
  associate.stores.set(line.store, (associate.stores.get(line.store) ?? 0) + 1)
}

/**
 * Second reading, after the books were asked: hands over each ticket once its last line is read, and every row
 * that is refused; adds up. Amounts are rounded with a carry over the accepted lines, so that the totals are the file's.
 */
export async function walkTickets(
  options: ReadingOptions,
  survey: Survey,
  sink: Sink,
): Promise<ControlTotals | Refusal<FileRefusalWhy>> {
  const reader = new LineReader(options.plan, options.context, false)
  const carry = new CentCarry()
  const { exchange } = options.context
  const tally = new Tally(exchange)
  const open = new Map<string, { left: number; taken: number; lines: RoundedLine[] }>()
  const refuseRow = (rejection: Rejection) => {
    tally.rejected(rejection.why === 'currencyRejected' ? (rejection.facts.currency as string) : undefined)
    return sink.rejected(rejection)
  }
  // Answers a promise only where something must be waited for: one for each row would take longer than the row.
  const info = await eachRow(options, (row) => {
    const read = reader.read(row)
    if ('why' in read) return refuseRow(read)
    const { line, key } = read
    const id = `${line.store}\n${key}`
    const ticket = survey.tickets.get(id)!
    const dayVerdict = survey.storeDays.get(`${line.store}\n${line.day}`)?.verdict
    const no = (why: RejectionWhy) =>
      refuseRow({
        row: row.number,
        why,
        facts: { day: line.day, store: line.store, ticket: line.ticketNo || `#${row.number}` },
        cells: row.cells,
      })
    if (ticket.verdict === 'known') return tally.known()
    if (ticket.verdict === 'differs') return no('ticketDiffers')
    const isOurs = ticket.verdict === 'ours'
    if (dayVerdict && !isOurs) return no(dayVerdict)
    const there = ticket.there ? takeThere(ticket.there, line) : undefined
    const isKnown = there !== undefined && !there.ours
    const net = isKnown ? zero : carry.next(line.amount)
    if (net === undefined) return no('tooLarge')
    const whole = open.get(id) ?? { left: ticket.rows, taken: 0, lines: [] }
    whole.left -= 1
    if (isKnown) tally.known()
    else {
      tally.accepted({
        store: line.store,
        day: line.day,
        tickets: whole.taken === 0 ? 1 : 0,
        units: line.quantity,
        amount: net,
        exact: line.amount,
        written: line.written,
        currency: line.currency,
      })
      whole.taken += 1
      // What this import has booked already counts, and is not booked again.
      if (!isOurs && !there) whole.lines.push({ ...line, net })
    }
    if (whole.left > 0) {
      open.set(id, whole)
      return
    }
    open.delete(id)
    if (whole.lines.length === 0) return
    const made = ticketOf(key, whole.lines)
    // Lines that come later belong to a ticket that was counted when it came.
    return sink.ticket(
      ticket.verdict === 'rest'
        ? {
            ...made,
            key: `${key}+${contentMark(whole.lines[0]!, '')}`,
            number: `${made.number}+`,
            saleTickets: 0,
          }
        : made,
    )
  })
  return isRefusal(info) ? (info as Refusal<FileRefusalWhy>) : tally.totals()
}

/** Every data row of the file below its header. */
export function eachRow(
  { path, plan, onProgress }: Pick<ReadingOptions, 'path' | 'plan' | 'onProgress'>,
  use: (row: TableRow) => Promise<void> | void,
): Promise<TableInfo | Refusal<FileRefusalWhy>> {
  return readTable(path, { sheet: plan.settings.sheet }, async (rows, progress, info) => {
    for (const row of rows) {
      if (row.number <= plan.headerRow) continue
      const waiting = use(row)
      if (waiting) await waiting
    }
    onProgress(info.bytes === 0 ? 1 : Math.min(1, progress.bytes / info.bytes), progress.rows)
  })
}

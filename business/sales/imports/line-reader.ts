import type { TableRow } from '../../../platform/files/table.ts'
import { CurrencyCount } from './rules/currency.ts'
import { decimalText } from './rules/decimals.ts'
import { type FileLine, type LineContext, readLine } from './rules/line.ts'
import type { ReadPlan } from './rules/plan.ts'
import { contentMark } from './rules/ticket.ts'
import type { Rejection } from './shape.ts'

/** Reads rows in the same way each time, so that a second reading meets the same tickets as the first. */
export class LineReader {
  private readonly seenLines = new Map<string, string>()
  private readonly times = new Map<string, number>()
  alike = 0
  readonly currencies = new CurrencyCount()
  constructor(
    private readonly plan: ReadPlan,
    private readonly context: LineContext,
    /** Whether lines that are alike are counted; once is enough. */
    private readonly countsAlike: boolean,
  ) {}

  read(row: TableRow): { line: FileLine; key: string } | Rejection {
    const line = readLine(row, this.plan, this.context)
    if ('why' in line) return line
    if (this.context.exchange.rate(line.currency) === 'rejected') {
      this.currencies.add(line.currency, line.written)
      return {
        row: row.number,
        why: 'currencyRejected',
        facts: { currency: line.currency },
        field: 'currency',
        cells: row.cells,
      }
    }
    const placed = this.place(row, line)
    if (!('why' in placed)) this.currencies.add(line.currency, line.written)
    return placed
  }

  private place(row: TableRow, line: FileLine): { line: FileLine; key: string } | Rejection {
    const markOf = () => contentMark(line, decimalText(line.written))
    if (line.ticketNo === '') {
      const mark = markOf()
      return { line, key: `row:${mark}:${this.count(`${line.store}\n${mark}`)}` }
    }
    const ticket = `${line.day}:${line.ticketNo}`
    if (line.lineNo !== '') {
      const place = `${line.store}\n${ticket}\n${line.lineNo}`
      const there = this.seenLines.get(place)
      const mark = markOf()
      if (there === mark) {
        return {
          row: row.number,
          why: 'repeatedLine',
          facts: { ticket: line.ticketNo, line: line.lineNo },
          cells: row.cells,
        }
      }
      if (there === undefined) this.seenLines.set(place, mark)
    } else if (this.countsAlike && this.count(`${line.store}\n${markOf()}`) > 1) this.alike += 1
    return { line, key: `file:${ticket}` }
  }
  private count(mark: string): number {
    const nth = (this.times.get(mark) ?? 0) + 1
    this.times.set(mark, nth)
    return nth
  }
}

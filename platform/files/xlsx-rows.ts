import { refuse } from '../kinds/refusal.ts'
import type { ReadLimits } from './limits.ts'
import { type TableRow, trimRow } from './table.ts'
import { numberText, type StyleTable, serialText } from './xlsx-formats.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** Turns the XML of a worksheet into rows of texts. Rows without content are left out; their numbers are kept. */
export class SheetRows implements XmlHandler {
  private ready: TableRow[] = []
  private cells: string[] = []
  private row = 0
  private column = -1
  private type = 'n'
  private style: string | undefined
  private value = ''
  private inRow = false
  private inCell = false
  private take = false
  private phonetic = false
  private cellCount = 0
  private rowCount = 0
  private readonly has: {
    shared: readonly string[]
    styles: StyleTable
    epoch: 1900 | 1904
    limits: ReadLimits
  }

  constructor(has: SheetRows['has']) {
    this.has = has
  }

  open(name: string, raw: string): void {
    if (name === 'c') {
      if (!this.inRow) return
      const reference = attribute(raw, 'r')
      const column = reference === undefined ? this.column + 1 : columnOf(reference)
      if (column >= this.has.limits.columns)
        throw refuse('tooBig', { what: `column ${column + 1}`, limit: this.has.limits.columns })
      this.column = column
      this.type = attribute(raw, 't') ?? 'n'
      this.style = attribute(raw, 's')
      this.value = ''
      this.inCell = true
      this.cellCount += 1
      if (this.cellCount > this.has.limits.cells)
        throw refuse('tooBig', { what: 'cells', limit: this.has.limits.cells })
    } else if (name === 'v') this.take = this.inCell
    else if (name === 't') this.take = this.inCell && !this.phonetic
    else if (name === 'rPh') this.phonetic = true
    else if (name === 'row') this.startRow(attribute(raw, 'r'))
  }
  text(piece: string): void {
    if (this.take) this.value += piece
  }
  close(name: string): void {
    if (name === 'v' || name === 't') this.take = false
    else if (name === 'rPh') this.phonetic = false
    else if (name === 'c' && this.inCell) {
      this.inCell = false
      if (this.value === '') return
      if (this.value.length > this.has.limits.cellLength)
        throw refuse('tooBig', { what: '1 cell', limit: this.has.limits.cellLength })
      while (this.cells.length < this.column) this.cells.push('')
      this.cells[this.column] = this.cellText()
    } else if (name === 'row' && this.inRow) {
      this.inRow = false
      const cells = trimRow(this.cells)
      if (cells.length > 0) this.ready.push({ number: this.row, cells })
    }
  }
  /** Hands over the rows that are complete. */
  rows(): TableRow[] {
    const rows = this.ready
    this.ready = []
    return rows
  }

  private startRow(reference: string | undefined): void {
    const number = reference === undefined ? this.row + 1 : Number(reference)
    if (!Number.isInteger(number) || number < 1) throw refuse('damaged', { detail: `row ${reference}` })
    this.rowCount += 1
    if (number > this.has.limits.rows || this.rowCount > this.has.limits.rows) {
      throw refuse('tooBig', { what: `row ${number}`, limit: this.has.limits.rows })
    }
    this.row = number
    this.column = -1
    this.cells = []
    this.inRow = true
  }

  private cellText(): string {
    const { shared, styles, epoch } = this.has
    const value = this.value
    switch (this.type) {
      case 's':
        return plainText(shared[Number(value)] ?? '')
      case 'str':
      case 'inlineStr':
        return plainText(value)
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'd':
        return value
          .replace(/T00:00:00(\.0+)?Z?$/, '')
          .replace('T', ' ')
          .replace(/(\.\d+)?Z?$/, '')
      case 'e':
        return value
      default: {
        const kind = styles.kindOf(this.style)
        if (kind === 'number') return numberText(value)
        return serialText(Number(value), kind, epoch) ?? numberText(value)
      }
    }
  }
}

/** 'AB12' → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

/** Excel writes control characters as _x000D_. */
const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

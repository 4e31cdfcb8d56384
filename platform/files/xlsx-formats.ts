import { attribute } from './xml.ts'

/** How a number is to be read by its cell format. */
export type NumberKind = 'number' | 'date' | 'time' | 'dateTime'

/** Number formats that every workbook has without declaring them; 27–36 and 50–58 are the East Asian dates. */
const builtIn = new Map<number, NumberKind>()
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) builtIn.set(id, 'date')
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]) builtIn.set(id, 'time')
builtIn.set(22, 'dateTime')

/** Reads `xl/styles.xml`: for each cell style index, the kind of number it shows. */
export class StyleTable {
  private readonly formats = new Map<number, NumberKind>()
  private readonly kinds: NumberKind[] = []
  private inCellFormats = false

  open(name: string, raw: string): void {
    if (name === 'numFmt') {
      const id = Number(attribute(raw, 'numFmtId'))
      this.formats.set(id, kindOfFormat(attribute(raw, 'formatCode') ?? ''))
    } else if (name === 'cellXfs') this.inCellFormats = true
    else if (name === 'xf' && this.inCellFormats) {
      const id = Number(attribute(raw, 'numFmtId') ?? 0)
      this.kinds.push(this.formats.get(id) ?? builtIn.get(id) ?? 'number')
    }
  }
  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false
  }
  kindOf(style: string | undefined): NumberKind {
    return style === undefined ? 'number' : (this.kinds[Number(style)] ?? 'number')
  }
}

/** Whether a custom format code shows a date, a time, both or a plain number. */
export function kindOfFormat(code: string): NumberKind {
  const first = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .split(';')[0]!
  const elapsed = /\[(h+|m+|s+)\]/i.test(first)
  const plain = first
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, 'h')
  if (elapsed) return 'time'
  if (/[#0?]/.test(plain.replace(/s\.0+/gi, 's'))) return 'number'
  const hasDay = /[yde]/i.test(plain)
  const hasClock = /[hs]/i.test(plain)
  const hasMonth = /m/i.test(plain)
  if (hasDay || (hasMonth && !hasClock)) return hasClock ? 'dateTime' : 'date'
  return hasClock ? 'time' : 'number'
}

/**
 * The text of a serial number shown as a date: '2015-01-01', '2015-01-01 13:05:00' or '13:05:00'.
 * In the 1900 system day 60 is the 29 February 1900 that never was; before it the count is one off.
 */
export function serialText(serial: number, kind: NumberKind, epoch: 1900 | 1904): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return undefined
  const seconds = Math.round((serial % 1) * 86_400)
  const whole = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const clock = clockText(seconds % 86_400)
  if (kind === 'time' || (epoch === 1900 && whole === 0)) return clock
  const base = epoch === 1904 ? -24_107 : whole < 60 ? -25_568 : -25_569
  const day = new Date((whole + base) * 86_400_000).toISOString().slice(0, 10)
  return kind === 'dateTime' || seconds % 86_400 !== 0 ? `${day} ${clock}` : day
}
const clockText = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')

/**
 * A number as the sheet means it: what is stored as 22439.933999999997 is 22439.934, since a spreadsheet
 * keeps and shows 15 digits and the rest is noise of binary fractions. Never in exponent form.
 */
export function numberText(stored: string): string {
  const digits = stored.length - (stored.startsWith('-') ? 1 : 0) - (stored.includes('.') ? 1 : 0)
  if (digits <= 15 && !/[eE]/.test(stored)) return stored
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  return plainDecimal(value.toPrecision(15))
}

/** '1.2e-7' → '0.00000012'; trailing zeros of the fraction go. */
export function plainDecimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const decimals = padded.slice(at).replace(/0+$/, '')
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${integer === '0' && decimals === '' ? '' : sign}${integer}${decimals === '' ? '' : `.${decimals}`}`
}

import type { Day } from '../../../platform/kinds/day.ts'
import { formatMoney, type Money } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { Brands } from './brands.ts'
import { plain, readBarcode, readSize, sameCode } from './cells.ts'
import type {
  GoodsIntake,
  GoodsIntakeWhy,
  GoodsRow,
  KnownGoods,
  KnownSku,
  KnownStyle,
  SaidOfStyle,
  SkuToWrite,
  StyleToWrite,
  Unreadable,
} from './shape.ts'

export interface GoodsDefaults {
  readonly launchedOn: Day
  readonly category: string
  readonly season: string
}
/** What a piece is called whose file says no colour or no size. */
export const noColor = '均色'
export const oneSize = '均码'
const longestCode = 30
const longestSize = 12

/** A row whose cells can be read, before it is set beside the others and the books. */
export interface ReadRow {
  readonly row: number
  readonly code: string
  readonly key: string
  readonly said: SaidOfStyle
  readonly launchedOn: Day | undefined
  readonly tagPrice: Money | undefined
  readonly cost: Money | undefined
  /** undefined for a row that names a style alone. */
  readonly piece:
    | { readonly color: string; readonly size: string; readonly barcode: string | null }
    | undefined
}

/** One row by itself. */
export function readRow(r: GoodsRow): ReadRow | Refusal<GoodsIntakeWhy> {
  const code = plain(r.style)
  const barcodeText = plain(r.barcode)
  if (code === '' || (barcodeText === '' && !isCode(code)))
    return onlyOneCell(r) ? refuse('noteRow') : refuse('styleMissing', {}, 'style')
  if (code.length > longestCode) return refuse('styleForm', { value: code.slice(0, 40) }, 'style')
  const barcode = barcodeText === '' ? null : readBarcode(barcodeText)
  if (barcode === 'lost') return refuse('barcodeLost', { value: barcodeText }, 'barcode')
  if (barcode === 'unreadable')
    return refuse('barcodeUnreadable', { value: barcodeText.slice(0, 60) }, 'barcode')
  const { tagPrice, cost, launchedOn } = r
  if (isUnreadable(launchedOn)) return refuse('dayOfLaunch', { value: launchedOn.unreadable }, 'launchedOn')
  if (isUnreadable(tagPrice)) return refuse('priceUnreadable', { value: tagPrice.unreadable }, 'tagPrice')
  if (isUnreadable(cost)) return refuse('priceUnreadable', { value: cost.unreadable }, 'cost')
  const size = readSize(r.size)
  const color = plain(r.color).slice(0, 40)
  if (size.length > longestSize) return refuse('sizeTooLong', { value: size }, 'size')
  const text = (value: string): string | undefined => plain(value).slice(0, 60) || undefined
  return {
    row: r.row,
    code,
    key: sameCode(code),
    said: {
      name: text(r.name),
      nameEn: text(r.nameEn),
      brand: text(r.brand),
      category: text(r.category)?.slice(0, 40),
      season: text(r.season)?.slice(0, 40),
      wave: text(r.wave)?.slice(0, 40),
    },
    launchedOn,
    tagPrice,
    cost,
    piece:
      color === '' && size === '' && barcode === null
        ? undefined
        : { color: color || noColor, size: size || oneSize, barcode },
  }
}
const isUnreadable = (cell: Money | Day | Unreadable | undefined): cell is Unreadable =>
  typeof cell === 'object'
/** A code has a letter or digit and no sentence in it. */
const isCode = (code: string): boolean => /[\p{L}\p{N}]/u.test(code) && !/[：:。；;，]|\s.*\s.*\s/u.test(code)
const onlyOneCell = (r: GoodsRow): boolean =>
  [r.style, r.name, r.brand, r.category, r.season, r.color, r.size, r.barcode].filter((c) => plain(c) !== '')
    .length <= 1

/**
 * What a goods file does to the books. What rows of one style say differently, the most of them decide; a price that differs from
 * theirs is returned, since it may be the right one. A piece (colour and size) has one barcode and a barcode one piece.
 */
export function readGoods(
  rows: readonly (ReadRow | { readonly row: number; readonly refusal: Refusal<GoodsIntakeWhy> })[],
  known: KnownGoods,
  defaults: GoodsDefaults,
  today: Day,
  newId: () => string,
): GoodsIntake {
  const refused: { row: number; refusal: Refusal<GoodsIntakeWhy> }[] = []
  const byStyle = new Map<string, ReadRow[]>()
  const brands = new Brands(known.brands)
  for (const r of rows) {
    if ('refusal' in r) {
      refused.push(r)
      continue
    }
    if (r.said.brand) brands.see(r.said.brand)
    const of = byStyle.get(r.key)
    if (of) of.push(r)
    else byStyle.set(r.key, [r])
  }
  const books = new Books(known)
  const styles: StyleToWrite[] = []
  const skus: SkuToWrite[] = []
  const creates: number[] = []
  const updates: number[] = []
  const unchanged: number[] = []
  let newStyles = 0
  for (const [key, of] of byStyle) {
    const standing = books.style(key)
    const price = mostOf(of.map((r) => r.tagPrice))
    const good: ReadRow[] = []
    for (const r of of) {
      if (r.tagPrice !== undefined && r.tagPrice !== price)
        refused.push({ row: r.row, refusal: priceRefusal(r.tagPrice, price!) })
      else good.push(r)
    }
    const id = standing?.id ?? newId()
    const written: { row: number; is: 'new' | 'changed' | 'same' }[] = []
    const pieces = new Pieces(books, key, id, newId)
    for (const r of good) {
      const done = r.piece ? pieces.take(r) : ('same' as const)
      if (typeof done === 'string') written.push({ row: r.row, is: done })
      else refused.push({ row: r.row, refusal: done })
    }
    if (written.length === 0) continue
    const kept = new Set(written.map((w) => w.row))
    const style = styleOf(
      id,
      of.filter((r) => kept.has(r.row)),
      standing,
      brands,
      defaults,
      today,
    )
    if (!standing) newStyles += 1
    const changes = !standing || differs(style, standing)
    if (changes) styles.push(style)
    skus.push(...pieces.write)
    // A style's own change shows in one of its rows.
    if (changes && written.every((w) => w.is === 'same')) written[0]!.is = standing ? 'changed' : 'new'
    for (const w of written) (w.is === 'new' ? creates : w.is === 'changed' ? updates : unchanged).push(w.row)
  }
  return { styles, skus, creates, updates, unchanged, newStyles, spellings: brands.spellings(), refused }
}

const priceRefusal = (value: Money, most: Money): Refusal<GoodsIntakeWhy> =>
  refuse('priceDiffers', { value: formatMoney(value), most: formatMoney(most) }, 'tagPrice')

function styleOf(
  id: string,
  rows: readonly ReadRow[],
  standing: KnownStyle | undefined,
  brands: Brands,
  defaults: GoodsDefaults,
  today: Day,
): StyleToWrite {
  const most = (field: keyof SaidOfStyle): string | undefined => mostOf(rows.map((r) => r.said[field]))
  const brand = mostOf(rows.map((r) => (r.said.brand ? brands.name(r.said.brand) : undefined)))
  const launchedOn =
    standing?.launchedOn ??
    rows.reduce<Day | undefined>((least, r) => earlier(least, r.launchedOn), undefined) ??
    defaults.launchedOn
  const step = (said: Money | undefined, stands: Money | null | undefined) =>
    said === undefined || said === stands
      ? null
      : { from: standing && stands !== null ? today : launchedOn, amount: said }
  return {
    id,
    code: standing?.code ?? rows[0]!.code,
    name: most('name') ?? standing?.name ?? rows[0]!.code,
    nameEn: most('nameEn') ?? standing?.nameEn ?? null,
    brand: brand ?? standing?.brand ?? null,
    category: most('category') ?? standing?.category ?? defaults.category,
    season: most('season') ?? standing?.season ?? defaults.season,
    wave: most('wave') ?? standing?.wave ?? null,
    launchedOn,
    tagPrice: step(mostOf(rows.map((r) => r.tagPrice)), standing?.tagPrice),
    cost: step(mostOf(rows.map((r) => r.cost)), standing?.cost),
  }
}
const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b < a) ? (b ?? a) : a
const differs = (style: StyleToWrite, standing: KnownStyle): boolean =>
  style.tagPrice !== null ||
  style.cost !== null ||
  (['name', 'nameEn', 'brand', 'category', 'season', 'wave'] as const).some((f) => style[f] !== standing[f])

/** The value that most rows give; of equals the first. undefined where none gives any. */
export function mostOf<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>()
  for (const v of values) if (v !== undefined) counts.set(v, (counts.get(v) ?? 0) + 1)
  let best: T | undefined
  let most = 0
  for (const [v, n] of counts)
    if (n > most) {
      best = v
      most = n
    }
  return best
}

/** Colours and sizes of one style as the file names them, with one barcode each. */
class Pieces {
  private readonly writing = new Map<string, SkuToWrite>()
  private readonly seen = new Map<string, { row: number; barcode: string | null }>()
  constructor(
    private readonly books: Books,
    private readonly style: string,
    private readonly styleId: string,
    private readonly newId: () => string,
  ) {}
  get write(): SkuToWrite[] {
    return [...this.writing.values()]
  }
  take(r: ReadRow): 'new' | 'changed' | 'same' | Refusal<GoodsIntakeWhy> {
    const { color, size, barcode } = r.piece!
    const piece = `${this.style}\n${color}\n${size}`
    const before = this.seen.get(piece)
    if (before && (barcode === null || before.barcode === barcode)) return 'same'
    if (before && before.barcode !== null)
      return refuse('pieceAgain', { first: before.row, barcode: barcode! }, 'barcode')
    const stands = this.books.sku(piece)
    if (barcode !== null) {
      const taken = this.books.holder(barcode, piece)
      if (taken) return taken
      if (stands?.barcode != null && stands.barcode !== barcode)
        return refuse('barcodeDiffers', { known: stands.barcode, barcode }, 'barcode')
      this.books.give(barcode, piece, r.row)
    }
    this.seen.set(piece, { row: r.row, barcode: barcode ?? stands?.barcode ?? null })
    if (stands && (barcode === null || stands.barcode === barcode)) return 'same'
    // A row without a barcode before this one has made the piece already.
    const id = stands?.id ?? this.writing.get(piece)?.id ?? this.newId()
    this.writing.set(piece, { id, style: this.styleId, color, size, barcode })
    return stands || before ? 'changed' : 'new'
  }
}

class Books {
  private readonly styles: ReadonlyMap<string, KnownStyle>
  private readonly skus = new Map<string, KnownSku>()
  private readonly taken = new Map<string, { piece: string; style: string; row?: number }>()
  constructor(known: KnownGoods) {
    this.styles = new Map(known.styles.map((s) => [sameCode(s.code), s]))
    const keys = new Map(known.styles.map((s) => [s.id, sameCode(s.code)]))
    const pieces = new Map<string, string>()
    for (const k of known.skus) {
      const piece = `${keys.get(k.style)}\n${plain(k.color)}\n${readSize(k.size)}`
      this.skus.set(piece, k)
      pieces.set(k.id, piece)
    }
    for (const b of known.barcodes)
      this.taken.set(b.barcode, { piece: pieces.get(b.sku) ?? b.sku, style: b.style })
  }
  style = (key: string): KnownStyle | undefined => this.styles.get(key)
  sku = (piece: string): KnownSku | undefined => this.skus.get(piece)
  holder(barcode: string, piece: string): Refusal<GoodsIntakeWhy> | undefined {
    const taken = this.taken.get(barcode)
    if (!taken || taken.piece === piece) return undefined
    return taken.row === undefined
      ? refuse('barcodeOfAnother', { barcode, style: taken.style }, 'barcode')
      : refuse('barcodeAgain', { barcode, first: taken.row }, 'barcode')
  }
  give(barcode: string, piece: string, row: number): void {
    if (!this.taken.has(barcode)) this.taken.set(barcode, { piece, style: '', row })
  }
}

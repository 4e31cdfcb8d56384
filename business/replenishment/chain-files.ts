import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isUnread } from '../../platform/files/command-files.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { type ChainStock, cellOf, type StyleSizes, type TransferBundle } from './transfers.ts'

export type ChainRefusal = Refusal<'fileMissing' | 'fileBroken' | 'headsMissing'>

/**
 * Reads sales (columns store, product_id, quantity) and stock (product_id, …, one column a store). A product's number
 * is two digits of group, a letter for the line (W women, M men), the style, and S1, S2, … for the size. A store carries a line of which it
 * has a piece or has sold one.
 */
export async function readChain(salesFile: string, stockFile: string): Promise<ChainStock | ChainRefusal> {
  const sales = await rowsOf(salesFile)
  const inventory = await rowsOf(stockFile)
  if ('refused' in sales) return sales
  if ('refused' in inventory) return inventory
  const heads = inventory[0] ?? []
  const product = heads.indexOf('product_id')
  const stores = heads.filter((head) => !['product_id', 'product_name', 'total_inventory'].includes(head))
  const [storeAt, soldAt, countAt] = ['store', 'product_id', 'quantity'].map((h) =>
    (sales[0] ?? []).indexOf(h),
  )
  if (product === -1 || stores.length === 0) return headless(stockFile, 'product_id, …')
  if (storeAt === -1 || soldAt === -1 || countAt === -1)
    return headless(salesFile, 'store, product_id, quantity')

  const sizesOf = new Map<string, Map<string, string[]>>()
  for (const row of inventory.slice(1)) {
    const { style, size } = productOf(row[product]!)
    const sizes = sizesOf.get(style) ?? new Map<string, string[]>()
    if (sizes.has(size)) return broken(stockFile, row[product]!)
    sizesOf.set(style, sizes.set(size, row))
  }
  const lines: string[] = []
  const styles: StyleSizes[] = []
  let cells = 0
  for (const [style, sizes] of [...sizesOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const line = lineOf(style)
    if (!lines.includes(line)) lines.push(line)
    styles.push({ style, line: lines.indexOf(line), sizes: [...sizes.keys()].sort(), first: cells })
    cells += stores.length * sizes.size
  }
  const stock: ChainStock = {
    stores,
    styles,
    lines,
    pieces: new Int32Array(cells),
    sold: new Float64Array(styles.length * stores.length),
    carries: new Uint8Array(lines.length * stores.length),
  }
  const columns = stores.map((store) => heads.indexOf(store))
  for (const [s, { style, sizes, line }] of styles.entries())
    for (const [z, size] of sizes.entries())
      for (let store = 0; store < stores.length; store++) {
        const pieces = Number(sizesOf.get(style)!.get(size)![columns[store]!])
        if (!Number.isInteger(pieces) || pieces < 0)
          return broken(stockFile, `${style}${size} ${stores[store]}`)
        stock.pieces[cellOf(stock, s, store, z)] = pieces
        if (pieces > 0) stock.carries[line * stores.length + store] = 1
      }
  const styleAt = new Map(styles.map(({ style }, s) => [style, s]))
  for (const row of sales.slice(1)) {
    const store = stores.indexOf(row[storeAt!]!)
    const { style } = productOf(row[soldAt!]!)
    const line = lines.indexOf(lineOf(style))
    if (store === -1 || line === -1) continue
    const s = styleAt.get(style)
    stock.carries[line * stores.length + store] = 1
    const sold = Number(row[countAt!] || Number.NaN)
    if (!Number.isFinite(sold)) return broken(salesFile, row.join())
    if (s !== undefined) stock.sold[s * stores.length + store]! += sold
  }
  return stock
}

const productOf = (id: string): { style: string; size: string } => {
  const match = /^(.+?)(S\d+)$/.exec(id)
  return match ? { style: match[1]!, size: match[2]! } : { style: id, size: '' }
}
const lineOf = (style: string): string => /^\d{2}([A-Z])/.exec(style)?.[1] ?? ''
const broken = (file: string, detail: string): ChainRefusal =>
  refuse('fileBroken', { file: basename(file), detail })
const headless = (file: string, heads: string): ChainRefusal =>
  refuse('headsMissing', { file: basename(file), heads })

async function rowsOf(file: string): Promise<string[][] | ChainRefusal> {
  try {
    return parse(await readFile(file), { bom: true, skip_empty_lines: true, trim: true })
  } catch (fault) {
    if (isUnread(fault)) return refuse('fileMissing', { file })
    return broken(file, fault instanceof Error ? fault.message : String(fault))
  }
}

/** The proposals as a file: a line a move; those of one bundle go together or not at all. */
export function transfersCsv(stock: ChainStock, bundles: readonly TransferBundle[]): string {
  const lines = ['bundle,aim,from,to,product_id,pieces']
  for (const [at, { moves }] of bundles.entries())
    for (const { style, size, from, to, pieces, aim } of moves) {
      const { style: number, sizes } = stock.styles[style]!
      lines.push(
        [at + 1, aim, stock.stores[from], stock.stores[to], `${number}${sizes[size]}`, pieces].join(),
      )
    }
  return `${lines.join('\n')}\n`
}

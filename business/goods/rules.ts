import type { Day } from '../../platform/kinds/day.ts'
import { cents, type Money, portion } from '../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { PriceStep, StyleInput } from './shape.ts'

/** The tag price in force: the latest step that has begun; undefined before the first. */
export function priceOn(steps: readonly PriceStep[], day: Day): Money | undefined {
  let found: PriceStep | undefined
  for (const step of steps) if (step.fromDay <= day && (!found || step.fromDay > found.fromDay)) found = step
  return found?.tagPrice
}

/** The tag price at a rate in percent (80: 8 折), to whole yuan as prices are written. */
export const priceAt = (tag: Money, percent: number): Money =>
  cents(Math.round(portion(tag, percent, 100) / 100) * 100)
/** What a piece is offered for: marked down, but never above its tag price; null where neither is known. */
export function sellingPrice({
  tagPrice,
  markdownPrice,
}: {
  readonly tagPrice: Money | null
  readonly markdownPrice: Money | null
}): Money | null {
  if (markdownPrice === null || tagPrice === null) return markdownPrice ?? tagPrice
  return markdownPrice < tagPrice ? markdownPrice : tagPrice
}

/** What is known of a style before it is saved. */
export interface Standing {
  readonly prices: readonly PriceStep[]
  /** Its own SKUs as they stand. */
  readonly skus: readonly { readonly id: string; readonly color: string; readonly size: string }[]
  /** Styles that hold the same code, and SKUs that hold one of the barcodes. */
  readonly codeHolder: string | undefined
  readonly barcodeHolders: readonly {
    readonly sku: string
    readonly barcode: string
    readonly style: string
  }[]
}

/** Which price steps to write; a price that was in force on a past day is never changed after the fact. */
export function changeStyle(
  input: StyleInput,
  standing: Standing | undefined,
  today: Day,
):
  | PriceStep[]
  | Refusal<'codeTaken' | 'barcodeTaken' | 'barcodeTwice' | 'skuTwice' | 'priceInPast' | 'priceTwice'> {
  if (standing?.codeHolder && standing.codeHolder !== input.id)
    return refuse('codeTaken', { code: input.code }, 'code')
  const seenSkus = new Set<string>()
  const seenBarcodes = new Set<string>()
  for (const [i, sku] of input.skus.entries()) {
    const key = `${sku.color}\n${sku.size}`
    if (seenSkus.has(key)) return refuse('skuTwice', { color: sku.color, size: sku.size }, `skus.${i}.size`)
    seenSkus.add(key)
    const stays = standing?.skus.find((k) => k.color === sku.color && k.size === sku.size && k.id !== sku.id)
    if (stays) return refuse('skuTwice', { color: sku.color, size: sku.size }, `skus.${i}.size`)
    if (sku.barcode === null) continue
    if (seenBarcodes.has(sku.barcode))
      return refuse('barcodeTwice', { barcode: sku.barcode }, `skus.${i}.barcode`)
    seenBarcodes.add(sku.barcode)
    const holder = standing?.barcodeHolders.find((h) => h.barcode === sku.barcode && h.sku !== sku.id)
    if (holder)
      return refuse('barcodeTaken', { barcode: sku.barcode, style: holder.style }, `skus.${i}.barcode`)
  }
  const known = new Map(standing?.prices.map((p) => [p.fromDay, p.tagPrice]))
  const seenDays = new Set<Day>()
  const steps: PriceStep[] = []
  for (const [i, price] of input.prices.entries()) {
    if (seenDays.has(price.fromDay))
      return refuse('priceTwice', { day: price.fromDay }, `prices.${i}.fromDay`)
    seenDays.add(price.fromDay)
    if (known.get(price.fromDay) === price.tagPrice) continue
    if (known.size > 0 && price.fromDay < today)
      return refuse('priceInPast', { day: price.fromDay, today }, `prices.${i}.fromDay`)
    steps.push(price)
  }
  return steps
}

const letters = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL', '2XL', '3XL', '4XL']
/** Where a size stands in its run: letters from XXS up, numbers by value, 均码 (one size) last. */
export function sizeOrder(size: string): number {
  const plain = size.normalize('NFKC').toUpperCase()
  const letter = letters.indexOf(plain)
  if (letter >= 0) return (letter + 1) * 10
  const number = /^(\d{1,3})(?:[./](\d{1,3}))?/.exec(plain)
  return number ? 1000 + Number(number[1]) * 10 + (number[2] ? 1 : 0) : 90_000
}

/**
 * Core sizes (主码) of a size run in its order: the middle of it, where most customers are. Of up to two sizes each is core; from
 * three on the two ends are not.
 */
export const coreSizes = <T>(run: readonly T[]): readonly T[] => (run.length <= 2 ? run : run.slice(1, -1))

/** So many neighbouring core sizes make a run (主码连码). */
export const runLength = 3

/** Broken sizes (断码): some of a style-colour is there, and no run of core sizes; of a shorter run all of them make it. */
export function isBroken(run: readonly number[]): boolean {
  const core = coreSizes(run)
  const needed = Math.min(runLength, core.length)
  let together = 0
  for (const pieces of core) {
    together = pieces > 0 ? together + 1 : 0
    if (together >= needed) return false
  }
  return run.some((pieces) => pieces > 0)
}

import { z } from 'zod'
import type { Day } from '../../platform/kinds/day.ts'
import { cents, type Money } from '../../platform/kinds/money.ts'
import { codeInput, dayInput, idInput, nameInput, otherNameInput } from '../organization/shape.ts'

/** A style (款): what is designed, named and priced. It is sold as SKUs, one a colour and size. */
export interface Style {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly season: string
  /** The label (品牌) and the wave (波段) of the season; null where no file or person has said. */
  readonly brand: string | null
  readonly wave: string | null
  readonly launchedOn: Day
  readonly picture: string | null
  /** The tag price (吊牌价) in force on the day asked about; null when none is yet. */
  readonly tagPrice: Money | null
  /** What it is sold for on that day where it is marked down (降价), else null. */
  readonly markdownPrice: Money | null
  readonly colors: readonly StyleColor[]
}
/** A style-colour (款色) with its sizes in the order of the size run. */
export interface StyleColor {
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly sizes: readonly { readonly sku: string; readonly size: string; readonly barcode: string | null }[]
}
export interface PriceStep {
  readonly fromDay: Day
  readonly tagPrice: Money
}
export interface Sku {
  readonly id: string
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly size: string
  readonly barcode: string | null
}

const label = z.string().trim().min(1).max(40)
/** At most a hundred million yuan: beyond that a finger slipped. */
export const tagPriceInput = z
  .int()
  .min(0)
  .max(10_000_000_000)
  .transform((n) => cents(n))
export const barcodeInput = z
  .string()
  .trim()
  .regex(/^[!-~]{4,40}$/, { error: 'barcodeForm' })
const pictureInput = z
  .string()
  .max(60_000)
  .regex(/^(\/[\w./-]+|data:image\/(png|jpeg|webp);base64,[\w+/=]+)$/, { error: 'pictureForm' })

export const styleInput = z.strictObject({
  id: idInput,
  code: codeInput,
  name: nameInput,
  nameEn: otherNameInput,
  category: label,
  season: label,
  launchedOn: dayInput,
  picture: pictureInput.nullish().transform((p) => p ?? null),
  /** Prices to set; those that stand on other days stay. */
  prices: z.array(z.strictObject({ fromDay: dayInput, tagPrice: tagPriceInput })).max(50),
  /** SKUs to add or change; a SKU is never taken away, since tickets may name it. */
  skus: z
    .array(
      z.strictObject({
        id: idInput,
        color: label,
        colorEn: otherNameInput,
        swatch: z
          .string()
          .regex(/^#[0-9a-fA-F]{6}$/, { error: 'swatchForm' })
          .default('#D9D1C7'),
        size: z.string().trim().min(1).max(12),
        barcode: barcodeInput.nullish().transform((b) => b ?? null),
      }),
    )
    .max(200),
})
const pointsInput = z
  .string()
  .trim()
  .max(600, { error: 'pointsLong' })
  .nullish()
  .transform((text) => text || null)
/** What an associate says of a style (卖点): a line each, in the company's own words, in one language or both. */
export const sellingPointsInput = z.strictObject({ style: idInput, zh: pointsInput, en: pointsInput })
export type StyleInput = z.output<typeof styleInput>

export const searchInput = z.strictObject({
  /** A barcode, a style code, a Chinese name or pinyin; blank lists the newest. */
  text: z.string().trim().max(80).default(''),
  limit: z.int().min(1).max(300).default(12),
})

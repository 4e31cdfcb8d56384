import { addDays, type Day } from '../platform/kinds/day.ts'
import { searchText } from '../platform/kinds/pinyin.ts'
import { brand, colors, type StylePlan, styles } from './names.ts'
import { Random } from './random.ts'

export interface DemoSku {
  id: string
  color: string
  colorEn: string
  swatch: string
  size: string
  sizeOrder: number
  barcode: string
}
export interface DemoStyle {
  id: string
  code: string
  name: string
  nameEn: string
  search: string
  category: string
  season: string
  trade: StylePlan['season']
  launchedOn: Day
  /** 分 */
  tagPrice: number
  skus: DemoSku[]
  appeal: number
}

/** A few dozen styles a season, each in two or three colours and its sizes, over the seasons of the history. */
export function makeGoods(seed: number, start: Day, today: Day): DemoStyle[] {
  const random = new Random(seed + 1)
  const made: DemoStyle[] = []
  let serial = 100
  for (const wave of waves(start, today)) {
    for (const kind of styles) {
      if (kind.season !== 'all' && kind.season !== wave.trade) continue
      for (const [name, nameEn] of kind.names) {
        serial += random.whole(1, 9)
        const code = `${brand.code}${wave.code}-${String(serial).padStart(4, '0')}`
        const shades = [...colors]
          .sort(() => random.next() - 0.5)
          .slice(0, kind.sizes.length === 1 ? 3 : random.whole(2, 3))
        const moment = Date.parse(`${wave.from}T00:00:00Z`)
        made.push({
          id: random.id(moment),
          code,
          name,
          nameEn,
          search: searchText(name),
          category: kind.category,
          season: wave.code,
          trade: kind.season,
          launchedOn: addDays(wave.from, random.whole(0, 35)),
          tagPrice:
            Math.round(random.between(...kind.price) / 10) * 1000 - 100 * (random.chance(0.5) ? 1 : 0),
          appeal: Math.exp(0.7 * random.normal()),
          skus: shades.flatMap(([color, colorEn, swatch]) =>
            kind.sizes.map((size, sizeOrder) => ({
              id: random.id(moment),
              color,
              colorEn,
              swatch,
              size,
              sizeOrder,
              barcode: barcodeOf(random),
            })),
          ),
        })
      }
    }
  }
  return made
}

/** EAN-13 under 29, the range kept for use inside shops, with its check digit. */
function barcodeOf(random: Random): string {
  const body = `29${String(random.whole(0, 9_999_999_999)).padStart(10, '0')}`
  const weighted = [...body].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return body + String((10 - (weighted % 10)) % 10)
}

function waves(start: Day, today: Day): { code: string; from: Day; trade: StylePlan['season'] }[] {
  const kinds = [
    ['A', '01-10', 'spring'],
    ['B', '04-05', 'summer'],
    ['C', '08-05', 'autumn'],
    ['D', '10-05', 'winter'],
  ] as const
  const all: { code: string; from: Day; trade: StylePlan['season'] }[] = []
  for (let year = Number(start.slice(0, 4)) - 1; year <= Number(today.slice(0, 4)); year++) {
    for (const [letter, from, trade] of kinds) {
      const day = `${year}-${from}` as Day
      if (day <= today && day >= addDays(start, -200))
        all.push({ code: `${String(year).slice(2)}${letter}`, from: day, trade })
    }
  }
  return all
}

/** How much a style sells on a day: fresh goods in their season most, old ones a little. */
export function demandFor(style: DemoStyle, day: Day, age: number): number {
  if (style.launchedOn > day) return 0
  const month = Number(day.slice(5, 7))
  const inSeason = seasonWeight[style.trade][month - 1]!
  return style.appeal * inSeason * Math.exp(-age / 150) + (age < 420 ? 0.01 : 0)
}
const seasonWeight: Record<StylePlan['season'], readonly number[]> = {
  winter: [1.2, 0.7, 0.2, 0, 0, 0, 0, 0, 0.1, 0.6, 1.5, 1.6],
  spring: [0.2, 0.9, 1.4, 1.3, 0.8, 0.3, 0.1, 0.1, 0.5, 0.6, 0.3, 0.1],
  summer: [0, 0.1, 0.4, 0.9, 1.5, 1.7, 1.6, 1.2, 0.5, 0.1, 0, 0],
  autumn: [0.8, 0.6, 0.5, 0.3, 0.1, 0, 0.1, 0.6, 1.4, 1.5, 1.2, 1],
  all: [0.8, 0.8, 0.9, 0.9, 0.9, 0.8, 0.7, 0.8, 0.9, 0.9, 0.9, 0.9],
}

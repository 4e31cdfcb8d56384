import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { seeded } from '../../platform/kinds/random.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { csvOf, explained } from './command.ts'
import { afterWeek, certain, meanOf, negativeBinomial } from './distribution.ts'
import { fitForecaster } from './forecast.ts'
import { playGame } from './game.ts'
import { sizeOrder } from './order.ts'
import { coverPolicy, enginePolicy } from './policies.ts'
import { backtest, leastWeeks, planOrders, simulate, startsOf } from './runs.ts'
import { costs, settings } from './settings.ts'
import type { SalesPanel } from './shape.ts'
import { readWeekFolder } from './week-files.ts'

const light = { ...settings, boost: { ...settings.boost, trees: 20 }, models: 1, stride: 8 }

/** Series of known means (one a series, times a yearly season), Poisson around them. */
function madeUp(means: readonly number[], weeks = 120, season = 0.4): SalesPanel {
  const random = seeded(11)
  const draw = (mean: number): number => {
    let k = 0
    for (let chance = random(); chance > Math.exp(-mean); k++) chance *= random()
    return k
  }
  const first = '2022-01-03' as Day
  return {
    series: means.map((_, i) => ({
      store: `${i % 5}`,
      product: `${Math.floor(i / 5)}`,
      attributes: ['1', '1', '1'],
    })),
    weeks: Array.from({ length: weeks }, (_, w) => addDays(first, 7 * w)),
    sales: Float64Array.from({ length: means.length * weeks }, (_, at) =>
      draw(means[Math.floor(at / weeks)]! * (1 + season * Math.sin((2 * Math.PI * (at % weeks)) / 52))),
    ),
    inStock: new Uint8Array(means.length * weeks).fill(1),
  }
}

describe('需求的分布', () => {
  test('chances sum to one, and have the mean and the variance asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        (mean, dispersion) => {
          const chances = negativeBinomial(mean, dispersion)
          expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
          expect(meanOf(chances)).toBeGreaterThan(mean * 0.99)
          expect(meanOf(chances)).toBeLessThan(mean * 1.01)
          const variance = chances.reduce((sum, c, k) => sum + c * (k - mean) ** 2, 0)
          expect(variance / (mean + dispersion * mean ** 2)).toBeGreaterThan(0.95)
          expect(variance / (mean + dispersion * mean ** 2)).toBeLessThan(1.02)
        },
      ),
    )
  })

  test('what cannot be sold is lost, and the shelf never holds less than nothing', () => {
    const demand = Float64Array.of(0.5, 0.25, 0.25)
    expect([...afterWeek(certain(1), demand, 2)]).toEqual([0, 0, 0.5, 0.5])
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.nat(5),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (shelf, arriving, mean) => {
          const after = afterWeek(certain(shelf), negativeBinomial(mean, 0.2), arriving)
          expect(after.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
          expect(after.slice(0, arriving).every((chance) => chance === 0)).toBe(true)
          expect(meanOf(after)).toBeLessThanOrEqual(shelf + arriving + 1e-9)
        },
      ),
    )
  })
})

describe('订多少', () => {
  test('the order is the cheapest of all quantities for the week of arrival', () => {
    fc.assert(
      fc.property(
        fc.nat(6),
        fc.nat(4),
        fc.nat(4),
        fc.double({ min: 0.2, max: 6, noNaN: true }),
        (onHand, one, two, mean) => {
          const demand = [1, 1, 1].map((f) => negativeBinomial(mean * f, 0.3))
          const { pieces } = sizeOrder({ onHand, arriving: [one, two] }, demand, costs)
          let shelf = certain(onHand + one)
          shelf = afterWeek(afterWeek(shelf, demand[0]!, two), demand[1]!, 0)
          const cost = (order: number): number => {
            let sum = 0
            for (const [have, a] of shelf.entries())
              for (const [asked, b] of demand[2]!.entries())
                sum +=
                  a *
                  b *
                  (asked > have + order
                    ? costs.lost * (asked - have - order)
                    : costs.holding * (have + order - asked))
            return sum
          }
          const all = Array.from({ length: 40 }, (_, q) => cost(q))
          expect(cost(pieces)).toBeCloseTo(Math.min(...all), 6)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('a dearer shortage asks for more, a fuller shelf for less', () => {
    const demand = [2, 2, 2].map((mean) => negativeBinomial(mean, 0.3))
    const order = (onHand: number, lost: number): number =>
      sizeOrder({ onHand, arriving: [1, 1] }, demand, { holding: 0.2, lost }).pieces
    expect(order(3, 4)).toBeGreaterThan(order(3, 0.5))
    expect(order(9, 1)).toBeLessThan(order(2, 1))
    expect(order(60, 1)).toBe(0)
  })
})

describe('逐周演算', () => {
  test('an order is there three weeks on; what was sold, kept and lost is counted by hand', () => {
    const panel = { ...madeUp([1], 8), sales: Float64Array.of(0, 2, 1, 3, 5, 0, 0, 0) }
    const game = playGame(panel, [{ onHand: 4, arriving: [0, 0] }], () => [2], { from: 1, weeks: 5, costs })
    // 4 − 2 = 2 left, 2 − 1 = 1, then 1 + 2 − 3 = 0, 2 of 5 wanted, 2 kept
    expect(game.weeks.map((w) => [w.sold, w.ordered])).toEqual([
      [2, 2],
      [1, 2],
      [3, 2],
      [2, 0],
      [0, 0],
    ])
    expect(game.lost).toBe(3)
    expect(game.holding).toBeCloseTo(0.4)
  })

  test('more weeks than the files know are refused with the number that they know', () => {
    const panel = madeUp([1, 3], 100)
    const played = simulate({ panel, position: null, positionWeek: null }, panel.weeks[90]!, 40)
    expect(played).toMatchObject({ refused: 'weeksBeyond', facts: { left: 10, weeks: 40 } })
  })

  test('the engine sees nothing of the weeks to come', () => {
    const panel = madeUp([1, 3, 8, 2, 5, 0.6], 100)
    const later = {
      ...panel,
      sales: Float64Array.from(panel.sales, (s, at) => (at % 100 > 80 ? s * 9 + 7 : s)),
    }
    const positions = panel.series.map(() => ({ onHand: 2, arriving: [1, 1] }))
    const orders = (of: SalesPanel) => enginePolicy(of, costs, light, 1)({ panel: of, week: 80, positions })
    expect(orders(later)).toEqual(orders(panel))
  })

  test('it forecasts a made-up chain well, and costs less than ordering up to four weeks of sales', () => {
    const means = Array.from({ length: 60 }, (_, i) => 0.5 + (i % 12))
    const panel = madeUp(means, 130)
    const forecaster = fitForecaster(panel, 115, 3, light, seeded(1))
    const truth = means.map((m) => m * (1 + 0.4 * Math.sin((2 * Math.PI * 118) / 52)))
    const error = truth.reduce((sum, m, i) => sum + Math.abs(forecaster.demand(i, 115, 3).mean - m), 0)
    expect(error / truth.reduce((a, b) => a + b, 0)).toBeLessThan(0.2)
    const [window] = backtest(panel, [115], light)
    expect(window!.engine.cost).toBeLessThan(window!.cover.cost * 0.9)
  })

  test('weeks out of stock are left out, not taken as weeks without demand', () => {
    const panel = madeUp(
      Array.from({ length: 20 }, () => 4),
      120,
      0,
    )
    for (let w = 100; w < 120; w += 2) {
      panel.sales[w] = 0
      panel.inStock[w] = 0
    }
    const forecaster = fitForecaster(panel, 119, 3, light, seeded(1))
    expect(forecaster.demand(0, 119, 3).mean).toBeGreaterThan(3)
    expect(forecaster.usual(0, 119, 13).weeksIn).toBe(7)
  })
})

describe('文件与说法', () => {
  const folder = async (files: Record<string, string>): Promise<string> => {
    const dir = await mkdtemp(join(tmpdir(), 'jingwei-weeks-'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
    return dir
  }
  const files = {
    'Week 0 - 2024-01-08 - Sales.csv': 'Store,Product,2024-01-01,2024-01-08\n0,126,3.0,0.0\n1,7,2,5\n',
    'Week 1 - 2024-01-15 - Sales.csv': 'Store,Product,2024-01-08,2024-01-15\n0,126,0.0,4\n1,7,5,6\n',
    'Week 0 - In Stock.csv': 'Store,Product,2024-01-01,2024-01-08\n0,126,True,False\n1,7,True,True\n',
    'Week 0 - Master.csv': 'Store,Product,ProductGroup\n0,126,301202\n1,7,440403\n',
    'Week 0 - 2024-01-08 - Initial State.csv':
      'Store,Product,Start Inventory,End Inventory,In Transit W+1,In Transit W+2\n0,126,0,3,0,3\n1,7,0,1,2,1\n',
  }

  test('several weeks of files become one history, with the shelf and the stock beside it', async () => {
    const read = await readWeekFolder(await folder(files))
    if (isRefusal(read)) throw new Error(read.refused)
    expect(read.panel.weeks).toEqual(['2024-01-01', '2024-01-08', '2024-01-15'])
    expect([...read.panel.sales]).toEqual([3, 0, 4, 2, 5, 6])
    expect([...read.panel.inStock]).toEqual([1, 0, 1, 1, 1, 1])
    expect(read.position).toEqual([
      { onHand: 3, arriving: [0, 3] },
      { onHand: 1, arriving: [2, 1] },
    ])
    expect(read.positionWeek).toBe('2024-01-08')
    expect(planOrders(read, undefined)).toMatchObject({
      refused: 'tooShort',
      facts: { weeks: 3, least: leastWeeks },
    })
    expect(planOrders(read, '2024-03-04' as Day)).toMatchObject({ refused: 'weekUnknown' })
  })

  test('a folder that is not there, misses a file or has torn weeks is refused with the file named', async () => {
    expect(await readWeekFolder('/nowhere/at/all')).toMatchObject({ refused: 'folderUnread' })
    expect(await readWeekFolder(await folder({}))).toMatchObject({ refused: 'fileMissing' })
    const torn = { 'A - Sales.csv': 'Store,Product,2024-01-01,2024-01-09\n0,1,3,0\n' }
    expect(await readWeekFolder(await folder(torn))).toMatchObject({ refused: 'fileBroken' })
    const words = { 'A - Sales.csv': 'Store,Product,2024-01-01\n0,1,many\n' }
    expect(await readWeekFolder(await folder(words))).toMatchObject({ refused: 'fileBroken' })
    const bare = { 'A - Sales.csv': 'Store,Product\n0,1\n' }
    expect(await readWeekFolder(await folder(bare))).toMatchObject({ refused: 'headsMissing' })
    const other = { 'A - Sales.csv': 'Shop,Article,2024-01-01\n0,1,2\n' }
    expect(await readWeekFolder(await folder(other))).toMatchObject({ refused: 'headsMissing' })
    const gone = await readWeekFolder(await folder(files), { state: '/nowhere/state.csv' })
    expect(gone).toMatchObject({ refused: 'fileUnread', facts: { file: '/nowhere/state.csv' } })
    const name = 'Week 0 - 2024-01-08 - Initial State.csv'
    const less = { ...files, [name]: files[name].replace('0,3,0,3', '0,-3,0,3') }
    expect(await readWeekFolder(await folder(less))).toMatchObject({ refused: 'fileBroken' })
  })

  test('each order says why, in both languages', () => {
    const key = { store: '0', product: '126', attributes: [] }
    const reason = { demand: 2.4, shelf: 1.2, shortWithout: 0.62, shortWith: 0.14, usual: 2, weeksOut: 3 }
    expect(explained(key, { series: 0, pieces: 3, reason }, 'zh')).toBe(
      '0,126,3  到货那周预计卖 2.4 件（近 13 周在架时周均 2.0 件），架上预计只有 1.2 件；补 3 件，缺货可能从 62 % 降到 14 %；近 13 周有 3 周断货，已剔除，不当作没人买',
    )
    expect(explained(key, { series: 0, pieces: 0, reason: { ...reason, weeksOut: 0 } }, 'en')).toContain(
      'nothing to order',
    )
    expect(csvOf([key], [{ series: 0, pieces: 3, reason }])).toBe('Store,Product,0\n0,126,3')
  })
})

const folders = [process.env.JINGWEI_REAL_DATA, join(process.cwd(), '..', 'shared', 'data')]
const real = folders
  .filter((path): path is string => path !== undefined && path !== '')
  .map((path) => join(path, 'vn2'))
  .find((path) => existsSync(path))
if (!real) console.warn('SKIPPED: no weekly files; set JINGWEI_REAL_DATA to the folder that holds vn2/')

describe('公开比赛的历史', () => {
  test.skipIf(!real)(
    'on a start week of the past the engine costs less than ordering up to four weeks',
    async () => {
      const read = await readWeekFolder(real!)
      if (isRefusal(read)) throw new Error(read.refused)
      const start = startsOf(read.panel).at(-2)!
      const [window] = backtest(read.panel, [start])
      expect(window!.engine.cost).toBeLessThan(window!.cover.cost * 0.95)
      const played = simulate(read, read.panel.weeks[start + 1]!, 8, coverPolicy())
      expect(played).toMatchObject({ isRecorded: false, cost: window!.cover.cost })
    },
    240_000,
  )
})

import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { outFault } from '../../platform/files/command-files.ts'
import { type Day, isDay } from '../../platform/kinds/day.ts'
import { isRefusal, type Refusal } from '../../platform/kinds/refusal.ts'
import { type Language, say } from '../../platform/kinds/words.ts'
import { leadWeeks } from './game.ts'
import { backtest, planOrders, type Simulated, simulate, startsOf, type WindowResult } from './runs.ts'
import { alternatives, settings } from './settings.ts'
import type { OrderProposal, SeriesKey } from './shape.ts'
import { readWeekFolder, type WeekFolder } from './week-files.ts'
import { replenishmentWords as sentences } from './words.ts'

interface Common {
  readonly salesSoFar?: string
  readonly state?: string
  readonly json?: boolean
  readonly language: Language
}

/** `jingwei replenish plan | simulate | backtest DIR`: the replenishment engine on a folder of weekly files. */
export function registerReplenishCommand(program: Command): void {
  const replenish = program
    .command('replenish')
    .description('weekly orders for store × product series from a folder of files / 补货')
  const withFolder = (name: string, description: string): Command =>
    replenish
      .command(name)
      .description(description)
      .argument('<dir>', 'folder with … Sales.csv, … In Stock.csv, … Initial State.csv, … Master.csv')
      .option('--sales-so-far <file>', 'sales of later weeks, put together with those of the folder')
      .option('--state <file>', 'stock after the week in its name, instead of the folder’s own')
      .option('--json', 'as JSON')
      .addOption(new Option('--language <language>', 'zh or en').choices(['zh', 'en']).default('en'))
  withFolder('plan', 'orders after the close of a week, as CSV / 订货')
    .option('--week <day>', 'the week that has closed (default: the last with sales)', aDay)
    .option('--explain', 'each order with its reason instead of the bare CSV')
    .option('--out <file>', 'write there instead of to standard output')
    .action(
      async (
        dir: string,
        options: Common & { week?: Day; explain?: boolean; out?: string },
        command: Command,
      ) => {
        const unwritten = await outFault(options.out, options.language)
        if (unwritten) command.error(unwritten)
        const folder = await opened(dir, options, command)
        const planned = refusing(planOrders(folder, options.week), options, command)
        const { series } = folder.panel
        const text = options.json
          ? JSON.stringify(planned.orders.map((o) => ({ ...series[o.series]!, ...o })))
          : options.explain
            ? planned.orders.map((o) => explained(series[o.series]!, o, options.language)).join('\n')
            : csvOf(series, planned.orders)
        if (options.out === undefined) console.log(text)
        else await writeFile(options.out, `${text}\n`)
      },
    )
  withFolder('simulate', 'plays ordering week by week against known sales / 逐周演算')
    .requiredOption(
      '--from <day>',
      'first week to play; the week of the recorded stock: from its close',
      aDay,
    )
    .option('--weeks <n>', 'weeks to play', weeksToPlay, 8)
    .action(async (dir: string, options: Common & { from: Day; weeks: number }, command: Command) => {
      const folder = await opened(dir, options, command)
      const played = refusing(simulate(folder, options.from, options.weeks), options, command)
      if (options.json) console.log(JSON.stringify(played))
      else for (const line of gameText(folder, played, options.language)) console.log(line)
    })
  withFolder('backtest', 'the engine against ordering up to four weeks, on past start weeks / 回测')
    .option('--alternatives', 'also with each setting that was tried before these were chosen')
    .action(async (dir: string, options: Common & { alternatives?: boolean }, command: Command) => {
      const { panel } = await opened(dir, options, command)
      const all = options.alternatives ? alternatives : [{ name: '', settings }]
      for (const { name, settings: tried } of all) {
        if (name !== '') console.log(name)
        const lines = backtest(panel, startsOf(panel), tried, (w) => {
          if (!options.json) console.log(windowText(w, options.language))
        })
        console.log(options.json ? JSON.stringify(lines) : sumText(lines, options.language))
      }
    })
}

/** The orders in the form in which they are handed in: store, product, pieces. */
export function csvOf(series: readonly SeriesKey[], orders: readonly OrderProposal[]): string {
  const lines = orders.map(({ series: i, pieces }) => `${series[i]!.store},${series[i]!.product},${pieces}`)
  return ['Store,Product,0', ...lines].join('\n')
}

/** One order as a sentence for the one who has to believe it. */
export function explained({ store, product }: SeriesKey, order: OrderProposal, language: Language): string {
  const { demand, shelf, shortWithout, shortWith, usual, weeksOut } = order.reason
  const facts = {
    pieces: order.pieces,
    demand: demand.toFixed(1),
    shelf: shelf.toFixed(1),
    usual: usual.toFixed(1),
    shortWithout: `${Math.round(shortWithout * 100)} %`,
    shortWith: `${Math.round(shortWith * 100)} %`,
    weeksOut,
  }
  const why = say(sentences[order.pieces === 0 ? 'none' : 'order'], language, facts)
  const out = weeksOut > 0 ? say(sentences.outWeeks, language, facts) : ''
  return `${store},${product},${order.pieces}  ${why}${out}`
}

function gameText({ panel, positionWeek }: WeekFolder, played: Simulated, language: Language): string[] {
  const lines = played.weeks.map((w, step) =>
    say(sentences.gameWeek, language, {
      week: panel.weeks[w.week],
      ordered: w.ordered,
      sold: w.sold,
      holding: w.holding.toFixed(1),
      lost: w.lost.toFixed(1),
      note: step < leadWeeks - 1 ? say(sentences.notCounted, language) : '',
    }),
  )
  const start = played.isRecorded ? [] : [say(sentences.startMade, language, { known: positionWeek ?? '—' })]
  return [...start, ...lines, say(sentences.gameSum, language, parts(played))]
}

const parts = ({ cost, holding, lost }: { cost: number; holding: number; lost: number }) => ({
  cost: cost.toFixed(1),
  holding: holding.toFixed(1),
  lost: lost.toFixed(1),
})

function windowText({ week, engine, cover }: WindowResult, language: Language): string {
  const { cost, holding, lost } = parts(engine)
  const ratio = (engine.cost / cover.cost).toFixed(3)
  return say(sentences.windowLine, language, {
    week,
    engine: cost,
    holding,
    lost,
    cover: cover.cost.toFixed(1),
    ratio,
  })
}

function sumText(results: readonly WindowResult[], language: Language): string {
  const engine = results.reduce((sum, r) => sum + r.engine.cost, 0)
  const cover = results.reduce((sum, r) => sum + r.cover.cost, 0)
  return say(sentences.windowSum, language, {
    windows: results.length,
    engine: engine.toFixed(1),
    cover: cover.toFixed(1),
    ratio: (engine / cover).toFixed(3),
  })
}

async function opened(dir: string, options: Common, command: Command): Promise<WeekFolder> {
  return refusing(await readWeekFolder(dir, options), options, command)
}

/** Ends the command with the refusal's sentence. */
function refusing<T>(answer: T | Refusal, { language }: Common, command: Command): T {
  if (isRefusal(answer))
    command.error(say(sentences[answer.refused as keyof typeof sentences], language, answer.facts))
  return answer as T
}

function aDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('a day is YYYY-MM-DD')
  return text
}
function weeksToPlay(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < leadWeeks)
    throw new InvalidArgumentError(`${leadWeeks} weeks or more`)
  return number
}

import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { CsvError } from 'csv-parse/sync'
import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, dayNumber, daysBetween, fromDayNumber, isDay } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { AccuracyReport } from './accuracy.ts'
import { measureAccuracy } from './accuracy.ts'
import { accuracyWords } from './accuracy-words.ts'
import type { Region } from './calendar.ts'
import { calendarOf } from './calendar.ts'
import type { Column, ColumnMapping, DayFile, DayFileRefusal } from './day-file.ts'
import { columnNames, readDayFile } from './day-file.ts'
import { coefficientsOf, explain, strongest } from './explain.ts'
import { storeDaysOf } from './store-days.ts'

export interface ForecastAccuracyInput {
  /** CSV or CSV.gz of store-day totals. */
  readonly file: string
  /** First day to forecast; all before it teaches. */
  readonly splitDay: Day
  /** Days to forecast; default six weeks, or to the end of the file if that comes first. */
  readonly horizonDays?: number
  readonly columns?: ColumnMapping
  /** Default: a file that names its own public holidays is read with a plain calendar, any other with China's. */
  readonly region?: Region
}
export interface ForecastAccuracy extends AccuracyReport {
  readonly stores: number
  readonly lines: number
  readonly rejected: DayFile['rejected']
  readonly columns: ColumnMapping
  readonly region: Region
  readonly from: Day
  readonly until: Day
}

export type AccuracyRefusal = DayFileRefusal | Refusal<'splitOutside' | 'fileUnreadable'>

/** Reads the file and measures every model on the days from `splitDay` on. A bad file is refused, not thrown. */
export async function forecastAccuracy(
  input: ForecastAccuracyInput,
): Promise<ForecastAccuracy | AccuracyRefusal> {
  const file = await readFileOfDays(input)
  if (isRefusal(file)) return file
  const stores = storeDaysOf(file.lines)
  const from = dayNumber(input.splitDay)
  const last = stores.reduce(
    (latest, s) => Math.max(latest, s.first + s.length - 1),
    Number.NEGATIVE_INFINITY,
  )
  const first = stores.reduce((earliest, s) => Math.min(earliest, s.first), Number.POSITIVE_INFINITY)
  if (!(from > first && from <= last)) {
    return refuse('splitOutside', { split: input.splitDay, first: dayText(first), last: dayText(last) })
  }
  const horizon = Math.min(input.horizonDays ?? 42, last - from + 1)
  const region = input.region ?? (file.columns.publicHoliday ? 'plain' : 'china')
  const report = measureAccuracy(
    stores,
    calendarOf(region),
    { from, horizon },
    () => performance.now() / 1000,
  )
  return {
    ...report,
    stores: stores.length,
    lines: file.lines.length,
    rejected: file.rejected,
    columns: file.columns,
    region,
    from: input.splitDay,
    until: addDays(input.splitDay, horizon - 1),
  }
}

/** A file that is not there, not gzip inside or torn is the caller's matter; any other fault is ours and thrown. */
async function readFileOfDays({ file, columns }: ForecastAccuracyInput): Promise<DayFile | AccuracyRefusal> {
  try {
    const bytes = await readFile(file)
    return readDayFile(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes, columns)
  } catch (fault) {
    if (fault instanceof CsvError || (fault instanceof Error && 'code' in fault)) {
      return refuse('fileUnreadable', { file, reason: fault.message })
    }
    throw fault
  }
}

/** The report as lines of text. */
export function accuracyText(report: ForecastAccuracy, language: Language): string[] {
  const told = (key: keyof typeof accuracyWords, facts: Readonly<Record<string, unknown>> = {}) =>
    say(accuracyWords[key], language, facts)
  const { settings, windows, tried } = report.chosen
  const lines = [
    told('read', { stores: report.stores, lines: report.lines, rejected: report.rejected.length }),
    told('tested', { from: report.from, until: report.until }),
    '',
    ...report.accuracies.map((a) =>
      told('result', {
        model: told(a.model, { halfLife: report.halfLife }).padEnd(language === 'zh' ? 22 : 44),
        error: a.error.toFixed(4),
        days: a.days,
        seconds: a.seconds.toFixed(2),
      }),
    ),
    '',
    windows.length === 0
      ? told('notChosen')
      : told('chosen', {
          windows: windows.map((w) => fromDayNumber(w.from)).join(', '),
          tried: tried.length,
          seconds: report.choosingSeconds.toFixed(1),
        }),
    told('settings', {
      halfLife: settings.halfLife,
      pull: settings.pull,
      shrink: settings.shrink.toFixed(4),
      level: Number.isFinite(settings.levelPull) ? `${settings.levelHalfLife}/${settings.levelPull}` : '—',
    }),
    '',
    told('effects'),
  ]
  const coefficients = coefficientsOf(report.model)
  if (coefficients) {
    for (const effect of strongest(explain(coefficients), 20))
      lines.push(`  ${effect.sentence[language === 'zh' ? 0 : 1]}`)
  }
  return lines
}

/** `jingwei forecast-accuracy FILE --split-day 2015-05-09 [--until DAY] [--column sales=金额] [--calendar china|plain]` */
export function registerForecastCommand(program: Command): void {
  program
    .command('forecast-accuracy')
    .description('measure the forecast on a file of store-day totals / 用店日销售文件检验预测')
    .argument('<file>', 'CSV or CSV.gz: store, date, sales and, where known, open, promo, holidays')
    .requiredOption('--split-day <day>', 'first day to forecast, all before it teaches', aDay)
    .option('--until <day>', 'last day to forecast (default: six weeks)', aDay)
    .option(
      '--column <name=heading>',
      `heading of a column: ${Object.keys(columnNames).join(', ')}`,
      aColumn,
      {},
    )
    .addOption(new Option('--calendar <region>', 'whose festivals').choices(['china', 'plain']))
    .addOption(new Option('--language <language>', 'zh or en').choices(['zh', 'en']).default('zh'))
    .action(
      async (
        file: string,
        options: { splitDay: Day; until?: Day; column: ColumnMapping; calendar?: Region; language: Language },
        command: Command,
      ) => {
        const answer = await forecastAccuracy({
          file,
          splitDay: options.splitDay,
          columns: options.column,
          ...(options.until ? { horizonDays: daysBetween(options.splitDay, options.until) + 1 } : {}),
          ...(options.calendar ? { region: options.calendar } : {}),
        })
        if (isRefusal(answer)) command.error(refusalText(answer, options.language))
        for (const line of accuracyText(answer, options.language)) console.log(line)
      },
    )
}

export const refusalText = (refusal: AccuracyRefusal, language: Language): string =>
  say(accuracyWords[refusal.refused], language, refusal.facts)

const dayText = (number: number): string => (Number.isFinite(number) ? fromDayNumber(number) : '—')

function aDay(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('a day is YYYY-MM-DD')
  return text
}
function aColumn(text: string, before: ColumnMapping): ColumnMapping {
  const [column, heading] = text.split('=', 2)
  if (!column || !(column in columnNames) || !heading)
    throw new InvalidArgumentError('write name=heading, e.g. sales=金额')
  return { ...before, [column as Column]: heading }
}

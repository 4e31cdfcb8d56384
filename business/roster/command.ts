import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import { InvalidArgumentError, Option } from 'commander'
import { isUnread, outFault } from '../../platform/files/command-files.ts'
import { isRefusal, type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { type Language, say } from '../../platform/kinds/words.ts'
import { checkRoster, type RosterJudgement } from './check.ts'
import { readInstance } from './instance-file.ts'
import { readRoster, writeRoster } from './roster-file.ts'
import type { RosterProblem } from './shape.ts'
import { solveInThread } from './solve-thread.ts'
import { rosterWords } from './words.ts'

interface SolveOptions {
  readonly minutes: number
  readonly seed: number
  readonly out?: string
  readonly json?: boolean
  readonly language: Language
}
interface CheckOptions {
  readonly json?: boolean
  readonly language: Language
}

/** `jingwei roster solve FILE` and `jingwei roster check FILE SOLUTION`: the roster solver on any instance file. */
export function registerRosterCommand(program: Command): void {
  const roster = program
    .command('roster')
    .description('solve and check shift-scheduling files / 排班求解与检验')
  const language = () => new Option('--language <language>', 'zh or en').choices(['zh', 'en']).default('en')
  roster
    .command('solve')
    .description('the best roster found in the time given; progress goes to standard error / 求解')
    .argument('<file>', 'instance: XML of a SchedulingPeriod, or text with SECTION_ headings')
    .option(
      '--minutes <n>',
      'time to search, the first legal roster apart; it ends sooner when nothing better is possible',
      positive,
      10,
    )
    .option('--seed <n>', 'where chance starts', positive, 1)
    .option('--out <file>', 'write the roster: .csv, or .xml / .ros')
    .option('--json', 'the result as one JSON object')
    .addOption(language())
    .action(async (file: string, options: SolveOptions, command: Command) => {
      const unwritten = await outFault(options.out, options.language)
      if (unwritten) command.error(unwritten)
      const answer = await solveFile(file, options)
      if (isRefusal(answer)) command.error(refusalText(answer, options.language))
      for (const line of answer) console.log(line)
    })
  roster
    .command('check')
    .description('counts what a roster breaks and what it costs, apart from the solver / 独立检验')
    .argument('<file>', 'instance')
    .argument('<solution>', 'roster as written by solve: CSV or XML')
    .option('--json', 'the result as one JSON object')
    .addOption(language())
    .action(async (file: string, solution: string, options: CheckOptions, command: Command) => {
      const answer = await checkFile(file, solution)
      if (isRefusal(answer)) command.error(refusalText(answer, options.language))
      if (options.json) console.log(JSON.stringify(answer))
      else for (const line of judgementText(answer, options.language)) console.log(line)
      if (answer.breaches.length > 0) process.exitCode = 2
    })
}

async function solveFile(file: string, options: SolveOptions): Promise<string[] | Refusal> {
  const problem = await instanceOf(file)
  if (isRefusal(problem)) return problem
  const settings = { seed: options.seed, seconds: options.minutes * 60 }
  const running = solveInThread(problem, settings, ({ step, cost, bound, seconds }) => {
    if (step === 'done') return
    const facts = {
      cost: tidy(cost),
      bound: bound === undefined ? '—' : bound.toFixed(2),
      seconds: seconds.toFixed(1),
    }
    console.error(say(rosterWords[step], options.language, facts))
  })
  const stop = (): void => running.stop()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const solved = await running.answer
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  if ('stuck' in solved)
    return refuse(solved.isCertain ? 'noMonth' : 'noMonthFound', {
      people: solved.stuck.map((p) => problem.people[p]!.id).join(', '),
    })
  const judged = checkRoster(problem, solved.grid)
  if (options.out !== undefined) {
    const form = ['.xml', '.ros'].includes(extname(options.out).toLowerCase()) ? 'xml' : 'csv'
    await writeFile(options.out, writeRoster(problem, solved.grid, form, basename(file)))
  }
  const bound = solved.bound === null ? null : Math.round(solved.bound * 100) / 100
  const seconds = Math.round(solved.seconds * 10) / 10
  if (options.json) {
    const result = {
      cost: tidy(judged.cost),
      hardViolations: judged.breaches.length,
      lowerBound: bound,
      seconds,
      stopped: solved.stopped,
      roster: solved.grid.map((row) => row.map((s) => (s === -1 ? '-' : problem.shifts[s]!.id))),
    }
    return [JSON.stringify(result)]
  }
  const facts = { cost: tidy(judged.cost), breaches: judged.breaches.length, bound: bound ?? '—', seconds }
  return [say(rosterWords.solved, options.language, facts)]
}

async function checkFile(file: string, solution: string): Promise<RosterJudgement | Refusal> {
  const problem = await instanceOf(file)
  if (isRefusal(problem)) return problem
  const text = await textOfFile(solution)
  if (isRefusal(text)) return text
  const grid = readRoster(problem, text)
  return isRefusal(grid) ? grid : checkRoster(problem, grid)
}

/** A judgement as lines: the sum first, then each breach. */
export function judgementText(judged: RosterJudgement, language: Language): string[] {
  const facts = { ...judged, breaches: judged.breaches.length }
  return [
    say(rosterWords.judged, language, facts),
    ...judged.breaches.map(({ rule, person, day }) =>
      say(day === undefined ? rosterWords.breach : rosterWords.breachOn, language, {
        person,
        day,
        rule: say(rosterWords[rule], language),
      }),
    ),
  ]
}

async function instanceOf(file: string): Promise<RosterProblem | Refusal> {
  const text = await textOfFile(file)
  return isRefusal(text) ? text : readInstance(text)
}

async function textOfFile(file: string): Promise<string | Refusal> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if (isUnread(fault)) return refuse('fileMissing', { file })
    throw fault
  }
}

const refusalText = (refusal: Refusal, language: Language): string =>
  say(rosterWords[refusal.refused as keyof typeof rosterWords], language, refusal.facts)

/** Sums of weights carry no tail of floating point. */
const tidy = (cost: number): number => Math.round(cost * 1e6) / 1e6

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('a number above 0')
  return number
}

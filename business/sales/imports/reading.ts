import type { Db } from '../../../platform/database/database.ts'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { GoodsIntake } from '../../goods/intake/shape.ts'
import type { PeopleIntake, StoreIntake } from '../../organization/intake/shape.ts'
import { askBooks, askBooksForDays } from './books.ts'
import { type DaySurvey, surveyDays } from './day-file.ts'
import { readGoodsList } from './goods-file.ts'
import { type ListRead, readPeopleList, readStoreList } from './list-file.ts'
import { type ProfiledFile, profileFile } from './profile-file.ts'
import { Exchange, openRates } from './rules/currency.ts'
import { suggest, suggestColumns } from './rules/mapping.ts'
import { type PlanWhy, planOf, type ReadPlan } from './rules/plan.ts'
import { type ImportSettings, isList, type SeenCurrency, settingsShape } from './shape.ts'
import { type KnownStore, StoreBook } from './stores-in-file.ts'
import { companyCurrency, companyTimeZone, findAssociates, findLearnt, findStores } from './tables.ts'
import { type FileAssociate, type ReadingOptions, type Survey, surveyTickets } from './ticket-file.ts'

export interface ReadingInput {
  readonly path: string
  /** With what the phone numbers of people are sealed and opened. */
  readonly keys: Keys
  /** What people set so far; what is missing is learnt from earlier files or suggested. */
  readonly settings: Partial<ImportSettings> | undefined
  readonly today: Day
  /** The import under way; none while a file is only looked at. */
  readonly underWay?: string
  readonly onProgress: (share: number, rows: number) => void
}

/** A file read as far as its settings allow, and compared with the books. */
export interface Reading {
  readonly profile: ProfiledFile
  readonly settings: ImportSettings
  /** The settings come from an earlier file with these headers. */
  readonly learnt: boolean
  readonly questions: readonly Refusal<PlanWhy>[]
  readonly ready: ReadyFile | undefined
  readonly currency: string
  /** The currencies that its rows are in, with their sums; empty for lists, and where other questions come first. */
  readonly currencies: readonly SeenCurrency[]
}
export type ReadyFile =
  | {
      readonly kind: 'ticketLines'
      readonly options: ReadingOptions
      readonly survey: Survey
      readonly book: StoreBook
      readonly stores: ReadonlyMap<string, KnownStore>
      /** Associates of the file whom nobody has filed. */
      readonly missingPeople: readonly (FileAssociate & { readonly text: string; readonly store: string })[]
      readonly people: ReadonlyMap<string, string>
    }
  | {
      readonly kind: 'storeDays'
      readonly options: ReadingOptions
      readonly survey: DaySurvey
      readonly book: StoreBook
      readonly stores: ReadonlyMap<string, KnownStore>
    }
  | { readonly kind: 'stores'; readonly plan: ReadPlan; readonly list: ListRead<StoreIntake> }
  | { readonly kind: 'people'; readonly plan: ReadPlan; readonly list: ListRead<PeopleIntake> }
  | { readonly kind: 'goods'; readonly plan: ReadPlan; readonly list: ListRead<GoodsIntake> }

/** Reads a file, decides how it is to be taken, and asks the books what of it they hold already. Writes nothing. */
export async function readImport(db: Db, input: ReadingInput): Promise<Reading | Refusal<FileRefusalWhy>> {
  const third = (from: number) => (share: number, rows: number) => input.onProgress(from + share / 3, rows)
  const profile = await profileFile(input.path, input.settings?.sheet, third(0))
  if (isRefusal(profile)) return profile as Refusal<FileRefusalWhy>
  const learntSettings = await findLearnt(db, profile.signature)
  const settings = settle(profile, input.settings, learntSettings)
  const exchange = new Exchange(await companyCurrency(db), settings.currencies)
  const reading = {
    profile,
    settings,
    learnt: learntSettings !== undefined,
    currency: exchange.own,
    currencies: [],
  }
  const plan = planOf(profile, settings)
  if (Array.isArray(plan)) return { ...reading, questions: plan, ready: undefined }
  const compared = await compare(db, input, plan, exchange, third(1 / 3))
  return isRefusal(compared)
    ? (compared as Refusal<FileRefusalWhy>)
    : { ...reading, ...(compared as Compared) }
}
type Compared = Pick<Reading, 'questions' | 'ready' | 'currencies'>

/** What people say goes before what was learnt from such files, and that before what the headers suggest. */
function settle(
  profile: ProfiledFile,
  said: Partial<ImportSettings> | undefined,
  learnt: ImportSettings | undefined,
): ImportSettings {
  const has = (key: string) => profile.columns.some((c) => c.key === key)
  const base = learnt && (said?.kind === undefined || said.kind === learnt.kind) ? learnt : undefined
  const kind = said?.kind ?? base?.kind ?? suggest(profile.columns).kind
  const columns: Record<string, string> = { ...suggestColumns(profile.columns, kind) }
  for (const given of [base?.columns, said?.columns]) {
    for (const [field, key] of Object.entries(given ?? {})) {
      if (key !== '' && !has(key) && given === base?.columns) continue
      // A column that people give to one field is no longer what was suggested for another.
      for (const [other, taken] of Object.entries(columns))
        if (taken === key && other !== field) delete columns[other]
      columns[field] = key
    }
  }
  return settingsShape.parse({
    ...base,
    ...said,
    kind,
    columns,
    fixed: { ...base?.fixed, ...said?.fixed },
    storeNames: { ...base?.storeNames, ...said?.storeNames },
  })
}

async function compare(
  db: Db,
  input: ReadingInput,
  plan: ReadPlan,
  exchange: Exchange,
  onProgress: ReadingInput['onProgress'],
): Promise<Compared | Refusal<FileRefusalWhy>> {
  const timeZone = await companyTimeZone(db)
  const { path, today } = input
  const { kind } = plan.settings
  if (isList(kind)) {
    const options = { path, plan, today, timeZone, onProgress, keys: input.keys }
    const read = { stores: readStoreList, people: readPeopleList, goods: readGoodsList }[kind]
    const list = await read(db, options)
    return isRefusal(list)
      ? (list as Refusal<FileRefusalWhy>)
      : { questions: [], currencies: [], ready: { kind, plan, list } as ReadyFile }
  }
  const known = await findStores(db)
  const stores = new Map(known.map((s) => [s.key, s]))
  const book = new StoreBook(known, plan.settings, timeZone)
  const options: ReadingOptions = {
    path,
    plan,
    onProgress,
    context: { today, exchange, store: (text, name) => book.resolve(text, name) },
  }
  if (kind === 'storeDays') {
    const survey = await surveyDays(options)
    if (isRefusal(survey)) return survey as Refusal<FileRefusalWhy>
    const { currencies } = survey as DaySurvey
    const questions = openRates(currencies, exchange, today)
    if (questions.length > 0) return { questions, currencies, ready: undefined }
    book.stopCounting()
    await askBooksForDays(db, survey as DaySurvey, stores, exchange, input.underWay)
    return {
      questions,
      currencies,
      ready: { kind, options, survey: survey as DaySurvey, book, stores },
    }
  }
  const survey = await surveyTickets(options)
  if (isRefusal(survey)) return survey as Refusal<FileRefusalWhy>
  const seen = survey as Survey
  const { currencies } = seen
  const questions = openRates(currencies, exchange, today)
  if (questions.length > 0) return { questions, currencies, ready: undefined }
  book.stopCounting()
  await askBooks(db, seen, stores, exchange, input.underWay)
  const associates = [...seen.associates].map(([text, a]) => ({ text, store: mainStore(a), ...a }))
  const people = await findAssociates(
    db,
    associates.map((a) => ({ text: a.text, store: stores.get(a.store)?.id ?? null })),
  )
  const missingPeople = associates.filter((a) => !people.has(a.text))
  return {
    questions,
    currencies,
    ready: { kind, options, survey: seen, book, stores, people, missingPeople },
  }
}

/** The store in which the associate has most lines. */
export const mainStore = (a: FileAssociate): string =>
  [...a.stores].reduce((best, next) => (next[1] > best[1] ? next : best))[0]

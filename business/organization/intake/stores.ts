import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { isTimeZone, laterOf, type StoreKind } from '../shape.ts'
import { areaOn, changeStore, moveStore, openStore } from '../stores/rules.ts'
import type { Area, Mall, StoreInput } from '../stores/shape.ts'
import { plain, readDay, readKind, readSquareMetres, sameText } from './cells.ts'
import type {
  IntakeRow,
  IntakeWhy,
  KnownStores,
  RefusedRow,
  StoreDefaults,
  StoreField,
  StoreIntake,
  StoreWritten,
} from './shape.ts'
import { placeOfCountry } from './zones.ts'

type Row = IntakeRow<StoreField>
type Known = KnownStores['stores'][number]

/**
 * Decides what a list of stores changes: stores are told apart by code. An empty cell leaves a known store as it
 * is. `from` is the day from which a changed area or selling area counts. Where the file has no column of codes,
 * the name is the code.
 */
export function readStores(
  rows: readonly Row[],
  known: KnownStores,
  defaults: StoreDefaults,
  from: Day,
  makeId: () => string,
): StoreIntake {
  const book = new Book(known, makeId)
  const coded = rows.some(({ cells }) => plain(cells.code) !== '')
  const creates: StoreWritten[] = []
  const updates: StoreWritten[] = []
  const unchanged: number[] = []
  const refused: RefusedRow[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const code = plain(coded ? row.cells.code : row.cells.name).replace(/ /g, coded ? '' : '-')
    const before = seen.get(sameText(code))
    const present = book.stores.get(sameText(code))
    const answer =
      code === ''
        ? refuse(coded ? 'codeMissing' : 'nameMissing')
        : before !== undefined
          ? refuse('twiceInFile', { row: before, key: code })
          : present
            ? change(row, present, book, from)
            : create(row, code, book, defaults)
    if (isRefusal(answer)) refused.push({ row: row.row, refusal: answer as Refusal<IntakeWhy> })
    else if (answer === 'same') unchanged.push(row.row)
    else (present ? updates : creates).push(answer)
    if (code !== '' && before === undefined) seen.set(sameText(code), row.row)
  }
  return { ...book.made([...creates, ...updates]), creates, updates, unchanged, refused }
}

function create(row: Row, code: string, book: Book, defaults: StoreDefaults): StoreWritten | Refusal {
  const read = readCells(row)
  if (isRefusal(read)) return read
  if (!read.name) return refuse('nameMissing', {}, 'name')
  const openedOn = read.openedOn ?? defaults.openedOn
  const abroad = placeOfCountry(read.country ?? '', read.city ?? '')
  const mall = read.mall ? book.mall(read.mall, read.city ?? '') : undefined
  const area = book.area(read.area ?? defaults.area, openedOn)
  const input: StoreInput = {
    id: book.makeId(),
    code,
    name: read.name,
    nameEn: read.nameEn ?? null,
    kind: read.kind ?? (mall ? 'concession' : defaults.kind),
    mall: mall?.id ?? null,
    city: read.city ?? null,
    country: read.country ?? null,
    currency: read.currency ?? abroad?.currency ?? null,
    timeZone: read.timeZone ?? abroad?.zone ?? defaults.timeZone,
    cutOffMinutes: 0,
    opensAt: '10:00',
    closesAt: '22:00',
    openedOn,
  }
  const decision = openStore(input, area, { taken: undefined, mall })
  if (isRefusal(decision)) return decision
  if (read.closedOn && read.closedOn < openedOn)
    return refuse('closesBeforeOpening', { day: openedOn }, 'closedOn')
  return {
    ...input,
    row: row.row,
    closedOn: read.closedOn ?? null,
    memberships: decision.memberships,
    measured: read.squareMetres === undefined ? null : { from: openedOn, squareMetres: read.squareMetres },
  }
}

function change(row: Row, present: Known, book: Book, from: Day): StoreWritten | 'same' | Refusal {
  const read = readCells(row)
  if (isRefusal(read)) return read
  const {
    mall: presentMall,
    closedOn: presentlyClosed,
    memberships: presentAreas,
    squareMetres: presentSize,
    ...facts
  } = present
  const mall = read.mall ? book.mall(read.mall, read.city ?? present.city ?? '') : (presentMall ?? undefined)
  const input: StoreInput = {
    ...facts,
    name: read.name ?? facts.name,
    nameEn: read.nameEn ?? facts.nameEn,
    kind: read.kind ?? facts.kind,
    mall: mall?.id ?? null,
    city: read.city ?? facts.city,
    country: read.country ?? facts.country,
    currency: read.currency ?? facts.currency,
    timeZone: read.timeZone ?? facts.timeZone,
    openedOn: read.openedOn ?? facts.openedOn,
  }
  const closedOn = read.closedOn ?? presentlyClosed
  const decision = changeStore({ ...present, closedOn }, presentAreas, input, { taken: undefined, mall })
  if (isRefusal(decision)) return decision
  let { memberships } = decision
  const since = laterOf(from, input.openedOn)
  if (read.area) {
    const area = book.area(read.area, since)
    if (areaOn(memberships, since) !== area.id) {
      const moved = moveStore({ ...present, ...input, mall: null, closedOn }, memberships, area, since)
      if (isRefusal(moved)) return moved
      memberships = moved.memberships
    }
  }
  const measured =
    read.squareMetres === undefined || read.squareMetres === presentSize
      ? null
      : { from: since, squareMetres: read.squareMetres }
  const before = {
    ...facts,
    mall: presentMall?.id ?? null,
    closedOn: presentlyClosed,
    memberships: presentAreas,
    measured: null,
  }
  const after = { ...input, closedOn, memberships, measured }
  return JSON.stringify(ordered(before)) === JSON.stringify(ordered(after))
    ? 'same'
    : { ...after, row: row.row }
}

interface StoreCells {
  name?: string
  nameEn?: string
  kind?: StoreKind
  timeZone?: string
  mall?: string
  area?: string
  city?: string
  country?: string
  currency?: string
  openedOn?: Day
  closedOn?: Day
  squareMetres?: number
}

/** The cells that say something, read; the first that cannot be read refuses the row. */
function readCells({ cells }: Row): StoreCells | Refusal {
  const read: StoreCells = {}
  for (const field of ['name', 'nameEn', 'mall', 'area', 'city', 'country'] as const) {
    const text = plain(cells[field])
    if (text) read[field] = text
  }
  for (const field of ['openedOn', 'closedOn'] as const) {
    const text = plain(cells[field])
    if (!text) continue
    const day = readDay(text)
    if (!day) return refuse('dayUnreadable', { text }, field)
    read[field] = day
  }
  const [kind, size, zone, currency] = [
    plain(cells.kind),
    plain(cells.squareMetres),
    plain(cells.timeZone),
    plain(cells.currency).toUpperCase(),
  ]
  if (kind) {
    const found = readKind(kind)
    if (!found) return refuse('kindUnknown', { text: kind }, 'kind')
    read.kind = found
  }
  if (size) {
    const found = readSquareMetres(size)
    if (found === undefined) return refuse('sizeUnreadable', { text: size }, 'squareMetres')
    read.squareMetres = found
  }
  if (zone && !isTimeZone(zone)) return refuse('zoneUnreadable', { text: zone }, 'timeZone')
  if (currency && !/^[A-Z]{3}$/.test(currency))
    return refuse('currencyUnreadable', { text: currency }, 'currency')
  return { ...read, ...(zone ? { timeZone: zone } : {}), ...(currency ? { currency } : {}) }
}

/** What is known, with the areas and malls that the file brings along; only those that are used are made. */
class Book {
  readonly stores: ReadonlyMap<string, Known>
  private readonly areas = new Map<string, Area>()
  private readonly malls = new Map<string, Mall>()
  private readonly newAreas: Area[] = []
  private readonly newMalls: Mall[] = []
  private readonly codes: Set<string>

  constructor(
    known: KnownStores,
    readonly makeId: () => string,
  ) {
    this.stores = new Map(known.stores.map((s) => [sameText(s.code), s]))
    for (const area of known.areas)
      for (const name of [area.code, area.name, area.nameEn]) if (name) this.areas.set(sameText(name), area)
    for (const mall of known.malls) this.malls.set(sameText(`${mall.city}/${mall.name}`), mall)
    this.codes = new Set(known.areas.map((a) => a.code))
  }

  /** A new area exists from the first day that the file needs it. */
  area(name: string, on: Day): Area {
    const found = this.areas.get(sameText(name))
    const isNew = found !== undefined && this.newAreas.some((a) => a.id === found.id)
    if (found && !(isNew && on < found.openedOn)) return found
    const area: Area = found
      ? { ...found, openedOn: on }
      : { id: this.makeId(), code: this.freeCode(), name, nameEn: null, openedOn: on, closedOn: null }
    if (found) this.newAreas[this.newAreas.findIndex((a) => a.id === found.id)] = area
    else this.newAreas.push(area)
    this.areas.set(sameText(name), area)
    return area
  }

  mall(name: string, city: string): Mall {
    const key = sameText(`${city}/${name}`)
    let mall = this.malls.get(key)
    if (!mall) {
      mall = { id: this.makeId(), name, nameEn: null, city }
      this.malls.set(key, mall)
      this.newMalls.push(mall)
    }
    return mall
  }

  made(written: readonly StoreWritten[]): { areas: Area[]; malls: Mall[] } {
    const used = new Set(written.flatMap((s) => [s.mall, ...s.memberships.map((m) => m.area)]))
    return {
      areas: this.newAreas.filter((a) => used.has(a.id)),
      malls: this.newMalls.filter((m) => used.has(m.id)),
    }
  }

  private freeCode(): string {
    let number = this.codes.size + 1
    while (this.codes.has(`A${number}`)) number += 1
    this.codes.add(`A${number}`)
    return `A${number}`
  }
}

const ordered = (facts: object): [string, unknown][] =>
  Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))

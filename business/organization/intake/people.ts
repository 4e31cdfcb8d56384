import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { appoint, transfer } from '../people/rules.ts'
import type { NamedAppointment, Person, SeatInput } from '../people/shape.ts'
import { laterOf, phoneFrom } from '../shape.ts'
import { plain, readDay, readPosition, sameText } from './cells.ts'
import type {
  IntakeRow,
  IntakeWhy,
  KnownPeople,
  PeopleDefaults,
  PeopleIntake,
  PersonField,
  PersonWritten,
  RefusedRow,
} from './shape.ts'

type Row = IntakeRow<PersonField>
type Place = KnownPeople['stores'][number] | KnownPeople['areas'][number]

/**
 * Decides what a list of people changes. The job number is the key: three people of one name are three people. A
 * known person's new position or store counts from `defaults.from`; an empty cell leaves things as they are.
 */
export function readPeople(
  rows: readonly Row[],
  known: KnownPeople,
  defaults: PeopleDefaults,
  makeId: () => string,
): PeopleIntake {
  const book = new Book(known, makeId)
  const creates: PersonWritten[] = []
  const updates: PersonWritten[] = []
  const unchanged: number[] = []
  const refused: RefusedRow[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    const jobNumber = plain(row.cells.jobNumber).replace(/ /g, '')
    const before = seen.get(sameText(jobNumber))
    const present = book.people.get(sameText(jobNumber))
    const answer =
      jobNumber === ''
        ? refuse('jobNumberMissing', {}, 'jobNumber')
        : before !== undefined
          ? refuse('twiceInFile', { row: before, key: jobNumber }, 'jobNumber')
          : present
            ? change(row, present, book, defaults)
            : create(row, jobNumber, book, defaults)
    if (isRefusal(answer)) refused.push({ row: row.row, refusal: answer as Refusal<IntakeWhy> })
    else if (answer === 'same') unchanged.push(row.row)
    else {
      book.take(answer)
      ;(present ? updates : creates).push(answer)
    }
    if (jobNumber !== '' && before === undefined) seen.set(sameText(jobNumber), row.row)
  }
  return { creates, updates, unchanged, refused }
}

function create(row: Row, jobNumber: string, book: Book, defaults: PeopleDefaults): PersonWritten | Refusal {
  const read = readCells(row, book)
  if (isRefusal(read)) return read
  if (!read.name) return refuse('personNameMissing', {}, 'name')
  const hiredOn =
    read.hiredOn ?? (read.leftOn && read.leftOn < defaults.hiredOn ? read.leftOn : defaults.hiredOn)
  if (read.leftOn && read.leftOn < hiredOn)
    return refuse('leavesBeforeHiring', { name: read.name, day: hiredOn }, 'leftOn')
  const person: Person = {
    id: book.makeId(),
    jobNumber,
    name: read.name,
    phone: read.phone ?? null,
    language: 'zh',
    hiredOn,
    leftOn: read.leftOn ?? null,
  }
  const wrong = book.phoneTaken(person)
  if (wrong) return wrong
  if (!read.seat) return { ...person, row: row.row, begins: null, ends: null }
  const { place, ...seat } = read.seat
  const opened = place?.openedOn ?? hiredOn
  const input: SeatInput = { ...seat, from: laterOf(hiredOn, opened), to: null, handover: false }
  const answer = appoint(person, input, place, book.around(seat))
  if (isRefusal(answer)) return answer
  return {
    ...person,
    row: row.row,
    begins: { id: book.makeId(), person: person.id, ...seat, ...answer },
    ends: null,
  }
}

function change(
  row: Row,
  present: Person,
  book: Book,
  defaults: PeopleDefaults,
): PersonWritten | 'same' | Refusal {
  const read = readCells(row, book)
  if (isRefusal(read)) return read
  if (read.leftOn && read.leftOn !== present.leftOn)
    return refuse('leaveByHand', { name: present.name }, 'leftOn')
  const person: Person = { ...present, name: read.name ?? present.name, phone: read.phone ?? present.phone }
  const wrong = book.phoneTaken(person)
  if (wrong) return wrong
  const from = laterOf(defaults.from, present.hiredOn)
  const held = book.heldBy(present.id, from)
  const same = person.name === present.name && person.phone === present.phone
  const seat = read.seat
  if (
    !seat ||
    present.leftOn ||
    held.some(
      (a) =>
        a.position === seat.position &&
        a.store === seat.store &&
        a.area === seat.area &&
        a.title === seat.title,
    )
  ) {
    return same ? 'same' : { ...person, row: row.row, begins: null, ends: null }
  }
  if (held.length > 1) return refuse('severalSeats', { name: present.name, count: held.length })
  const { place, ...wanted } = seat
  const input: SeatInput = { ...wanted, from, to: null, handover: false }
  const [now] = held
  const answer = now
    ? transfer(person, now, input, place, book.around(wanted))
    : appoint(person, input, place, book.around(wanted))
  if (isRefusal(answer)) return answer
  const ends = now ? { appointment: now.id, on: addDays(from, -1) } : null
  return {
    ...person,
    row: row.row,
    begins: { id: book.makeId(), person: person.id, ...wanted, from: answer.from, to: answer.to },
    ends,
  }
}

interface PersonCells {
  name?: string
  phone?: string
  hiredOn?: Day
  leftOn?: Day
  seat?: Pick<SeatInput, 'position' | 'store' | 'area' | 'title'> & { place: Place | undefined }
}

function readCells({ cells }: Row, book: Book): PersonCells | Refusal {
  const read: PersonCells = {}
  const [name, phone] = [plain(cells.name), plain(cells.phone)]
  if (name) read.name = name
  if (phone) {
    const found = phoneFrom(phone)
    if (!found) return refuse('phoneUnreadable', { text: phone }, 'phone')
    read.phone = found
  }
  for (const field of ['hiredOn', 'leftOn'] as const) {
    const text = plain(cells[field])
    if (!text) continue
    const day = readDay(text)
    if (!day) return refuse('dayUnreadable', { text }, field)
    read[field] = day
  }
  const seat = readSeat(
    { position: plain(cells.position), store: plain(cells.store), area: plain(cells.area) },
    book,
  )
  if (isRefusal(seat)) return seat
  return seat ? { ...read, seat } : read
}

function readSeat(
  cells: { position: string; store: string; area: string },
  book: Book,
): PersonCells['seat'] | Refusal {
  if (cells.store) {
    const store = book.store(cells.store)
    if (isRefusal(store)) return store
    return { ...readPosition(cells.position, true)!, store: store.id, area: null, place: store }
  }
  if (!cells.position) return undefined
  const found = readPosition(cells.position, false)
  if (!found) return refuse('storeMissing', {}, 'store')
  if (found.position === 'generalManager' || found.position === 'administrator')
    return refuse('positionByHand', {}, 'position')
  if (found.position !== 'areaManager') return { ...found, store: null, area: null, place: undefined }
  const area = book.area(cells.area)
  if (!area)
    return cells.area
      ? refuse('areaNotFound', { text: cells.area }, 'area')
      : refuse('areaMissing', {}, 'area')
  return { ...found, store: null, area: area.id, place: area }
}

/** What is known, growing with each accepted row, so that two rows cannot take one seat or one phone. */
class Book {
  readonly people: ReadonlyMap<string, Person>
  private readonly storesByCode: ReadonlyMap<string, KnownPeople['stores'][number]>
  private readonly storesByName = new Map<string, KnownPeople['stores'][number][]>()
  private readonly areas = new Map<string, KnownPeople['areas'][number]>()
  private readonly bySeat = new Map<string, NamedAppointment[]>()
  private readonly byPerson = new Map<string, NamedAppointment[]>()
  private readonly phones = new Map<string, { id: string; name: string }>()

  constructor(
    known: KnownPeople,
    readonly makeId: () => string,
  ) {
    this.people = new Map(known.people.map((p) => [sameText(p.jobNumber), p]))
    this.storesByCode = new Map(known.stores.map((s) => [sameText(s.code), s]))
    for (const store of known.stores) {
      for (const name of new Set([store.name, store.nameEn].flatMap((n) => (n ? [sameText(n)] : []))))
        push(this.storesByName, name, store)
    }
    for (const area of known.areas)
      for (const name of [area.code, area.name, area.nameEn]) if (name) this.areas.set(sameText(name), area)
    for (const a of known.appointments) this.seat(a)
    for (const { phone, leftOn, id, name } of known.people)
      if (phone && !leftOn) this.phones.set(phone, { id, name })
  }

  store(text: string) {
    const found = this.storesByCode.get(sameText(text))
    if (found) return found
    const named = this.storesByName.get(sameText(text)) ?? []
    if (named.length > 1) return refuse('storeNameTwice', { count: named.length, text }, 'store')
    return named[0] ?? refuse('storeUnknown', { text }, 'store')
  }
  area(text: string) {
    return this.areas.get(sameText(text))
  }
  around(seat: Pick<NamedAppointment, 'position' | 'store' | 'area'>): readonly NamedAppointment[] {
    return this.bySeat.get(seatKey(seat)) ?? []
  }
  heldBy(person: string, on: Day): readonly NamedAppointment[] {
    return (this.byPerson.get(person) ?? []).filter((a) => a.to === null || a.to >= on)
  }
  phoneTaken(person: Person) {
    const other = person.phone ? this.phones.get(person.phone) : undefined
    return other && other.id !== person.id
      ? refuse('phoneTaken', { phone: person.phone ?? '', name: other.name }, 'phone')
      : undefined
  }
  take(written: PersonWritten): void {
    if (written.phone && !written.leftOn) this.phones.set(written.phone, written)
    if (written.begins) this.seat({ ...written.begins, personName: written.name })
    const { ends } = written
    if (!ends) return
    const own = this.byPerson.get(written.id) ?? []
    const ended = own.find((a) => a.id === ends.appointment)
    if (!ended) return
    for (const list of [own, this.bySeat.get(seatKey(ended)) ?? []]) {
      const at = list.findIndex((a) => a.id === ends.appointment)
      if (at >= 0) list[at] = { ...ended, to: ends.on }
    }
  }
  private seat(a: NamedAppointment): void {
    push(this.bySeat, seatKey(a), a)
    push(this.byPerson, a.person, a)
  }
}

const seatKey = (a: Pick<NamedAppointment, 'position' | 'store' | 'area'>): string =>
  a.store ?? a.area ?? a.position
function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

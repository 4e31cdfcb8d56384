import { addDays, type Day } from '../platform/kinds/day.ts'
import { pinyinKey, searchText } from '../platform/kinds/pinyin.ts'
import { areas, givenNames, type StorePlan, stores, surnames } from './names.ts'
import { Random } from './random.ts'

export interface DemoStore extends StorePlan {
  id: string
  areaId: string
  openedOn: Day
}
export interface DemoPerson {
  id: string
  jobNumber: string
  name: string
  hiredOn: Day
  leftOn: Day | null
  phone: string
}
export interface DemoAppointment {
  id: string
  person: string
  position: string
  area: string | null
  store: string | null
  from: Day
  to: Day | null
  /** How much an associate sells against the store's average. */
  skill: number
}
export interface Chain {
  areas: { id: string; code: string; name: string; nameEn: string; search: string; pinyin: string }[]
  malls: { id: string; name: string; nameEn: string; city: string; search: string }[]
  stores: DemoStore[]
  people: DemoPerson[]
  appointments: DemoAppointment[]
}

/** Areas, stores and about 150 people, the same for the same seed; some joined, left or moved during the history. */
export function makeChain(seed: number, start: Day, today: Day): Chain {
  const random = new Random(seed)
  const moment = Date.parse(`${start}T00:00:00Z`)
  const id = (): string => random.id(moment)
  const areaRows = areas.map((a) => ({
    ...a,
    id: id(),
    search: searchText(a.name),
    pinyin: pinyinKey(a.name),
  }))
  const malls = stores.flatMap((s) =>
    s.mall
      ? [{ id: id(), name: s.mall[0], nameEn: s.mall[1], city: s.city, search: searchText(s.mall[0]) }]
      : [],
  )
  const before = addDays(start, -400)
  const storeRows = stores.map(
    (s): DemoStore => ({
      ...s,
      id: id(),
      areaId: areaRows.find((a) => a.code === s.area)!.id,
      openedOn: s.openedDaysAgo ? addDays(today, -s.openedDaysAgo) : addDays(before, random.whole(0, 200)),
    }),
  )

  const people: DemoPerson[] = []
  const appointments: DemoAppointment[] = []
  const used = new Set<string>()
  const name = (): string => {
    for (;;) {
      const made = random.pick(surnames) + random.pick(givenNames)
      if (used.has(made)) continue
      used.add(made)
      return made
    }
  }
  const hire = (hiredOn: Day, leftOn: Day | null = null): DemoPerson => {
    const person = {
      id: id(),
      jobNumber: `LX${String(people.length + 1).padStart(4, '0')}`,
      name: name(),
      hiredOn,
      leftOn,
      // 199 with zeros behind it is no number that anybody has.
      phone: `1990000${String(people.length + 1).padStart(4, '0')}`,
    }
    people.push(person)
    return person
  }
  const appoint = (
    person: DemoPerson,
    position: string,
    at: { area?: string; store?: string },
    from = person.hiredOn,
    to = person.leftOn,
  ): void => {
    appointments.push({
      id: id(),
      person: person.id,
      position,
      area: at.area ?? null,
      store: at.store ?? null,
      from,
      to,
      skill: Math.exp(0.22 * random.normal()),
    })
  }

  for (const position of ['generalManager', 'operationsDirector']) appoint(hire(before), position, {})
  for (const a of areaRows) appoint(hire(before), 'areaManager', { area: a.id })
  for (const position of ['finance', 'merchandising', 'personnel', 'training', 'administrator'])
    appoint(hire(before), position, {})
  for (const s of storeRows) {
    const since = s.openedOn > start ? addDays(s.openedOn, -14) : addDays(before, random.whole(0, 300))
    appoint(hire(since), 'storeManager', { store: s.id })
    for (let i = 0; i < s.associates; i++) {
      const joined =
        random.chance(0.25) && s.openedOn <= start ? addDays(start, random.whole(20, 600)) : since
      appoint(hire(joined > today ? since : joined), 'salesAssociate', { store: s.id })
    }
    if (random.chance(0.4) && s.openedOn <= start)
      appoint(hire(since, addDays(start, random.whole(200, 640))), 'salesAssociate', { store: s.id })
  }
  moveOne(appointments, storeRows, id, addDays(today, -46))
  return { areas: areaRows, malls, stores: storeRows, people, appointments }
}

/** One associate changed store in the same city a while ago: credits and targets follow her from that day. */
function moveOne(appointments: DemoAppointment[], rows: DemoStore[], id: () => string, day: Day): void {
  const from = rows.find((s) => s.code === 'SH02')!
  const to = rows.find((s) => s.code === 'SH03')!
  const moved = appointments.find(
    (a) =>
      a.store === from.id && a.position === 'salesAssociate' && a.to === null && a.from < addDays(day, -200),
  )
  if (!moved) return
  moved.to = addDays(day, -1)
  appointments.push({ ...moved, id: id(), store: to.id, from: day, to: null })
}

export const isHeld = ({ from, to }: DemoAppointment, day: Day): boolean =>
  from <= day && (to === null || to >= day)
/** Who sold in a store on a day: appointed then, and not on one of the two rest days of the week. */
export function onDuty(chain: Chain, store: string, day: Day, dayIndex: number): DemoAppointment[] {
  const held = chain.appointments.filter((a) => a.store === store && isHeld(a, day))
  const sellers = held.filter(
    (a, i) => a.position === 'salesAssociate' && ![0, 1].includes((dayIndex + i * 2) % 7),
  )
  return sellers.length > 0 ? sellers : held
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, dayNumber } from '../../../platform/kinds/day.ts'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { type DutyHouse, dutyHouse } from '../../duties/house-for-tests.ts'
import {
  approveYear,
  broken,
  releaseArea,
  type SeenMonth,
  splitToStaff,
  TestDoor,
} from '../../targets/test-chain.ts'

let h: DutyHouse
/** A Monday; the week after has no roster. */
const week = '2027-03-08' as Day
const month = '2027-03'
const at = (day: string, time = '10:00'): string => `${day}T${time}:00+08:00`
const mid = addDays(week, 3)
const place = () => h.chain.stores[0]!
interface Offers {
  offers: {
    month: string
    basedOn: string
    changes: boolean
    people: { person: string; name: string; minutes: number; before: Money; after: Money }[]
  }[]
}
const offered = async (when: Day = mid) => {
  const asked = { store: place().id, week }
  const { offers } = await h.sees<Offers>(place().manager, at(when), 'rosters.targetsByHours', asked)
  return offers.find((o) => o.month === month)!
}
const seenMonth = () =>
  h.sees<SeenMonth>(place().manager, at(mid), 'targets.storeMonth', { store: place().id, month })
const press = (basedOn: string) => ({
  store: place().id,
  month,
  basedOn,
  reason: '按 3 月 8 日起这周发布的班表工时',
})
/** Somebody's eight hours on the days of the week counted from Monday, as released. */
async function rostered(person: string, days: readonly number[]): Promise<void> {
  for (const d of days)
    await h.db.query(
      `insert into roster_cell (store_id, week, version, person_id, day, code, name, kind, from_minute, to_minute, break_minutes)
       values ($1, $2, 1, $3, $4, 'A', '早', 'early', 600, 1140, 60)`,
      [place().id, week, person, addDays(week, d)],
    )
}

beforeAll(async () => {
  h = await dutyHouse()
  const targets = new TestDoor(h.db)
  await approveYear(targets, h.chain, '2026-11-23', 10_000_000_00)
  await releaseArea(targets, h.chain, 0, '2026-11-23')
  await splitToStaff(targets, h.chain, 0, '2026-11-23', month)
})
afterAll(async () => {
  expect(await broken(h.db)).toEqual([])
  await h.db.close()
})

test('without a roster there is nothing that targets could follow', async () => {
  expect(await offered()).toMatchObject({ changes: false })
  const { target } = await seenMonth()
  expect(await h.refused(place().manager, at(mid), 'rosters.respreadTargets', press(target.id))).toBe(
    'byHoursAlready',
  )
})

test('once a roster is out the days ahead are offered by its hours, before and after to the cent; pressed, they hold', async () => {
  const [ann, bea, cai] = place().associates.map((a) => a.id) as [string, string, string]
  await h.db.query(
    `insert into roster_version (store_id, week, version, released_by, released_at, in_time) values ($1, $2, 1, $3, $4, true)`,
    [place().id, week, place().manager.id, at(addDays(week, -3))],
  )
  await rostered(ann, [0, 1, 2, 3, 4, 5])
  await rostered(bea, [3, 6])
  await rostered(cai, [4, 5, 6])
  const was = await seenMonth()
  const offer = await offered()
  expect(offer.changes).toBe(true)
  expect(sum(offer.people.map((p) => p.after))).toBe(sum(offer.people.map((p) => p.before)))
  expect(offer.people.find((p) => p.person === ann)!.minutes).toBe(3 * 480)

  const kept = await h.does<{ version: number }>(
    place().manager,
    at(mid),
    'rosters.respreadTargets',
    press(offer.basedOn),
  )
  expect(kept.version).toBe(was.target.version + 1)
  const is = await seenMonth()
  expect(is.versions[0]?.origin ?? is.versions.at(-1)?.origin).toBe('roster')
  const on = (seen: SeenMonth, person: string, day: Day): number =>
    seen.target.people.find((p) => p.person === person)?.days[
      dayNumber(day) - dayNumber(`${month}-01` as Day)
    ] ?? 0
  // Thursday belongs to the two who work on it, Sunday to the two others; who is off has none.
  const thursday = addDays(week, 3)
  const sunday = addDays(week, 6)
  expect([on(is, cai, thursday), on(is, ann, sunday)]).toEqual([0, 0])
  expect(on(is, ann, thursday)).toBeGreaterThan(0)
  expect(on(is, bea, sunday)).toBeGreaterThan(0)
  // What is over stays, days without a roster stay, and each day of the store is what it was.
  for (const person of [ann, bea, cai]) {
    expect(on(is, person, addDays(week, 1))).toBe(on(was, person, addDays(week, 1)))
    expect(on(is, person, addDays(week, 9))).toBe(on(was, person, addDays(week, 9)))
  }
  expect(is.target.days).toEqual(was.target.days)
  const ahead = (seen: SeenMonth, person: string) =>
    sum(
      (seen.target.people.find((p) => p.person === person)?.days ?? []).slice(
        dayNumber(mid) - dayNumber(`${month}-01` as Day),
      ),
    )
  for (const p of offer.people) expect(ahead(is, p.person), p.name).toBe(p.after)
})

test('pressed twice it is said that they follow already; who saw an older version is told; nobody of another store presses', async () => {
  const now = await offered()
  expect(now.changes).toBe(false)
  const tried = (who = place().manager, basedOn = now.basedOn) =>
    h.refused(who, at(mid), 'rosters.respreadTargets', press(basedOn))
  expect(await tried()).toBe('byHoursAlready')
  const [first] = await h.db.query<{ id: string }>(
    'select id from store_target where store_id = $1 and month = $2 order by version limit 1',
    [place().id, month],
  )
  expect(await tried(place().manager, first!.id)).toBe('changedMeanwhile')
  const stranger = h.chain.stores[1]!.manager
  expect(
    (await h.outcome('action', stranger, at(mid), 'rosters.respreadTargets', press(now.basedOn))).ok,
  ).toBe(false)
  const [line] = await h.db.query<{ detail: string }>(
    `select detail::text as detail from audit_line where action = 'rosters.respreadTargets' order by seq desc limit 1`,
  )
  expect(line?.detail ?? '').toContain('按 3 月 8 日')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type DutyHouse, dutyHouse } from '../../duties/house-for-tests.ts'
import { daysAway } from '../../organization/people/away.ts'
import {
  approveYear,
  releaseArea,
  splitToStaff,
  TestDoor,
  type TestPerson,
} from '../../targets/test-chain.ts'
import { leaveInvariants } from './invariants.ts'
import { peopleOnLeave } from './tables.ts'

let h: DutyHouse
const noon = '2026-11-23T04:00:00Z'
const asks = (who: TestPerson, more: Record<string, unknown>, at = noon) =>
  h.does<{ id: string; approved: boolean | null }>(who, at, 'leave.ask', {
    id: newId(),
    kind: 'annual',
    from: '2026-12-01',
    to: '2026-12-02',
    ...more,
  })
const refusedAsking = (who: TestPerson, more: Record<string, unknown>) =>
  h.refused(who, noon, 'leave.ask', {
    id: newId(),
    kind: 'annual',
    from: '2026-12-01',
    to: '2026-12-02',
    ...more,
  })
const decides = (who: TestPerson, id: string, approved = true, more: Record<string, unknown> = {}) =>
  h.does(who, noon, 'leave.decide', { id, approved, ...more })
const away = (who: TestPerson, from = '2026-11-01', to = '2026-12-31') =>
  daysAway(h.db, [who.id], from as Day, to as Day)
const place = (at: number) => h.chain.stores[at]!
const areaManager = () => h.chain.areas[0]!.manager

beforeAll(async () => {
  h = await dutyHouse()
})
afterAll(async () => {
  for (const { name, sql } of leaveInvariants) expect([name, await h.db.query(sql)]).toEqual([name, []])
  expect(await h.broken()).toEqual([])
  await h.db.close()
})

test('an associate asks, the store manager approves, and everybody finds the days', async () => {
  const { manager, associates, id: store } = place(0)
  const [li] = associates
  const { id, approved } = await asks(li!, {})
  expect(approved).toBeNull()
  expect(await away(li!)).toEqual([])
  const seen = await h.sees<{ requests: { id: string; isDirect: boolean; staff: number }[] }>(
    manager,
    noon,
    'leave.toDecide',
  )
  expect(seen.requests).toMatchObject([{ id, isDirect: true, staff: 4 }])
  await decides(manager, id)
  expect(await away(li!)).toEqual([{ person: li!.id, from: '2026-12-01', to: '2026-12-02' }])
  expect(
    await peopleOnLeave(h.db, { stores: [store] }, '2026-12-02' as Day, '2026-12-05' as Day),
  ).toMatchObject([{ leave: id, person: li!.id, kind: 'annual', approvedBy: manager.id }])
  expect(await h.refused(manager, noon, 'leave.decide', { id, approved: false, words: '不行' })).toBe(
    'decidedAlready',
  )
})

test('nobody decides his own leave, and a store manager not that of another store or of his equals', async () => {
  const { manager, associates } = place(1)
  const { id } = await asks(manager, {})
  expect(await h.refused(manager, noon, 'leave.decide', { id, approved: true })).toBe('notYoursToDecide')
  expect(await h.refused(place(0).manager, noon, 'leave.decide', { id, approved: true })).toBe('scope')
  expect(await h.refused(associates[0]!, noon, 'leave.decide', { id, approved: true })).toBe('position')
  expect(await h.refused(h.chain.areas[1]!.manager, noon, 'leave.decide', { id, approved: true })).toBe(
    'scope',
  )
  await decides(areaManager(), id)
  const own = await asks(areaManager(), {})
  expect(await h.refused(areaManager(), noon, 'leave.decide', { id: own.id, approved: true })).toBe(
    'notYoursToDecide',
  )
  expect(await h.refused(h.chain.finance, noon, 'leave.decide', { id: own.id, approved: true })).toBe(
    'position',
  )
  await decides(h.chain.director, own.id)
})

test('the same days are not asked for twice, and the refusal names those that are there', async () => {
  const [, wang] = place(0).associates
  await asks(wang!, { from: '2026-12-10', to: '2026-12-12' })
  const outcome = await h.outcome('action', wang!, noon, 'leave.ask', {
    id: newId(),
    kind: 'annual',
    from: '2026-12-12',
    to: '2026-12-13',
  })
  expect(outcome).toMatchObject({
    ok: false,
    problem: { why: 'overlapsAsked', field: 'from', title: '2026-12-10 到 2026-12-12 已经申请过，还没批' },
  })
})

test('two requests for the same days racing from two phones: one is taken', async () => {
  const [, , zhao] = place(0).associates
  const send = () =>
    h.outcome('action', zhao!, noon, 'leave.ask', {
      id: newId(),
      kind: 'annual',
      from: '2026-12-20',
      to: '2026-12-20',
    })
  expect((await Promise.all([send(), send(), send()])).filter((o) => o.ok)).toHaveLength(1)
})

test('the same sending twice is one request', async () => {
  const [li] = place(2).associates
  const one = { id: newId(), from: '2026-12-05', to: '2026-12-05' }
  expect((await asks(li!, one)).id).toBe((await asks(li!, one)).id)
})

test('past days are entered by a superior with a reason, and hold at once', async () => {
  const { manager, associates } = place(2)
  const [, wang] = associates
  const past = { from: '2026-11-20', to: '2026-11-22', kind: 'sick' }
  expect(await refusedAsking(wang!, { ...past, why: '发烧' })).toBe('pastBySuperior')
  expect(await refusedAsking(manager, { ...past, person: wang!.id })).toBe('whyMissing')
  expect(await refusedAsking(place(0).manager, { ...past, person: wang!.id, why: '发烧' })).toBe('scope')
  expect(await asks(manager, { ...past, person: wang!.id, why: '发烧，凌晨来电' })).toMatchObject({
    approved: true,
  })
  expect(await away(wang!)).toEqual([{ person: wang!.id, from: '2026-11-20', to: '2026-11-22' }])
})

test('what is out of measure is refused at its field', async () => {
  const [, , zhao] = place(2).associates
  expect(await refusedAsking(zhao!, { to: '2026-11-30' })).toBe('endsBeforeItBegins')
  expect(await refusedAsking(zhao!, { to: '2027-06-02' })).toBe('tooLong')
  expect(await refusedAsking(zhao!, { from: '2028-01-01', to: '2028-01-01' })).toBe('tooFarAhead')
  expect(await refusedAsking(zhao!, { kind: 'personal' })).toBe('whyMissing')
  expect(await refusedAsking(zhao!, { standIn: place(2).manager.id })).toBe('nothingToDelegate')
})

test('declining needs a word, and the days stay free for another request', async () => {
  const { manager, associates } = place(3)
  const [li] = associates
  const { id } = await asks(li!, {})
  expect(await h.refused(manager, noon, 'leave.decide', { id, approved: false })).toBe('wordsMissing')
  await decides(manager, id, false, { words: '双十二人手不够，改下周' })
  expect(await h.refused(li!, noon, 'leave.withdraw', { id })).toBe('notInForce')
  await asks(li!, {})
})

test('withdrawn before it begins it is as if never asked; once begun it is ended early, and past days stay', async () => {
  const { manager, associates } = place(3)
  const [, wang] = associates
  const first = await asks(wang!, { from: '2026-11-25', to: '2026-11-30' })
  await decides(manager, first.id)
  const later = '2026-11-27T04:00:00Z'
  expect(await h.refused(wang!, later, 'leave.withdraw', { id: first.id })).toBe('begunAlready')
  expect(await h.refused(wang!, later, 'leave.withdraw', { id: first.id, keptUntil: '2026-12-01' })).toBe(
    'keptOutside',
  )
  await h.does(wang!, later, 'leave.withdraw', { id: first.id, keptUntil: '2026-11-26' })
  expect(await away(wang!)).toEqual([{ person: wang!.id, from: '2026-11-25', to: '2026-11-26' }])
  const second = await asks(wang!, { from: '2026-11-28', to: '2026-11-29' })
  await h.does(wang!, noon, 'leave.withdraw', { id: second.id })
  expect(await h.refused(manager, noon, 'leave.decide', { id: second.id, approved: true })).toBe(
    'withdrawnMeanwhile',
  )
  expect(await h.refused(manager, noon, 'leave.withdraw', { id: first.id, keptUntil: '2026-11-25' })).toBe(
    'whyMissing',
  )
})

test('approved late it still counts from its first day', async () => {
  const { manager, associates } = place(4)
  const { id } = await asks(associates[0]!, { from: '2026-11-24', to: '2026-11-26' })
  const answer = await h.does(manager, '2026-11-25T04:00:00Z', 'leave.decide', { id, approved: true })
  expect(answer).toMatchObject({ from: '2026-11-24', begun: true })
  expect(await away(associates[0]!)).toHaveLength(1)
})

test('the stand-in named with the leave acts for those days only, and stops when it is withdrawn', async () => {
  const { manager, associates } = place(4)
  const area = h.chain.areas[1]!.manager
  const [, wang] = associates
  expect(await refusedAsking(manager, { standIn: manager.id })).toBe('toHimself')
  const offered = await h.sees<{ standIns: { person: string; position: string }[] }>(
    manager,
    noon,
    'leave.mine',
  )
  expect(offered.standIns.map((s) => s.position)).toEqual([
    ...associates.map(() => 'salesAssociate'),
    'storeManager',
    'areaManager',
  ])
  const { id } = await asks(manager, { from: '2026-12-01', to: '2026-12-03', standIn: wang!.id })
  const delegations = () =>
    h.db.query(
      `select d.to_person as "to", d.from_day as "from", d.to_day as until, d.ended_at is null as stands from delegation d join appointment a on a.id = d.appointment_id where a.person_id = $1`,
      [manager.id],
    )
  expect(await delegations()).toEqual([])
  await decides(area, id)
  expect(await delegations()).toEqual([
    { to: wang!.id, from: '2026-12-01', until: '2026-12-03', stands: true },
  ])
  await h.does(manager, '2026-12-02T04:00:00Z', 'leave.withdraw', { id, keptUntil: '2026-12-01' })
  expect(await delegations()).toEqual([
    { to: wang!.id, from: '2026-12-01', until: '2026-12-01', stands: true },
  ])
  const next = await asks(manager, { from: '2026-12-08', to: '2026-12-09', standIn: wang!.id })
  await decides(area, next.id)
  await h.does(manager, noon, 'leave.withdraw', { id: next.id })
  expect((await delegations()).map((d) => d.stands)).toEqual([true, false])
})

test('colleagues see who is away, and only superiors what for', async () => {
  const { id: store, manager, associates } = place(2)
  type Calendar = { staff: number; absences: { name: string; kind: string | null; approved: boolean }[] }
  const seen = await h.sees<Calendar>(associates[2]!, noon, 'leave.calendar', { store, month: '2026-11' })
  expect(seen).toMatchObject({ staff: 4, absences: [{ kind: null, approved: true }] })
  const above = await h.sees<Calendar>(manager, noon, 'leave.calendar', { store, month: '2026-11' })
  expect(above.absences[0]!.kind).toBe('sick')
  const all = await h.sees<Calendar>(h.chain.director, noon, 'leave.calendar', { month: '2026-12' })
  expect(all.absences.length).toBeGreaterThan(4)
  const inArea = await h.sees<Calendar>(areaManager(), noon, 'leave.calendar', { month: '2026-12' })
  expect(inArea.absences.length).toBeLessThan(all.absences.length)
})

test('a day on leave takes no day target when the month is split to people, and one that has it is pointed out', async () => {
  const t = new TestDoor(h.db)
  const day = '2026-11-23'
  await approveYear(t, h.chain, day, 3_000_000_00)
  await releaseArea(t, h.chain, 0, day)
  const { id: store, manager, associates } = place(1)
  const before = await splitToStaff(t, h.chain, 1, day, '2027-01')
  expect(before.target.people.find((p) => p.person === associates[0]!.id)!.days[14]).toBeGreaterThan(0)
  const { id } = await asks(associates[0]!, { from: '2027-01-15', to: '2027-01-16' })
  await decides(manager, id)
  type Seen = Omit<typeof before, 'staff'> & {
    onLeave: string[]
    staff: { person: string; away: number[] }[]
  }
  const see = () => h.sees<Seen>(manager, noon, 'targets.storeMonth', { store, month: '2027-01' })
  const seen = await see()
  expect(seen.onLeave).toEqual([associates[0]!.id])
  expect(seen.gone).toEqual([])
  expect(seen.staff.find((p) => p.person === associates[0]!.id)!.away).toEqual([15, 16])
  await h.does(manager, noon, 'targets.respreadPeople', { store, month: '2027-01', basedOn: seen.target.id })
  const after = await see()
  expect(after.onLeave).toEqual([])
  expect(
    after.target.people
      .find((p) => p.person === associates[0]!.id)!
      .days.slice(13, 17)
      .map((d) => d > 0),
  ).toEqual([true, false, false, true])
  expect(after.target.people.reduce((sum, p) => sum + p.total, 0)).toBe(after.target.total)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import { briefingInvariants } from './invariants.ts'
import { shareOfDay } from './rules.ts'
import type { Briefing, Closing, Coaching, HelpNote, Plan } from './shape.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())

interface Seen {
  plan: Plan | null
  briefing: Briefing | null
  closing: Closing | null
  helps: HelpNote[]
  toHelp: string[]
  net: number
  target: number | null
  people: { person: string; target: number | null; net: number; needsHelp: boolean }[]
}
const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const store = () => chain.stores[0]
const boss = (time: string, day: Day = today) => at.as(store().manager, { now: clock(time, day) })
const see = async (time: string, day?: Day) =>
  answerOf<Seen>(await boss(time).see('dayPlans.day', { store: store().id, ...(day ? { day } : {}) }))
const plan = (time: string, basedOn: number, things: string[], day: Day = today) =>
  boss(time).do('dayPlans.plan', { id: newId(), store: store().id, day, basedOn, things })

test('nothing is told before there is a plan, and a day that is over cannot be planned', async () => {
  const brief = { id: newId(), store: store().id, basedOn: 0, present: [store().associates[0]!] }
  expect(whyOf(await boss('09:50').do('dayPlans.brief', brief))).toBe('planFirst')
  expect(whyOf(await plan('09:40', 0, ['补 M 码'], '2026-11-22' as Day))).toBe('dayOver')
  expect(whyOf(await plan('09:40', 0, ['一', '二三', '四五', '六七']))).toBeDefined()
})

test('a plan is one to three things; changed it is a new version, and two phones do not overwrite each other', async () => {
  expect(answerOf(await plan('09:40', 0, ['补 M 码', '橱窗换大衣']))).toMatchObject({ version: 1 })
  expect(whyOf(await plan('09:41', 0, ['邀约老客']))).toBe('changedMeanwhile')
  expect(answerOf(await plan('09:42', 1, ['补 M 码', '邀约老客']))).toMatchObject({ version: 2 })
  expect((await see('09:43')).plan).toMatchObject({ version: 2, things: ['补 M 码', '邀约老客'] })
})

test('at the briefing each is told the own target, as it stood then; who is of another store was not there', async () => {
  const other = chain.stores[1]!.associates[0]!
  const present = [...store().associates]
  const brief = (people: string[]) =>
    boss('09:50').do('dayPlans.brief', { id: newId(), store: store().id, basedOn: 0, present: people })
  expect(whyOf(await brief([...present, other]))).toBe('notHere')
  answerOf(await brief(present))
  const seen = await see('09:51')
  const told = new Map(seen.briefing!.people.map((p) => [p.person, p]))
  for (const { person, target } of seen.people) expect(told.get(person)?.target).toBe(target)
  expect(
    seen
      .briefing!.people.filter((p) => p.present)
      .map((p) => p.person)
      .sort(),
  ).toEqual([...present].sort())
})

test('“nobody lags” is not said in the morning, nor while somebody does; each who was helped is off the list', async () => {
  const help = (time: string, input: object | null) =>
    boss(time).do('dayPlans.help', { id: newId(), store: store().id, help: input })
  expect(whyOf(await help('10:30', null))).toBe('tooSoon')
  const late = await see('21:00')
  const lagging = late.people.filter((p) => p.needsHelp).map((p) => p.person)
  for (const person of late.toHelp) {
    expect(lagging).toContain(person)
    expect(whyOf(await help('21:00', null))).toBe('somebodyLags')
    expect(whyOf(await help('21:00', { person, how: 'other' }))).toBe('wordsMissing')
    answerOf(await help('21:00', { person, how: 'together' }))
    expect((await see('21:01')).toHelp).not.toContain(person)
  }
  expect(answerOf(await help('21:02', null))).toMatchObject({ isDone: true })
  const self = store().manager
  expect(whyOf(await help('21:03', { person: self, how: 'together' }))).toBeDefined()
})

test('an associate hears the plan and her own target; what her colleagues sold and were helped with is not told her', async () => {
  const [first] = store().associates
  const own = answerOf<Seen>(
    await at.as(first!, { now: clock('21:10') }).see('dayPlans.day', { store: store().id }),
  )
  const all = await see('21:10')
  expect(all.people.length).toBeGreaterThan(1)
  expect(own.people.map((p) => p.person)).toEqual([first])
  expect(own.briefing!.people.map((p) => p.person)).toEqual([first])
  expect(own.helps.filter((h) => h.person !== first)).toEqual([])
  expect(own.plan).toEqual(all.plan)
  expect(own.target).toBe(all.target)
})

test('in the evening each thing is answered, of the plan that stands, with what the store sold', async () => {
  const { plan: standing } = await see('21:30')
  const close = (time: string, more: object) =>
    boss(time).do('dayPlans.close', {
      id: newId(),
      store: store().id,
      day: today,
      basedOn: 0,
      plan: standing!.id,
      done: [true, false],
      ...more,
    })
  expect(whyOf(await close('18:00', {}))).toBe('tooEarly')
  expect(whyOf(await close('21:30', { done: [true] }))).toBe('othersThings')
  expect(whyOf(await close('21:30', { plan: newId() }))).toBe('othersThings')
  answerOf(await close('21:30', { words: '晚场拉回来' }))
  const seen = await see('21:31')
  expect(seen.closing).toMatchObject({ done: [true, false], net: seen.net, target: seen.target })
  expect(whyOf(await close('21:32', {}))).toBe('changedMeanwhile')
  expect(answerOf(await close('21:33', { basedOn: 1, done: [true, true] }))).toMatchObject({ version: 2 })
})

test('coaching is the associate’s own to read, nobody coaches himself, and the week tells who is left', async () => {
  const [first] = store().associates
  const note = (person: string) =>
    boss('15:00').do('coaching.note', {
      id: newId(),
      store: store().id,
      person,
      skill: 'outfit',
      observed: '只拿客人点的那一件',
      nextStep: '多拿一件能搭的',
    })
  expect(whyOf(await note(store().manager))).toBe('oneself')
  expect(whyOf(await note(chain.stores[1]!.associates[0]!))).toBe('notHere')
  const lefts: number[] = []
  for (const id of store().associates) lefts.push(answerOf<{ left: number }>(await note(id)).left)
  expect(lefts.at(-1)).toBe(0)
  expect(lefts).toEqual([...lefts].sort((a, b) => b - a))
  const reads = (n: number) => at.as(store().associates[n]!, { now: clock('16:00') })
  const mine = async (n: number) =>
    answerOf<{ notes: Coaching[] }>(await reads(n).see('coaching.mine', {})).notes
  const [own] = await mine(0)
  expect(own).toMatchObject({ person: first!, seenAt: null })
  expect(whyOf(await reads(1).do('coaching.seen', { store: store().id, id: own!.id }))).toBe('notYours')
  answerOf(await reads(0).do('coaching.seen', { store: store().id, id: own!.id }))
  expect((await mine(0))[0]!.seenAt).not.toBeNull()
})

test('the day’s share runs from nothing at opening to all at closing', () => {
  const hours = { opensAt: '10:00', closesAt: '22:00', cutOffMinutes: 240, timeZone: 'Asia/Shanghai' }
  const times = ['09:00', '10:00', '16:00', '22:00', '23:00']
  expect(times.map((t) => shareOfDay(hours, today, clock(t)))).toEqual([0, 0, 0.5, 1, 1])
  const late = { ...hours, opensAt: '14:00', closesAt: '02:00' }
  expect(shareOfDay(late, today, clock('23:00'))).toBe(0.75)
})

test('what is kept of plans, briefings and closings holds together', async () => {
  expect((await verify(at.database, briefingInvariants)).filter((v) => v.count > 0)).toEqual([])
})

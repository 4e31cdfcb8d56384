import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import { disciplineInvariants } from './invariants.ts'
import type { Entry } from './shape.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())

const store = () => chain.stores[0]
const ann = () => store().associates[0]!
const bea = () => store().associates[1]!
const boss = () => store().manager
const area = () => chain.areaManagers[0]
const enter = (by: string, person: string, more: object = {}) =>
  at.as(by).do('discipline.enter', {
    id: newId(),
    store: store().id,
    person,
    kind: 'reminder',
    day: today,
    words: '十点一刻才开灯，橱窗没有亮',
    ...more,
  })
const seenBy = async (who: string) =>
  answerOf<{ entries: Entry[] }>(await at.as(who).see('discipline.ofStore', { store: store().id })).entries
const mine = async (who: string) =>
  answerOf<{ entries: Entry[] }>(await at.as(who).see('discipline.mine', {})).entries

test('it goes down the line only: nobody of herself, a store manager’s is for the area manager, and of lately', async () => {
  expect(whyOf(await enter(boss(), boss()))).toBe('oneself')
  expect(whyOf(await enter(boss(), chain.stores[1].associates[0]!))).toBe('notHere')
  expect(whyOf(await enter(ann(), bea()))).toBe('position')
  expect(whyOf(await enter(boss(), ann(), { day: addDays(today, 1) }))).toBe('dayAhead')
  expect(whyOf(await enter(boss(), ann(), { day: addDays(today, -31) }))).toBe('tooLongAgo')
  answerOf(await enter(area(), boss(), { kind: 'warning' }))
  answerOf(await enter(boss(), ann()))
  answerOf(await enter(boss(), bea(), { kind: 'praise', words: '客人要的尺码从别店当天调到' }))
})

test('the person and those above her see it, and nobody beside', async () => {
  expect((await mine(ann())).map((e) => e.kind)).toEqual(['reminder'])
  expect(whyOf(await at.as(ann()).see('discipline.ofStore', { store: store().id }))).toBe('position')
  expect((await seenBy(area())).length).toBe(3)
  expect((await seenBy(boss())).map((e) => e.person).sort()).toEqual([ann(), bea(), boss()].sort())
  expect(whyOf(await at.as(chain.areaManagers[1]).see('discipline.ofStore', { store: store().id }))).toBe(
    'scope',
  )
  // Looked at from the area: all of its stores at once, those of another area nowhere.
  interface Area {
    stores: { id: string; praised: number; reminded: number; warned: number; unread: number }[]
    entries: Entry[]
  }
  const from = async (who: string) => answerOf<Area>(await at.as(who).see('discipline.area', {}))
  const own = await from(area())
  expect(own.stores.find((s) => s.id === store().id)).toMatchObject({
    praised: 1,
    reminded: 1,
    warned: 1,
    unread: 3,
  })
  expect(own.entries).toHaveLength(3)
  const other = await from(chain.areaManagers[1])
  expect([other.entries, other.stores.some((s) => s.id === store().id)]).toEqual([[], false])
  expect(whyOf(await at.as(boss()).see('discipline.area', {}))).toBe('position')
  const lines = await at.database.query<{ detail: string }>(
    `select detail::text as detail from audit_line where action = 'discipline.enter'`,
  )
  // What was said is not in the audit, which more people read.
  for (const { detail } of lines) expect(detail).not.toMatch(/开灯|reminder|warning|praise/)
})

test('she reads it once, with her own answer; afterwards neither side is changed', async () => {
  const [entry] = await mine(ann())
  const read = (who: string, answer: string | null) =>
    at.as(who).do('discipline.read', { store: store().id, id: entry!.id, answer })
  expect(whyOf(await read(bea(), null))).toBe('notYours')
  answerOf(await read(ann(), '电工十点才到，群里说过'))
  expect(whyOf(await read(ann(), '换个说法'))).toBe('readAlready')
  expect((await seenBy(boss())).find((e) => e.id === entry!.id)).toMatchObject({
    answer: '电工十点才到，群里说过',
  })
})

test('taken back with a reason it stays, and the month’s sheet no longer counts it', async () => {
  const line = async (who: string) =>
    answerOf<{ lines: { person: string; praised: number; warned: number }[] }>(
      await at.as(boss()).see('attendance.month', { store: store().id, month: monthOf(today) }),
    ).lines.find((l) => l.person === who)
  expect(await line(ann())).toMatchObject({ praised: 0, warned: 1 })
  expect(await line(bea())).toMatchObject({ praised: 1, warned: 0 })
  const [entry] = await mine(ann())
  const back = (who: string, reason: string) =>
    at.as(who).do('discipline.withdraw', { store: store().id, id: entry!.id, reason })
  expect(whyOf(await back(boss(), ''))).toBe('badShape')
  answerOf(await back(boss(), '电工的事属实'))
  expect(whyOf(await back(area(), '再撤一次'))).toBe('withdrawn')
  expect(await line(ann())).toMatchObject({ praised: 0, warned: 0 })
  expect((await mine(ann()))[0]).toMatchObject({
    withdrawnWhy: '电工的事属实',
    answer: '电工十点才到，群里说过',
  })
})

test('what must hold of discipline entries holds', async () => {
  const broken = await verify(at.database, disciplineInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from '../boards/chain-for-tests.ts'
import { ownReportInvariants } from './invariants.ts'
import { lagging } from './rules.ts'
import type { OwnFigures, OwnReport } from './shape.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())

const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const store = () => chain.stores[0]
const her = (time: string, day: Day = today, n = 0) =>
  at.as(store().associates[n]!, { now: clock(time, day) })
const manager = (time: string) => at.as(store().manager, { now: clock(time) })
interface Draft {
  figures: OwnFigures
  lagging: string[]
  report: OwnReport | null
}
const draft = async (kind: string, time = '21:40', n = 0) =>
  answerOf<Draft>(await her(time, today, n).see('ownReports.draft', { store: store().id, kind, day: today }))
const submit = (more: object = {}, time = '21:40', n = 0) =>
  her(time, today, n).do('ownReports.submit', {
    id: newId(),
    store: store().id,
    kind: 'day',
    day: today,
    basedOn: null,
    ...more,
  })

test('who sold nothing while the others did lags in both figures; where nobody sold, nobody lags', () => {
  const none = { unitsPerTransaction: null, averageTransactionValue: null }
  const all = { unitsPerTransaction: 2, averageTransactionValue: cents(200_000) }
  expect(lagging(none, all)).toEqual(['unitsPerTransaction', 'averageTransactionValue'])
  expect(lagging(none, none)).toEqual([])
  expect(lagging({ unitsPerTransaction: 1.8, averageTransactionValue: cents(100_000) }, all)).toEqual([
    'averageTransactionValue',
    'unitsPerTransaction',
  ])
})

test('the day cannot be summed up in the afternoon, nor a day that has not come', async () => {
  expect(whyOf(await submit({}, '15:30'))).toBe('tooEarly')
  expect(whyOf(await submit({ day: '2026-11-24' }))).toBe('dayAhead')
})

test('figures come filled in and are the associate’s own; both associates make up what the store sold by them', async () => {
  const [one, other] = [await draft('day'), await draft('day', '21:40', 1)]
  expect(one.figures.net + other.figures.net).toBe(one.figures.store.net)
  const sellers = [one, other].filter((d) => d.figures.net !== 0)
  for (const { figures } of [one, other]) expect(figures.of).toBe(sellers.length)
  expect(sellers.map((d) => d.figures.rank).sort()).toEqual(sellers.map((_, n) => n + 1))
  const week = await draft('week')
  expect(week.figures.net).toBeGreaterThanOrEqual(one.figures.net)
})

test('only what lags is practised, and “nothing lags” is no way around it', async () => {
  const { lagging: behind } = await draft('day')
  const wrong = behind.length > 0 ? 'ahead' : 'unitsPerTransaction'
  const answer = await submit({ practice: { what: wrong, step: '多拿一件' } })
  expect(whyOf(answer)).toBe(behind.length > 0 ? 'somethingLags' : 'doesNotLag')
})

test('handed in, read, asked back and corrected: every version stays, and its figures with it', async () => {
  const before = await draft('day')
  const first = answerOf<{ id: string; late: number }>(await submit({ well: '老客回来' }))
  expect(first.late).toBe(0)
  expect(whyOf(await submit({ well: '再来一份' }))).toBe('changedMeanwhile')
  const which = { store: store().id, id: first.id }
  expect(whyOf(await manager('21:50').do('ownReports.confirm', which))).toBe('openFirst')
  answerOf(await manager('21:50').do('ownReports.open', which))
  expect(whyOf(await submit({ basedOn: first.id }, '21:55'))).toBe('readAlready')
  answerOf(await manager('21:56').do('ownReports.askBack', { ...which, words: '断的是哪款？' }))
  expect(whyOf(await manager('21:57').do('ownReports.confirm', which))).toBe('questionOpen')
  const second = answerOf<{ id: string; version: number }>(
    await submit({ basedOn: first.id, missing: '羊绒衫 M' }, '22:00'),
  )
  expect(second.version).toBe(2)
  const { report } = await draft('day', '22:01')
  expect(report?.id).toBe(second.id)
  expect(report?.figures.net).toBe(before.figures.net)
  expect((await verify(at.database, ownReportInvariants)).map((v) => v.count)).toEqual([0, 0, 0, 0])
  await at.database.query("update own_report_review set by = $1 where kind = 'askedBack'", [
    store().associates[0],
  ])
  const broken = await verify(at.database, ownReportInvariants)
  expect(broken.filter((v) => v.count > 0).map((v) => v.name)).toEqual([
    'ownReports.confirmedWhatWasOpened',
    'ownReports.notOwnReviewed',
  ])
})

test('nobody reads or corrects a colleague’s report, and another store’s is not there', async () => {
  const { report } = await draft('day', '22:01')
  const colleague = at.as(store().associates[1]!, { now: clock('22:05') })
  expect(whyOf(await colleague.see('ownReports.one', { store: store().id, id: report!.id }))).toBe('notFound')
  const stranger = at.as(chain.stores[1].manager, { now: clock('22:05') })
  expect(whyOf(await stranger.see('ownReports.one', { store: store().id, id: report!.id }))).toBe('scope')
})

test('the manager sees who has handed in and who has not, by the same deadline', async () => {
  const board = answerOf<{ lines: { person: string; filing: string }[] }>(
    await manager('23:59').see('ownReports.ofStore', { store: store().id, kind: 'day', day: today }),
  )
  expect(board.lines.map((l) => l.filing).sort()).toEqual(['inTime', 'missing'])
})

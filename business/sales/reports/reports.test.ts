import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { FileAnswer } from '../../../platform/server/answer.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, sell, type TestChain, today } from '../boards/chain-for-tests.ts'
import { reportInvariants } from './invariants.ts'
import type { ReportLine, RollUp } from './rollup.ts'
import type { Report, ReportState } from './shape.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())

const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const words = { why: '下雨客少，连带靠丝巾', tomorrow: '早会演练三件搭配' }
const submit = (store: number, time: string, day: Day = today, id = newId()) =>
  at
    .as(chain.stores[store]!.manager, { now: clock(time) })
    .do('reports.submit', { id, store: chain.stores[store]!.id, day, ...words })
const one = async (store: number, day: Day = today) =>
  answerOf<{ report: Report; state: ReportState; late: number }>(
    await at.as(chain.director).see('reports.one', { store: chain.stores[store]!.id, day }),
  )
const area = async (day: Day = today, time = '23:30') =>
  answerOf<{ lines: ReportLine[]; rollUp: RollUp }>(
    await at.as(chain.areaManagers[0], { now: clock(time) }).see('reports.area', { day }),
  )

test('a report is not taken in the afternoon: it would close the day before its last tickets', async () => {
  expect(whyOf(await submit(0, '15:30'))).toBe('tooEarly')
  expect(whyOf(await submit(0, '22:10', addDays(today, 1)))).toBe('dayAhead')
})

test('the draft comes with the board’s figures, when it is due and what was missed', async () => {
  const draft = answerOf<{
    figures: { net: number; gap: { parts: { amount: number }[] } }
    progress: { day: { net: number }; target: number }
    dueAt: string
    missing: Day[]
    isTooEarly: boolean
  }>(await at.as(chain.stores[0].manager).see('reports.draft', { store: chain.stores[0].id }))
  expect(draft.figures.net).toBe(draft.progress.day.net)
  expect(draft.figures.gap.parts.reduce((sum, p) => sum + p.amount, 0)).toBe(
    draft.figures.net - draft.progress.target,
  )
  expect(draft.dueAt).toBe(clock('22:30').toISOString())
  expect(draft.isTooEarly).toBe(true)
  expect(draft.missing).toHaveLength(7)
})

test('submitted by half past ten it is in time, and the day is closed with the figures frozen', async () => {
  const done = answerOf<{ late: number; net: number }>(await submit(0, '22:30'))
  expect(done.late).toBe(0)
  const [kept] = await at.database.query<{ net: number; closed: boolean }>(
    'select net, closed from sales_store_day where store_id = $1 and day = $2',
    [chain.stores[0].id, today],
  )
  expect(kept).toEqual({ net: done.net, closed: true })
  expect(
    (await sell(at.database, chain.stores[0], today, 22, { net: 100_000, units: 1, by: 0 })).became,
  ).toBe('crossed')
  const { report } = await one(0)
  expect(report.figures.net).toBe(done.net)
  expect(report.figures.people.reduce((sum, p) => sum + p.net, 0)).toBe(done.net)
  expect(report.figures.month.elapsedShare).toBeGreaterThan(0.7)
  expect(report.figures.gap!.parts.reduce((sum, p) => sum + p.amount, 0)).toBe(
    done.net - report.figures.target!,
  )
})

test('the same sending again is the same report; a second one is refused', async () => {
  const { report } = await one(0)
  expect(answerOf<{ id: string }>(await submit(0, '22:40', today, report.id)).id).toBe(report.id)
  expect(whyOf(await submit(0, '22:40'))).toBe('alreadySubmitted')
})

test('a minute after the grace it is late, and everyone sees by how much', async () => {
  expect(answerOf<{ late: number }>(await submit(1, '22:56')).late).toBe(26)
  const line = (await area()).lines.find((l) => l.code === 'E02')!
  expect([line.filing, line.minutesLate]).toEqual(['late', 26])
})

test('nothing is reviewed before it is there, nor confirmed before it was opened', async () => {
  const { manager } = chain.stores[2]
  const of = { store: chain.stores[2].id, day: today }
  const superior = at.as(chain.areaManagers[1], { now: clock('22:50') })
  for (const name of ['reports.open', 'reports.confirm'])
    expect(whyOf(await superior.do(name, of))).toBe('notFound')
  expect(whyOf(await superior.do('reports.askBack', { ...of, words: '为什么' }))).toBe('notFound')
  answerOf(await submit(2, '22:20'))
  expect(whyOf(await superior.do('reports.confirm', of))).toBe('openFirst')
  expect(answerOf(await superior.do('reports.open', of))).toMatchObject({ first: true })
  expect(answerOf(await superior.do('reports.open', of))).toMatchObject({ first: false })
  expect(whyOf(await at.as(manager, { now: clock('22:50') }).do('reports.confirm', of))).toBe('position')
})

test('a question must be answered before the report is confirmed', async () => {
  const of = { store: chain.stores[2].id, day: today }
  const superior = at.as(chain.areaManagers[1], { now: clock('23:00') })
  const manager = at.as(chain.stores[2].manager, { now: clock('23:05') })
  expect(whyOf(await manager.do('reports.answer', { ...of, words: '没有人问' }))).toBe('noQuestion')
  answerOf(await superior.do('reports.askBack', { ...of, words: '成交率为什么掉了' }))
  expect(whyOf(await superior.do('reports.confirm', of))).toBe('questionOpen')
  answerOf(await manager.do('reports.answer', { ...of, words: '两人请假，试衣间排队' }))
  expect((await one(2)).state).toBe('answered')
  answerOf(await at.as(chain.areaManagers[1], { now: clock('23:10') }).do('reports.confirm', of))
  const { report, state } = await one(2)
  expect(state).toBe('confirmed')
  expect(report.reviews.map((r) => r.kind)).toEqual(['opened', 'askedBack', 'answered', 'confirmed'])
  expect(whyOf(await superior.do('reports.confirm', of))).toBe('alreadyConfirmed')
})

test('only the store’s own superiors review, and only within their area', async () => {
  const of = { store: chain.stores[0].id, day: today }
  expect(whyOf(await at.as(chain.areaManagers[1], { now: clock('23:00') }).do('reports.open', of))).toBe(
    'scope',
  )
  expect(whyOf(await at.as(chain.finance, { now: clock('23:00') }).do('reports.open', of))).toBe('position')
  expect(whyOf(await at.as(chain.stores[1].manager).see('reports.one', of))).toBe('scope')
  expect(
    whyOf(
      await at
        .as(chain.stores[1].manager)
        .do('reports.submit', { id: newId(), store: chain.stores[0].id, day: today, ...words }),
    ),
  ).toBe('scope')
})

test('the roll-up counts who filed in time, late and not, and sums what was filed; unread stands first', async () => {
  const before = await area(today, '22:10')
  expect(before.lines.map((l) => l.filing).sort()).toEqual(['inTime', 'late'])
  const { lines, rollUp } = await area()
  expect(rollUp).toMatchObject({ filed: 2, due: 2, inTime: 1, late: 1, missing: 0, unread: 2 })
  expect(rollUp.net).toBe(lines.reduce((sum, l) => sum + l.figures!.net, 0))
  answerOf(
    await at
      .as(chain.areaManagers[0], { now: clock('23:31') })
      .do('reports.open', { store: lines[0]!.store, day: today }),
  )
  const after = await area(today, '23:40')
  expect(after.lines[0]!.store).not.toBe(lines[0]!.store)
  expect(after.lines.at(-1)!.state).toBe('opened')
})

test('a store that was closed owes no report; one that was open and silent is missing', async () => {
  const day = addDays(today, -1)
  await at.database.query("insert into store_closed_day (store_id, day, reason) values ($1, $2, '装修')", [
    chain.stores[0].id,
    day,
  ])
  const { lines, rollUp } = await area(day)
  expect(lines.map((l) => [l.code, l.filing])).toEqual([
    ['E02', 'missing'],
    ['E01', 'closed'],
  ])
  expect(rollUp).toMatchObject({ filed: 0, due: 1, missing: 1, target: null })
  const history = answerOf<{ days: { day: Day; filing: string; net: number | null }[] }>(
    await at.as(chain.stores[0].manager).see('reports.history', { store: chain.stores[0].id, days: 3 }),
  )
  expect(history.days.map((d) => d.filing)).toEqual(['inTime', 'closed', 'missing'])
})

test('a report of a past day may still come, late', async () => {
  const day = addDays(today, -2)
  expect(answerOf<{ late: number }>(await submit(1, '10:30', day)).late).toBe(36 * 60)
  const { report } = await one(1, day)
  const [sold] = await at.database.query<{ net: number }>(
    'select sum(net)::int8 as net from ticket where store_id = $1 and day = $2',
    [chain.stores[1].id, day],
  )
  expect(report.figures.net).toBe(sold!.net)
})

test('why and tomorrow must say something', async () => {
  const refused = await at
    .as(chain.stores[3].manager, { now: clock('22:20') })
    .do('reports.submit', { id: newId(), store: chain.stores[3].id, day: today, why: ' ', tomorrow: '好' })
  expect(refused.ok ? [] : refused.problem.fields?.map((f) => f.field)).toEqual(['why', 'tomorrow'])
})

test('a report and the area’s day leave as PDF, the roll-up also as a sheet', async () => {
  const pdf = answerOf<FileAnswer>(
    await at.as(chain.director).see('reports.pdf', { store: chain.stores[2].id, day: today }),
  )
  expect(pdf).toBeInstanceOf(FileAnswer)
  expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  const all = answerOf<FileAnswer>(
    await at
      .as(chain.director, { now: clock('23:30'), language: 'en' })
      .see('reports.areaPdf', { day: today }),
  )
  expect((all.body as Buffer).length).toBeGreaterThan(2_000)
  const { sheet } = at.house.door.operations['reports.area'] as unknown as {
    sheet: (b: unknown, l: 'zh') => { rows: unknown[]; totals: unknown[] }
  }
  const board = await area()
  expect(sheet(board, 'zh').rows).toHaveLength(2)
  expect(sheet(board, 'zh').totals[4]).toBe(board.rollUp.net)
})

test('the invariants of reports hold, and find what was tampered with', async () => {
  expect((await verify(at.database, reportInvariants)).map((v) => v.count)).toEqual([0, 0, 0])
  await at.database.query('update sales_store_day set net = net + 1 where store_id = $1 and day = $2', [
    chain.stores[0].id,
    today,
  ])
  expect((await verify(at.database, reportInvariants))[0]!.count).toBe(1)
})

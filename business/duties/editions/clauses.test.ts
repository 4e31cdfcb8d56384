import { afterAll, beforeAll, expect, test } from 'vitest'
import { sheetToCsv } from '../../../platform/files/write.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { OutputOf } from '../../../platform/server/door.ts'
import { dutyOperations } from '../actions.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { beginDuties } from '../edition-tables.ts'
import { type DutyHouse, dutyHouse } from '../house-for-tests.ts'
import type { editionOperations } from './actions.ts'
import { calendarWords, lateWords } from './calendar-words.ts'
import type { clausesFor } from './readers.ts'

type Clauses = Awaited<ReturnType<typeof clausesFor>>
type OneClause = OutputOf<(typeof editionOperations)['editions.clause']>

let h: DutyHouse
const evening = '2026-11-24T22:40:00+08:00'
beforeAll(async () => {
  h = await dutyHouse()
  await beginDuties(h.db, { from: '2026-11-23' as Day, now: new Date('2026-11-23T00:00:00+08:00') })
  await h.keep('2026-11-23T22:00:00+08:00')
  const { id: store, manager } = h.chain.stores[0]!
  const report = { id: newId(), store, day: '2026-11-23', why: '雨天客少', tomorrow: '主推毛衣' }
  await h.does(manager, '2026-11-23T22:10:00+08:00', 'reports.submit', report)
  await h.keep(evening)
})
afterAll(() => h.db.close())

test('who leads somebody reads all 74, an associate reads the job of an associate', async () => {
  const director = await h.sees<Clauses>(h.chain.director, evening, 'duties.clauses')
  expect(director.clauses.map((c) => c.id)).toEqual(catalogue.map((d) => d.id))
  expect(director.profiles.map((p) => [p.position, p.people])).toEqual([
    ['operationsDirector', 1],
    ['areaManager', 2],
    ['storeManager', 5],
    ['salesAssociate', 15],
  ])
  const associate = await h.sees<Clauses>(h.chain.stores[0]!.associates[0]!, evening, 'duties.clauses')
  expect(associate.profiles.map((p) => p.position)).toEqual(['salesAssociate'])
  expect(new Set(associate.clauses.map((c) => c.position))).toEqual(new Set(['salesAssociate']))
  expect(associate.mine).toEqual(['salesAssociate'])
  expect((await h.sees<Clauses>(h.chain.finance, evening, 'duties.clauses')).clauses).toHaveLength(74)
})

test('what lies outside a reader’s reach is said to be so and not shown as nothing', async () => {
  const counted = async (who: (typeof h.chain)['director']) =>
    (await h.sees<Clauses>(who, evening, 'duties.clauses')).profiles
      .filter((p) => p.counted)
      .map((p) => p.position)
  expect(await counted(h.chain.areas[0]!.manager)).toEqual(['areaManager', 'storeManager', 'salesAssociate'])
  expect(await counted(h.chain.stores[0]!.manager)).toEqual(['storeManager', 'salesAssociate'])
  expect(await counted(h.chain.generalManager)).toHaveLength(4)
})

test('a clause leads to its instances, and each of them to what proved it', async () => {
  const { id: store, manager } = h.chain.stores[0]!
  const own = await h.sees<OneClause>(manager, evening, 'editions.clause', { duty: 'SM-1.5' })
  expect(own.instances.map((i) => [i.period, i.state, i.proof?.action])).toEqual([
    ['2026-11-24', 'overdue', undefined],
    ['2026-11-23', 'inTime', 'reports.submit'],
  ])
  expect(own.instances.every((i) => i.store === store)).toBe(true)
  const area = await h.sees<OneClause>(h.chain.areas[0]!.manager, evening, 'editions.clause', {
    duty: 'SM-1.5',
  })
  expect(area.instances).toHaveLength(6)
  const late = await h.sees<OneClause>(h.chain.director, evening, 'editions.clause', {
    duty: 'SM-1.5',
    state: 'overdue',
    area: h.chain.areas[1]!.id,
  })
  expect(late.instances.map((i) => i.state)).toEqual(['overdue', 'overdue'])
  expect(late.clause.proofSays).toEqual([['提交日报并日结', 'Submit the daily report and close the day']])
})

test('an associate cannot open a clause of another position, nor one that is not there', async () => {
  const associate = h.chain.stores[0]!.associates[0]!
  const why = async (duty: string) => {
    const outcome = await h.outcome('view', associate, evening, 'editions.clause', { duty })
    return outcome.ok ? undefined : outcome.problem.why
  }
  expect(await why('SM-1.5')).toBe('notFound')
  expect(await why('SM-9.9')).toBe('notFound')
  expect(await why('nonsense')).toBe('badShape')
  expect(await why('SA-1.1')).toBeUndefined()
})

test('the job descriptions go out as a sheet, a row a clause, in either language', async () => {
  const seen = await h.sees<Clauses>(h.chain.director, evening, 'duties.clauses')
  const { sheet } = dutyOperations['duties.clauses']
  const zh = sheetToCsv(sheet!(seen, 'zh')).toString().trim().split('\n')
  expect(zh).toHaveLength(75)
  expect(zh.find((line) => line.includes('SM-1.5'))).toContain('每天闭店后 30 分钟内')
  expect(sheetToCsv(sheet!(seen, 'en')).toString()).not.toMatch(/\p{Script=Han}/u)
})

test('a calendar is said as people say it', () => {
  const said = (duty: string) => calendarWords(catalogue.find((d) => d.id === duty)!.calendar)
  expect(said('SM-4.1')).toEqual(['每周五 18:00 前', 'Every Friday by 18:00'])
  expect(said('SM-1.1')[0]).toBe('每月最后一天 18:00 前（做下月的）')
  expect(said('SM-4.4')[0]).toBe('每天开店前；每天闭店后 30 分钟内')
  expect(said('SM-1.7')).toEqual(['公司发来通知后 24 小时内', 'Within 24 hours: a notice arrives'])
  expect(said('SM-4.2')[0]).toBe('日常做到，不逐次打卡')
  for (const duty of catalogue) {
    const [zh, en] = said(duty.id)
    expect(zh, duty.id).not.toMatch(/undefined|NaN/)
    expect(en, duty.id).not.toMatch(/undefined|NaN|\p{Script=Han}/u)
  }
  expect(lateWords('debt', [])).toBeUndefined()
})

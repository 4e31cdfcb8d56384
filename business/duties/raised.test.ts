import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import { eventPeriod } from './catalogue/codes.ts'
import { proof, raising } from './catalogue/proofs.ts'
import { type DutyHouse, dutyHouse, whereIs, withClauses } from './house-for-tests.ts'

// The shipped catalogue made richer for these tests: a superior who opens a report raises an answer of the store
// manager's within a day, and withdraws it by confirming; a report asks two named people to read it; closed days ask the area manager for a word by a date.
const readers: string[] = []
let dueAt: Date | undefined
const duties = withClauses({
  'SM-3.4': {
    proofs: [
      proof('reports.answer', (_find, { input, record }) => [
        { seat: { store: input.store }, periods: [eventPeriod(record!)], holds: true },
      ]),
    ],
    raisedBy: [
      raising('reports.open', (_find, { input, record }) => [
        { seat: { store: input.store }, event: record!, holds: true },
      ]),
      raising('reports.confirm', (_find, { input, record }) => [
        { seat: { store: input.store }, event: record!, holds: false },
      ]),
    ],
    redo: false,
    page: { path: '/report', query: { store: '$store', day: '$event' } },
  },
  'SA-1.6': {
    proofs: [
      proof('sales.undo', (_find, { store, record }) => [
        { seat: { store: store! }, periods: [eventPeriod(record!)], holds: true },
      ]),
    ],
    raisedBy: [
      raising('reports.submit', (_find, { input, record }) =>
        readers.map((person) => ({ seat: { store: input.store }, person, event: record!, holds: true })),
      ),
    ],
    redo: false,
    page: { path: '/report' },
  },
  'AM-2.6': {
    kind: 'perishable',
    proofs: [
      proof('reports.confirm', (_find, { record }) => [
        { seat: { area: h.chain.areas[0]!.id }, periods: [eventPeriod(record!)], holds: true },
      ]),
    ],
    raisedBy: [
      raising('reports.submit', (_find, { record }) => [
        {
          seat: { area: h.chain.areas[0]!.id },
          event: record!,
          ...(dueAt ? { dueAt } : {}),
          holds: true,
        },
      ]),
    ],
    redo: false,
    page: { path: '/report' },
  },
})

let h: DutyHouse
let area: DutyHouse['chain']['areas'][number]
const stores = () => h.chain.stores
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00+08:00`

async function submit(index: number, day: number): Promise<string> {
  const { id: store, manager } = stores()[index]!
  const input = { id: newId(), store, day: `2026-11-${day}`, why: '雨天客少', tomorrow: '主推毛衣' }
  return (await h.does(manager, at(day, '22:10'), 'reports.submit', input)).id
}
const review = (
  what: 'askBack' | 'confirm' | 'open',
  index: number,
  day: number,
  when: string,
  who = area.manager,
) =>
  h.does(who, when, `reports.${what}`, {
    store: stores()[index]!.id,
    day: `2026-11-${day}`,
    ...(what === 'askBack' ? { words: '为什么客流少一半？' } : {}),
  })
const answer = (index: number, day: number, when: string) =>
  h.does(stores()[index]!.manager, when, 'reports.answer', {
    store: stores()[index]!.id,
    day: `2026-11-${day}`,
    words: '商场外修路',
  })

beforeAll(async () => {
  h = await dutyHouse(duties)
  area = h.chain.areas[0]!
  await h.begin('2026-11-20')
  await h.keep(at(20, '09:00'))
})
afterAll(() => h.db.close())

test('what happens raises the duty there and then, due so many hours later, and its own record makes it done', async () => {
  const report = await submit(0, 20)
  const { manager, id: store } = stores()[0]!
  expect(whereIs(await h.today(manager, at(20, '23:00')), 'SM-3.4')).toBeUndefined()
  await review('open', 0, 20, at(21, '09:00'))
  await review('askBack', 0, 20, at(21, '09:10'))
  const asked = (await h.today(manager, at(21, '09:11'))).now.find((i) => i.duty === 'SM-3.4')!
  expect(asked).toMatchObject({
    state: 'open',
    cadence: 'event',
    period: eventPeriod(report),
    opensAt: '2026-11-21T01:00:00.000Z',
    dueAt: '2026-11-22T01:00:00.000Z',
    missedAt: null,
    act: { path: '/report', query: { store, day: report } },
  })
  await answer(0, 20, at(21, '10:00'))
  const done = (await h.today(manager, at(21, '10:01'))).done.find((i) => i.duty === 'SM-3.4')!
  expect(done.proof).toMatchObject({ action: 'reports.answer', record: report, role: 'holder' })
})

test('raised twice it is still one duty, nobody else’s, and undone it stays due at the superior', async () => {
  await submit(1, 21)
  await review('open', 1, 21, at(22, '09:00'))
  await review('open', 1, 21, at(22, '12:00'), h.chain.director)
  const due = await h.instances('SM-3.4', stores()[1]!.id)
  expect(due).toHaveLength(1)
  expect(whereIs(await h.today(stores()[2]!.manager, at(22, '12:02')), 'SM-3.4')).toBeUndefined()
  const late = at(23, '09:30')
  expect(whereIs(await h.today(stores()[1]!.manager, late), 'SM-3.4')).toEqual(['now', 'overdue'])
  const below = (await h.today(area.manager, late)).below!
  expect(below.seats.find((s) => s.seat === stores()[1]!.id)?.duties.map((d) => d.duty)).toContain('SM-3.4')
})

test('withdrawn it is nobody’s any more and says by whom; raised again it is due again; what is done stays done', async () => {
  const { manager, id: store } = stores()[1]!
  await review('confirm', 1, 21, at(23, '10:00'))
  const page = await h.today(manager, at(23, '10:01'))
  expect(whereIs(page, 'SM-3.4')).toEqual(['excused', 'excused'])
  expect(page.excused.find((i) => i.duty === 'SM-3.4')?.excuse).toMatchObject({
    kind: 'withdrawn',
    byName: area.manager.actor.name,
  })
  await h.keep(at(23, '10:30'))
  expect((await h.instances('SM-3.4', store))[0]).toMatchObject({ excuse: 'withdrawn', done: false })
  const { director } = h.chain
  await review('open', 1, 21, at(23, '11:00'), director)
  expect(whereIs(await h.today(manager, at(23, '11:01')), 'SM-3.4')).toEqual(['now', 'overdue'])
  await review('askBack', 1, 21, at(23, '11:10'), director)
  await answer(1, 21, at(23, '11:30'))
  await review('confirm', 1, 21, at(23, '12:00'), director)
  expect(whereIs(await h.today(manager, at(23, '12:01')), 'SM-3.4')).toEqual(['done', 'late'])
})

test('where each owes it himself, those who hold the position there do, each once', async () => {
  const { associates, id: store } = stores()[2]!
  const [elsewhere] = stores()[3]!.associates
  readers.push(associates[0]!.id, associates[1]!.id, elsewhere!.id, associates[0]!.id)
  await submit(2, 23)
  readers.length = 0
  const due = await h.instances('SA-1.6', store)
  expect(due.map((i) => i.holder).sort()).toEqual([associates[0]!.id, associates[1]!.id].sort())
  expect(whereIs(await h.today(associates[0]!, at(23, '22:11')), 'SA-1.6')?.[0]).toBe('later')
  expect(whereIs(await h.today(associates[2]!, at(23, '22:11')), 'SA-1.6')).toBeUndefined()
})

test('a deadline of the record’s own goes before the clause’s hours; what perishes is missed at last', async () => {
  dueAt = new Date(at(24, '12:00'))
  await submit(3, 23)
  const [due] = (await h.today(area.manager, at(24, '11:00'))).now.filter(
    (i) => i.duty === 'AM-2.6' && i.dueAt === dueAt!.toISOString(),
  )
  expect(due).toMatchObject({ day: '2026-11-24', missedAt: dueAt.toISOString() })
  dueAt = undefined
})

test('a store that has shut for good owes nothing, a seat that nobody holds keeps what was raised for who comes', async () => {
  const { manager, id: store } = stores()[4]!
  await submit(4, 23)
  await h.db.query('update store set closed_on = $2 where id = $1', [store, '2026-11-22'])
  await review('open', 4, 23, at(24, '08:00'), h.chain.director)
  expect(await h.instances('SM-3.4', store)).toEqual([])
  await h.db.query('update store set closed_on = null where id = $1', [store])
  await h.db.query('update appointment set to_day = $2 where person_id = $1', [manager.id, '2026-11-23'])
  await review('open', 4, 23, at(24, '08:02'), h.chain.director)
  await h.db.query('update appointment set to_day = null where person_id = $1', [manager.id])
  expect(whereIs(await h.today(manager, at(24, '09:00')), 'SM-3.4')).toEqual(['now', 'open'])
})

test('where the company’s edition leaves the clause or its event out, nothing is raised', async () => {
  const before = (await h.instances('SM-3.4')).length
  for (const calendar of [
    '[{"every": "week", "weekday": 1, "by": "18:00", "opensDays": 3, "late": 0}]',
    null,
  ]) {
    await (calendar
      ? h.db.query("update duty_clause set calendar = $1::jsonb where duty = 'SM-3.4'", [calendar])
      : h.db.query("update duty_clause set duty = 'SM-9.9' where duty = 'SM-3.4'"))
    await h.db.query('update duty_edition set revision = revision + 1')
    const index = calendar ? 1 : 3
    await review('open', index, calendar ? 21 : 23, at(25, '09:00'), h.chain.director)
  }
  expect(await h.instances('SM-3.4')).toHaveLength(before)
  await h.db.query("update duty_clause set duty = 'SM-3.4' where duty = 'SM-9.9'")
})

test('what must hold in duties holds', async () => expect(await h.broken()).toEqual([]))

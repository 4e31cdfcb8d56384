import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../../platform/database/verify.ts'
import { companyWide, newId } from '../../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../../tests/door.ts'
import { clock, type SteeringHouse, steeringHouse } from '../house-for-tests.ts'
import { steeringInvariants } from '../invariants.ts'
import type { DirectiveRow } from './rules.ts'

let h: SteeringHouse
beforeAll(async () => {
  h = await steeringHouse()
})
afterAll(() => h.at.house.close())

const due = (time = '18:00', day = '2026-11-23') => ({ day, time })
const asks = (words: string | null = '今天把橱窗换成大衣组') => ({
  measure: null,
  words,
  due: due(),
  about: null,
})
const act = (who: string, time: string, name: string, input: object, day?: string) =>
  h.at.as(who, { now: clock(time, day) }).do(`directives.${name}`, input)
const board = async (who: string, time = '12:00', day?: string) =>
  answerOf<{ rows: DirectiveRow[] }>(await h.at.as(who, { now: clock(time, day) }).see('directives.board'))
    .rows
const give = async (who: string, store: number, words?: string, time = '09:00') =>
  answerOf<{ id: string }>(
    await act(who, time, 'giveStore', { store: h.chain.stores[store]!.id, ...asks(words) }),
  ).id
const of = (store: number, directive: string) => ({ store: h.chain.stores[store]!.id, directive })

test('an area manager asks a store, the store answers, the area manager accepts', async () => {
  const { chain } = h
  const id = await give(chain.areaManagers[0], 0)
  const [mine] = await board(chain.stores[0].manager)
  expect(mine).toMatchObject({ id, side: 'received', state: 'given', overdue: false, level: 'store' })
  expect(mine!.may).toEqual({ answer: true, accept: false, return: false, withdraw: false })
  expect((await board(chain.areaManagers[0]))[0]).toMatchObject({ id, side: 'given', state: 'given' })
  answerOf(await act(chain.stores[0].manager, '14:00', 'answer', { ...of(0, id), words: '换好了，门口三组' }))
  expect((await board(chain.areaManagers[0], '14:01'))[0]!.may).toEqual({
    answer: false,
    accept: true,
    return: true,
    withdraw: false,
  })
  answerOf(await act(chain.areaManagers[0], '15:00', 'accept', { ...of(0, id), words: null }))
  const [row] = await board(chain.stores[0].manager, '16:00')
  expect(row).toMatchObject({ state: 'accepted', overdue: false })
  expect(row!.steps.map((s) => s.kind)).toEqual(['answered', 'accepted'])
  expect(row!.steps[0]).toMatchObject({ words: '换好了，门口三组', by: chain.stores[0].manager })
})

test('returned it is to be done again by a new deadline, and overdue shows on both sides', async () => {
  const { chain } = h
  const id = await give(chain.areaManagers[0], 1)
  const [giver, receiver] = [chain.areaManagers[0], chain.stores[1].manager]
  answerOf(await act(receiver, '10:00', 'answer', { ...of(1, id), words: '在做' }))
  expect(whyOf(await act(receiver, '10:05', 'answer', { ...of(1, id), words: '又做' }))).toBe(
    'alreadyAnswered',
  )
  expect(
    whyOf(await act(giver, '11:00', 'return', { ...of(1, id), words: '没有照片', due: due('10:00') })),
  ).toBe('dueGone')
  answerOf(await act(giver, '11:00', 'return', { ...of(1, id), words: '没有照片', due: due('20:00') }))
  const shown = async (who: string, time: string) => (await board(who, time)).find((d) => d.id === id)!
  expect(await shown(receiver, '19:00')).toMatchObject({ state: 'returned', overdue: false })
  for (const who of [giver, receiver])
    expect(await shown(who, '20:01')).toMatchObject({ state: 'returned', overdue: true })
  answerOf(await act(receiver, '20:30', 'answer', { ...of(1, id), words: '补上了' }))
  expect(await shown(giver, '20:31')).toMatchObject({ state: 'answered', overdue: false })
  expect((await shown(giver, '20:31')).steps.map((s) => s.no)).toEqual([1, 2, 3])
})

test('withdrawn with a reason it is closed for good', async () => {
  const { chain } = h
  const id = await give(chain.director, 0, '停掉满减')
  expect(whyOf(await act(chain.director, '09:30', 'withdraw', { ...of(0, id), words: '' }))).toBe('badShape')
  answerOf(await act(chain.director, '09:30', 'withdraw', { ...of(0, id), words: '商场改期' }))
  for (const name of ['answer', 'accept', 'return', 'withdraw'] as const) {
    const who = name === 'answer' ? chain.stores[0].manager : chain.director
    const input = { ...of(0, id), words: '再来', ...(name === 'return' ? { due: null } : {}) }
    expect(whyOf(await act(who, '10:00', name, input))).toBe('closed')
  }
})

test('a directive goes down only: to a store, to an area, to the director, skipping a level where one likes', async () => {
  const { chain, generalManager: gm } = h
  const [store, area] = [chain.stores[2], chain.areas[1]]
  answerOf(await act(gm, '09:00', 'giveStore', { store: store.id, ...asks() }))
  answerOf(await act(gm, '09:00', 'giveArea', { area, ...asks() }))
  answerOf(await act(gm, '09:00', 'giveDirector', asks()))
  answerOf(await act(chain.director, '09:00', 'giveStore', { store: store.id, ...asks() }))
  answerOf(await act(chain.director, '09:00', 'giveArea', { area, ...asks() }))
  expect(whyOf(await act(chain.director, '09:00', 'giveDirector', asks()))).toBe('position')
  expect(whyOf(await act(chain.areaManagers[1], '09:00', 'giveArea', { area, ...asks() }))).toBe('position')
  expect(whyOf(await act(store.manager, '09:00', 'giveStore', { store: store.id, ...asks() }))).toBe(
    'position',
  )
  expect(whyOf(await act(chain.areaManagers[0], '09:00', 'giveStore', { store: store.id, ...asks() }))).toBe(
    'scope',
  )
  const sides = (rows: DirectiveRow[]) => rows.map((d) => `${d.level} ${d.givenAs} ${d.side}`).sort()
  // Her area's manager sees what goes past him to his stores; the store sees what is asked of it and nothing else.
  expect(sides(await board(chain.areaManagers[1]))).toEqual([
    'area generalManager received',
    'area operationsDirector received',
    'store generalManager below',
    'store operationsDirector below',
  ])
  expect(sides(await board(store.manager))).toEqual([
    'store generalManager received',
    'store operationsDirector received',
  ])
  const all = await board(gm)
  expect(
    all
      .filter((d) => d.side === 'given')
      .map((d) => d.level)
      .sort(),
  ).toEqual(['area', 'company', 'store'])
})

test('nobody reads or answers what is not his', async () => {
  const { chain, generalManager: gm } = h
  const id = await give(chain.areaManagers[0], 0, '查一下试衣间')
  expect((await board(chain.stores[1].manager)).some((d) => d.id === id)).toBe(false)
  expect((await board(chain.areaManagers[1])).some((d) => d.id === id)).toBe(false)
  const answer = { ...of(0, id), words: '做了' }
  expect(whyOf(await act(chain.stores[1].manager, '10:00', 'answer', answer))).toBe('scope')
  expect(whyOf(await act(chain.areaManagers[0], '10:00', 'answer', answer))).toBe('notReceiver')
  expect(whyOf(await act(chain.director, '10:00', 'answer', answer))).toBe('notReceiver')
  answerOf(await act(chain.stores[0].manager, '10:00', 'answer', answer))
  // What an area manager gave is his to accept, not his superior's.
  expect(whyOf(await act(chain.director, '10:30', 'accept', { ...of(0, id), words: null }))).toBe('notGiver')
  const toDirector = answerOf<{ id: string }>(await act(gm, '11:00', 'giveDirector', asks())).id
  const hidden = { store: companyWide, directive: toDirector }
  for (const who of [chain.areaManagers[0], chain.stores[0].manager])
    expect(whyOf(await h.at.as(who).see('directives.one', hidden))).toBe('notFound')
  expect(whyOf(await h.at.as(chain.stores[1].manager).see('directives.one', of(0, id)))).toBe('scope')
  expect(whyOf(await h.at.as(chain.stores[0].manager).see('directives.one', of(0, newId())))).toBe('scope')
  expect(whyOf(await h.at.as(chain.finance).see('directives.board'))).toBe('position')
  // An id of one store under another's name is not there.
  expect(whyOf(await h.at.as(chain.director).see('directives.one', of(1, id)))).toBe('scope')
})

test('it says what to do, until a moment ahead', async () => {
  const { chain } = h
  const store = chain.stores[0].id
  const refused = async (input: object) =>
    whyOf(await act(chain.director, '09:00', 'giveStore', { store, ...asks(), ...input }))
  expect(await refused({ words: '  ' })).toBe('wordsMissing')
  expect(await refused({ words: null, measure: 'fitting' })).toBeUndefined()
  expect(await refused({ due: due('08:59') })).toBe('dueGone')
  expect(await refused({ due: due('09:00', '2027-06-01') })).toBe('dueTooFar')
  expect(await refused({ due: due('25:00') })).toBe('badShape')
  expect(await refused({ about: { month: '2026-12', factor: null } })).toBe('monthAhead')
})

test('given from a figure it keeps the figure, as it stood then, and the answer as it stands after', async () => {
  const { chain } = h
  const input = {
    store: chain.stores[0].id,
    ...asks('高峰全员在岗'),
    due: due('18:00', '2026-11-24'),
    about: { month: '2026-11', factor: 'conversionRate' },
  }
  const { id } = answerOf<{ id: string }>(await act(chain.areaManagers[0], '09:00', 'giveStore', input))
  answerOf(
    await act(chain.stores[0].manager, '09:00', 'answer', { ...of(0, id), words: '排好了' }, '2026-11-24'),
  )
  const one = answerOf<DirectiveRow & { figuresNow: { asOf: string; net: number } }>(
    await h.at
      .as(chain.areaManagers[0], { now: clock('10:00', '2026-11-24') })
      .see('directives.one', of(0, id)),
  )
  expect(one).toMatchObject({ month: '2026-11', factor: 'conversionRate' })
  expect(one.figures!.asOf).toBe('2026-11-22')
  expect(one.steps[0]!.figures!.asOf).toBe('2026-11-23')
  expect(one.figuresNow).toEqual(one.steps[0]!.figures)
  const [sold] = await h.at.database.query<{ net: number }>(
    "select sum(net)::int8 as net from ticket where store_id = $1 and day between '2026-11-01' and '2026-11-22'",
    [chain.stores[0].id],
  )
  expect(one.figures!.net).toBe(sold!.net)
})

test('of two who answer at once one wins', async () => {
  const { chain } = h
  const id = await give(chain.areaManagers[0], 0, '清点试衣间')
  const answers = await Promise.all(
    ['甲做了', '乙做了', '丙做了'].map((words) =>
      act(chain.stores[0].manager, '10:00', 'answer', { ...of(0, id), words }),
    ),
  )
  expect(answers.filter((a) => a.ok)).toHaveLength(1)
  expect(answers.filter((a) => !a.ok).map(whyOf)).toEqual(['alreadyAnswered', 'alreadyAnswered'])
})

test('the board leaves as a sheet, and its form names only the seats below', async () => {
  const { sheet } = h.at.house.door.operations['directives.board'] as unknown as {
    sheet: (b: unknown, l: 'zh' | 'en') => { rows: unknown[][]; columns: unknown[] }
  }
  const seen = answerOf<{ rows: unknown[] }>(await h.at.as(h.generalManager).see('directives.board'))
  const made = sheet(seen, 'en')
  expect(made.rows).toHaveLength(seen.rows.length)
  expect(made.rows.every((row) => row.length === made.columns.length)).toBe(true)
  const form = async (who: string) =>
    answerOf<{ receivers: { level: string; code: string }[]; director: boolean; figures: unknown }>(
      await h.at.as(who).see('directives.form'),
    )
  expect((await form(h.chain.areaManagers[0])).receivers.map((r) => r.code)).toEqual(['E01', 'E02'])
  expect(await form(h.chain.areaManagers[0])).toMatchObject({ director: false, figures: null })
  expect((await form(h.chain.director)).receivers).toHaveLength(6)
  expect((await form(h.generalManager)).director).toBe(true)
})

test('what must hold of directives holds, and a tampered course is found', async () => {
  const counts = async () => (await verify(h.at.database, steeringInvariants)).map((v) => v.count)
  expect(new Set(await counts())).toEqual(new Set([0]))
  await h.at.database.query("update directive_step set kind = 'returned' where kind = 'withdrawn'")
  const [course, , closed] = await counts()
  expect([course! > 0, closed! > 0]).toEqual([true, true])
})

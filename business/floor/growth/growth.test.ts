import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type DutyHouse, dutyHouse, whereIs } from '../../duties/house-for-tests.ts'
import { growthInvariants } from './invariants.ts'

let h: DutyHouse
const at = (day: string, time: string): string => `2026-${day}T${time}:00+08:00`
const place = (n: number) => h.chain.stores[n]!
const plan = (n: number, who = 0, more: object = {}) => ({
  id: newId(),
  store: place(n).id,
  person: place(n).associates[who]!.id,
  skill: 'outfit',
  goal: '能独立带新人搭配',
  nextStep: '每天练一组成套',
  by: '2026-12-20',
  ...more,
})
beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-20')
  await h.keep(at('11-24', '08:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  expect((await verify(h.db, growthInvariants)).filter((f) => f.count > 0)).toEqual([])
  await h.db.close()
})

test('where nobody is promising the store manager says why, and not while a plan is open', async () => {
  const { manager, id: store } = place(1)
  await h.does(manager, at('11-24', '17:00'), 'growth.nobody', { store, words: '都是新人，先过基础' })
  expect(whereIs(await h.today(manager, at('11-24', '17:01')), 'SM-1.4', '2026-11')?.[0]).toBe('done')
  await h.does(place(4).manager, at('11-24', '16:00'), 'growth.plan', plan(4))
  expect(
    await h.refused(place(4).manager, at('11-24', '17:00'), 'growth.nobody', {
      store: place(4).id,
      words: '没有',
    }),
  ).toBe('plansOpen')
})

test('a released roster proves the week once each associate’s shift says where she stands', async () => {
  const { manager, associates, id: store } = place(2)
  const week = '2026-11-30'
  const own = new Set(associates.map((a) => a.id))
  const see = () =>
    h.sees<{ head: { revision: number } | null; cells: { person: string; day: string; code: string }[] }>(
      manager,
      at('11-26', '12:00'),
      'rosters.week',
      { store, week },
    )
  await h.keep(at('11-26', '11:00'))
  await h.does(manager, at('11-26', '12:00'), 'rosters.draft', { store, week, basedOn: 0 })
  const release = async (why: string | null) =>
    h.does(manager, at('11-26', '13:00'), 'rosters.release', {
      store,
      week,
      basedOn: (await see()).head!.revision,
      why,
    })
  await release(null)
  expect(whereIs(await h.today(manager, at('11-26', '13:01')), 'SM-1.4', '2026-W48')).toContain('open')
  const { head, cells } = await see()
  await h.does(manager, at('11-26', '14:00'), 'rosters.put', {
    store,
    week,
    basedOn: head!.revision,
    cells: cells
      .filter((c) => own.has(c.person))
      .map(({ person, day, code }) => ({ person, day, code, zone: '大衣区' })),
  })
  await release('写明区位')
  expect(whereIs(await h.today(manager, at('11-26', '14:01')), 'SM-1.4', '2026-W48')?.[0]).toBe('done')
})

test('a store without associates owes neither coaching nor plans; when one comes it does', async () => {
  const { manager, associates, id: store } = place(3)
  for (const one of associates)
    await h.db.query(`update appointment set to_day = '2026-11-20' where person_id = $1`, [one.id])
  await h.keep(at('11-27', '09:00'))
  const now = at('11-27', '09:01')
  expect(whereIs(await h.today(manager, now), 'SM-4.3')).toEqual(['excused', 'excused'])
  expect(whereIs(await h.today(manager, now), 'SM-1.4', '2026-W48')).toEqual(['excused', 'excused'])
  await h.db.query(
    `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'salesAssociate', $3, '2026-11-28')`,
    [newId(), associates[0]!.id, store],
  )
  await h.keep(at('11-28', '09:00'))
  expect(whereIs(await h.today(manager, at('11-28', '09:01')), 'SM-4.3')?.[1]).toBe('open')
})

test('a month is done once every plan was looked at in it; she whom it is about reads each step', async () => {
  const { manager, associates, id: store } = place(0)
  const made = plan(0)
  const first = await h.does<{ left: number; isDone: boolean }>(
    manager,
    at('11-24', '15:00'),
    'growth.plan',
    made,
  )
  expect(first).toMatchObject({ left: 0, isDone: true })
  expect(await h.refused(manager, at('11-24', '15:01'), 'growth.plan', plan(0))).toBe('hasOne')
  expect(
    await h.refused(manager, at('11-24', '15:01'), 'growth.plan', plan(0, 1, { by: '2026-11-01' })),
  ).toBe('byBetween')
  expect(await h.refused(manager, at('11-24', '15:02'), 'growth.plan', { ...plan(1), store })).toBe('notHere')
  await h.does(associates[0]!, at('11-24', '16:00'), 'growth.seen', { store, id: made.id, words: '好' })
  expect(await h.refused(associates[1]!, at('11-24', '16:00'), 'growth.seen', { store, id: made.id })).toBe(
    'notYours',
  )
  await h.does(manager, at('11-25', '15:00'), 'growth.plan', plan(0, 1))
  await h.keep(at('12-20', '09:00'))
  expect(whereIs(await h.today(manager, at('12-20', '09:01')), 'SM-1.4', '2026-12')?.[0]).not.toBe('done')
  const review = (of: string, next: object) =>
    h.does<{ left: number }>(manager, at('12-20', '10:00'), 'growth.review', {
      id: newId(),
      store,
      plan: of,
      words: '连带上来了',
      next,
    })
  expect((await review(made.id, { step: '周末带新人', by: '2027-01-10' })).left).toBe(1)
  const mine = await h.sees<{ plans: { nextStep: string; seenAt: string | null }[] }>(
    associates[0]!,
    at('12-20', '10:05'),
    'growth.mine',
  )
  expect(mine.plans[0]).toMatchObject({ nextStep: '周末带新人', seenAt: null })
  const { plans } = await h.sees<{ plans: { id: string; isTouched: boolean }[] }>(
    manager,
    at('12-20', '10:06'),
    'growth.ofStore',
    { store },
  )
  const other = plans.find((p) => !p.isTouched)!
  expect((await review(other.id, { outcome: 'reached' })).left).toBe(0)
  expect(whereIs(await h.today(manager, at('12-20', '10:10')), 'SM-1.4', '2026-12')?.[0]).toBe('done')
})

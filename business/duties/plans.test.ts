import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { SeenMonth } from '../targets/test-chain.ts'
import { beginDuties } from './edition-tables.ts'
import { type DutyHouse, dutyHouse, whereIs } from './house-for-tests.ts'

let h: DutyHouse
beforeAll(async () => {
  h = await dutyHouse()
  await beginDuties(h.db, { from: '2026-11-23' as Day, now: new Date('2026-11-23T00:00:00+08:00') })
  await h.keep('2026-11-23T09:00:00+08:00')
})
afterAll(() => h.db.close())
const at = (day: string, time = '12:00'): string => `${day}T${time}:00+08:00`
type Lines = { lines: { child: string; months: Money[] }[] }
const bare = (plan: Lines) => plan.lines.map(({ child, months }) => ({ child, months }))

/** The director proposes next year, saves and submits it. */
async function submitYear(day: string, basedOn: string | null): Promise<string> {
  const { director } = h.chain
  const proposed = await h.sees<Lines>(director, at(day), 'targets.proposeYear', {
    year: 2027,
    total: 1_000_000_000,
  })
  const saved = await h.does(director, at(day), 'targets.saveYear', {
    year: 2027,
    basedOn,
    lines: bare(proposed),
  })
  await h.does(director, at(day), 'targets.submitYear', { version: saved.id })
  return saved.id
}
async function releaseArea(day: string, basedOn: string | null): Promise<string> {
  const { id: area, manager } = h.chain.areas[0]!
  const proposed = await h.sees<Lines>(manager, at(day), 'targets.proposeArea', { area, year: 2027 })
  const saved = await h.does(manager, at(day), 'targets.saveArea', {
    area,
    year: 2027,
    basedOn,
    lines: bare(proposed),
  })
  await h.does(manager, at(day), 'targets.releaseArea', { version: saved.id })
  return saved.id
}

let version: string
test('next year’s plan: due in November, done when it is submitted, due again when the general manager returns it', async () => {
  const { director, generalManager } = h.chain
  expect(whereIs(await h.today(director, at('2026-11-23')), 'OD-3.1')).toEqual(['later', 'open'])
  version = await submitYear('2026-11-24', null)
  expect(whereIs(await h.today(director, at('2026-11-24')), 'OD-3.1')).toEqual(['done', 'inTime'])
  await h.does(generalManager, at('2026-11-25'), 'targets.decideYear', {
    version,
    decision: 'return',
    reason: '太保守',
  })
  await h.keep(at('2026-12-01'))
  const again = await h.today(director, at('2026-12-03'))
  expect(whereIs(again, 'OD-3.1')).toEqual(['now', 'overdue'])
  expect(again.now.find((i) => i.duty === 'OD-3.1')).toMatchObject({ reopened: 1, ageDays: 2 })
  version = await submitYear('2026-12-04', version)
  expect(whereIs(await h.today(director, at('2026-12-04')), 'OD-3.1')).toEqual(['done', 'late'])
  await h.does(generalManager, at('2026-12-05'), 'targets.decideYear', { version, decision: 'approve' })
  expect(whereIs(await h.today(director, at('2026-12-05', '13:00')), 'OD-3.1')).toBeUndefined()
})

test('releasing the area’s plan does the year’s duty and each month that it splits', async () => {
  const { id: area, manager } = h.chain.areas[0]!
  expect(whereIs(await h.today(manager, at('2026-12-06')), 'AM-1.1')).toEqual(['later', 'open'])
  await releaseArea('2026-12-07', null)
  expect(whereIs(await h.today(manager, at('2026-12-07')), 'AM-1.1')).toEqual(['done', 'inTime'])
  const months = await h.instances('AM-2.1', area)
  expect(months.filter((m) => m.done).map((m) => m.period)).toEqual(
    Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`),
  )
  // December of this year was not split by it.
  expect(months.find((m) => m.period === '2026-12')).toMatchObject({ done: false })
  expect(whereIs(await h.today(h.chain.areas[1]!.manager, at('2026-12-07')), 'AM-1.1')).toEqual([
    'later',
    'open',
  ])
})

test('sent back by the director the area’s plan is due again, and a new release does it', async () => {
  const { director } = h.chain
  const { id: area, manager } = h.chain.areas[0]!
  const done = (await h.instances('AM-1.1', area))[0]!
  const input = { store: done.store, instance: done.id }
  expect(
    await h.refused(director, at('2026-12-08'), 'duties.sendBack', { ...input, words: '第二家店偏低' }),
  ).toBe('openFirst')
  await h.does(director, at('2026-12-08'), 'duties.open', input)
  expect(await h.refused(manager, at('2026-12-08'), 'duties.confirm', input)).toBe('notYoursToCheck')
  await h.does(director, at('2026-12-08'), 'duties.sendBack', { ...input, words: '第二家店偏低' })
  expect(whereIs(await h.today(manager, at('2026-12-08')), 'AM-1.1')).toEqual(['later', 'open'])
  const plan = await h.sees<{ latest: { id: string } }>(manager, at('2026-12-09'), 'targets.area', {
    area,
    year: 2027,
  })
  await releaseArea('2026-12-09', plan.latest.id)
  expect(whereIs(await h.today(manager, at('2026-12-09')), 'AM-1.1')).toEqual(['done', 'inTime'])
  await h.does(director, at('2026-12-09', '15:00'), 'duties.open', input)
  await h.does(director, at('2026-12-09', '15:01'), 'duties.confirm', input)
  expect(await h.refused(director, at('2026-12-09', '15:02'), 'duties.confirm', input)).toBe(
    'alreadyConfirmed',
  )
  const one = await h.sees<{ history: { what: string; words: string | null }[] }>(
    director,
    at('2026-12-09', '16:00'),
    'duties.instance',
    input,
  )
  expect(one.history.map((e) => e.what).sort()).toEqual([
    'confirmed',
    'done',
    'opened',
    'opened',
    'reopened',
    'sentBack',
  ])
  expect(one.history.find((e) => e.what === 'reopened')?.words).toBe('第二家店偏低')
})

const monthOf = (store: number, when: string, month = '2027-01') =>
  h.sees<SeenMonth>(h.chain.stores[store]!.manager, when, 'targets.storeMonth', {
    store: h.chain.stores[store]!.id,
    month,
  })
async function splitMonth(
  who: DutyHouse['chain']['director'],
  store: number,
  when: string,
  withPeople: boolean,
  month = '2027-01',
) {
  const seen = await monthOf(store, when, month)
  const people = seen.staff
    .filter((p) => p.factor > 0)
    .map(({ person, factor, off }) => ({ person, factor, off }))
  return h.does(who, when, 'targets.saveStoreMonth', {
    store: h.chain.stores[store]!.id,
    month,
    basedOn: seen.target.id,
    days: seen.target.days,
    people: withPeople ? people : [],
  })
}

test('a month split to people before it opens on the page counts; split by days only it is due again', async () => {
  const { id, manager } = h.chain.stores[0]!
  await splitMonth(manager, 0, at('2026-12-10'), true)
  await h.keep(at('2026-12-22'))
  expect((await h.instances('SM-1.1', id)).find((i) => i.period === '2027-01')).toMatchObject({
    done: true,
    role: 'holder',
  })
  expect((await h.instances('SM-1.1', id)).filter((i) => i.period === '2027-01')).toHaveLength(1)
  await splitMonth(manager, 0, at('2026-12-22'), false)
  expect(whereIs(await h.today(manager, at('2026-12-22', '13:00')), 'SM-1.1', '2027-01')).toEqual([
    'later',
    'open',
  ])
  await splitMonth(manager, 0, at('2026-12-23'), true)
  expect(whereIs(await h.today(manager, at('2026-12-23')), 'SM-1.1', '2027-01')).toEqual(['done', 'inTime'])
})

test('a month that nobody split stays due as a debt and ages', async () => {
  const { id, manager } = h.chain.stores[1]!
  await h.keep(at('2027-01-09'))
  const item = (await h.today(manager, at('2027-01-09', '20:00'))).now.find(
    (i) => i.duty === 'SM-1.1' && i.period === '2027-01',
  )
  expect(item).toMatchObject({ state: 'overdue', ageDays: 9, missedAt: null })
  // The area manager may do it for him, and it says so.
  await splitMonth(h.chain.areas[0]!.manager, 1, at('2027-01-09', '21:00'), true)
  expect((await h.instances('SM-1.1', id)).find((i) => i.period === '2027-01')).toMatchObject({
    done: true,
    role: 'substitute',
  })
  expect(whereIs(await h.today(manager, at('2027-01-09', '21:01')), 'SM-1.1', '2027-01')).toEqual([
    'done',
    'late',
  ])
})

test('who stands in sees the duty as his own page’s, and the record says on whose behalf', async () => {
  const { id, manager } = h.chain.stores[2]!
  const standIn = h.chain.stores[2]!.associates[0]!
  const delegate = {
    ...standIn,
    actor: {
      ...standIn.actor,
      appointments: [
        ...standIn.actor.appointments,
        { position: 'storeManager' as const, store: id, areaStores: [], onBehalfOf: manager.id },
      ],
    },
  }
  const today = await h.today(delegate, at('2027-01-09', '20:00'))
  expect(today.now.find((i) => i.duty === 'SM-1.1' && i.period === '2027-01')?.onBehalfOf).toBe(manager.id)
  await splitMonth(delegate, 2, at('2027-01-09', '20:30'), true)
  expect((await h.instances('SM-1.1', id)).find((i) => i.period === '2027-01')).toMatchObject({
    done: true,
    role: 'delegate',
  })
})

test('an associate’s day target is reached by tickets credited to him, and a reversal lights it up again', async () => {
  const { id: store, manager, associates } = h.chain.stores[0]!
  const day = '2027-01-10'
  await h.keep(at(day, '09:00'))
  const owed = await h.db.query<{ person: string; amount: number }>(
    'select person_id as person, amount from person_day_target where store_id = $1 and day = $2 and amount > 0 order by amount',
    [store, day],
  )
  const due = (await h.instances('SA-1.1', store)).filter((i) => i.period === day)
  const sellers = owed.filter((o) => associates.some((a) => a.id === o.person))
  expect(due.map((i) => i.holder).sort()).toEqual(sellers.map((o) => o.person).sort())
  const [first] = sellers
  const me = associates.find((a) => a.id === first!.person)!
  const style = newId()
  const sku = newId()
  await h.db.query(
    `insert into style (id, code, name, search, category, season, launched_on) values ($1, 'K1', '大衣', '', '大衣', '2026W', '2026-09-01')`,
    [style],
  )
  await h.db.query(`insert into sku (id, style_id, color, size, size_order) values ($1, $2, '黑', 'M', 2)`, [
    sku,
    style,
  ])
  const sell = async (net: number, time: string): Promise<string> => {
    const id = newId()
    await h.does(me, at(day, time), 'sales.ticket', {
      id,
      store,
      soldAt: new Date(at(day, time)).toISOString(),
      lines: [{ sku, quantity: 1, net }],
      returns: [],
      credits: [{ person: me.id, share: 1 }],
      tenders: [{ tender: 'cash', amount: net }],
    })
    return id
  }
  const state = async () => whereIs(await h.today(me, at(day, '16:00')), 'SA-1.1', day)
  await sell(first!.amount - 100, '14:00')
  expect(await state()).toEqual(['now', 'open'])
  const second = await sell(100, '15:00')
  expect(await state()).toEqual(['done', 'inTime'])
  await h.does(manager, at(day, '15:30'), 'sales.reverse', {
    id: newId(),
    store,
    ticket: second,
    reason: '顾客退货',
  })
  expect(await state()).toEqual(['now', 'open'])
  await h.keep(at(addDays(day as Day, 2), '09:00'))
  const after = await h.today(me, at(addDays(day as Day, 1), '09:00'))
  expect(whereIs(after, 'SA-1.1', day)).toEqual(['missed', 'missed'])
})

test('tickets that come in by a file turn a day target too, by when they were sold, and an import undone turns it back', async () => {
  const { id: store } = h.chain.stores[0]!
  const day = '2027-01-12'
  await h.keep(at(day, '09:00'))
  const due = (await h.instances('SA-1.1', store)).find((i) => i.period === day)!
  const sold = (net: number) =>
    h.db.query(
      `insert into sales_person_day (store_id, day, person_id, net) values ($1, $2, $3, $4)
       on conflict (store_id, day, person_id) do update set net = excluded.net`,
      [store, day, due.holder, net],
    )
  const isDone = async () => (await h.instances('SA-1.1', store)).find((i) => i.id === due.id)!.done
  await sold(1_000_000_000)
  await h.db.query(
    `insert into import (id, kind, file_name, file_hash, settings, by, at, state, finished_at)
     values ($1, 'ticketLines', '收银.csv', '', '{}', $2, $3, 'done', $3)`,
    [newId(), h.chain.finance.id, new Date(at(day, '19:55')).toISOString()],
  )
  await h.keep(at(day, '20:00'))
  expect(await isDone()).toBe(true)
  await sold(0)
  await h.keep(at(day, '20:10'))
  expect(await isDone()).toBe(false)
})

test('what must hold in duties still holds', async () => expect(await h.broken()).toEqual([]))

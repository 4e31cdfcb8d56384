import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { photosForTests, pictureOf } from '../../platform/photos/photos-for-tests.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../tests/door.ts'
import { makeChain, now, sell, type TestChain, today } from '../sales/boards/chain-for-tests.ts'
import { cashInvariants } from './invariants.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  photosForTests()
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())
afterEach(async () => {
  const broken = await verify(at.database, cashInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

const yesterday = addDays(today, -1)
const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const store = (n = 0) => chain.stores[n]!.id
const manager = (time = '22:00', day: Day = today, n = 0) =>
  at.as(chain.stores[n]!.manager, { now: clock(time, day) })
const finance = (time = '10:00', day: Day = addDays(today, 1)) =>
  at.as(chain.finance, { now: clock(time, day) })
const notes = (hundreds: number, ones = 0) => [
  { value: 10_000, pieces: hundreds },
  { value: 100, pieces: ones },
]
const takeCash = (amount: number, day: Day, n = 0, hour = 12) =>
  sell(at.database, chain.stores[n]!, day, hour, { net: amount, units: 1, by: 0, tender: 'cash' })
const sold = async (day: Day, tender: string, n = 0): Promise<number> =>
  (
    await at.database.query<{ amount: number }>(
      `select coalesce(sum(p.amount), 0)::int8 as amount from ticket t join ticket_tender p on p.store_id = t.store_id and p.ticket_id = t.id
       where t.store_id = $1 and t.day = $2 and p.tender = $3`,
      [store(n), day, tender],
    )
  )[0]!.amount
interface Seen {
  counts: {
    version: number
    moved: number
    lines: { tender: string; expected: number; counted: number; why: string | null; closed: string | null }[]
  }[]
  safe: number
  owed: { day: Day; amount: number; dueAt: string }[]
  deposits: { id: string; takenBack: string | null; isMatched: boolean }[]
  strip: { day: Day; state: string; deposit: string; over: number; short: number; unexplained: number }[]
  ticketsSince: number
}
const see = async (day: Day = today, time = '22:30', on: Day = today) =>
  answerOf<Seen>(await manager(time, on).see('cash.day', { store: store(), day }))
const count = (input: object, time = '22:05', day: Day = today) =>
  manager(time, day).do('cash.count', { id: newId(), store: store(), basedOn: 0, tenders: [], ...input })

test('a till is not counted before its float is set', async () => {
  expect(whyOf(await count({ pieces: notes(1) }))).toBe('tillNotBegun')
  const set = { id: newId(), store: store(), float: 50_000, from: 'company' }
  answerOf(await manager('09:30', yesterday).do('cash.float', set))
  expect(answerOf(await manager('09:30', yesterday).do('cash.float', set))).toMatchObject({ float: 50_000 })
})

test('the count is blind: what is expected is not sent before it is handed in', async () => {
  await takeCash(120_000, yesterday)
  const blind = await manager('21:50', yesterday).see('cash.day', { store: store() })
  const text = JSON.stringify(blind)
  expect(text).not.toContain('expected')
  expect(text).not.toContain('170000')
  expect(text).not.toContain(String(await sold(yesterday, 'card')))
})

test('pay-outs have a receipt, leave only what is there, and change what is expected', async () => {
  const out = (amount: number, id = newId()) =>
    manager('15:00', yesterday).do('cash.payOut', {
      id,
      store: store(),
      amount,
      why: 'courier',
      receipt: 'K-7',
    })
  expect(whyOf(await out(999_999))).toBe('tillTooSmall')
  const id = newId()
  answerOf(await out(2_000, id))
  answerOf(await out(2_000, id))
  const bad = await manager('15:00', yesterday).do('cash.payOut', {
    id: newId(),
    store: store(),
    amount: 1,
    why: 'courier',
    receipt: '',
  })
  expect(bad.ok).toBe(false)
})

test('counted with a shortage: over and short by tender, what is beyond the float in the safe', async () => {
  const card = await sold(yesterday, 'card')
  answerOf(
    await count({ pieces: notes(16, 75), tenders: [{ tender: 'card', amount: card }] }, '22:10', yesterday),
  )
  const { counts, safe, owed } = await see(yesterday, '22:20', yesterday)
  expect(counts[0]?.lines).toEqual([
    expect.objectContaining({ tender: 'card', expected: card, counted: card }),
    expect.objectContaining({ tender: 'cash', expected: 168_000, counted: 167_500, why: null }),
  ])
  expect(counts[0]?.moved).toBe(117_500)
  expect(safe).toBe(117_500)
  expect(owed).toEqual([expect.objectContaining({ day: yesterday, dueAt: clock('16:00').toISOString() })])
})

test('a recount is a new version; the first one stays, and the books follow the new one', async () => {
  const card = await sold(yesterday, 'card')
  const again = { pieces: notes(15, 0), tenders: [{ tender: 'card', amount: card }] }
  expect(whyOf(await count(again, '22:30', yesterday))).toBe('changedMeanwhile')
  answerOf(await count({ ...again, basedOn: 1 }, '22:30', yesterday))
  const { counts, safe } = await see(yesterday, '22:31', yesterday)
  expect(counts.map((c) => c.version)).toEqual([2, 1])
  expect(counts[0]?.lines.find((l) => l.tender === 'cash')).toMatchObject({
    expected: 168_000,
    counted: 150_000,
  })
  expect(safe).toBe(100_000)
})

test('a difference wants a reason; a small one is closed with it, a large one waits for finance', async () => {
  const explain = (input: object) =>
    manager('22:35', yesterday).do('cash.explain', {
      store: store(),
      day: yesterday,
      tender: 'cash',
      ...input,
    })
  expect(whyOf(await explain({ why: 'unknown', tender: 'card' }))).toBe('noDifference')
  expect(whyOf(await explain({ why: 'other' }))).toBe('sayWhy')
  answerOf(await explain({ why: 'wrongChange', words: '找错了一百八' }))
  expect(whyOf(await explain({ why: 'unknown' }))).toBe('alreadyExplained')
  const { open } = answerOf<{ open: { kind: string; amount: number; about: string; why: string }[] }>(
    await finance('10:00', today).see('cash.differences'),
  )
  expect(open).toEqual([expect.objectContaining({ kind: 'variance', amount: -18_000, why: 'wrongChange' })])
  const close = {
    store: store(),
    kind: 'variance',
    about: open[0]!.about,
    tender: 'cash',
    why: 'companyBears',
    words: '新人，提醒过',
  }
  expect(whyOf(await manager().do('cash.closeDifference', close))).toBe('position')
  answerOf(await finance().do('cash.closeDifference', close))
  expect(whyOf(await finance().do('cash.closeDifference', close))).toBe('notFound')
  expect(whyOf(await count({ basedOn: 2, pieces: notes(15) }, '23:00', yesterday))).toBe('alreadyClosed')
})

const deposit = (input: object, time = '10:00', day: Day = today) =>
  manager(time, day).do('cash.deposit', {
    id: newId(),
    store: store(),
    paidTo: 'bank',
    slip: 'S-1',
    ...input,
  })
test('a deposit pays in what the safe holds for the days chosen, once', async () => {
  expect(whyOf(await deposit({ days: [today], amount: 100_000 }))).toBe('dayNotOwed')
  expect(whyOf(await deposit({ days: [yesterday], amount: 100_001 }))).toBe('safeTooSmall')
  expect(whyOf(await deposit({ days: [yesterday], amount: 90_000 }))).toBe('sayWhy')
  const shot = { store: store(), id: newId(), picture: (await pictureOf(5)).toString('base64') }
  answerOf(await manager('10:00').do('cash.takePhoto', { ...shot, takenAt: new Date().toISOString() }))
  const paid = { days: [yesterday], amount: 100_000 }
  expect(whyOf(await deposit({ ...paid, photo: newId() }))).toBe('photoGone')
  expect(answerOf(await deposit({ ...paid, photo: shot.id }))).toMatchObject({ isLate: false })
  expect((await see()).deposits[0]).toMatchObject({ photo: { id: shot.id } })
  expect(whyOf(await deposit({ days: [yesterday], amount: 100_000 }))).toBe('dayNotOwed')
  expect((await see(yesterday)).safe).toBe(0)
})

test('taken back it lies in the safe again; after four o’clock it is late', async () => {
  const [made] = (await see()).deposits
  const back = { store: store(), deposit: made!.id, words: '写错了单号' }
  answerOf(await manager('11:00').do('cash.takeBackDeposit', back))
  expect(whyOf(await manager('11:00').do('cash.takeBackDeposit', back))).toBe('alreadyTakenBack')
  expect(await see()).toMatchObject({ safe: 100_000, owed: [{ day: yesterday }] })
  expect(
    answerOf(await deposit({ days: [yesterday], amount: 100_000, slip: 'A-88' }, '16:01')),
  ).toMatchObject({ isLate: true })
  expect((await see()).strip.at(-2)).toMatchObject({
    day: yesterday,
    state: 'counted',
    deposit: 'madeLate',
    short: -18_000,
  })
})

test('a float that was counted less is filled up again before anything goes to the safe', async () => {
  const card = await sold(today, 'card')
  answerOf(await count({ pieces: notes(4, 95), tenders: [{ tender: 'card', amount: card }] }))
  const { counts, safe } = await see()
  expect(counts[0]).toMatchObject({ moved: 0 })
  expect(counts[0]?.lines.find((l) => l.tender === 'cash')).toMatchObject({
    expected: 50_000,
    counted: 49_500,
  })
  expect(safe).toBe(0)
  answerOf(
    await manager('22:20').do('cash.explain', {
      store: store(),
      day: today,
      tender: 'cash',
      why: 'wrongChange',
    }),
  )
  expect((await see()).counts[0]?.lines.find((l) => l.tender === 'cash')).toMatchObject({ closed: 'small' })
})

test('tickets after the count are seen, and a recount takes them in', async () => {
  await takeCash(30_000, today, 0, 13)
  await at.database.query(`update ticket set recorded_at = $2 where store_id = $1 and net = 30000`, [
    store(),
    clock('22:40').toISOString(),
  ])
  expect((await see()).ticketsSince).toBe(1)
  const card = await sold(today, 'card')
  answerOf(
    await count({ basedOn: 1, pieces: notes(8), tenders: [{ tender: 'card', amount: card }] }, '22:50'),
  )
  const { counts, safe } = await see(today, '22:55')
  expect(counts[0]?.lines.find((l) => l.tender === 'cash')).toMatchObject({
    expected: 80_000,
    counted: 80_000,
  })
  expect(safe).toBe(30_000)
})

test('two counts of one till at the same moment: one of them is told', async () => {
  answerOf(
    await manager('09:00', today, 1).do('cash.float', {
      id: newId(),
      store: store(1),
      float: 0,
      from: 'company',
    }),
  )
  const both = await Promise.all(
    [1, 2].map((n) =>
      manager('22:00', today, 1).do('cash.count', {
        id: newId(),
        store: store(1),
        basedOn: 0,
        tenders: [],
        pieces: notes(n),
      }),
    ),
  )
  expect(both.map(whyOf).sort()).toEqual(['changedMeanwhile', undefined])
})

test('an area manager sees the stores of the area and their days, nobody else’s', async () => {
  const seen = answerOf<{ stores: { code: string; days: { state: string }[] }[] }>(
    await at.as(chain.areaManagers[0], { now: clock('23:00') }).see('cash.area', { area: chain.areas[0] }),
  )
  expect(seen.stores.map((s) => s.code)).toEqual(['E01', 'E02'])
  expect(seen.stores[0]!.days.slice(-2).map((d) => d.state)).toEqual(['counted', 'counted'])
  const other = at.as(chain.areaManagers[1], { now: clock('23:00') })
  expect(whyOf(await other.see('cash.day', { store: store() }))).toBe('scope')
  expect(whyOf(await other.see('cash.area', { area: chain.areas[0] }))).toBe('scope')
})

test('an entry changed or removed behind the house is found', async () => {
  const change = (by: number) =>
    at.database.query('update cash_entry set amount = amount + $2 where store_id = $1 and seq = 1', [
      store(),
      by,
    ])
  const broken = async () =>
    (await verify(at.database, cashInvariants)).filter((b) => b.count > 0).map((b) => b.name)
  await change(1)
  expect(await broken()).toContain('cash.entriesUnchanged')
  await change(-1)
  const last = 'seq = (select max(seq) from cash_entry where store_id = $1)'
  const [entry] = await at.database.query(
    `delete from cash_entry where store_id = $1 and ${last} returning to_jsonb(cash_entry) as was`,
    [store()],
  )
  expect(await broken()).toContain('cash.entriesUnchanged')
  await at.database.query(
    'insert into cash_entry select * from jsonb_populate_record(null::cash_entry, $1::jsonb)',
    [JSON.stringify(entry!.was)],
  )
})

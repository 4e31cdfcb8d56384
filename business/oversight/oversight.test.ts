import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../tests/door.ts'
import { sell, today } from '../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../stock/house-for-tests.ts'
import { oversightInvariants } from './invariants.ts'
import type { Cause, MatterKind, Overseen } from './shape.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, oversightInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

const yesterday = addDays(today, -1)
const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const area = () => h.chain.areas[0]
const shop = () => h.chain.stores[0]
const areaManager = (day: Day = today, time = '16:30', n = 0) =>
  h.as(h.chain.areaManagers[n]!, { now: clock(time, day) })
interface Seen {
  kept: object | null
  filed: { version: number; matters: number; answered: number } | null
  matters: Overseen[]
  mended: Overseen[]
}
const see = async (day: Day = today) =>
  answerOf<Seen>(await areaManager(day).see('oversight.list', { area: area() }))
const kindsOf = (matters: readonly Overseen[]) => matters.map((m) => m.kind)
const lineOf = (m: Overseen, cause: Cause, words: string | null = null) => ({
  store: m.store,
  kind: m.kind,
  about: m.about,
  cause,
  words,
})
const usual: Readonly<Record<MatterKind, Cause>> = {
  negativeStock: 'wrongSize',
  overShort: 'ticketLate',
  statement: 'asksFinance',
  cashOwed: 'storeReminded',
  notCounted: 'storeReminded',
  piecesOpen: 'storeReminded',
  notArrived: 'carrierAsked',
  notShipped: 'storeReminded',
}
const submit = (lines: object[], basedOn = 0, day: Day = today) =>
  areaManager(day).do('oversight.submit', { area: area(), day, basedOn, lines })

test('an area in which everything adds up is handed in as such, once a version', async () => {
  const { matters, filed } = await see()
  expect(matters).toEqual([])
  expect(filed).toBeNull()
  expect(answerOf(await submit([]))).toMatchObject({ version: 1, matters: 0, answered: 0 })
  expect(whyOf(await submit([]))).toBe('changedMeanwhile')
  expect((await see()).filed).toMatchObject({ version: 1, matters: 0, kept: { tills: 0, books: 0 } })
})

test('what does not add up in goods and money stands there by itself, the oldest first', async () => {
  const manager = (time: string, day: Day) => h.as(shop().manager, { now: clock(time, day) })
  answerOf(
    await manager('09:30', addDays(today, -2)).do('cash.float', {
      id: newId(),
      store: shop().id,
      float: 50_000,
      from: 'company',
    }),
  )
  // The day before yesterday nobody counts; yesterday ten yuan are short, and what was moved to the safe is not paid in by four.
  await sell(h.database, shop(), yesterday, 12, { net: 120_000, units: 1, by: 0, tender: 'cash' })
  const { counts } = answerOf<{ counts: unknown[] }>(
    await manager('21:00', yesterday).see('cash.day', { store: shop().id }),
  )
  expect(counts).toEqual([])
  const pieces = [{ value: 10_000, pieces: 16 }]
  answerOf(
    await manager('22:10', yesterday).do('cash.count', {
      id: newId(),
      store: shop().id,
      day: yesterday,
      basedOn: 0,
      pieces,
      tenders: [],
    }),
  )
  await h.database.query(
    `insert into stock_book (store_id, opening_id, begun_at, begun_on, source, by, at) values ($1, $2, $3, $4, 'count', $2, $3)
     on conflict do nothing`,
    [shop().id, newId(), clock('08:00', yesterday).toISOString(), yesterday],
  )
  await h.database.query(
    `insert into stock (store_id, sku_id, on_hand, negative_since) select $1, id, -2, $2 from sku where barcode = '6970002'`,
    [shop().id, clock('15:00').toISOString()],
  )
  await h.database.query(
    `insert into shipment (store_id, id, number, due_on, by, at) values ($1, $2, 'FH-7', $3, $2, $4)`,
    [shop().id, newId(), yesterday, clock('08:00', yesterday).toISOString()],
  )
  await h.database.query(
    `insert into shipment_line (store_id, shipment_id, sku_id, shipped, in_transit)
     select s.store_id, s.id, k.id, 6, 6 from shipment s, sku k where s.number = 'FH-7' and k.barcode = '6970001'`,
  )
  const { matters, kept } = answerOf<Seen>(await areaManager().see('oversight.list', { area: area() }))
  expect(kept).toMatchObject({ tills: 1, books: 1 })
  expect(matters.map((m) => [m.kind, m.since, m.pieces]).sort()).toEqual(
    [
      ['notCounted', addDays(today, -2), null],
      ['piecesOpen', yesterday, null],
      ['overShort', yesterday, null],
      ...kindsOf(matters)
        .filter((k) => k === 'overShort')
        .slice(1)
        .map(() => ['overShort', yesterday, null]),
      ['cashOwed', yesterday, null],
      ['notArrived', yesterday, 6],
      ['negativeStock', today, -2],
    ].sort(),
  )
  expect(matters[0]?.kind).toBe('notCounted')
  expect(matters.find((m) => m.kind === 'overShort' && m.subject.tender === 'cash')).toMatchObject({
    amount: -10_000,
    said: null,
  })
  expect(matters.find((m) => m.kind === 'negativeStock')?.subject).toMatchObject({
    style: 'QH26D-1107',
    size: 'M',
  })
})

test('nothing is handed in while something that does not add up has no cause', async () => {
  const { matters } = await see()
  const all = matters.map((m) => lineOf(m, usual[m.kind]))
  const missing = await submit(all.slice(1), 1)
  expect(whyOf(missing)).toBe('causeMissing')
  expect(missing).toMatchObject({ problem: { facts: { count: 1 } } })
  expect(whyOf(await submit([...all.slice(1), { ...all[0]!, cause: 'bankClosed' }], 1))).toBe('causeWrong')
  expect(whyOf(await submit([...all.slice(1), { ...all[0]!, cause: 'other' }], 1))).toBe('wordsMissing')
  expect(whyOf(await submit([...all, all[0]!], 1))).toBe('twice')
  const foreign = { ...all[0]!, store: h.chain.stores[2]!.id }
  expect(whyOf(await submit([...all, foreign], 1))).toBe('notHere')
  expect(answerOf(await submit(all, 1))).toMatchObject({
    version: 2,
    matters: matters.length,
    answered: matters.length,
  })
})

test('an answer holds for three days, then what is still open is asked about again', async () => {
  const tomorrow = addDays(today, 1)
  const before = (await see()).matters.length
  // Nobody has counted today’s till by then: that is new, and the only thing asked about.
  const { matters } = await see(tomorrow)
  const fresh = matters.filter((m) => m.said === null)
  expect(fresh.map((m) => [m.kind, m.since])).toEqual([['notCounted', today]])
  expect(matters.filter((m) => m.said?.day === today)).toHaveLength(before)
  expect(whyOf(await submit([], 0, tomorrow))).toBe('causeMissing')
  expect(answerOf(await submit([lineOf(fresh[0]!, 'storeReminded')], 0, tomorrow))).toMatchObject({
    answered: 1,
    held: before,
  })
  const third = (await see(addDays(today, 3))).matters
  expect(third.filter((m) => m.since < today).every((m) => m.said === null)).toBe(true)
  expect(third.find((m) => m.since === today && m.kind === 'notCounted')?.said?.day).toBe(tomorrow)
})

test('what adds up again is gone from the list, and said to have been put right', async () => {
  await h.database.query(
    `insert into daily_count_day (store_id, day, categories, counted, differing, open, pieces, short, over, settled_at, by, at)
     values ($1, $2, 1, 1, 0, 0, 1, 0, 0, $3, $4, $3)`,
    [shop().id, today, clock('22:00').toISOString(), shop().manager],
  )
  await h.database.query('update stock set on_hand = 1, negative_since = null where on_hand < 0')
  const { matters, mended } = await see(addDays(today, 1))
  for (const kind of ['negativeStock', 'piecesOpen']) expect(kindsOf(matters)).not.toContain(kind)
  expect(kindsOf(mended).sort()).toEqual(['negativeStock', 'piecesOpen'])
})

test('the list of another area is nobody’s business but his superiors’; they see who has handed in', async () => {
  expect(whyOf(await areaManager(today, '16:40', 1).see('oversight.list', { area: area() }))).toBe('scope')
  const { areas } = answerOf<{ areas: { area: string; filed: object | null; open: number }[] }>(
    await h.as(h.chain.director, { now: clock('17:00') }).see('oversight.company', {}),
  )
  expect(areas.map((a) => [a.area === area(), a.filed !== null, a.open > 0]).sort()).toEqual([
    [false, false, false],
    [true, true, true],
  ])
})

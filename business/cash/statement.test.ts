import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../tests/door.ts'
import { makeChain, now, sell, type TestChain, today } from '../sales/boards/chain-for-tests.ts'
import { cashInvariants } from './invariants.ts'

let at: TestDoor
let chain: TestChain
const yesterday = addDays(today, -1)
const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const store = (n = 0) => chain.stores[n]!.id
const manager = (time = '22:00', day: Day = today) =>
  at.as(chain.stores[0].manager, { now: clock(time, day) })
const finance = () => at.as(chain.finance, { now: clock('10:00', addDays(today, 1)) })
const see = async () =>
  answerOf<{ deposits: { id: string; takenBack: string | null; isMatched: boolean }[] }>(
    await manager('22:30').see('cash.day', { store: store() }),
  )

beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
  const till = (time: string, day: Day, action: string, input: object) =>
    manager(time, day)
      .do(action, { id: newId(), store: store(), ...input })
      .then(answerOf)
  await till('09:30', yesterday, 'cash.float', { float: 0, from: 'company' })
  await sell(at.database, chain.stores[0], yesterday, 12, { net: 100_000, units: 1, by: 0, tender: 'cash' })
  const pieces = [{ value: 10_000, pieces: 10 }]
  await till('22:00', yesterday, 'cash.count', { day: yesterday, basedOn: 0, pieces, tenders: [] })
  const slip = { days: [yesterday], amount: 100_000, slip: 'A-88', paidTo: 'bank' }
  await till('15:00', today, 'cash.deposit', slip)
})
afterAll(() => at.house.close())
afterEach(async () => {
  const broken = await verify(at.database, cashInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

test('a statement is matched by store, amount, day and reference; what is left is listed', async () => {
  const text = `门店,日期,金额,参考号\n${chain.stores[0].code},2026-11-24,1000.00,A88\nE02,2026-11-24,55.00,\n没有店,2026-11-24,1.00,\n`
  const entered = answerOf<object>(
    await finance().do('cash.enterStatement', { id: newId(), name: '工行 11 月', text }),
  )
  expect(entered).toMatchObject({ entered: 2, matched: 1, rejected: [{ row: 4, why: 'rowStore' }] })
  expect((await see()).deposits[0]).toMatchObject({ isMatched: true })
  const { lines } = answerOf<{ lines: { id: string; amount: number; store: string }[] }>(
    await finance().see('cash.statement'),
  )
  expect(lines.map((l) => l.amount)).toEqual([5_500])
  const again = await finance().do('cash.enterStatement', { id: newId(), name: '再来一次', text })
  expect(answerOf(again)).toMatchObject({ known: 1 })
  const close = {
    store: store(1),
    kind: 'line',
    about: lines[0]!.id,
    tender: 'cash',
    why: 'notOurs',
    words: '别家的款',
  }
  answerOf(await finance().do('cash.closeDifference', close))
})

test('a match by hand with another amount needs words and leaves a difference; it can be taken back', async () => {
  const { deposits } = await see()
  const all = answerOf<{ lines: { id: string; match: string | null }[] }>(
    await finance().see('cash.statement', { only: 'all' }),
  )
  const matched = all.lines.find((l) => l.match)!
  answerOf(await finance().do('cash.unmatch', { store: store(), match: matched.match, words: '看错了' }))
  const text = `store,date,amount\nE01,2026-11-24,990.00\n`
  answerOf(await finance().do('cash.enterStatement', { id: newId(), name: 'by hand', text }))
  const { lines } = answerOf<{ lines: { id: string; amount: number }[] }>(
    await finance().see('cash.statement'),
  )
  const line = lines.find((l) => l.amount === 99_000)!
  const standing = deposits.find((d) => d.takenBack === null)!
  // The line with the deposit's own reference finds it again whenever a statement of its store is entered.
  expect((await see()).deposits.find((d) => d.id === standing.id)?.isMatched).toBe(true)
  const rematched = answerOf<{ lines: { match: string | null }[] }>(
    await finance().see('cash.statement', { only: 'all' }),
  )
  const match = rematched.lines.find((l) => l.match)!.match
  answerOf(await finance().do('cash.unmatch', { store: store(), match, words: '手工勾' }))
  const to = { store: store(), line: line.id, to: { deposit: standing.id } }
  expect(whyOf(await finance().do('cash.match', to))).toBe('sayWhy')
  const made = answerOf<{ id: string }>(await finance().do('cash.match', { ...to, words: '银行扣了手续费' }))
  const about = { store: store(), kind: 'match', about: made.id, tender: 'cash', why: 'fee', words: '柜台费' }
  answerOf(await finance().do('cash.closeDifference', about))
  expect(whyOf(await finance().do('cash.unmatch', { store: store(), match: made.id, words: '再看' }))).toBe(
    'alreadyClosed',
  )
})

test('the company sets its own terms; until then cash is due on the next working day at four', async () => {
  const terms = async () => answerOf<{ terms: object }>(await finance().see('cash.differences')).terms
  expect(await terms()).toEqual({ workingDays: 1, payInBy: '16:00', weekends: false, tolerance: 1_000 })
  const own = { workingDays: 2, payInBy: '11:30', weekends: true, tolerance: 0 }
  for (let twice = 0; twice < 2; twice++) answerOf(await finance().do('cash.setTerms', own))
  expect(await terms()).toEqual(own)
  expect(whyOf(await manager().do('cash.setTerms', own))).toBe('position')
})

test('a deposit is missing only where a statement has come that should have had it', async () => {
  const payday = addDays(today, 2)
  await sell(at.database, chain.stores[0], today, 12, { net: 20_000, units: 1, by: 0, tender: 'cash' })
  const pieces = [{ value: 10_000, pieces: 2 }]
  const count = { id: newId(), store: store(), day: today, basedOn: 0, pieces, tenders: [] }
  answerOf(await manager('22:00').do('cash.count', count))
  const slip = { id: newId(), store: store(), days: [today], amount: 20_000, slip: 'B-9', paidTo: 'bank' }
  answerOf(await manager('15:00', payday).do('cash.deposit', slip))
  const later = at.as(chain.finance, { now: clock('10:00', addDays(today, 9)) })
  const missing = async () =>
    answerOf<{ open: { kind: string; amount: number }[] }>(await later.see('cash.differences')).open.filter(
      (d) => d.kind === 'deposit',
    )
  expect(await missing()).toEqual([])
  const text = `store,date,amount\nE01,${payday},7.77\n`
  answerOf(await finance().do('cash.enterStatement', { id: newId(), name: 'the day after', text }))
  expect(await missing()).toMatchObject([{ amount: 20_000 }])
})

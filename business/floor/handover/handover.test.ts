import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSecret } from '../../../platform/access/hashing.ts'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, sell, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import { handoverInvariants } from './invariants.ts'
import type { Differences } from './rules.ts'
import type { Handover } from './shape.ts'

let at: TestDoor
let chain: TestChain
const store = () => chain.stores[0]
const [ann, bea] = [() => store().associates[0]!, () => store().associates[1]!]
const clock = (time: string): Date => new Date(`${today}T${time}:00+08:00`)
const as = (who: string, time = '14:00') => at.as(who, { now: clock(time) })
type Shown = Omit<Handover, 'cash' | 'keys'> & {
  cash: number | null
  keys: number | null
  differences: Differences | null
}
const see = async (who: string, time = '14:10') =>
  answerOf<{ handovers: Shown[]; lastKeys: number | null }>(
    await as(who, time).see('handovers.ofStore', { store: store().id }),
  )
const give = (who: string, to: string, cash: number, more: object = {}, time = '14:00') =>
  as(who, time).do('handovers.give', {
    id: newId(),
    store: store().id,
    to,
    cash,
    keys: 3,
    words: null,
    lines: [{ kind: 'hold', words: '驼色大衣 M，周五取' }],
    ...more,
  })
const take = (who: string, id: string, cash: number, keys = 3, words: string | null = null, time = '14:20') =>
  as(who, time).do('handovers.take', { store: store().id, id, cash, keys, words })

beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
  // The till has begun with five hundred yuan, and one coat was paid for in cash since.
  await at.as(store().manager, { now: clock('09:30') }).do('cash.float', {
    id: newId(),
    store: store().id,
    float: 50_000,
    from: 'company',
  })
  await sell(at.database, store(), today, 11, { net: 120_000, units: 1, by: 0, tender: 'cash' })
})
afterAll(() => at.house.close())

test('who takes over counts before she sees what was counted; the books stand beside both', async () => {
  expect(whyOf(await give(ann(), ann(), 170_000))).toBe('oneself')
  expect(whyOf(await give(ann(), chain.stores[1]!.associates[0]!, 170_000))).toBe('notHere')
  const { id } = answerOf<{ id: string }>(await give(ann(), bea(), 169_500))
  expect(whyOf(await give(ann(), store().manager, 169_500))).toBe('openAlready')
  const [blind] = (await see(bea())).handovers
  expect(blind).toMatchObject({ id, cash: null, books: null, keys: null, differences: null })
  expect(blind!.lines).toMatchObject([{ kind: 'hold', words: '驼色大衣 M，周五取' }])
  // Nor do the keys of the form for her own next handover tell what she is to count.
  expect((await see(bea())).lastKeys).toBeNull()
  const [shown] = (await see(store().manager)).handovers
  expect(shown).toMatchObject({ cash: 169_500, books: 170_000, differences: { books: -500, cash: null } })
})

test('only she to whom it was given signs; what she counts otherwise she explains, and it stays a difference', async () => {
  const [open] = (await see(store().manager)).handovers
  expect(whyOf(await take(store().manager, open!.id, 169_500))).toBe('notYours')
  expect(whyOf(await take(bea(), open!.id, 169_300))).toBe('differs')
  answerOf(await take(bea(), open!.id, 169_300, 2, '一把钥匙在店长那里，少两元'))
  expect(whyOf(await take(bea(), open!.id, 169_500))).toBe('takenAlready')
  const [signed] = (await see(bea())).handovers
  expect(signed).toMatchObject({
    cash: 169_500,
    takenCash: 169_300,
    differences: { books: -500, cash: -200, keys: -1 },
  })
  expect((await see(bea())).lastKeys).toBe(2)
})

test('a handover may be taken back until it is signed, by who gave it', async () => {
  const { id } = answerOf<{ id: string }>(await give(bea(), ann(), 170_000, {}, '18:00'))
  const back = (who: string) => as(who, '18:05').do('handovers.withdraw', { store: store().id, id })
  expect(whyOf(await back(ann()))).toBe('notYours')
  answerOf(await back(bea()))
  expect(whyOf(await take(ann(), id, 170_000))).toBe('withdrawn')
})

test('on the giver’s own phone the taker signs with her PIN, and the record says on whose phone', async () => {
  const byPin = (id: string, pin: string, cash = 170_000, who = ann()) =>
    as(who, '19:20').do('handovers.takeByPin', { store: store().id, id, cash, keys: 3, words: null, pin })
  const { id } = answerOf<{ id: string }>(await give(ann(), bea(), 170_000, {}, '19:00'))
  expect(whyOf(await byPin(id, '7392'))).toBe('noPin')
  const hash = await hashSecret('7392')
  await at.database.query('insert into pin (person_id, pin_hash, changed_at) values ($1, $2, $3)', [
    bea(),
    hash,
    clock('09:00'),
  ])
  // Who is signed in herself needs none, and a PIN of somebody who has one signs nothing of others.
  expect(whyOf(await byPin(id, '7392', 170_000, bea()))).toBe('ownPhone')
  expect(whyOf(await byPin(id, '1111'))).toBe('pinWrong')
  expect(whyOf(await byPin(id, '7392', 169_000))).toBe('differs')
  answerOf(await byPin(id, '7392'))
  const [signed] = (await see(store().manager)).handovers
  expect(signed).toMatchObject({ id, givenHow: 'own', takenHow: 'beside', differences: { cash: 0, keys: 0 } })
  const [line] = await at.database.query<{ detail: { after: { taker: string; signed: string } } }>(
    `select detail from audit_line where action = 'handovers.takeByPin' order by seq desc limit 1`,
  )
  expect(line!.detail.after).toMatchObject({ taker: bea(), signed: 'beside' })
})

test('guesses at a PIN make that phone wait, whatever is right afterwards', async () => {
  const { id } = answerOf<{ id: string }>(await give(ann(), bea(), 170_000, {}, '20:00'))
  const tries: (string | undefined)[] = []
  for (const pin of ['4001', '4002', '4003', '4004', '7392'])
    tries.push(
      whyOf(
        await as(ann(), '20:10').do('handovers.takeByPin', {
          store: store().id,
          id,
          cash: 170_000,
          keys: 3,
          words: null,
          pin,
        }),
      ),
    )
  expect(tries).toEqual(['pinWrong', 'pinWrong', 'pinWrong', 'pinWrong', 'waitBeforeTrying'])
  answerOf(await take(bea(), id, 170_000, 3, null, '20:20'))
})

test('what must hold of handovers holds', async () => {
  const broken = await verify(at.database, handoverInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

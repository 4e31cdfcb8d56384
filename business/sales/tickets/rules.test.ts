import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../../platform/kinds/day.ts'
import { cents, sum } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import {
  checkTenders,
  creditsOf,
  momentOf,
  numberedFrom,
  type Original,
  refundOf,
  returnLines,
  type StoreFacts,
  totalsOf,
} from './rules.ts'
import type { TicketLine } from './shape.ts'

const store: StoreFacts = {
  code: 'HZ01',
  timeZone: 'Asia/Shanghai',
  cutOffMinutes: 120,
  openedOn: dayOf('2020-01-01'),
  closedOn: null,
  closedDays: [],
}
const line = (over: Partial<TicketLine> = {}): TicketLine => ({
  line: 1,
  sku: null,
  style: 'A',
  name: null,
  color: null,
  size: null,
  code: null,
  quantity: 1,
  tagPrice: cents(299_000),
  net: cents(239_200),
  reason: null,
  returnsTicket: null,
  returnsLine: null,
  ...over,
})
const original = (over: Partial<TicketLine>, back: Partial<Original> = {}): Original => ({
  ticket: 't',
  number: 'HZ01-261120-0001',
  isReversed: false,
  line: line(over),
  returnedQuantity: 0,
  returnedNet: cents(0),
  ...back,
})
const at = (text: string): Date => new Date(`${text}+08:00`)

test('with a cut-off at 02:00 a sale at 01:30 belongs to the day before, at its own hour', () => {
  const night = momentOf(store, at('2026-11-24T01:30:00'), at('2026-11-24T01:31:00'), 'phone')
  expect(night).toMatchObject({ day: '2026-11-23', hour: 1, movedFrom: null })
  expect(momentOf(store, at('2026-11-24T02:00:00'), at('2026-11-24T02:01:00'), 'phone')).toMatchObject({
    day: '2026-11-24',
    hour: 2,
  })
})

test('a late ticket of a closed day falls on the next open day, and not on an hour that it was not sold in', () => {
  const closed = { ...store, closedDays: [dayOf('2026-11-22'), dayOf('2026-11-23')] }
  const moved = momentOf(closed, at('2026-11-22T20:00:00'), at('2026-11-23T22:00:00'), 'phone')
  expect(moved).toMatchObject({ day: '2026-11-24', hour: null, movedFrom: '2026-11-22' })
})

test('when today and tomorrow are closed too, the ticket is refused', () => {
  const closed = { ...store, closedDays: [dayOf('2026-11-23'), dayOf('2026-11-24')] }
  expect(momentOf(closed, undefined, at('2026-11-23T20:00:00'), 'phone')).toMatchObject({
    refused: 'noOpenDay',
  })
})

test('a phone whose clock runs ahead is corrected, a till is told to set its clock', () => {
  const ahead = at('2026-11-25T20:00:00')
  expect(momentOf(store, ahead, at('2026-11-23T20:00:00'), 'phone')).toMatchObject({
    day: '2026-11-23',
    hour: 20,
  })
  expect(momentOf(store, ahead, at('2026-11-23T20:00:00'), 'till')).toMatchObject({ refused: 'soldInFuture' })
})

test('a sale before the opening, after the closing down, or too long ago is refused', () => {
  const now = at('2026-11-23T20:00:00')
  expect(momentOf({ ...store, openedOn: dayOf('2026-12-01') }, undefined, now, 'phone')).toMatchObject({
    refused: 'storeNotTrading',
  })
  expect(momentOf({ ...store, closedOn: dayOf('2026-10-31') }, undefined, now, 'phone')).toMatchObject({
    refused: 'storeNotTrading',
  })
  expect(momentOf(store, at('2026-09-01T12:00:00'), now, 'till')).toMatchObject({ refused: 'soldTooLongAgo' })
})

test('a number names the store and the day', () =>
  expect(numberedFrom('HZ01', dayOf('2026-11-23'))).toBe('HZ01-261123-'))

test('the odd cent of a shared ticket goes to one person, and nobody gains or loses', () => {
  const credits = creditsOf(
    [
      { person: 'b', share: 1 },
      { person: 'a', share: 1 },
      { person: 'c', share: 1 },
    ],
    cents(100),
  )
  if (isRefusal(credits)) throw new Error('refused')
  expect(credits.map((c) => c.net)).toEqual([33, 34, 33])
  expect(credits.map((c) => c.shareMillionths)).toEqual([333_333, 333_334, 333_333])
})

test('credits sum to the net and shares to one, for sales and returns alike', () => {
  const people = fc.uniqueArray(fc.record({ person: fc.uuid(), share: fc.integer({ min: 1, max: 1000 }) }), {
    minLength: 1,
    maxLength: 8,
    selector: (p) => p.person,
  })
  fc.assert(
    fc.property(people, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (asked, net) => {
      const credits = creditsOf(asked, cents(net))
      if (isRefusal(credits)) throw new Error('refused')
      expect(sum(credits.map((c) => c.net))).toBe(net === 0 ? 0 : net)
      expect(credits.reduce((n, c) => n + c.shareMillionths, 0)).toBe(1_000_000)
    }),
  )
})

test('nobody is credited twice', () => {
  expect(
    creditsOf(
      [
        { person: 'a', share: 1 },
        { person: 'a', share: 1 },
      ],
      cents(1),
    ),
  ).toMatchObject({ refused: 'creditTwice' })
})

test('pieces brought back one by one refund exactly what the line was paid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
      (net, parts) => {
        const quantity = parts.reduce((a, b) => a + b, 0)
        let [returnedQuantity, returnedNet] = [0, cents(0)]
        for (const part of parts) {
          const refund = refundOf(
            { line: line({ quantity, net: cents(net) }), returnedQuantity, returnedNet },
            part,
          )
          expect(Math.abs(refund - (net * part) / quantity)).toBeLessThanOrEqual(parts.length)
          returnedQuantity += part
          returnedNet = cents(returnedNet + refund)
        }
        expect(returnedNet).toBe(net)
      },
    ),
  )
})

test('not more comes back than was sold, also over two lines of one ticket', () => {
  const two = original({ quantity: 2 })
  expect(returnLines([{ ticket: 't', line: 1, quantity: 3 }], [two], 1)).toMatchObject({
    refused: 'returnedTooMany',
    facts: { left: 2 },
  })
  const twice = [
    { ticket: 't', line: 1, quantity: 1 },
    { ticket: 't', line: 1, quantity: 2 },
  ]
  expect(returnLines(twice, [two], 1)).toMatchObject({
    refused: 'returnedTooMany',
    facts: { left: 1 },
    field: 'returns.1.quantity',
  })
})

test('a reversed ticket, a return and an unknown ticket take nothing back', () => {
  const back = [{ ticket: 't', line: 1, quantity: 1 }]
  expect(returnLines(back, [original({}, { isReversed: true })], 1)).toMatchObject({
    refused: 'originalReversed',
  })
  expect(returnLines(back, [original({ quantity: -1, net: cents(-1) })], 1)).toMatchObject({
    refused: 'originalNotSold',
  })
  expect(returnLines(back, [], 1)).toMatchObject({ refused: 'originalNotFound' })
})

test('tenders sum to the net to the cent, and say by how much they do not', () => {
  expect(checkTenders([{ tender: 'cash', amount: cents(100) }], cents(100), false)).toBeUndefined()
  expect(checkTenders([{ tender: 'cash', amount: cents(99) }], cents(100), false)).toMatchObject({
    refused: 'tendersDiffer',
    facts: { difference: '0.01' },
  })
  expect(
    checkTenders(
      [
        { tender: 'cash', amount: cents(-1) },
        { tender: 'card', amount: cents(101) },
      ],
      cents(100),
      false,
    ),
  ).toMatchObject({
    refused: 'tenderBackwards',
  })
})

test('an exchange counts as one sale ticket, a return alone as none', () => {
  const back = line({ line: 2, quantity: -1, net: cents(-239_200) })
  expect(totalsOf([line(), back])).toMatchObject({
    kind: 'sale',
    saleTickets: 1,
    units: 0,
    net: 0,
    returned: 239_200,
  })
  expect(totalsOf([back])).toMatchObject({
    kind: 'return',
    saleTickets: 0,
    units: -1,
    net: -239_200,
    tagValue: -299_000,
  })
})

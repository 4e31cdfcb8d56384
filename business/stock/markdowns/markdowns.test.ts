import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, dayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { priceAt } from '../../goods/rules.ts'
import { now, today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { markdownInvariants } from './invariants.ts'
import { bestLadder, elasticityFrom, outlookOf, percents, type Selling, type Step, usual } from './ladder.ts'

const selling = fc.record({
  pieces: fc.integer({ min: 1, max: 2_000 }),
  pace: fc.double({ min: 0, max: 200, noNaN: true }),
  tag: fc.integer({ min: 10_000, max: 900_000 }).map(cents),
  percent: fc.constantFrom(100, 90, 80),
  elasticity: fc.double({ min: 0.2, max: 5, noNaN: true }),
  decay: fc.double({ min: 0.7, max: 1, noNaN: true }),
})
const aim = fc.record({
  weeks: fc.integer({ min: 2, max: 10 }),
  leftPercent: fc.integer({ min: 0, max: 60 }),
})
const anySteps = fc
  .uniqueArray(fc.record({ week: fc.integer({ min: 0, max: 9 }), percent: fc.constantFrom(...percents) }), {
    selector: (s) => s.week,
    maxLength: 5,
  })
  .map((steps) => steps.sort((a, b) => a.week - b.week))

test('whatever the price, no more is sold than there is, and what is sold and what is left are all of it', () => {
  fc.assert(
    fc.property(selling, aim, anySteps, (s, a, steps) => {
      const o = outlookOf(s, a, steps)
      expect(o.sold + o.left).toBeCloseTo(s.pieces, 6)
      expect(o.left).toBeGreaterThanOrEqual(0)
      expect(o.byWeek).toHaveLength(a.weeks)
      expect(o.byWeek.at(-1)).toBe(o.left)
      expect(o.value).toBeGreaterThanOrEqual(o.net)
    }),
  )
})

test('no ladder that goes down, holds two weeks and keeps to the floor brings more than the one proposed', () => {
  const allowed = (steps: readonly Step[], s: Selling, weeks: number, floor: number): boolean =>
    steps.every(
      (step, i) =>
        step.week < weeks &&
        step.percent >= floor &&
        step.percent < (steps[i - 1]?.percent ?? s.percent) &&
        step.week - (steps[i - 1]?.week ?? -2) >= 2,
    )
  let compared = 0
  fc.assert(
    fc.property(selling, aim, fc.constantFrom(30, 50, 70), anySteps, (s, a, floor, other) => {
      const best = bestLadder(s, a, floor)
      expect(allowed(best, s, a.weeks, floor)).toBe(true)
      const value = outlookOf(s, a, best).value
      expect(value + 2).toBeGreaterThanOrEqual(outlookOf(s, a, []).value)
      if (!allowed(other, s, a.weeks, floor)) return
      compared++
      expect(value + 2).toBeGreaterThanOrEqual(outlookOf(s, a, other).value)
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(20)
})

test('what customers answered to earlier markdowns is learned, drawn to the usual where there were few', () => {
  expect(elasticityFrom([])).toEqual({ elasticity: usual.elasticity, from: 0 })
  // A third off doubled what was sold, of which two weeks' fading is made good: ln(2 ÷ 0.95²) ÷ ln 1.5 = 1.963.
  const once = { before: 10, after: 20, priceBefore: cents(300_000), priceAfter: cents(200_000) }
  expect(elasticityFrom([once]).elasticity).toBeCloseTo((1.8 * 4 + 1.9625) / 5, 3)
  expect(elasticityFrom(Array.from({ length: 40 }, () => once)).elasticity).toBeCloseTo(1.948, 3)
  expect(elasticityFrom([{ ...once, before: 0 }]).from).toBe(0)
})

let house: StockHouse
beforeAll(async () => {
  house = await stockHouse()
  await house.open(house.stores[0]!, 12)
  await house.open(house.stores[1]!, 8)
})
afterEach(async () => {
  const broken = await verify(house.database, markdownInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
afterAll(() => house.database.close())

const from = addDays(dayOf(today), 3)
const endsOn = addDays(from, 56)
const plan = (more: object = {}) => ({
  id: newId(),
  season: '26D',
  from,
  endsOn,
  leftPercent: 20,
  words: '换季',
  lines: [
    {
      style: house.style,
      steps: [
        { week: 0, percent: 80 },
        { week: 3, percent: 60 },
      ],
    },
  ],
  ...more,
})
const buyer = () => house.as(house.merchandiser)
const director = (at = now) => house.as(house.chain.director, { now: at })

interface Proposal {
  styles: { style: string; pieces: number; steps: Step[]; selling: Selling }[]
}

test('merchandising is proposed a ladder for what would be left over; the store hears nothing before it is approved', async () => {
  const asked = { season: '26D', from, endsOn, floor: 50, leftPercent: 20 }
  const seen = answerOf(await buyer().see('markdowns.propose', asked)) as Proposal
  expect(seen.styles).toMatchObject([{ style: house.style, pieces: 80 }])
  expect(seen.styles[0]!.steps.length).toBeGreaterThan(0)
  expect(whyOf(await buyer().see('markdowns.propose', { ...asked, from: today }))).toBe('fromPast')
  expect(whyOf(await buyer().see('markdowns.propose', { ...asked, endsOn: addDays(from, 8) }))).toBe(
    'endsWrong',
  )
  const { changes } = answerOf(
    await house.as(house.stores[0]!.manager).see('markdowns.ofStore', { store: house.stores[0]!.id }),
  ) as { changes: unknown[] }
  expect(changes).toEqual([])
})

test('a plan whose prices go up, come too late or name goods that are not there is not taken', async () => {
  const steps = (...of: Step[]) => plan({ lines: [{ style: house.style, steps: of }] })
  const why = async (input: object) => whyOf(await buyer().do('markdowns.submit', input))
  expect(await why(steps({ week: 0, percent: 60 }, { week: 3, percent: 80 }))).toBe('stepsUp')
  expect(await why(steps({ week: 3, percent: 80 }, { week: 3, percent: 60 }))).toBe('stepsOrder')
  expect(await why(steps({ week: 8, percent: 80 }))).toBe('stepLate')
  expect(await why(plan({ lines: [{ style: newId(), steps: [{ week: 0, percent: 80 }] }] }))).toBe(
    'styleNotThere',
  )
  const twice = plan().lines[0]!
  expect(await why(plan({ lines: [twice, twice] }))).toBe('styleTwice')
})

test('approved by the director its prices hold from their days on the ticket and on the labels; the same style stands in no other plan', async () => {
  const first = plan()
  answerOf(await buyer().do('markdowns.submit', first))
  expect(whyOf(await buyer().do('markdowns.submit', plan()))).toBe('styleElsewhere')
  expect(whyOf(await director().do('markdowns.decide', { plan: first.id, approve: false }))).toBe(
    'whyMissing',
  )
  const late = new Date(now.getTime() + 3 * 86_400_000)
  expect(whyOf(await director(late).do('markdowns.decide', { plan: first.id, approve: true }))).toBe(
    'beganAlready',
  )
  answerOf(await director().do('markdowns.decide', { plan: first.id, approve: true }))
  expect(whyOf(await director().do('markdowns.decide', { plan: first.id, approve: true }))).toBe(
    'decidedAlready',
  )

  const manager = house.stores[0]!.manager
  const labels = answerOf(
    await house.as(manager).see('markdowns.ofStore', { store: house.stores[0]!.id }),
  ) as {
    changes: object[]
  }
  expect(labels.changes).toEqual([
    expect.objectContaining({ day: from, before: 299_000, price: 239_200, percent: 80, pieces: 48 }),
  ])
  const onTheDay = async (at: Date) =>
    answerOf(await house.as(manager, { now: at }).see('goods.search', { text: 'QH26D-1107' })) as {
      styles: { tagPrice: number; markdownPrice: number | null }[]
    }
  expect((await onTheDay(now)).styles).toMatchObject([{ tagPrice: 299_000, markdownPrice: null }])
  expect((await onTheDay(late)).styles).toMatchObject([{ tagPrice: 299_000, markdownPrice: 239_200 }])
  const later = new Date(now.getTime() + 24 * 86_400_000)
  expect((await onTheDay(later)).styles).toMatchObject([{ markdownPrice: priceAt(cents(299_000), 60) }])
})

test('what was sold since stands beside what was expected; stopped, the price that holds stays and no further step comes', async () => {
  const { plans } = answerOf(await director().see('markdowns.plans', {})) as {
    plans: { id: string; state: string }[]
  }
  expect(plans).toMatchObject([{ state: 'running' }])
  const id = plans[0]!.id
  const second = new Date(now.getTime() + 5 * 86_400_000)
  await house.sellSku(house.stores[0]!, house.skus[0], 2, second)
  const later = new Date(now.getTime() + 7 * 86_400_000)
  const seen = answerOf(await director(later).see('markdowns.plan', { plan: id })) as {
    lines: { came: object[]; sold: number; keptSold: number; pieces: number }[]
  }
  expect(seen.lines).toMatchObject([{ pieces: 80, came: [{ week: 0, units: 2, net: 598_000 }] }])
  expect(whyOf(await house.as(house.stores[0]!.manager).see('markdowns.plan', { plan: id }))).toBe('position')

  answerOf(await director(later).do('markdowns.stop', { plan: id, style: house.style, why: '卖得动了' }))
  expect(
    whyOf(await director(later).do('markdowns.stop', { plan: id, style: house.style, why: '再停' })),
  ).toBe('noneLeft')
  const rows = await house.database.query('select from_day as day, percent from style_markdown')
  expect(rows).toEqual([{ day: from, percent: 80 }])
  // Goes down from the price that holds now, and is free for another plan.
  const again = (percent: number) => ({
    ...plan({ from: addDays(from, 14), endsOn: addDays(from, 70) }),
    lines: [{ style: house.style, steps: [{ week: 0, percent }] }],
  })
  const buys = house.as(house.merchandiser, { now: later })
  expect(whyOf(await buys.do('markdowns.submit', again(80)))).toBe('stepsUp')
  answerOf(await buys.do('markdowns.submit', again(50)))
})

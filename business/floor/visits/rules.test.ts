import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsFor } from '../editions/rules.ts'
import { checkEdition, scoreOf } from './rules.ts'
import type { ItemScore, Points } from './shape.ts'
import { shippedEdition } from './shipped.ts'

const section = (code: string, weight: number) => ({ code, says: code, saysEn: null, weight })
const item = (code: string, of: string, weight = 1) => ({
  code,
  section: of,
  says: code,
  saysEn: null,
  weight,
  photo: false,
  storeKinds: null,
})
const scored = (points: Record<string, Points>): ItemScore[] =>
  Object.entries(points).map(([code, p]) => ({ code, points: p, words: null }))

test('half of the points in a section that counts sixty are thirty of a hundred', () => {
  const sections = [section('a', 60), section('b', 40)]
  const items = [item('a1', 'a', 3), item('a2', 'a', 1), item('b1', 'b')]
  // 3 × 1 + 1 × 1 of 3 × 2 + 1 × 2
  const result = scoreOf(sections, items, scored({ a1: 1, a2: 1, b1: 2 }))
  expect(result.total).toBe(700)
  expect(result.sections.map((s) => [s.got, s.of, s.part, s.full])).toEqual([
    [4, 8, 300, 600],
    [2, 2, 400, 400],
  ])
})

test('what a store does not have counts neither for it nor against it; with nothing scored there is no score', () => {
  const sections = [section('a', 60), section('b', 40)]
  const items = [item('a1', 'a'), item('b1', 'b')]
  expect(scoreOf(sections, items, scored({ a1: null, b1: 1 })).total).toBe(500)
  expect(scoreOf(sections, items, scored({ a1: null, b1: null })).total).toBeNull()
})

test('the parts of a score add up to it, and it is the exact one rounded half up', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          weight: fc.integer({ min: 1, max: 100 }),
          items: fc.array(
            fc.record({
              weight: fc.integer({ min: 1, max: 5 }),
              points: fc.constantFrom<Points>(0, 1, 2, null),
            }),
            { minLength: 1, maxLength: 6 },
          ),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      (made) => {
        const sections = made.map((s, i) => section(`s${i}`, s.weight))
        const items = made.flatMap((s, i) => s.items.map((x, j) => item(`s${i}-${j}`, `s${i}`, x.weight)))
        const points = Object.fromEntries(
          made.flatMap((s, i) => s.items.map((x, j) => [`s${i}-${j}`, x.points] as const)),
        )
        const { total, sections: parts } = scoreOf(sections, items, scored(points))
        const some = parts.filter((s) => s.of > 0)
        if (some.length === 0) {
          expect(total).toBeNull()
          return
        }
        expect(parts.reduce((sum, s) => sum + s.part, 0)).toBe(total)
        expect(parts.reduce((sum, s) => sum + s.full, 0)).toBe(1000)
        const weights = some.reduce((sum, s) => sum + s.weight, 0)
        const near = some.reduce((sum, s) => sum + (s.weight * s.got * 1000) / (s.of * weights), 0)
        expect(Math.abs(total! - near)).toBeLessThanOrEqual(0.5 + 1e-6)
        for (const s of some)
          expect(Math.abs(s.part - (s.weight * s.got * 1000) / (s.of * weights))).toBeLessThan(1 + 1e-6)
      },
    ),
    { numRuns: 200 },
  )
})

test('the shipped editions stand up to what is asked of new ones, and a quick visit asks nothing that a full one does not', () => {
  const full = shippedEdition('full')
  for (const edition of [full, shippedEdition('quick')]) {
    const next = { ...edition, from: '2026-11-24' as typeof edition.from }
    expect(checkEdition(next, '2026-11-23' as typeof edition.from, [])).toBeUndefined()
  }
  const codes = new Set(full.items.map((i) => i.code))
  expect(shippedEdition('quick').items.every((i) => codes.has(i.code))).toBe(true)
  expect(itemsFor(full, 'leased').length).toBe(itemsFor(full, 'street').length + 1)
})

test('an edition whose sections do not make a hundred is refused, and says what they make', () => {
  const { id: _, ...edition } = shippedEdition('full')
  const day = '2026-11-23' as typeof edition.from
  const sections = edition.sections.map((s, i) => (i === 0 ? { ...s, weight: s.weight + 1 } : s))
  expect(checkEdition({ ...edition, from: '2026-11-24' as typeof day, sections }, day, [])).toMatchObject({
    refused: 'hundred',
    facts: { sum: 101 },
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money } from '../../../platform/kinds/money.ts'
import { acceptEntries } from './entry-rules.ts'
import { differenceOf, monthOfTake, mustRecount, partsOf, varianceOf } from './rules.ts'

test('whatever arrives in whatever order and however often, a zone is the sum of its entries less those undone', () => {
  const sku = ['a', 'b', 'c'] as const
  const sent = fc.record({ sku: fc.constantFrom(...sku), pieces: fc.integer({ min: 1, max: 9 }) })
  const acts = fc.array(fc.tuple(sent, fc.boolean(), fc.integer({ min: 1, max: 3 })), { maxLength: 30 })
  fc.assert(
    fc.property(acts, (list) => {
      const base = { zone: 'z', begun: new Date(0), now: new Date(9e9), categories: null }
      const kinds = new Map(sku.map((s) => [s as string, '大衣']))
      const kept: { id: string; sku: string; pieces: number; zone: string; isUndone: boolean }[] = []
      const arrive = (e: { id: string; sku: string; pieces: number; undoes?: string }) => {
        const out = acceptEntries([{ ...e, at: new Date(5).toISOString() }], { ...base, known: kept }, kinds)
        for (const a of out.accepted) {
          kept.push({ ...a, zone: 'z', isUndone: false })
          const meant = kept.findIndex((k) => k.id === a.undoes)
          if (meant >= 0) kept[meant] = { ...kept[meant]!, isUndone: true }
        }
      }
      let sum = 0
      list.forEach(([e, isUndone, times], i) => {
        for (let n = 0; n < times; n++) arrive({ id: `e${i}`, ...e })
        if (isUndone)
          for (let n = 0; n < times; n++) arrive({ id: `u${i}`, ...e, pieces: 1, undoes: `e${i}` })
        else sum += e.pieces
      })
      expect(kept.reduce((n, k) => n + k.pieces, 0)).toBe(sum)
    }),
  )
})

test('what is at stake or unclear is counted twice, and the figures of a take are those of its lines', () => {
  const line = (counted: number, expected: number, price: number, more = {}) => ({
    counted,
    expected,
    tagPrice: price as Money,
    unclear: false,
    recounted: false,
    cause: null,
    ...more,
  })
  expect(mustRecount(line(4, 5, 99_900))).toBe(false)
  expect(mustRecount(line(4, 5, 100_000))).toBe(true)
  expect(mustRecount(line(7, 5, 50_000))).toBe(true)
  expect(mustRecount(line(4, 5, 100_000, { recounted: true }))).toBe(false)
  expect(mustRecount(line(5, 5, 100, { unclear: true }))).toBe(true)
  const few = [line(5, 5, 100), line(4, 5, 100), line(5, 5, 100, { recounted: true }), line(1, 5, 100_000)]
  expect(partsOf(few)).toEqual({ again: 1, explain: 1, settled: 1 })
  const some = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: -5, max: 50 }), fc.nat(500_000)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(some, (rows) => {
      const lines = rows.map(([c, e, p]) => line(c, e, p))
      const v = varianceOf(lines)
      expect(v.short + v.over).toBe(lines.reduce((n, l) => n + differenceOf(l), 0))
      expect(v.short).toBeLessThanOrEqual(0)
      expect(v.shortValue + v.overValue).toBe(lines.reduce((n, l) => n + differenceOf(l) * l.tagPrice, 0))
    }),
  )
  expect(monthOfTake('2026-12-02' as never)).toBe('2026-11')
  expect(monthOfTake('2026-11-28' as never)).toBe('2026-11')
})

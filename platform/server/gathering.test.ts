import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Gathering } from './gathering.ts'
import type { Happening } from './live.ts'

let told: (readonly Happening[])[]
let takes: boolean
let page: Gathering
beforeEach(() => {
  vi.useFakeTimers()
  told = []
  takes = true
  page = new Gathering((all) => {
    told.push(all)
    return takes
  }, 3_000)
})
afterEach(() => {
  page.close()
  vi.useRealTimers()
})
const ticket = (store: string): Happening => ({ action: 'sales.ticket', store })

test('the first ticket is told at once, and those of the next seconds together, each store once', () => {
  page.add(ticket('yunqi'))
  expect(told).toEqual([[ticket('yunqi')]])
  for (let i = 0; i < 50; i++) page.add(ticket(i % 2 === 0 ? 'yunqi' : 'huilan'))
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(3_000)
  expect(told).toHaveLength(2)
  expect(told[1]).toEqual([ticket('yunqi'), ticket('huilan')])
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveLength(2)
})

test('tickets of hundreds of stores become one sentence: something was sold somewhere', () => {
  page.add({ action: 'reports.submit', store: 'yunqi' })
  for (let i = 0; i < 500; i++) page.add(ticket(`store ${i}`))
  page.add({ action: 'cash.count', store: 'yunqi' })
  vi.advanceTimersByTime(3_000)
  const all = told.flat()
  expect(all.length).toBeLessThanOrEqual(43)
  expect(all).toContainEqual({ action: 'sales.ticket' })
  expect(all).toContainEqual({ action: 'cash.count', store: 'yunqi' })
})

test('to a page that takes nothing more nothing is sent until it does, and then everything in one telling', () => {
  takes = false
  page.add(ticket('yunqi'))
  for (let i = 0; i < 10_000; i++) page.add(ticket(`store ${i % 300}`))
  vi.advanceTimersByTime(600_000)
  expect(told).toHaveLength(1)
  takes = true
  page.taken()
  expect(told).toHaveLength(2)
  expect(told[1]!.length).toBeLessThanOrEqual(40)
  expect(told[1]).toContainEqual({ action: 'sales.ticket' })
})

test('a page that was closed is told nothing more', () => {
  page.add(ticket('yunqi'))
  page.add(ticket('huilan'))
  page.close()
  page.add(ticket('huilan'))
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveLength(1)
})

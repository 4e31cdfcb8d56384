import { expect, test } from 'vitest'
import { followWith, isTouched } from './live.ts'

followWith({ sales: ['boards', 'targets'] })
const ticket = { action: 'sales.ticket', store: 'yunqi' }

test('a ticket refreshes what shows sales, boards and targets of that store', () => {
  expect(isTouched(['sales.today', { store: 'yunqi' }], ticket)).toBe(true)
  expect(isTouched(['boards.store', { store: 'yunqi' }], ticket)).toBe(true)
  expect(isTouched(['targets.pace', { store: 'yunqi', month: '2026-11' }], ticket)).toBe(true)
})

test('a page of another store is left alone', () => {
  expect(isTouched(['boards.store', { store: 'huilan' }], ticket)).toBe(false)
})

test('a page over many stores is refreshed by each of them', () => {
  expect(isTouched(['boards.area', { area: 'east' }], ticket)).toBe(true)
  expect(isTouched(['boards.company', {}], ticket)).toBe(true)
})

test('what concerns the whole company refreshes every store', () => {
  expect(isTouched(['targets.plan', { store: 'huilan' }], { action: 'targets.approve' })).toBe(true)
})

test('areas that do not follow are left alone', () => {
  expect(isTouched(['organization.people', {}], ticket)).toBe(false)
  expect(isTouched(['salesforecast.x', {}], ticket)).toBe(false)
})

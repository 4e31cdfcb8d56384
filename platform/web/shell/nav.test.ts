import { expect, test } from 'vitest'
import type { PageDeclaration } from '../pages.ts'
import type { Position } from '../positions.ts'
import { currentEntry, homeFor, mayOpen, navFor, phoneBar } from './nav.ts'

const manager = 'storeManager' as Position
const associate = 'salesAssociate' as Position
const page = (path: `/${string}`, rest: Partial<PageDeclaration>): PageDeclaration => ({
  path,
  title: [path, path],
  positions: [manager],
  load: () => Promise.reject(new Error('not opened here')),
  ...rest,
})
const pages = [
  page('/reports', { nav: { group: 'work', order: 30, icon: 'report' } }),
  page('/board', { nav: { group: 'work', order: 10, icon: 'board' }, home: [manager] }),
  page('/ticket', {
    nav: { group: 'work', order: 5, icon: 'plus', centre: true },
    positions: [manager, associate],
  }),
  page('/targets', { nav: { group: 'work', order: 20, icon: 'target' }, positions: 'everyone' }),
  page('/targets/$year', {}),
  page('/goods', { nav: { group: 'review', order: 40, icon: 'goods' } }),
]

test('the phone shows the first three pages, and the ticket button apart', () => {
  const { bar, centre } = phoneBar(navFor(pages, [manager]))
  expect(bar.map((e) => e.path)).toEqual(['/board', '/targets', '/reports'])
  expect(centre?.path).toBe('/ticket')
})

test('nobody sees or opens a page of another position', () => {
  expect(navFor(pages, [associate]).map((e) => e.path)).toEqual(['/ticket', '/targets'])
  expect(mayOpen(pages[0]!, [associate])).toBe(false)
})

test('the first page is the declared one, else the first in the bar', () => {
  expect(homeFor(pages, [manager])).toBe('/board')
  expect(homeFor(pages, [associate])).toBe('/targets')
  expect(homeFor([], [manager])).toBeUndefined()
})

test('a page below another keeps its place in the bar lit', () => {
  const entries = navFor(pages, [manager])
  expect(currentEntry(entries, '/targets/2027')?.path).toBe('/targets')
  expect(currentEntry(entries, '/targetsx')).toBeUndefined()
})

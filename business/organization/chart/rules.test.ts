import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../../platform/kinds/day.ts'
import { type PositionName, positions, seatOf } from '../shape.ts'
import { type ChartParts, drawChart, namesUpTo, personSeen, postSeen, sightOf } from './rules.ts'
import type { Chart, Post } from './shape.ts'

const day = dayOf('2026-03-01')
const store = (id: string, area: string | null): ChartParts['stores'][number] => ({
  id,
  code: id,
  name: `${id}店`,
  nameEn: null,
  kind: 'street',
  city: null,
  area,
  openedOn: day,
  closedOn: null,
})
const post = (person: string, position: PositionName, at: string | null): Post => ({
  appointment: `${person}@${at}`,
  person,
  name: person,
  jobNumber: '1',
  position,
  title: null,
  from: day,
  to: null,
  standIn: null,
  opens: true,
  store: seatOf[position] === 'store' ? at : null,
  area: seatOf[position] === 'area' ? at : null,
})
const parts = (more: Partial<ChartParts>): ChartParts => ({
  day,
  today: day,
  areas: [{ id: 'A', code: 'A', name: '华东', nameEn: null }],
  stores: [],
  posts: [],
  whole: true,
  unfolded: false,
  ...more,
})
const everyPost = (chart: Chart): Post[] => [
  ...chart.generalManagers,
  ...chart.directors,
  ...chart.posts.flatMap((p) => p.people),
  ...chart.areas.flatMap((a) => [
    ...a.managers,
    ...a.stores.flatMap((s) => [...s.managers, ...s.associates]),
  ]),
  ...chart.withoutArea.flatMap((s) => [...s.managers, ...s.associates]),
]

test('every post stands exactly once in the chart', () => {
  const seat = fc.record({
    person: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
    position: fc.constantFrom(...positions),
    at: fc.constantFrom('s1', 's2', 's3'),
  })
  fc.assert(
    fc.property(fc.array(seat, { maxLength: 20 }), (seats) => {
      const posts = seats.map(({ person, position, at }, i) => ({
        ...post(person, position, seatOf[position] === 'area' ? 'A' : at),
        appointment: String(i),
      }))
      const chart = drawChart(
        parts({ stores: [store('s1', 'A'), store('s2', 'A'), store('s3', null)], posts }),
      )
      expect(
        everyPost(chart)
          .map((p) => p.appointment)
          .sort(),
      ).toEqual(posts.map((p) => p.appointment).sort())
      expect(chart.people).toBe(new Set(posts.map((p) => p.person)).size)
    }),
  )
})

test('empty seats are named: general manager, director, area manager, store manager', () => {
  const chart = drawChart(
    parts({ stores: [store('s1', 'A'), store('s2', 'A')], posts: [post('王芳', 'storeManager', 's1')] }),
  )
  expect(chart.vacancies.map((v) => v.position)).toEqual([
    'generalManager',
    'operationsDirector',
    'areaManager',
    'storeManager',
  ])
  expect(chart.vacancies.at(-1)).toMatchObject({ store: { id: 's2' } })
  expect(drawChart(parts({ whole: false })).vacancies.map((v) => v.position)).toEqual(['areaManager'])
})

test('a large chain is folded: heads are counted, names come when one area is opened', () => {
  const stores = Array.from({ length: namesUpTo + 1 }, (_, i) => store(`s${i}`, 'A'))
  const posts = [post('王芳', 'storeManager', 's0'), post('李娜', 'salesAssociate', 's0')]
  const folded = drawChart(parts({ stores, posts }))
  expect(folded.folded).toBe(true)
  expect(folded.areas[0]).toMatchObject({ headcount: 2, storeCount: namesUpTo + 1, stores: [] })
  expect(drawChart(parts({ stores, posts, unfolded: true })).areas[0]!.stores[0]!.associates).toHaveLength(1)
})

test('phones are whole for personnel and administrators, masked for managers, absent for associates', () => {
  const person = {
    id: 'p',
    name: '王芳',
    jobNumber: '1001',
    phone: '13812345678',
    hiredOn: day,
    leftOn: null,
  }
  expect(personSeen(person, sightOf(['personnel']), 'x').phone).toBe('138****5678')
  expect(personSeen(person, sightOf(['areaManager']), 'x')).toMatchObject({
    phone: '138****5678',
    jobNumber: '1001',
  })
  expect(personSeen(person, sightOf(['salesAssociate']), 'x')).toMatchObject({
    name: '王芳',
    phone: null,
    jobNumber: null,
    hiredOn: null,
  })
  expect(personSeen(person, sightOf(['salesAssociate']), 'p').phone).toBe('138****5678')
  const seen = (person: string, stores: readonly string[], reads: Parameters<typeof sightOf>[0]) => {
    const { jobNumber, opens } = postSeen(post('p', 'storeManager', 's1'), {
      person,
      sight: sightOf(reads),
      stores,
    })
    return { jobNumber, opens }
  }
  expect(seen('x', ['s1'], ['salesAssociate'])).toEqual({ jobNumber: null, opens: false })
  expect(seen('p', ['s1'], ['salesAssociate'])).toEqual({ jobNumber: '1', opens: true })
  expect(seen('x', ['s1'], ['areaManager'])).toEqual({ jobNumber: '1', opens: true })
  expect(seen('x', ['s2'], ['areaManager'])).toEqual({ jobNumber: '1', opens: false })
})

import { expect, test } from 'vitest'
import { allOperations } from '../../../app/operations.ts'
import { awaitedBy, catalogue, isLive, profiles, provedBy } from './catalogue.ts'
import { proof, raising } from './proofs.ts'

const ids =
  `OD-1.1 OD-1.2 OD-1.3 OD-1.4 OD-2.1 OD-2.2 OD-3.1 OD-3.2 OD-3.3 OD-3.4 OD-3.5 OD-3.6 OD-4.1 OD-4.2 OD-4.3 OD-5 OD-6
  AM-1.1 AM-1.2 AM-1.3 AM-1.4 AM-1.5 AM-1.6 AM-1.7 AM-1.8 AM-2.1 AM-2.2 AM-2.3 AM-2.4 AM-2.5 AM-2.6 AM-3.1 AM-3.2 AM-3.3 AM-3.4 AM-3.5
  SM-1.1 SM-1.2 SM-1.3 SM-1.4 SM-1.5 SM-1.6 SM-1.7 SM-2.1 SM-2.2 SM-2.3 SM-2.4 SM-2.5 SM-2.6 SM-2.7 SM-2.8
  SM-3.1 SM-3.2 SM-3.3 SM-3.4 SM-3.5 SM-4.1 SM-4.2 SM-4.3 SM-4.4 SM-4.5 SM-4.6
  SA-1.1 SA-1.2 SA-1.3 SA-1.4 SA-1.5 SA-1.6 SA-2.1 SA-2.2 SA-2.3 SA-3 SA-4 SA-5`.split(/\s+/)

test('the four job descriptions hold the 74 clauses, each once, in their order', () => {
  expect(catalogue.map((duty) => duty.id)).toEqual(ids)
  expect(ids).toHaveLength(74)
  expect(profiles.map((p) => p.duties.length)).toEqual([17, 19, 26, 12])
})

test('every clause says in both languages what is asked, and how long it takes', () => {
  for (const duty of catalogue) {
    for (const half of [...duty.title, ...duty.help]) expect(half.trim().length, duty.id).toBeGreaterThan(3)
    expect(duty.title[0], duty.id).toMatch(/\p{Script=Han}/u)
    expect(duty.title[1], duty.id).not.toMatch(/\p{Script=Han}/u)
    expect(duty.minutes >= 0 && duty.weight >= 1 && duty.weight <= 5, duty.id).toBe(true)
  }
  expect(new Set(catalogue.map((d) => d.title[0])).size).toBe(74)
})

test('a clause is proved by actions of the house, or says which area it awaits, and never neither', () => {
  for (const duty of catalogue) {
    for (const action of provedBy(duty).filter((name) => !name.startsWith('duties.')))
      expect(allOperations[action]?.kind, `${duty.id} ${action}`).toBe('action')
    expect(provedBy(duty).length > 0, duty.id).toBe(isLive(duty))
    if (!isLive(duty)) expect(awaitedBy(duty).length, duty.id).toBeGreaterThan(0)
  }
  expect(catalogue.filter(isLive).map((d) => d.id)).toEqual([
    'OD-1.3',
    'OD-3.1',
    'OD-3.2',
    'OD-3.3',
    'OD-4.2',
    'OD-6',
    'AM-1.1',
    'AM-1.2',
    'AM-1.3',
    'AM-1.5',
    'AM-1.6',
    'AM-1.7',
    'AM-2.1',
    'AM-2.3',
    'AM-2.6',
    'AM-3.3',
    'SM-1.1',
    'SM-1.2',
    'SM-1.4',
    'SM-1.5',
    'SM-1.6',
    'SM-1.7',
    'SM-2.1',
    'SM-2.3',
    'SM-2.4',
    'SM-2.5',
    'SM-2.6',
    'SM-2.7',
    'SM-2.8',
    'SM-4.1',
    'SM-4.3',
    'SM-4.4',
    'SM-4.5',
    'SA-1.1',
    'SA-1.4',
    'SA-2.1',
    'SA-2.2',
    'SA-2.3',
    'SA-4',
    'SA-5',
  ])
})

test('a live clause whose calendar knows an event is raised by actions of the house, and only such a one', () => {
  for (const duty of catalogue.filter(isLive)) {
    const event = duty.calendar.some((timing) => timing.every === 'event')
    const raised = duty.raisedBy?.map((r) => r.action) ?? []
    expect(raised.length > 0 || (duty.part !== undefined && event), duty.id).toBe(event)
    for (const action of raised) expect(allOperations[action]?.kind, `${duty.id} ${action}`).toBe('action')
  }
})

test('a way of working has indicators and no proof', () => {
  const standing = catalogue.filter((duty) => duty.kind === 'standing')
  expect(standing.map((d) => d.id)).toEqual(['SM-4.2', 'SA-1.3'])
  for (const duty of standing)
    expect('indicators' in duty && duty.indicators.length, duty.id).toBeGreaterThan(0)
})

test('a misspelt proof does not compile', () => {
  // @ts-expect-error there is no such action
  expect(proof('reports.sumbit', () => []).action).toBe('reports.sumbit')
  // @ts-expect-error a view leaves no record
  expect(proof('reports.area', () => []).action).toBe('reports.area')
  // @ts-expect-error nor does a misspelt act raise anything
  expect(raising('reports.askback', () => []).action).toBe('reports.askback')
})

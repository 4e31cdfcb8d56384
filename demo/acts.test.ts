import { expect, test } from 'vitest'
import type { Actor } from '../platform/access/who.ts'
import type { Day } from '../platform/kinds/day.ts'
import type { Door } from '../platform/server/perform.ts'
import { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

const leaves = '2026-11-30' as Day
const chain = {
  areas: [],
  malls: [],
  stores: [{ id: 's', areaId: 'a' }],
  people: [{ id: 'li', name: '李露' }],
  appointments: [
    { person: 'li', position: 'salesAssociate', area: null, store: 's', from: '2026-01-01', to: leaves },
  ],
} as unknown as Chain

test('an associate who is to leave acts until her last day, its late evening included, and then no more', async () => {
  const actors: Actor[] = []
  const door = {
    perform: async (_name: string, _input: unknown, { actor }: { actor: Actor }) => {
      actors.push(actor)
      return { ok: true, answer: null }
    },
  } as unknown as Door
  const acts = new Acts(door, chain)
  for (const [day, minutes] of [
    ['2026-11-24', 570],
    [leaves, 24 * 60 + 20],
    ['2026-12-01', 570],
  ] as const)
    await acts.do('li', instant(day as Day, minutes), 'checks.handIn', {})
  expect(actors.map((a) => a.appointments.map((p) => p.position))).toEqual([
    ['salesAssociate'],
    ['salesAssociate'],
    [],
  ])
})

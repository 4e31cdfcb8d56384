import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Admission, type Lane, type Limits } from './admission.ts'

const limits: Limits = {
  seats: 2,
  waiting: 6,
  waitingEach: 3,
  patience: { action: 8_000, view: 2_000 },
}
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Enters and notes by name who got in and who was sent away. */
const door = (of: Partial<Limits> = {}) => {
  const gate = new Admission({ ...limits, ...of })
  const seen: string[] = []
  const leaving = new Map<string, () => void>()
  const come = async (name: string, party: string, lane: Lane = 'view') => {
    const answer = await gate.enter(party, lane)
    if (typeof answer === 'function') {
      seen.push(name)
      leaving.set(name, answer)
    } else seen.push(`${name}: ${answer}`)
  }
  const leave = async (name: string) => {
    leaving.get(name)!()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { gate, seen, come, leave }
}

test('as many as there are seats are served at once, the others in turn', async () => {
  const { gate, seen, come, leave } = door()
  for (const name of ['a', 'b', 'c', 'd']) void come(name, name)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['a', 'b'])
  expect([gate.serving, gate.waiting]).toEqual([2, 2])
  await leave('a')
  await leave('b')
  expect(seen).toEqual(['a', 'b', 'c', 'd'])
  expect([gate.serving, gate.waiting]).toEqual([2, 0])
})

test('a party that asks without end holds up itself, not the others', async () => {
  const { seen, come, leave } = door({ seats: 1 })
  void come('a1', 'import')
  for (const name of ['a2', 'a3', 'a4', 'a5']) void come(name, 'import')
  void come('t1', 'till')
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['a1', 'a5: tooMany'])
  await leave('a1')
  await leave('a2')
  expect(seen.slice(2)).toEqual(['a2', 't1'])
})

test('a sale goes before pages that wait', async () => {
  const { seen, come, leave } = door({ seats: 1 })
  for (const name of ['p1', 'p2', 'p3']) void come(name, name)
  void come('sale', 'till', 'action')
  await vi.advanceTimersByTimeAsync(0)
  await leave('p1')
  expect(seen).toEqual(['p1', 'sale'])
})

test('who has waited long enough is sent away and costs nothing more', async () => {
  const { gate, seen, come, leave } = door({ seats: 1 })
  void come('a', 'a')
  void come('page', 'b')
  void come('sale', 'c', 'action')
  await vi.advanceTimersByTimeAsync(2_100)
  expect(seen).toEqual(['a', 'page: waitedLong'])
  await leave('a')
  expect(seen).toEqual(['a', 'page: waitedLong', 'sale'])
  expect(gate.waiting).toBe(0)
})

test('when the hall is full one is told to come again', async () => {
  const { gate, seen, come } = door({ seats: 1 })
  for (let i = 0; i < 9; i++) void come(`n${i}`, `p${i}`)
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['n0', 'n7: overloaded', 'n8: overloaded'])
  expect(gate.turned).toEqual({ overloaded: 2, tooMany: 0, waitedLong: 0 })
})

test('a sale that comes to a full hall takes the place of a page that waits, never of another sale', async () => {
  const { gate, seen, come, leave } = door({ seats: 1, waiting: 2, waitingEach: 2 })
  void come('a', 'a')
  void come('page', 'p')
  void come('sale1', 't', 'action')
  void come('sale2', 't', 'action')
  void come('sale3', 's', 'action')
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['a', 'page: overloaded', 'sale3: overloaded'])
  expect(gate.waiting).toBe(2)
  await leave('a')
  await leave('sale1')
  expect(seen.slice(3)).toEqual(['sale1', 'sale2'])
})

test('a store’s own pages do not keep its sale out', async () => {
  const { seen, come, leave } = door({ seats: 1, waitingEach: 2 })
  void come('a', 'a')
  for (const name of ['p1', 'p2']) void come(name, 'store')
  void come('sale', 'store', 'action')
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['a', 'p2: tooMany'])
  await leave('a')
  expect(seen.at(-1)).toBe('sale')
})

test('whatever comes and goes: nobody is forgotten, never more inside than seats, never more waiting than allowed', async () => {
  const step = fc.record({
    does: fc.constantFrom('come', 'leave', 'time'),
    party: fc.constantFrom('a', 'b', 'c'),
    lane: fc.constantFrom<Lane>('action', 'view'),
    at: fc.nat(20),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const gate = new Admission(limits)
      let came = 0
      let answered = 0
      const inside: (() => void)[] = []
      for (const { does, party, lane, at } of steps) {
        if (does === 'come') {
          came += 1
          void Promise.resolve(gate.enter(party, lane)).then((answer) => {
            answered += 1
            if (typeof answer === 'function') inside.push(answer)
          })
        } else if (does === 'leave') inside.splice(at % Math.max(1, inside.length), 1)[0]?.()
        else vi.advanceTimersByTime(700)
        await Promise.resolve()
        await Promise.resolve()
        expect(gate.serving).toBeLessThanOrEqual(limits.seats)
        expect(gate.waiting).toBeLessThanOrEqual(limits.waiting)
      }
      await vi.advanceTimersByTimeAsync(60_000)
      for (let left = inside.pop(); left; left = inside.pop()) {
        left()
        await vi.advanceTimersByTimeAsync(0)
      }
      expect([answered, gate.serving, gate.waiting]).toEqual([came, 0, 0])
    }),
    { numRuns: 150 },
  )
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { addDays, type Day, daysOf, type Month } from '../../platform/kinds/day.ts'
import { type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal } from '../../platform/kinds/refusal.ts'
import { editMatrix } from './rules.ts'
import type { MatrixLine } from './shape.ts'
import {
  approveYear,
  bare,
  broken,
  makeTestChain,
  releaseArea,
  type SeenMonth,
  type TestChain,
  TestDoor,
} from './test-chain.ts'

let db: Database
let t: TestDoor
let chain: TestChain
beforeAll(async () => {
  db = await testDatabase()
  t = new TestDoor(db)
  chain = await makeTestChain(db)
})
afterAll(() => db.close())

const step = fc.record({
  what: fc.constantFrom(
    'year' as const,
    'area' as const,
    'days' as const,
    'people' as const,
    'leave' as const,
  ),
  /** Days that pass before it. */
  wait: fc.integer({ min: 0, max: 40 }),
  which: fc.nat(100),
  month: fc.integer({ min: 0, max: 11 }),
  percent: fc.integer({ min: -30, max: 40 }),
  part: fc.double({ min: 0.1, max: 3, noNaN: true }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

test('whatever is planned again, moved or split, every level sums to the one above and what is over stays', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 14 }),
      fc.integer({ min: 100_000, max: 30_000_000_00 }),
      async (steps, total) => {
        await db.script(
          'truncate person_day_target, store_day_target, store_target_in_force, person_target, store_target, target_in_force, target_decision, target_line, target_version cascade',
        )
        await db.script('update appointment set to_day = null')
        let day = '2026-12-20' as Day
        await approveYear(t, chain, day, total)
        for (const at of [0, 1]) await releaseArea(t, chain, at, day)
        for (const one of steps) {
          day = addDays(day, one.wait)
          const was = await passed(day)
          await take(one, day)
          expect(await broken(db)).toEqual([])
          // A month split to people for the first time gets its past days too; nothing that was there changes.
          const is = new Set(await passed(day))
          expect(was.filter((line) => !is.has(line))).toEqual([])
        }
      },
    ),
    // A failing plan is shown as it was found: making it smaller takes minutes and tells little more.
    { numRuns: 5, endOnFailure: true },
  )
}, 240_000)

/** Every target of a day that lies before this one, of stores and of people, as text. */
const passed = async (day: Day): Promise<string[]> => {
  const rows = await db.query<{ line: string }>(
    `select concat_ws(' ', store_id, day, amount) as line from store_day_target where day < $1
     union all select concat_ws(' ', store_id, day, person_id, amount) from person_day_target where day < $1 and amount > 0`,
    [day],
  )
  return rows.map((row) => row.line)
}

/** One step; an answer that refuses is an answer too, as long as nothing is left half done. */
async function take(one: Step, day: Day): Promise<void> {
  const area = chain.areas[one.which % 2]!
  const store = chain.stores[one.which % 5]!
  const month = `2027-${String(one.month + 1).padStart(2, '0')}` as Month
  if (one.what === 'year') {
    const { inForce, frozen, latest } = await t.sees<{
      inForce: Parameters<typeof bare>[0]
      frozen: number
      latest: { id: string }
    }>('targets.year', chain.director, day, { year: 2027 })
    const lines = bare(inForce).map(({ child, months }) => ({
      child,
      months: months.map((a, m) =>
        m >= frozen && m % 3 === one.month % 3 ? (Math.round((a * (100 + one.percent)) / 100) as Money) : a,
      ),
    }))
    const saved = await t.does<{ id: string }>('targets.saveYear', chain.director, day, {
      year: 2027,
      basedOn: latest.id,
      lines,
    })
    await t.does('targets.submitYear', chain.director, day, { version: saved.id })
    const outcome = await t.refused('action', 'targets.decideYear', chain.generalManager, day, {
      version: saved.id,
      decision: 'approve',
    })
    if (outcome) expect(outcome.why).toBe('belowElapsed')
  } else if (one.what === 'area') {
    const seen = await t.sees<{
      inForce: Parameters<typeof bare>[0]
      frozen: number
      latest: { id: string }
    }>('targets.area', area.manager, day, { area: area.id, year: 2027 })
    const lines = bare(seen.inForce)
    if (one.month < seen.frozen) return
    const cell = lines[one.which % lines.length]!
    const locks = lines.flatMap((l) =>
      Array.from({ length: seen.frozen }, (_, m) => ({ child: l.child, month: m + 1 })),
    )
    const edited = editMatrix(
      { lines, locks },
      {
        kind: 'cell',
        child: cell.child,
        month: one.month + 1,
        amount: Math.round((cell.months[one.month]! * (100 + one.percent)) / 100) as Money,
      },
      (id) => id,
      String,
    )
    if (isRefusal(edited)) return
    const saved = await t.does<{ id: string }>('targets.saveArea', area.manager, day, {
      area: area.id,
      year: 2027,
      basedOn: seen.latest.id,
      lines: bare(edited),
    })
    const outcome = await t.refused('action', 'targets.releaseArea', area.manager, day, { version: saved.id })
    if (outcome) expect(outcome.why).toBe('belowElapsed')
  } else {
    await takeInStore(one, day, store, month)
  }
}

async function takeInStore(
  one: Step,
  day: Day,
  store: TestChain['stores'][number],
  month: Month,
): Promise<void> {
  if (one.what === 'leave') {
    const last = daysOf(month)[one.which % 28]!
    if (last >= day)
      await db.query('update appointment set to_day = $2 where person_id = $1', [
        store.associates[one.which % 3]!.id,
        last,
      ])
  }
  const seen = await t.sees<SeenMonth & { elapsed: number }>('targets.storeMonth', store.manager, day, {
    store: store.id,
    month,
  })
  if (one.what === 'leave') {
    const refused = await t.refused('action', 'targets.respreadPeople', store.manager, day, {
      store: store.id,
      month,
      basedOn: seen.target.id,
    })
    if (refused) expect(['nobodyToSplit', 'nobodyOnDay']).toContain(refused.why)
    return
  }
  const days = [...seen.target.days]
  if (one.what === 'days' && seen.elapsed < days.length - 1) {
    const from = seen.elapsed + (one.which % (days.length - seen.elapsed))
    const moved = Math.floor(days[from]! / 2) as Money
    days[from] = (days[from]! - moved) as Money
    days[days.length - 1] = (days[days.length - 1]! + moved) as Money
  }
  const people = seen.staff
    .filter((p) => !p.manager)
    .map((p, i) => ({
      person: p.person,
      factor: i === 0 ? one.part : 1,
      off: i === 1 ? [1 + (one.which % 28)] : [],
    }))
  const refused = await t.refused('action', 'targets.saveStoreMonth', store.manager, day, {
    store: store.id,
    month,
    basedOn: seen.target.id,
    days,
    people,
  })
  if (refused) expect(['nobodyOnDay', 'nobodyToCarryIn']).toContain(refused.why)
}

const amounts = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 12, maxLength: 12 })
const matrix = fc
  .array(amounts, { minLength: 2, maxLength: 6 })
  .map((rows): MatrixLine[] => rows.map((months, i) => ({ child: `c${i}`, months: months as Money[] })))

test('editing one cell keeps both margins and every locked cell to the cent, or is refused', () => {
  fc.assert(
    fc.property(
      matrix,
      fc.nat(5),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 9_000_000 }),
      fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
      (lines, row, month, amount, locked) => {
        const at = (i: number) => lines[i % lines.length]!.child
        const locks = [
          ...new Map(
            locked.map(([i, m]) => [`${i % lines.length} ${m}`, { child: at(i), month: m }]),
          ).values(),
        ]
        const edited = editMatrix(
          { lines, locks },
          { kind: 'cell', child: at(row), month, amount: amount as Money },
          (id) => id,
          String,
        )
        if (isRefusal(edited)) return
        const sums = (of: readonly MatrixLine[]) => [
          of.map((l) => sum(l.months)),
          Array.from({ length: 12 }, (_, m) => sum(of.map((l) => l.months[m]!))),
        ]
        expect(sums(edited.lines)).toEqual(sums(lines))
        expect(edited.lines.find((l) => l.child === at(row))!.months[month - 1]).toBe(amount)
        for (const lock of locks) {
          if (lock.child === at(row) && lock.month === month) continue
          const cell = (of: readonly MatrixLine[]) =>
            of.find((l) => l.child === lock.child)!.months[lock.month - 1]
          expect(cell(edited.lines)).toBe(cell(lines))
        }
      },
    ),
  )
})

test('a month’s or a line’s total set by hand is taken from the others; the grand total stays', () => {
  fc.assert(
    fc.property(
      matrix,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 9_000_000 }),
      (lines, month, amount) => {
        for (const change of [
          { kind: 'month', month, amount: amount as Money },
          { kind: 'line', child: 'c1', amount: amount as Money },
        ] as const) {
          const edited = editMatrix({ lines, locks: [] }, change, (id) => id, String)
          if (isRefusal(edited)) continue
          expect(sum(edited.lines.flatMap((l) => l.months))).toBe(sum(lines.flatMap((l) => l.months)))
          if (change.kind === 'month') expect(sum(edited.lines.map((l) => l.months[month - 1]!))).toBe(amount)
          else expect(sum(edited.lines[1]!.months)).toBe(amount)
        }
      },
    ),
  )
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { addDays, type Day, daysOf, type Month } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { type Money, sum } from '../../platform/kinds/money.ts'
import {
  approveYear,
  bare,
  broken,
  makeTestChain,
  releaseArea,
  type SeenMonth,
  splitToStaff,
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
beforeEach(async () => {
  await db.script(`truncate person_day_target, store_day_target, store_target_in_force, person_target, store_target,
    target_in_force, target_decision, target_line, target_version cascade`)
})

const before = '2026-11-23'
const year = 10_000_000_00

describe('the year', () => {
  test('a target flows from the year to the person’s day, and every level sums to the one above', async () => {
    await approveYear(t, chain, before, year)
    for (const at of [0, 1]) await releaseArea(t, chain, at, before)
    const month = await splitToStaff(t, chain, 0, before, '2027-03')
    expect(month.target.people).toHaveLength(3)
    expect(sum(month.target.people.map((p) => p.total))).toBe(month.target.total)
    const [all] = await db.query<{ amount: number; stores: number; days: number }>(
      'select sum(amount)::bigint as amount, count(distinct store_id)::int as stores, count(*)::int as days from store_day_target',
    )
    expect(all).toEqual({ amount: year, stores: 5, days: 5 * 365 })
    expect(await broken(db)).toEqual([])
  })

  test('the proposal follows history: the larger store and the stronger months carry more, and says why', async () => {
    const p = await t.sees<{
      total: number
      lines: { total: number }[]
      company: {
        expected: number
        actual: number
        lastShare: { percent: number }
        changes: { percent: number }[]
      }[]
      historyUntil: string
    }>('targets.proposeYear', chain.director, before, { year: 2027 })
    expect(p.historyUntil).toBe('2026-11-22')
    expect(p.company[0]!.expected).toBeGreaterThan(1.2 * p.company[5]!.expected)
    expect(sum(p.company.map((m) => m.expected as Money))).toBe(p.total)
    expect(p.company.reduce((all, m) => all + m.lastShare.percent, 0)).toBeCloseTo(100, 5)
    for (const month of p.company) {
      const chained = month.changes.reduce(
        (amount, change) => amount * (1 + change.percent / 100),
        month.actual,
      )
      expect(Math.abs(chained / month.expected - 1)).toBeLessThan(1e-6)
    }
  })

  test('the general manager returns a plan with a reason, and a returned version cannot be approved', async () => {
    const { lines } = await t.sees<Parameters<typeof bare>[0]>(
      'targets.proposeYear',
      chain.director,
      before,
      { year: 2027, total: year },
    )
    const saved = await t.does<{ id: string }>('targets.saveYear', chain.director, before, {
      year: 2027,
      basedOn: null,
      lines: bare({ lines }),
    })
    expect(
      await t.refused('action', 'targets.decideYear', chain.generalManager, before, {
        version: saved.id,
        decision: 'approve',
      }),
    ).toMatchObject({ why: 'notSubmitted' })
    await t.does('targets.submitYear', chain.director, before, { version: saved.id })
    expect(
      await t.refused('action', 'targets.decideYear', chain.generalManager, before, {
        version: saved.id,
        decision: 'return',
      }),
    ).toMatchObject({ status: 422 })
    await t.does('targets.decideYear', chain.generalManager, before, {
      version: saved.id,
      decision: 'return',
      reason: '二季度偏低',
    })
    expect(
      await t.refused('action', 'targets.decideYear', chain.generalManager, before, {
        version: saved.id,
        decision: 'approve',
      }),
    ).toMatchObject({ why: 'notSubmitted' })
    const { versions } = await t.sees<{
      versions: { state: string; decisions: { kind: string; reason: string | null }[] }[]
    }>('targets.versions', chain.generalManager, before, { year: 2027 })
    expect(versions[0]).toMatchObject({
      state: 'returned',
      decisions: [{ kind: 'submitted' }, { kind: 'returned', reason: '二季度偏低' }],
    })
  })

  test('who saves on a version that somebody has replaced meanwhile is told by whom and when, and nothing is lost', async () => {
    const { lines } = await t.sees<Parameters<typeof bare>[0]>(
      'targets.proposeYear',
      chain.director,
      before,
      { year: 2027, total: year },
    )
    const save = { year: 2027, basedOn: null, lines: bare({ lines }) }
    await t.does('targets.saveYear', chain.director, before, save)
    const late = await t.refused('action', 'targets.saveYear', chain.director, before, save)
    expect(late).toMatchObject({ why: 'changedMeanwhile', status: 409 })
    expect(late!.title).toContain(chain.director.actor.name)
    expect(late!.title).toContain('2026-11-23 12:00')
  })

  test('two versions are compared cell by cell', async () => {
    const first = await approveYear(t, chain, before, year)
    const seen = await t.sees<{ latest: Parameters<typeof bare>[0] & { id: string } }>(
      'targets.year',
      chain.director,
      before,
      { year: 2027 },
    )
    const lines = bare(seen.latest)
    lines[0]!.months[4] = (lines[0]!.months[4]! + 500) as Money
    const saved = await t.does<{ id: string }>('targets.saveYear', chain.director, before, {
      year: 2027,
      basedOn: seen.latest.id,
      lines,
    })
    const difference = await t.sees<{ by: number; cells: unknown[] }>(
      'targets.difference',
      chain.finance,
      before,
      { from: first, to: saved.id },
    )
    expect(difference).toMatchObject({ by: 500, cells: [{ child: lines[0]!.child, month: 5 }] })
  })
})

describe('the area', () => {
  test('stores that do not sum to the area’s month are refused, with the month and the difference', async () => {
    await approveYear(t, chain, before, year)
    const area = chain.areas[0]!
    const proposed = await t.sees<Parameters<typeof bare>[0]>('targets.proposeArea', area.manager, before, {
      area: area.id,
      year: 2027,
    })
    const lines = bare(proposed)
    lines[0]!.months[6] = (lines[0]!.months[6]! + 1) as Money
    const no = await t.refused('action', 'targets.saveArea', area.manager, before, {
      area: area.id,
      year: 2027,
      basedOn: null,
      lines,
    })
    expect(no).toMatchObject({ why: 'monthDoesNotAdd', status: 422 })
    expect(no!.title).toContain('差 ¥0.01')
  })

  test('an area manager neither sees nor splits another area', async () => {
    await approveYear(t, chain, before, year)
    const [own, other] = [chain.areas[0]!, chain.areas[1]!]
    expect(
      await t.refused('view', 'targets.area', own.manager, before, { area: other.id, year: 2027 }),
    ).toMatchObject({ status: 404 })
    expect(
      await t.refused('action', 'targets.saveArea', own.manager, before, {
        area: other.id,
        year: 2027,
        basedOn: null,
        lines: [{ child: other.stores[0]!, months: Array.from({ length: 12 }, () => 0) }],
      }),
    ).toMatchObject({ status: 404 })
    const saved = await t.sees<Parameters<typeof bare>[0]>('targets.proposeArea', other.manager, before, {
      area: other.id,
      year: 2027,
    })
    const version = await t.does<{ id: string }>('targets.saveArea', other.manager, before, {
      area: other.id,
      year: 2027,
      basedOn: null,
      lines: bare(saved),
    })
    expect(
      await t.refused('action', 'targets.releaseArea', own.manager, before, { version: version.id }),
    ).toMatchObject({ status: 404 })
    expect(
      await t.refused('view', 'targets.storeMonth', own.manager, before, {
        store: other.stores[0]!,
        month: '2027-01',
      }),
    ).toMatchObject({ status: 404 })
    // A store of another area inside one's own plan.
    const mine = await t.sees<Parameters<typeof bare>[0]>('targets.proposeArea', own.manager, before, {
      area: own.id,
      year: 2027,
    })
    const smuggled = [
      ...bare(mine),
      { child: other.stores[0]!, months: Array.from({ length: 12 }, () => 0 as Money) },
    ]
    expect(
      await t.refused('action', 'targets.saveArea', own.manager, before, {
        area: own.id,
        year: 2027,
        basedOn: null,
        lines: smuggled,
      }),
    ).toMatchObject({ why: 'storeUnknown' })
  })

  test('nothing can be split before the year is approved', async () => {
    const area = chain.areas[0]!
    expect(
      await t.refused('view', 'targets.proposeArea', area.manager, before, { area: area.id, year: 2027 }),
    ).toMatchObject({ why: 'yearNotApproved' })
  })

  test('a draft made from an older year plan is refused when the area’s amounts have changed since', async () => {
    await approveYear(t, chain, before, year)
    const area = chain.areas[0]!
    const proposed = await t.sees<Parameters<typeof bare>[0]>('targets.proposeArea', area.manager, before, {
      area: area.id,
      year: 2027,
    })
    const saved = await t.does<{ id: string }>('targets.saveArea', area.manager, before, {
      area: area.id,
      year: 2027,
      basedOn: null,
      lines: bare(proposed),
    })
    await approveYear(t, chain, before, year + 7_000_000)
    expect(
      await t.refused('action', 'targets.releaseArea', area.manager, before, { version: saved.id }),
    ).toMatchObject({ why: 'parentChanged' })
  })
})

describe('a year plan adjusted in March', () => {
  const march = '2027-03-11'
  const seeMonth = (at: number, month: string) =>
    t.sees<SeenMonth>('targets.storeMonth', chain.stores[at]!.manager, march, {
      store: chain.stores[at]!.id,
      month,
    })

  test('what is over stays to the cent, what lies ahead follows in proportion, down to people', async () => {
    await approveYear(t, chain, before, year)
    for (const at of [0, 1]) await releaseArea(t, chain, at, before)
    await splitToStaff(t, chain, 0, before, '2027-03')
    const was = {
      february: await seeMonth(0, '2027-02'),
      march: await seeMonth(0, '2027-03'),
      may: await seeMonth(0, '2027-05'),
    }

    const seen = await t.sees<{ inForce: Parameters<typeof bare>[0] }>(
      'targets.year',
      chain.director,
      march,
      { year: 2027 },
    )
    const lines = bare(seen.inForce).map(({ child, months }) => ({
      child,
      months: months.map((a, m) => (m >= 2 ? ((a + Math.floor(a / 10)) as Money) : a)),
    }))
    await approveYear(t, chain, march, 0, lines)

    const is = {
      february: await seeMonth(0, '2027-02'),
      march: await seeMonth(0, '2027-03'),
      may: await seeMonth(0, '2027-05'),
    }
    expect(is.february.target.id).toBe(was.february.target.id)
    expect(is.march.target.days.slice(0, 10)).toEqual(was.march.target.days.slice(0, 10))
    expect(is.march.target.people.map((p) => p.days.slice(0, 10))).toEqual(
      was.march.target.people.map((p) => p.days.slice(0, 10)),
    )
    expect(is.march.target.total / was.march.target.total).toBeCloseTo(1.1, 3)
    expect(is.march.target.days[20]!).toBeGreaterThan(was.march.target.days[20]!)
    expect(is.march.versions[0]).toMatchObject({ origin: 'cascade' })
    expect(is.may.target.total / was.may.target.total).toBeCloseTo(1.1, 3)
    expect(await broken(db)).toEqual([])
  })

  test('a month that is over cannot be planned again', async () => {
    await approveYear(t, chain, before, year)
    const seen = await t.sees<{ inForce: Parameters<typeof bare>[0] & { id: string } }>(
      'targets.year',
      chain.director,
      march,
      { year: 2027 },
    )
    const lines = bare(seen.inForce)
    lines[0]!.months[1] = (lines[0]!.months[1]! - 100) as Money
    expect(
      await t.refused('action', 'targets.saveYear', chain.director, march, {
        year: 2027,
        basedOn: seen.inForce.id,
        lines,
      }),
    ).toMatchObject({ why: 'elapsedMonthChanged' })
  })

  test('a cut below the days that have passed is refused, and leaves everything as it was', async () => {
    await approveYear(t, chain, before, year)
    for (const at of [0, 1]) await releaseArea(t, chain, at, before)
    const seen = await t.sees<{ inForce: Parameters<typeof bare>[0] & { id: string } }>(
      'targets.year',
      chain.director,
      march,
      { year: 2027 },
    )
    const lines = bare(seen.inForce).map(({ child, months }) => ({
      child,
      months: months.map((a, m) => (m === 2 ? (Math.floor(a / 10) as Money) : a)),
    }))
    const saved = await t.does<{ id: string }>('targets.saveYear', chain.director, march, {
      year: 2027,
      basedOn: seen.inForce.id,
      lines,
    })
    await t.does('targets.submitYear', chain.director, march, { version: saved.id })
    expect(
      await t.refused('action', 'targets.decideYear', chain.generalManager, march, {
        version: saved.id,
        decision: 'approve',
      }),
    ).toMatchObject({ why: 'belowElapsed' })
    const after = await t.sees<{ inForce: { id: string }; latest: { state: string } }>(
      'targets.year',
      chain.director,
      march,
      { year: 2027 },
    )
    expect(after).toMatchObject({ inForce: { id: seen.inForce.id }, latest: { state: 'submitted' } })
    expect(await broken(db)).toEqual([])
  })
})

describe('the store’s month', () => {
  const mid = '2027-03-11'

  test('days that do not sum to the month are refused; elapsed days stay', async () => {
    await approveYear(t, chain, before, year)
    await releaseArea(t, chain, 0, before)
    const store = chain.stores[0]!
    const seen = await t.sees<SeenMonth>('targets.storeMonth', store.manager, mid, {
      store: store.id,
      month: '2027-03',
    })
    const save = (days: readonly number[]) =>
      t.refused('action', 'targets.saveStoreMonth', store.manager, mid, {
        store: store.id,
        month: '2027-03',
        basedOn: seen.target.id,
        days,
      })
    const more = (at: readonly number[], by: number) =>
      seen.target.days.map((a, d) => (at[0] === d ? a + by : at[1] === d ? a - by : a))
    expect(await save(more([20], 100))).toMatchObject({ why: 'daysDoNotAdd' })
    expect(await save(more([2, 20], 100))).toMatchObject({ why: 'elapsedDayChanged' })
    expect(await save(more([10, 20], 100))).toBeUndefined()
    expect(await save(more([10, 21], 100))).toMatchObject({ why: 'changedMeanwhile', status: 409 })
    expect(await broken(db)).toEqual([])
  })

  test('an associate who leaves mid-month keeps the days that have passed; the others take over what lies ahead', async () => {
    await approveYear(t, chain, before, year)
    await releaseArea(t, chain, 0, before)
    const store = chain.stores[0]!
    const was = await splitToStaff(t, chain, 0, before, '2027-03')
    const leaver = store.associates[1]!.id
    await db.query("update appointment set to_day = '2027-03-15' where person_id = $1", [leaver])
    const seen = await t.sees<SeenMonth>('targets.storeMonth', store.manager, mid, {
      store: store.id,
      month: '2027-03',
    })
    expect(seen.gone).toEqual([leaver])
    await t.does('targets.respreadPeople', store.manager, mid, {
      store: store.id,
      month: '2027-03',
      basedOn: seen.target.id,
      reason: '离职',
    })
    const is = await t.sees<SeenMonth>('targets.storeMonth', store.manager, mid, {
      store: store.id,
      month: '2027-03',
    })
    await db.query('update appointment set to_day = null where person_id = $1', [leaver])
    const days = (m: SeenMonth, person: string) => m.target.people.find((p) => p.person === person)!.days
    expect(days(is, leaver).slice(0, 15)).toEqual(days(was, leaver).slice(0, 15))
    expect(
      days(is, leaver)
        .slice(15)
        .every((a) => a === 0),
    ).toBe(true)
    expect(days(is, store.associates[0]!.id)[20]!).toBeGreaterThan(days(was, store.associates[0]!.id)[20]!)
    expect(is.target.days).toEqual(was.target.days)
    expect(is.gone).toEqual([])
    expect(await broken(db)).toEqual([])
  })

  test('a transferred associate gets targets in the new store from the day of the move, and none before', async () => {
    await approveYear(t, chain, before, year)
    await releaseArea(t, chain, 0, before)
    const [from, to] = [chain.stores[0]!, chain.stores[1]!]
    await splitToStaff(t, chain, 0, before, '2027-03')
    await splitToStaff(t, chain, 1, before, '2027-03')
    const mover = from.associates[0]!.id
    await db.query("update appointment set to_day = '2027-03-19' where person_id = $1", [mover])
    const moved = newId()
    await db.query(
      "insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'salesAssociate', $3, '2027-03-20')",
      [moved, mover, to.id],
    )
    for (const store of [from, to]) {
      const seen = await t.sees<SeenMonth>('targets.storeMonth', store.manager, mid, {
        store: store.id,
        month: '2027-03',
      })
      await t.does('targets.respreadPeople', store.manager, mid, {
        store: store.id,
        month: '2027-03',
        basedOn: seen.target.id,
      })
    }
    const own = await t.sees<{ days: { store: string; day: string; amount: number }[] }>(
      'targets.myDays',
      from.associates[0]!,
      mid,
      { month: '2027-03' },
    )
    await db.query('delete from appointment where id = $1', [moved])
    await db.query('update appointment set to_day = null where person_id = $1', [mover])
    const carried = own.days.filter((d) => d.amount > 0)
    expect(carried).toHaveLength(31)
    for (const { store, day } of carried) expect(store).toBe(day <= '2027-03-19' ? from.id : to.id)
    expect(await broken(db)).toEqual([])
  })

  test('a day on which everybody is off is refused by its date', async () => {
    await approveYear(t, chain, before, year)
    await releaseArea(t, chain, 0, before)
    const store = chain.stores[0]!
    const seen = await t.sees<SeenMonth>('targets.storeMonth', store.manager, mid, {
      store: store.id,
      month: '2027-04',
    })
    const people = store.associates.map((p) => ({ person: p.id, factor: 1, off: [9] }))
    const no = await t.refused('action', 'targets.saveStoreMonth', store.manager, mid, {
      store: store.id,
      month: '2027-04',
      basedOn: seen.target.id,
      days: seen.target.days,
      people,
    })
    expect(no).toMatchObject({ why: 'nobodyOnDay' })
    expect(no!.title).toContain('2027-04-09')
  })

  test('an associate sees own days and neither the store’s month nor the year', async () => {
    await approveYear(t, chain, before, year)
    await releaseArea(t, chain, 0, before)
    const store = chain.stores[0]!
    await splitToStaff(t, chain, 0, before, '2027-03')
    const own = await t.sees<{ total: number; days: unknown[] }>(
      'targets.myDays',
      store.associates[0]!,
      mid,
      { month: '2027-03' },
    )
    expect(own.days).toHaveLength(daysOf('2027-03' as Month).length)
    for (const [view, input] of [
      ['targets.storeMonth', { store: store.id, month: '2027-03' }],
      ['targets.year', { year: 2027 }],
    ] as const) {
      expect(await t.refused('view', view, store.associates[0]!, mid, input)).toMatchObject({ status: 403 })
    }
    const other = chain.stores[1]!
    expect(
      await t.refused('view', 'targets.storeMonth', other.manager, addDays(mid as Day, 1), {
        store: store.id,
        month: '2027-03',
      }),
    ).toMatchObject({ status: 404 })
  })
})

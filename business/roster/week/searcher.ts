import type { Database } from '../../../platform/database/database.ts'
import { businessDayAt } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { hashOf } from '../../../platform/kinds/random.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import type { RosterGrid } from '../shape.ts'
import { solveInThread } from '../solve-thread.ts'
import { easedProblem } from './draft-rules.ts'
import { gatherWeek, problemFrom } from './gather.ts'
import { endSearch, searchChannel, takeSearch, tellSearch, type Waiting } from './search-tables.ts'
import * as t from './tables.ts'

/** How often it is told what was found so far, and asked whether somebody wants it stopped. Milliseconds. */
const beat = 500

/**
 * Looks for better rosters beside all other work, each in a thread of its own, one after the other: those that are announced, and
 * those whose process fell silent. Returns a stop that waits for the one under way.
 */
export async function startRosterSearcher(
  database: Database,
  options: { readonly clock: () => Date; readonly changed?: (store: string) => void },
): Promise<() => Promise<void>> {
  let stopped = false
  let isLooking = false
  let line: Promise<void> = Promise.resolve()
  const look = () => {
    if (isLooking || stopped) return
    isLooking = true
    line = line
      .then(() => {
        isLooking = false
        return searchAll(database, options, () => stopped)
      })
      .catch((fault: unknown) => console.error('rosters:', fault))
  }
  const deaf = await database.listen(searchChannel, look)
  const timer = setInterval(look, 30_000)
  timer.unref()
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    await deaf()
    await line
  }
}

/** Does what waits, until nothing does. */
export async function searchAll(
  database: Database,
  options: { readonly clock: () => Date; readonly changed?: (store: string) => void },
  isStopped: () => boolean = () => false,
): Promise<void> {
  const holder = newId()
  while (!isStopped()) {
    const next = await takeSearch(database, holder)
    if (!next) return
    try {
      const ended = await searchOne(database, next, holder, options.clock(), isStopped)
      await endSearch(database, next.store, next.id, ended, options.clock())
    } catch (fault) {
      console.error(`roster search ${next.id}:`, fault)
      await endSearch(database, next.store, next.id, 'fault', options.clock())
    }
    options.changed?.(next.store)
  }
}

async function searchOne(
  database: Database,
  { store, id, week, revision, seconds }: Waiting,
  holder: string,
  now: Date,
  isStopped: () => boolean,
) {
  const [seen] = await storesOf(database, [store], null, week)
  if (!seen) return 'noRoster'
  const today = businessDayAt(now, seen.timeZone, seen.cutOffMinutes)
  const g = await gatherWeek(database, seen, week, today)
  const held = await t.releasedCells(database, store, week)
  const draft = await t.draftCells(database, store, week)
  const of = problemFrom(g, week, today, held.length > 0 ? held.filter((c) => c.day < today) : draft)
  const seed = hashOf(`${store} ${week} ${revision}`)
  const problem = easedProblem(of, seed)
  const people = g.workers.map((w) => w.person)
  const found: { first?: number; cost: number; bound: number | null; grid: RosterGrid; at: number } = {
    cost: 0,
    bound: null,
    grid: [],
    at: 0,
  }
  const running = solveInThread(problem, { seed, seconds }, (progress, grid) => {
    found.first ??= progress.cost
    Object.assign(found, { cost: progress.cost, bound: progress.bound ?? null, grid, at: progress.seconds })
  })
  const began = performance.now()
  const tell = (elapsed: number) =>
    tellSearch(database, {
      store,
      id,
      holder,
      firstCost: found.first ?? found.cost,
      cost: found.cost,
      bound: found.bound,
      elapsed,
      people,
      grid: found.grid,
    })
  const answered = running.answer.then(
    (answer) => ({ answer }),
    (fault: unknown) => ({ fault }),
  )
  for (;;) {
    const first = await Promise.race([answered, pause(beat)])
    if (first) {
      if ('fault' in first) throw first.fault
      const { answer } = first
      if ('stuck' in answer) return 'noRoster'
      Object.assign(found, { cost: answer.cost, bound: answer.bound, grid: answer.grid })
      await tell(answer.seconds)
      return answer.stopped === 'rounds' ? 'time' : answer.stopped
    }
    const go = found.grid.length === 0 ? 'go' : await tell((performance.now() - began) / 1000)
    if (go === 'stop' || isStopped()) running.stop()
  }
}
const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((done) => setTimeout(() => done(undefined), milliseconds))

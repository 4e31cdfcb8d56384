import { Random } from '../../demo/random.ts'
import { readBooks } from './books.ts'
import { faults } from './faults.ts'
import { type FaultHouse, openFaultHouse } from './house.ts'
import { Tills } from './tills.ts'

export interface FaultRun {
  readonly engine: FaultHouse['engine']
  readonly faults: number
  readonly acknowledged: number
  readonly lost: number
  readonly twice: number
  readonly halfDone: number
  readonly broken: readonly string[]
  readonly refused: readonly string[]
  readonly byFault: Readonly<Record<string, number>>
}
export interface FaultsWanted {
  readonly engine: FaultHouse['engine']
  readonly faults: number
  /** Acknowledged tickets at least between one fault and the next. */
  readonly between: number
  readonly width?: number
  readonly seed?: number
  /** Starts another server than the built one. */
  readonly words?: readonly string[]
  /** Stops as soon as something was lost: for the server that must be caught. */
  readonly untilLost?: boolean
  readonly only?: readonly string[]
  readonly progress?: (text: string) => void
}

/**
 * Tills write while fault after fault strikes; after each the books are read with nobody writing. The embedded engine
 * has one process a folder: there the server is stopped while its books are read.
 */
export async function runFaults(wanted: FaultsWanted): Promise<FaultRun | undefined> {
  const { engine, between, width = 6, seed = 11, progress = () => undefined } = wanted
  const house = await openFaultHouse(engine, wanted.words)
  if (!house) return undefined
  const random = new Random(seed)
  const possible = faults.filter(
    (f) =>
      f.on.includes(engine) && (f.needs?.(house) ?? true) && (!wanted.only || wanted.only.includes(f.name)),
  )
  const byFault: Record<string, number> = {}
  let books: Awaited<ReturnType<typeof readBooks>> = { lost: 0, twice: 0, halfDone: 0, broken: [] }
  try {
    const tills = await Tills.open(house.address, width)
    for (let n = 0; n < wanted.faults; n++) {
      const fault = possible[n % possible.length]!
      let isOver = false
      const working = tills.work(Number.MAX_SAFE_INTEGER, () => isOver)
      const goal = tills.acknowledged.length + between
      await until(() => tills.acknowledged.length >= goal - random.whole(0, Math.min(width, between)))
      await fault.strike(house)
      // Somebody must be served again before the fault counts as survived.
      const after = tills.acknowledged.length
      await until(() => tills.acknowledged.length > after)
      isOver = true
      await working
      byFault[fault.name] = (byFault[fault.name] ?? 0) + 1
      const last = n === wanted.faults - 1
      if (engine === 'postgres' || last || n % 5 === 4 || wanted.untilLost) {
        books = await quietly(house, () => readBooks(house.kept, tills.acknowledged), !last)
        progress(
          `${n + 1}/${wanted.faults} ${fault.name}: ${tills.acknowledged.length} acknowledged, ${books.lost} lost`,
        )
        if (books.lost + books.twice + books.halfDone + books.broken.length > 0) break
      }
    }
    return {
      engine,
      faults: Object.values(byFault).reduce((a, b) => a + b, 0),
      acknowledged: tills.acknowledged.length,
      ...books,
      refused: [...new Set(tills.refusals)].slice(0, 5),
      byFault,
    }
  } finally {
    await house.close()
  }
}

async function quietly<T>(house: FaultHouse, read: () => Promise<T>, goesOn: boolean): Promise<T> {
  if (house.engine === 'postgres') return read()
  await house.server.end('SIGTERM')
  const seen = await read()
  if (goesOn) await house.server.start()
  return seen
}

/** Waits for what the tills bring about, two minutes at most. */
async function until(isSo: () => boolean): Promise<void> {
  const patience = 2_400
  for (let n = 0; !isSo(); n++) {
    if (n > patience) throw new Error('the house does not serve any more')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

import { allOperations } from '../../app/operations.ts'
import type { Caller } from './callers.ts'
import { type Example, examplesOf } from './examples.ts'
import { type Place, placesOf, type Trial } from './matrix.ts'
import { expected } from './oracle.ts'

/** Somebody's view of his own part, before and after something happened elsewhere. */
export interface Silent {
  /** Views compared, and acts done elsewhere. */
  readonly views: number
  readonly acts: number
  /** Views that told of it. */
  readonly told: readonly string[]
}
interface Look {
  readonly view: string
  readonly caller: Caller
  readonly input: unknown
  readonly anew: readonly string[]
  readonly seen: string
}

/**
 * What is done in another store, area or to its people must change nothing of what somebody sees: no list, count,
 * sum, rank or search. Every action that has an example is done there once, each from the same state; `together` does
 * all of them in a row and looks once.
 */
export async function trySilence(trial: Trial, together: boolean): Promise<Silent> {
  const { world } = trial
  const looks = await lookAround(trial)
  const told: string[] = []
  let acts = 0
  const compare = async (what: string): Promise<void> => {
    for (const look of looks) {
      const now = await (trial.ask ?? world.ask)(look.caller, 'view', look.view, look.input)
      const seen = steady(now.text, look.anew)
      if (seen !== look.seen)
        told.push(`${look.view} as ${look.caller.label} after ${what}: ${difference(look.seen, seen)}`)
    }
  }
  await world.database.mark('elsewhere')
  for (const [name, operation] of Object.entries(allOperations)) {
    if (operation.kind !== 'action') continue
    for (const example of examplesOf(name, operation, trial.examples)) {
      const place = elsewhere(example, trial)
      if (!place || example.spills) continue
      if (!together) await world.database.mark('act')
      if (await act(trial, name, example, place)) {
        acts++
        if (!together) await compare(name)
      }
      if (!together) await world.database.forget('act')
    }
  }
  if (together) await compare('all that was done elsewhere')
  await world.database.forget('elsewhere')
  return { views: looks.length, acts, told }
}

/** Every view that people of area A have of their own places. */
async function lookAround({ world, examples, ask = world.ask }: Trial): Promise<Look[]> {
  const { areas, stores } = world.chain
  const lookers = world.callers.filter(
    (c) => [areas.A.manager, stores.A1.manager, stores.A1.associates[0]].includes(c.person!) && !c.token,
  )
  const looks: Look[] = []
  for (const [view, operation] of Object.entries(allOperations)) {
    if (operation.kind !== 'view') continue
    for (const example of examplesOf(view, operation, examples)) {
      const [place] = placesOf(example, world).filter((p) => !p.barren)
      if (!place || example.setUp || example.before) continue
      for (const caller of lookers) {
        if (expected(operation.who, caller, place.target) !== 'passes') continue
        const input = await example.input(world, place.at, caller, undefined)
        const answer = await ask(caller, 'view', view, input)
        const { anew = [] } = example
        if (answer.status === 200 && answer.text)
          looks.push({ view, caller, input, anew, seen: steady(answer.text, anew) })
      }
    }
  }
  return looks
}

const elsewhere = (example: Example, { world }: Trial): Place | undefined =>
  placesOf(example, world).find((p) =>
    ['store B1, other area', 'area B', 'an associate of B1'].includes(p.label),
  )

/** Done by whoever may; false where nobody could just now. */
async function act({ world }: Trial, name: string, example: Example, place: Place): Promise<boolean> {
  const { who } = allOperations[name]!
  await world.database.mark('try')
  const made = await example.setUp?.(world, place.at).catch(() => 'not possible any more')
  if (made === 'not possible any more') {
    await world.database.forget('try')
    return false
  }
  for (const caller of world.callers) {
    if (caller.absent || caller.token || expected(who, caller, place.target) !== 'passes') continue
    await example.before?.(world, place.at, caller, made)
    const input = await example.input(world, place.at, caller, made)
    if ((await world.ask(caller, 'action', name, input)).status === 200) return true
  }
  return false
}

/** The answer without what is drawn anew each time. */
const steady = (text: string, anew: readonly string[]): string =>
  anew.length === 0 ? text : text.replace(new RegExp(`"(${anew.join('|')})":"[^"]*"`, 'g'), '"$1":"anew"')

/** The first place where two answers part, with a little around it. */
function difference(before: string, after: string): string {
  let i = 0
  while (i < before.length && before[i] === after[i]) i++
  const around = (text: string): string => text.slice(Math.max(0, i - 60), i + 40)
  return `…${around(before)}… became …${around(after)}…`
}

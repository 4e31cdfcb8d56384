import { allInvariants } from '../../app/invariants.ts'
import { allOperations } from '../../app/operations.ts'
import { Random } from '../../demo/random.ts'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Caller } from '../permissions/callers.ts'
import { type Example, type Examples, examplesOf } from '../permissions/examples.ts'
import { type Place, placesOf } from '../permissions/matrix.ts'
import { expected } from '../permissions/oracle.ts'
import type { Schema } from '../permissions/shapes.ts'
import type { Answered, World } from '../permissions/world.ts'
import { mutated } from './mutate.ts'
import { nastyBodies } from './nasty.ts'

export interface Fuzzed {
  readonly operations: number
  readonly requests: number
  /** What was taken all the same, and so had to leave the books in order. */
  readonly accepted: number
  readonly faults: readonly string[]
}
interface Documented {
  readonly name: string
  readonly kind: 'action' | 'view'
  readonly schema: Schema
}
/** Longer than any answer takes; a request that hangs is a fault. */
const patience = 20_000

/** Every operation of the published description, asked with a valid body that has something wrong with it. */
export async function fuzz(
  world: World,
  examples: Examples,
  { each, seed, checkBooks }: { each: number; seed: number; checkBooks: boolean },
): Promise<Fuzzed> {
  const documented = await operationsIn(world)
  const faults: string[] = []
  let requests = 0
  let accepted = 0
  for (const { name, kind, schema } of documented) {
    const random = new Random(`${seed} ${name}`)
    await world.database.mark('operation')
    const { caller, body } = await validAt(world, name, examples)
    let taken = 0
    for (let i = 0; i < each; i++) {
      const sent = i % 25 === 24 ? rawBody(random) : JSON.stringify(mutated(body, schema, random))
      const answer = await send(world, caller, kind, name, sent)
      requests++
      const wrong = wrongWith(answer)
      if (wrong) faults.push(`${name} as ${caller.label}: ${wrong} ← ${sent.slice(0, 300)}`)
      if (typeof answer === 'object' && answer.status === 200 && kind === 'action') taken++
    }
    accepted += taken
    if (checkBooks && taken > 0)
      for (const { name: rule, count } of await verify(world.database, allInvariants))
        if (count > 0) faults.push(`${name}: the invariant ${rule} is broken ${count} times`)
    await world.database.forget('operation')
  }
  return { operations: documented.length, requests, accepted, faults }
}

/** Read from the description that is published, not from the code: what is not in there is not fuzzed, and told. */
async function operationsIn(world: World): Promise<Documented[]> {
  const nobody = world.callers.find((c) => c.label === 'signed out')!
  const { text } = await world.http(nobody, '/api/openapi.json')
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, unknown>> }
  const found = Object.entries(paths).map(([path, methods]): Documented => {
    const [, , way, name] = path.split('/')
    const described = (methods.post ?? methods.get) as {
      requestBody?: { content: { 'application/json': { schema: Schema } } }
      parameters?: { name: string; content?: { 'application/json': { schema: Schema } } }[]
    }
    const schema =
      described.requestBody?.content['application/json'].schema ??
      described.parameters?.find((p) => p.name === 'input')?.content?.['application/json'].schema
    return { name: name!, kind: way === 'do' ? 'action' : 'view', schema: schema ?? {} }
  })
  const undocumented = Object.keys(allOperations).filter((name) => !found.some((f) => f.name === name))
  if (undocumented.length > 0) throw new Error(`not in the description: ${undocumented.join(', ')}`)
  return found
}

/** A body that somebody who may sends at a place of his own; records that it needs are made first. */
async function validAt(
  world: World,
  name: string,
  examples: Examples,
): Promise<{ caller: Caller; body: unknown }> {
  const operation = allOperations[name]!
  for (const example of examplesOf(name, operation, examples)) {
    const place = placesOf(example, world).find((p) => !p.barren)
    const caller = place && whoMay(world, name, example, place)
    if (!place || !caller) continue
    const made = await example.setUp?.(world, place.at)
    await example.before?.(world, place.at, caller, made)
    return { caller, body: await example.input(world, place.at, caller, made) }
  }
  return { caller: world.callers[0]!, body: {} }
}
const whoMay = (world: World, name: string, example: Example, { at, target }: Place): Caller | undefined => {
  const { who } = allOperations[name]!
  const may = (c: Caller): boolean =>
    (who === 'anyone' || !(c.absent || c.token)) &&
    expected(who, c, example.target?.(at, c, target) ?? target) === 'passes'
  return world.callers.find((c) => may(c) && who !== 'anyone') ?? world.callers.find(may)
}

const rawBody = (random: Random): string => random.pick(nastyBodies)[1]

async function send(
  world: World,
  caller: Caller,
  kind: 'action' | 'view',
  name: string,
  body: string,
): Promise<Answered | string> {
  const signal = AbortSignal.timeout(patience)
  try {
    return kind === 'view'
      ? await world.http(caller, `/api/see/${name}?input=${encodeURIComponent(wellFormed(body))}`, {
          signal,
        })
      : await world.http(caller, `/api/do/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
          body,
          signal,
        })
  } catch (fault) {
    return `no answer: ${String(fault)}`
  }
}

/** An address cannot hold half a character; it goes over the wire as the sign for what cannot be shown. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

/** Nothing of how the house is built may be read in an answer. */
const insides =
  /node_modules|\.ts:\d+|\bat [\w.]+ \(|SQLSTATE|syntax error at|violates .* constraint|relation "|pglite|postgres/i

export function wrongWith(answer: Answered | string): string | undefined {
  if (typeof answer === 'string') return answer
  const { status, text, headers } = answer
  if (status >= 500) return `${status} ${text.slice(0, 200)}`
  if (status === 200) return undefined
  if (insides.test(text)) return `tells of the inside: ${text.slice(0, 200)}`
  if (!(headers.get('content-type') ?? '').startsWith('application/problem+json'))
    return `${status} is not a problem document: ${headers.get('content-type')} ${text.slice(0, 100)}`
  const problem = JSON.parse(text) as Record<string, unknown>
  for (const field of ['type', 'title', 'why'] as const)
    if (typeof problem[field] !== 'string' || problem[field] === '') return `${status} without ${field}`
  if (problem.status !== status) return `says ${problem.status}, was ${status}`
  if (problem.why === 'badShape' && !(Array.isArray(problem.fields) && problem.fields.length > 0))
    return 'a wrong shape without the field'
  return undefined
}

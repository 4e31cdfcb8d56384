import { z } from 'zod'
import { type House, houseOn } from '../../app/house.ts'
import { allOperations } from '../../app/operations.ts'
import { positions } from '../../business/organization/shape.ts'
import type { About, Actor, Appointment, Scope, Who, WhoTable } from '../../platform/access/who.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { Directory } from '../../platform/server/directory.ts'
import type { Context, Operation } from '../../platform/server/door.ts'
import type { Chain } from './chain.ts'
import type { World } from './world.ts'

/**
 * A house with one check removed or loosened, as a careless change would. The matrix is worth as many of these as it
 * finds.
 */
export interface Mutant {
  readonly says: string
  /** Whose cells show it; for a loosened sign-in a few operations stand for all. */
  readonly operations: readonly string[]
  readonly finds: 'matrix' | 'extra fields'
  house(at: { readonly database: Database; readonly keys: World['keys'] }): House
}

type Change = (operation: Operation) => Operation | undefined
type Table = Readonly<Record<string, Operation>>
const seats = ['salesAssociate', 'storeManager', 'areaManager'] as const

const isTable = (who: Who): who is WhoTable => typeof who === 'object'
/** A copy with something else in it; the sentences of its refusals go with it. */
const changed = (operation: Operation, change: object): Operation =>
  Object.defineProperty({ ...operation, ...change }, 'words', { value: operation.words }) as Operation
const withWho = (operation: Operation, who: Who): Operation => changed(operation, { who })
const withAbout = (operation: Operation, about: unknown): Operation => changed(operation, { about })

/** Ways to spoil one declaration; undefined where it would change nothing that anybody could see. */
const changes: Readonly<Record<string, Change>> = {
  'a narrow reach becomes the whole company': (operation) => {
    if (!isTable(operation.who)) return undefined
    const narrow = Object.entries(operation.who).find(([, reach]) => reach === 'store' || reach === 'area')
    if (!narrow || !concernsAPlace(operation)) return undefined
    return withWho(operation, { ...operation.who, [narrow[0]]: 'company' })
  },
  'one more position may': (operation) => {
    if (!isTable(operation.who)) return undefined
    const { who } = operation
    const more = positions.find((p) => who[p] === undefined)
    return more && withWho(operation, { ...who, [more]: 'company' })
  },
  'an associate may': (operation) =>
    isTable(operation.who) && operation.who.salesAssociate === undefined
      ? withWho(operation, { ...operation.who, salesAssociate: 'company' })
      : undefined,
  'whoever is signed in may': (operation) =>
    isTable(operation.who) ? withWho(operation, 'signedIn') : undefined,
  'anybody may, signed in or not': (operation) =>
    operation.who === 'anyone' ? undefined : withWho(operation, 'anyone'),
  'what it is about is not looked at': (operation) =>
    concernsAPlace(operation) && isNarrow(operation) ? withAbout(operation, 'company') : undefined,
  'it looks at the caller’s own store instead of the one asked for': (operation) =>
    concernsAPlace(operation) && isNarrow(operation)
      ? withAbout(operation, (_db: Db, _input: unknown, actor: Actor): About => ownPlace(actor))
      : undefined,
  'lists are not cut to what the reader reaches': (operation) =>
    operation.kind === 'view' && isNarrow(operation) && scopeReaders.has(operation)
      ? changed(operation, { run: (context: Context, input: never) => operation.run(wide(context), input) })
      : undefined,
}
const wide = (context: Context): Context => ({
  ...context,
  scope: { stores: 'all', areas: 'all', person: context.actor.person },
})
/** The declared table with the program's own filter taken out of every view that is not for everybody. */
export const blinded = (): Table =>
  Object.fromEntries(
    Object.entries(allOperations).map(([name, operation]) => [
      name,
      operation.kind === 'view' && isNarrow(operation)
        ? changed(operation, {
            about: (_db: Db, _input: unknown, actor: Actor): About => ownPlace(actor),
            run: (context: Context, input: never) => operation.run(wide(context), input),
          })
        : operation,
    ]),
  )
const concernsAPlace = (operation: Operation): boolean =>
  typeof operation.about === 'function' &&
  /store|area|version|appointment|found/.test(operation.about.toString())
const isNarrow = ({ who }: Operation): boolean =>
  isTable(who) && seats.some((s) => who[s] === 'store' || who[s] === 'area')
function ownPlace(actor: Actor): About {
  const [seat] = actor.appointments
  if (seat?.store) return { store: seat.store }
  return seat?.area ? { area: seat.area } : 'company'
}

/** Views that were seen to read what the reader reaches. */
const scopeReaders = new WeakSet<Operation>()

/** The declared table in which views note that they read the scope. */
export function watched(): Table {
  return Object.fromEntries(
    Object.entries(allOperations).map(([name, operation]) => [
      name,
      operation.kind === 'action'
        ? operation
        : changed(operation, {
            run: (c: Context, input: never) => operation.run(noting(c, operation), input),
          }),
    ]),
  )
}
const noting = (context: Context, operation: Operation): Context => ({
  ...context,
  get scope(): Scope {
    scopeReaders.add(operation)
    return context.scope
  },
})

/** Every way in which one operation can be spoilt. */
export function mutantsOfOperations(): Mutant[] {
  const found: Mutant[] = []
  for (const [name, operation] of Object.entries(allOperations)) {
    for (const [says, change] of Object.entries(changes)) {
      const spoilt = change(operation)
      if (spoilt) found.push(ofOperation(`${name}: ${says}`, name, spoilt, 'matrix'))
    }
    if (operation.input instanceof z.ZodObject && operation.who !== 'anyone') {
      const spoilt = changed(operation, { input: operation.input.loose() })
      found.push(ofOperation(`${name}: unknown fields are taken`, name, spoilt, 'extra fields'))
    }
  }
  return found
}
const ofOperation = (says: string, name: string, spoilt: Operation, finds: Mutant['finds']): Mutant => ({
  says,
  operations: [name],
  finds,
  house: ({ database, keys }) => houseOn(database, keys, { ...allOperations, [name]: spoilt }),
})

type ChangeActor = (
  actor: Actor | undefined,
  tokenHash: string,
  directory: Directory,
  db: Db,
) => Promise<Actor | undefined>
const some = ['sales.ticket', 'organization.store', 'organization.places', 'reports.one']

/** Ways to spoil who somebody is: what was so and is no more, what is not so yet. */
export function mutantsOfSignIn(chain: Chain): Mutant[] {
  const { stores, areas, others } = chain
  const seat = (position: Appointment['position'], store: string): Appointment => ({
    position,
    store,
    areaStores: [],
  })
  const also =
    (person: string, appointment: Appointment): ChangeActor =>
    async (actor) =>
      actor?.person === person ? { ...actor, appointments: [...actor.appointments, appointment] } : actor
  const spoilt: Readonly<Record<string, ChangeActor>> = {
    'a post that has ended still counts': also(others.transferred.id, seat('storeManager', stores.A1.id)),
    'a post that has not begun counts already': also(others.starting.id, seat('storeManager', stores.A1.id)),
    'standing in goes on after its last day': also(
      stores.B1.associates[1].id,
      seat('storeManager', stores.A1.id),
    ),
    'standing in is forgotten': async (actor) =>
      actor && { ...actor, appointments: actor.appointments.filter((a) => !a.onBehalfOf) },
    'a store that has left the area still belongs to it': async (actor) =>
      actor && {
        ...actor,
        appointments: actor.appointments.map((a) =>
          a.area === areas.A.id ? { ...a, areaStores: [...a.areaStores, stores.M1.id] } : a,
        ),
      },
    'a token is not held to its store': async (actor) => actor && { ...actor, onlyStore: undefined },
    'a session that ran out still counts': async (actor, hash, directory, db) =>
      actor ?? directory.actorOfSession(db, hash, new Date('2026-11-19T00:00:00Z')),
  }
  return Object.entries(spoilt).map(([says, change]) => ({
    says,
    operations: some,
    finds: 'matrix',
    house({ database, keys }) {
      const house = houseOn(database, keys)
      const { directory } = house
      const changed: Directory = {
        placeOf: (...given) => directory.placeOf(...given),
        dayAt: (...given) => directory.dayAt(...given),
        actorOfSession: async (db, hash, now) =>
          change(await directory.actorOfSession(db, hash, now), hash, directory, db),
        actorOfToken: async (db, hash, now) =>
          change(await directory.actorOfToken(db, hash, now), hash, directory, db),
      }
      return { ...house, directory: changed as House['directory'] }
    },
  }))
}

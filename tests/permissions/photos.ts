import { newId } from '../../platform/kinds/id.ts'
import { pictureOf } from '../../platform/photos/photos-for-tests.ts'
import { now } from './chain.ts'
import { type Example, example } from './examples.ts'

export const picture = (await pictureOf(1, { width: 200, height: 160 })).toString('base64')
const taken = (store: string) => ({ store, id: newId(), picture, takenAt: now.toISOString() })

/** A photograph taken in, and one to be seen, of what an area's records show of a store. */
export const photoExamples = (area: string): Readonly<Record<string, Example>> => ({
  [`${area}.takePhoto`]: { about: 'store', input: (_world, at) => taken(at.store.id) },
  [`${area}.photo`]: example<string>({
    about: 'store',
    setUp: async (world, at) => {
      const { manager, id } = world.chain.stores[at.store.key]
      return at.store.closed ? newId() : (await world.work.do(manager, `${area}.takePhoto`, taken(id))).id
    },
    where: (at) => !at.store.closed,
    input: (_world, at, _caller, id) => ({ store: at.store.id, id: at.of(id) }),
  }),
})

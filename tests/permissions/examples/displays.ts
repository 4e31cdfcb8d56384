import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { now, today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import { photoExamples, picture } from '../photos.ts'
import type { World } from '../world.ts'

const open: Example['where'] = (at) => !at.store.closed
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const taken = () => ({ id: newId(), picture, takenAt: now.toISOString() })
const pictureOf = async ({ work, chain }: World): Promise<string> =>
  (await work.do(chain.posts.merchandising, 'displays.takePicture', taken())).id

const manual = (own: string, id = newId(), from: string = addDays(today, 20)) => ({
  id,
  kind: 'manual',
  from,
  title: '冬·暖光',
  items: ['橱窗', '主墙'].map((says, i) => ({
    code: `p${i}`,
    says,
    picture: own,
    points: [{ code: 'o', says: '色序对' }],
  })),
})
/** In force today: as if it had been published the day before. */
async function inForce(world: World): Promise<string> {
  const [there] = await world.database.query<{ id: string }>(
    'select id from display_edition where from_day = $1',
    [today],
  )
  if (there) return there.id
  const { id } = await world.work.do(
    world.chain.posts.merchandising,
    'displays.publish',
    manual(await pictureOf(world)),
  )
  await world.database.query('update display_edition set from_day = $2 where id = $1', [id, today])
  return id
}
async function check(world: World, at: At) {
  const { associates, id: store } = real(world, at)
  if (at.store.closed) return { edition: newId(), pages: [] }
  const edition = await inForce(world)
  const pages = []
  for (const page of ['p0', 'p1']) {
    const photo = (await world.work.do(associates[0], 'displays.takePhoto', { store, ...taken() })).id
    const points = page === 'p0' ? 1 : 2
    pages.push({
      page,
      photo,
      scores: [{ point: 'o', points, wrong: points < 2 ? `${at.store.code}色序乱` : null }],
    })
  }
  return { edition, pages }
}
interface Made {
  readonly check: string
  readonly finding: string
}
async function made(world: World, at: At): Promise<Made> {
  const { associates, id: store } = real(world, at)
  const id = newId()
  if (at.store.closed) return { check: id, finding: newId() }
  const input = { id, store, seconds: 200, ...(await check(world, at)) }
  await world.work.do(associates[0], 'displays.check', input)
  const { findings } = await world.work.see<{ findings: { id: string }[] }>(associates[0], 'displays.store', {
    store,
  })
  return { check: id, finding: findings[0]!.id }
}
const ofCheck = (more: object = {}): Example =>
  example<Made>({
    about: 'store',
    where: open,
    setUp: made,
    input: (_world, at, _caller, of) => ({ store: at.store.id, id: at.of(of.check), ...more }),
  })

export const examples: Examples = {
  ...photoExamples('displays'),
  'displays.takePicture': { about: 'company', input: taken },
  'displays.picture': example<string>({
    about: 'company',
    setUp: pictureOf,
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
  'displays.publish': example<string>({
    about: 'company',
    setUp: pictureOf,
    input: (_world, _at, _caller, own) => manual(own),
  }),
  'displays.withdraw': example<string>({
    about: 'company',
    setUp: async (world) =>
      (await world.work.do(world.chain.posts.training, 'displays.publish', manual(await pictureOf(world))))
        .id,
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
  'displays.check': example<Awaited<ReturnType<typeof check>>>({
    about: 'store',
    where: open,
    setUp: check,
    input: (_world, at, _caller, input) => ({ id: newId(), store: at.store.id, seconds: 200, ...input }),
  }),
  'displays.one': ofCheck(),
  'displays.confirm': ofCheck(),
  'displays.sendBack': ofCheck({ words: '再拍一张' }),
  // Whoever mends it has taken the photo of it.
  'displays.mend': example<Made & { photo: string }>({
    about: 'store',
    where: open,
    setUp: async (world, at) => {
      const { associates, id: store } = real(world, at)
      const of = await made(world, at)
      if (at.store.closed) return { ...of, photo: newId() }
      return {
        ...of,
        photo: (await world.work.do(associates[0], 'displays.takePhoto', { store, ...taken() })).id,
      }
    },
    input: (_world, at, _caller, { finding, photo }) => ({
      store: at.store.id,
      id: at.of(finding),
      words: '已换',
      photo,
    }),
  }),
}

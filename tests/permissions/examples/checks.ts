import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import { photoExamples } from '../photos.ts'
import type { World } from '../world.ts'

interface Card {
  readonly kind: string
  readonly edition: string
  readonly items: readonly { code: string; number: unknown }[]
}
const open: Example['where'] = (at) => !at.store.closed
const real = (world: World, at: At) => world.chain.stores[at.store.key]

/** Every item of the store’s hygiene sheet, the first of them not in order. */
async function hygiene(world: World, at: At) {
  const { manager, id: store } = real(world, at)
  if (at.store.closed) return { edition: newId(), answers: [{ code: 'x', inOrder: true, how: 'one' }] }
  const { cards } = await world.work.see<{ cards: Card[] }>(manager, 'checks.today', { store })
  const card = cards.find((c) => c.kind === 'hygiene')!
  const answers = card.items.map(({ code }, i) => ({
    code,
    inOrder: i > 0,
    how: 'one',
    wrong: i > 0 ? null : `${at.store.code}玻璃有手印`,
  }))
  return { edition: card.edition, answers }
}
type Made = { readonly sheet: string; readonly finding: string }
/** A sheet that an associate has handed in today, with a finding. */
async function handedIn(world: World, at: At): Promise<Made> {
  const { associates, id: store } = real(world, at)
  const sheet = newId()
  if (at.store.closed) return { sheet, finding: newId() }
  const input = await hygiene(world, at)
  await world.work.do(associates[0], 'checks.handIn', {
    id: sheet,
    store,
    kind: 'hygiene',
    seconds: 80,
    ...input,
  })
  const { findings } = await world.work.see<{ findings: { id: string }[] }>(associates[0], 'checks.today', {
    store,
  })
  return { sheet, finding: findings[0]!.id }
}
const ofSheet = (more: object = {}): Example =>
  example<Made>({
    about: 'store',
    where: open,
    setUp: handedIn,
    input: (_world, at, _caller, { sheet }) => ({ store: at.store.id, id: at.of(sheet), ...more }),
  })
const edition = (id = newId()) => ({
  id,
  kind: 'hygiene',
  from: addDays(today, 20),
  items: ['地面拖过', '玻璃擦过', '镜子擦过'].map((says, i) => ({ code: `x${i}`, says })),
})

export const examples: Examples = {
  ...photoExamples('checks'),
  'checks.handIn': example<Awaited<ReturnType<typeof hygiene>>>({
    about: 'store',
    where: open,
    setUp: hygiene,
    input: (_world, at, _caller, made) => ({
      id: newId(),
      store: at.store.id,
      kind: 'hygiene',
      seconds: 80,
      ...made,
    }),
  }),
  'checks.mend': example<Made>({
    about: 'store',
    where: open,
    setUp: handedIn,
    input: (_world, at, _caller, { finding }) => ({ store: at.store.id, id: at.of(finding), words: '已擦' }),
  }),
  'checks.sheet': ofSheet(),
  'checks.open': ofSheet(),
  'checks.confirm': ofSheet(),
  'checks.sendBack': ofSheet({ words: '再看一遍' }),
  'checks.publish': { about: 'company', input: () => edition() },
  'checks.withdraw': example<string>({
    about: 'company',
    setUp: async (world) => (await world.work.do(world.chain.posts.training, 'checks.publish', edition())).id,
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
}

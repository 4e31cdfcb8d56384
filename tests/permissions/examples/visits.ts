import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import { photoExamples } from '../photos.ts'
import type { World } from '../world.ts'

interface Form {
  readonly edition: string
  readonly items: readonly { code: string }[]
}
const open: Example['where'] = (at) => !at.store.closed
const real = (world: World, at: At) => world.chain.stores[at.store.key]

/** Everything in order but the first thing, which the store manager is to mend. */
async function visit(world: World, at: At) {
  const { manager, area, id: store } = real(world, at)
  if (at.store.closed) return { edition: newId(), scores: [{ code: 'x', points: 2 }], findings: [] }
  const who = world.chain.areas[area].manager
  const on = { store, kind: 'quick' }
  const { edition, items } = await world.work.see<Form>(who, 'visits.form', on)
  return {
    edition,
    scores: items.map(({ code }, i) => ({ code, points: i === 0 ? 0 : 2 })),
    findings: [
      {
        id: newId(),
        code: items[0]!.code,
        wrong: `${at.store.code}橱窗灯不亮`,
        person: manager.id,
        due: addDays(today, 2),
      },
    ],
  }
}
interface Made {
  readonly visit: string
  readonly finding: string
  /** Of the thing that it is about. */
  readonly code: string
}
/** A visit of the area manager with a finding, mended where it is to be looked at. */
const made =
  (isMended: boolean) =>
  async (world: World, at: At): Promise<Made> => {
    const { manager, area, id: store } = real(world, at)
    const id = newId()
    if (at.store.closed) return { visit: id, finding: newId(), code: 'x' }
    const input = await visit(world, at)
    const who = world.chain.areas[area].manager
    await world.work.do(who, 'visits.submit', { id, store, kind: 'quick', seconds: 600, ...input })
    const { id: finding, code } = input.findings[0]!
    if (isMended) await world.work.do(manager, 'visits.mend', { store, id: finding, words: '换好了' })
    return { visit: id, finding, code }
  }
const ofFinding = (isMended: boolean, more: object = {}): Example =>
  example<Made>({
    about: 'store',
    where: open,
    setUp: made(isMended),
    input: (_world, at, _caller, { finding }) => ({ store: at.store.id, id: at.of(finding), ...more }),
  })
const edition = (id = newId()) => ({
  id,
  kind: 'quick',
  from: addDays(today, 20),
  sections: [{ code: 'a', says: '形象', weight: 100 }],
  items: ['地面', '玻璃', '灯光'].map((says, i) => ({ code: `x${i}`, section: 'a', says, weight: 1 })),
})

export const examples: Examples = {
  ...photoExamples('visits'),
  'visits.submit': example<Awaited<ReturnType<typeof visit>>>({
    about: 'store',
    where: open,
    setUp: visit,
    input: (_world, at, _caller, input) => ({
      id: newId(),
      store: at.store.id,
      kind: 'quick',
      seconds: 600,
      ...input,
    }),
  }),
  'visits.one': example<Made>({
    about: 'store',
    where: open,
    setUp: made(false),
    input: (_world, at, _caller, of) => ({ store: at.store.id, id: at.of(of.visit) }),
  }),
  // The area manager's visit is her superior's to set right.
  'visits.correct': example<Made>({
    about: 'store',
    where: open,
    setUp: made(false),
    input: (_world, at, _caller, of) => ({
      id: newId(),
      store: at.store.id,
      visit: at.of(of.visit),
      basedOn: 0,
      reason: '灯当天已经换好',
      scores: [{ code: of.code, points: 2 }],
    }),
  }),
  'visits.mend': ofFinding(false, { words: '换好了' }),
  'visits.verify': ofFinding(true),
  'visits.sendBack': ofFinding(true, { words: '还是不亮' }),
  'visits.withdraw': ofFinding(false, { words: '看错了' }),
  'visits.plan': {
    about: 'store',
    where: open,
    input: (_world, at) => ({ id: newId(), store: at.store.id, day: addDays(today, 3) }),
  },
  // Only one's own plan can be taken back.
  'visits.unplan': example<string>({
    about: 'store',
    where: open,
    setUp: async () => newId(),
    before: (world, at, caller, id) =>
      world.ask(caller, 'action', 'visits.plan', { id, store: at.store.id, day: addDays(today, 3) }),
    input: (_world, at, _caller, id) => ({ store: at.store.id, id: at.of(id) }),
  }),
  'visits.publish': { about: 'company', input: () => edition() },
  'visits.withdrawEdition': example<string>({
    about: 'company',
    setUp: async (world) => (await world.work.do(world.chain.posts.training, 'visits.publish', edition())).id,
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
}

import { newId } from '../../../platform/kinds/id.ts'
import { type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const duty = 'SM-1.5'
const said = '旺季要多看一眼'

/** A draft that headquarters has begun, as a copy of what is in force. */
async function begun({ work, chain }: World): Promise<string> {
  const id = newId()
  await work.do(chain.posts.operationsDirector, 'editions.begin', { id, name: '十二月版' })
  return id
}

interface DraftSeen {
  readonly clauses: readonly (Terms & { readonly duty: string; readonly revision: number })[]
  readonly profiles: readonly {
    readonly position: string
    readonly revision: number
    readonly requirements: unknown
  }[]
}
interface Terms {
  readonly title: unknown
  readonly help: unknown
  readonly kind: unknown
  readonly calendar: unknown
  readonly minutes: unknown
  readonly weight: number
  readonly lookedAfter: unknown
  readonly standIns: unknown
}
const draftOf = ({ work, chain }: World, draft: string): Promise<DraftSeen> =>
  work.see<DraftSeen>(chain.posts.operationsDirector, 'editions.draft', { draft })

/** One clause of the draft weighs more than before. */
async function heavier(world: World, draft: string) {
  const found = (await draftOf(world, draft)).clauses.find((c) => c.duty === duty)!
  const { title, help, kind, calendar, minutes, weight, lookedAfter, standIns } = found
  return {
    draft,
    duty,
    basedOn: found.revision,
    dropped: false,
    terms: { title, help, kind, calendar, minutes, weight: weight === 5 ? 4 : 5, lookedAfter, standIns },
  }
}
async function changedDraft(world: World): Promise<string> {
  const draft = await begun(world)
  const input = await heavier(world, draft)
  await world.work.do(world.chain.posts.operationsDirector, 'editions.saveClause', input)
  return draft
}

interface PreviewSeen {
  readonly earliest: string
  readonly replaced: { readonly id: string } | null
  readonly revision: number
}
async function toForce(world: World, draft: string) {
  const seen = await world.work.see<PreviewSeen>(world.chain.posts.generalManager, 'editions.preview', {
    draft,
  })
  return {
    draft,
    from: seen.earliest,
    reason: said,
    against: seen.replaced?.id ?? null,
    seen: seen.revision,
    overloadReason: said,
  }
}
const inForce = async ({ work, chain }: World): Promise<string> =>
  (await work.see<{ inForce: string }>(chain.posts.operationsDirector, 'editions.list')).inForce

const ofDraft = (
  input: (draft: string, world: World) => unknown,
  setUp: (world: World) => Promise<string> = begun,
): Example =>
  example<string>({ about: 'company', setUp, input: (world, _at, _caller, draft) => input(draft, world) })

export const examples: Examples = {
  'editions.clause': ['SM-1.1', 'SA-1.1'].map((of) => ({
    about: 'company',
    label: of,
    input: () => ({ duty: of }),
  })),
  'editions.draft': ofDraft((draft) => ({ draft })),
  'editions.preview': ofDraft((draft) => ({ draft })),
  'editions.difference': ofDraft((edition) => ({ from: edition, to: edition }), inForce),
  'editions.saveClause': ofDraft((draft, world) => heavier(world, draft)),
  'editions.addDuty': ofDraft((draft) => ({
    draft,
    position: 'storeManager',
    terms: {
      title: ['午后客流补录', 'Enter the afternoon’s traffic'],
      help: ['下午六点前把客流与试穿补齐。', 'Traffic and try-ons are in by six.'],
      kind: 'perishable',
      calendar: [{ every: 'day', by: '18:00', late: 4 }],
      minutes: 5,
      weight: 2,
      lookedAfter: { by: 'areaManager', every: 'week' },
      standIns: ['salesAssociate'],
      own: { provedBy: 'traffic', each: false, indicators: [] },
    },
  })),
  'editions.saveProfile': ofDraft(async (draft, world) => {
    const { position, revision, requirements } = (await draftOf(world, draft)).profiles[0]!
    return { draft, position, basedOn: revision, requirements }
  }),
  'editions.submit': ofDraft((draft) => ({ draft })),
  'editions.dropDraft': ofDraft((draft) => ({ draft })),
  'editions.return': ofDraft(
    (draft) => ({ draft, words: said }),
    async (world) => {
      const draft = await begun(world)
      await world.work.do(world.chain.posts.operationsDirector, 'editions.submit', { draft })
      return draft
    },
  ),
  'editions.putInForce': ofDraft((draft, world) => toForce(world, draft), changedDraft),
  'editions.withdraw': ofDraft(
    (edition) => ({ edition, reason: said }),
    async (world) => {
      const input = await toForce(world, await changedDraft(world))
      return (await world.work.do(world.chain.posts.generalManager, 'editions.putInForce', input)).id
    },
  ),
}

import { today } from '../chain.ts'
import { type Examples, example } from '../examples.ts'

interface Seen {
  readonly filed: { version: number } | null
  readonly matters: readonly { store: string; kind: string; about: string }[]
}

export const examples: Examples = {
  'oversight.submit': example<Seen>({
    about: 'area',
    setUp: async (world, { area }) =>
      Object.values(world.chain.areas).some((a) => a.id === area.id)
        ? world.work.see<Seen>(area.manager, 'oversight.list', { area: area.id })
        : { filed: null, matters: [] },
    input: (_world, at, _caller, { filed, matters }) => ({
      area: at.area.id,
      day: today,
      basedOn: filed?.version ?? 0,
      lines: matters.map(({ store, kind, about }) => ({ store, kind, about, cause: 'unknown', words: null })),
    }),
  }),
}

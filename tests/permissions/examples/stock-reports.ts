import { newId } from '../../../platform/kinds/id.ts'
import { type At, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const kind = 'week'
const submission = (area: string) => ({
  id: newId(),
  area,
  kind,
  basedOn: 0,
  words: '大衣可销不足两周，先补主码',
})
/** The area itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.areas[at.area.key]
const exists = (world: World, at: At) => at.area.id === real(world, at)?.id

async function submitted(world: World, at: At): Promise<string> {
  if (!exists(world, at)) return newId()
  const sent = submission(at.area.id)
  await world.work.do(real(world, at)!.manager, 'stockReports.submit', sent)
  return sent.id
}
const about = (words?: string) =>
  example<string>({
    about: 'area',
    setUp: submitted,
    input: (_world, at, _caller, report) => ({
      area: at.area.id,
      report: at.of(report),
      ...(words ? { words } : {}),
    }),
  })

export const examples: Examples = {
  'stockReports.submit': { about: 'area', input: (_world, { area }) => submission(area.id) },
  'stockReports.open': about(),
  'stockReports.confirm': about(),
  'stockReports.askBack': about('补哪几家店'),
}

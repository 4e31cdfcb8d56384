import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest begin first, or the second core would wait for the last of them. Those of a year's chain and of a month's
 * take turns: who comes second to a chain waits until it has been made.
 */
const longest = [
  'journeys/screens-trade',
  'journeys/screens-shop',
  'journeys/screens-goods',
  'journeys/asked',
  'journeys/today',
  'journeys/stock',
  'permissions/permissions',
  'faults/faults',
  'database/power',
  'backup/backup',
  'tests/engines',
  'hostile/hostile',
]
const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  return at < 0 ? longest.length : at
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

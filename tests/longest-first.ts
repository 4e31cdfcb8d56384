import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take longest begin first, or the second core would wait for the last of them. The third begins when the demo
 * chain that it shares with the first has been made.
 */
const longest = [
  'journeys/screens-trade',
  'journeys/asked',
  'journeys/screens-shop',
  'journeys/today',
  'faults/faults',
  'permissions/permissions',
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

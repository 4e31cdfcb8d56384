import { z } from 'zod'
import type { WhoTable } from '../../../platform/access/who.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { type Sentence, say } from '../../../platform/kinds/words.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { chainInput, linesInput, linesShown } from './shape.ts'
import { auditSheet } from './sheet.ts'
import { auditLines, chainState, latestAnchors } from './tables.ts'
import { auditWords } from './words.ts'

const readers = {
  administrator: 'company',
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  areaManager: 'area',
} as const satisfies WhoTable
const headquarters = {
  administrator: 'company',
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
} as const satisfies WhoTable

/** `all` is asked late: the table of all operations contains these. */
export const auditOperations = (all: () => Readonly<Record<string, { summary: Sentence; kind: string }>>) =>
  operations(auditWords, {
    'audit.lines': view({
      keptNowhere: true,
      summary: ['审计：谁在何时做了什么', 'Audit: who did what and when'],
      who: readers,
      about: (_db, { store }) => (store && store !== companyWide ? { store } : 'company'),
      input: linesInput,
      async run({ db, scope }, wanted) {
        const found = await auditLines(db, scope.stores === 'all' ? null : scope.stores, wanted)
        return {
          lines: found.slice(0, linesShown).map((line) => ({
            ...line,
            /** What the act is called; the code of one that the program no longer knows. */
            says: all()[line.action]?.summary ?? ([line.action, line.action] as const),
          })),
          more: found.length > linesShown,
        }
      },
      sheet: (answer, language) => auditSheet(answer.lines, language),
    }),
    'audit.actions': view({
      keptNowhere: true,
      summary: ['可查的操作', 'Acts that can be searched for'],
      who: readers,
      about: 'company',
      input: z.strictObject({}),
      run: async (context) => ({
        actions: Object.entries(all())
          .filter(([, operation]) => operation.kind === 'action')
          .map(([name, { summary }]) => ({ name, says: say(summary, context.language) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      }),
    }),
    'audit.chain': view({
      keptNowhere: true,
      summary: ['重新核算一条审计链', 'Recompute one audit chain'],
      who: readers,
      // The company's own chain is headquarters' to read; to others it is not there.
      about: (_db, { store }, actor) =>
        store !== companyWide
          ? { store }
          : actor.appointments.some((a) => a.position in headquarters)
            ? 'company'
            : undefined,
      input: chainInput,
      run: ({ db }, { store }) => chainState(db, store),
    }),
    'audit.anchors': view({
      keptNowhere: true,
      summary: ['每日审计锚', 'The daily anchors of the audit'],
      who: headquarters,
      about: 'company',
      input: z.strictObject({}),
      run: async ({ db }) => ({ anchors: await latestAnchors(db) }),
    }),
  })

import { z } from 'zod'
import type { Position, Relation, Who, WhoTable } from '../../../platform/access/who.ts'
import type { Sheet } from '../../../platform/files/sheet.ts'
import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { positionNames } from '../words.ts'
import { areaNames, permissionWords as w } from './permission-words.ts'
import { accessWords } from './words.ts'

/** What the table of permissions reads of a declaration. */
export interface Declared {
  readonly kind: 'action' | 'view'
  readonly summary: Sentence
  readonly who: Who
  readonly stepUp?: true
  readonly mayWait?: true
  readonly keptNowhere?: true
}
/** One operation as the table shows it. `who`: position with its reach, or everybody of a kind. */
export interface Permission {
  readonly name: string
  readonly area: string
  readonly kind: 'action' | 'view'
  readonly says: Sentence
  readonly who: 'anyone' | 'signedIn' | readonly { readonly position: Position; readonly reach: Relation }[]
  readonly stepUp: boolean
}

const headquarters = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
} as const satisfies WhoTable

/** The table that the guard itself reads, for people to read. `all` is asked late: it contains this view. */
export const permissionOperations = (all: () => Readonly<Record<string, Declared>>) =>
  operations(accessWords, {
    'access.permissions': view({
      keptNowhere: true,
      summary: ['权限表：谁可以做什么', 'Permissions: who may do what'],
      who: headquarters,
      about: 'company',
      input: z.strictObject({}),
      run: async () => ({
        operations: permissionsOf(all()),
        areas: Object.entries(areaNames).map(([area, says]) => ({ area, says })),
      }),
      sheet: (answer, language) => permissionSheet(answer.operations, language),
    }),
  })

/** In the order in which the areas are named; within one what is seen before what is done. */
export function permissionsOf(all: Readonly<Record<string, Declared>>): Permission[] {
  const order = Object.keys(areaNames)
  const at = (p: Permission): number => order.indexOf(p.area) * 2 + (p.kind === 'view' ? 0 : 1)
  return Object.entries(all)
    .map(([name, { kind, summary, who, stepUp }]) => ({
      name,
      area: name.split('.')[0]!,
      kind,
      says: summary,
      who: typeof who === 'string' ? who : placesOf(who),
      stepUp: stepUp ?? false,
    }))
    .sort((a, b) => at(a) - at(b) || (a.name < b.name ? -1 : 1))
}
const placesOf = (who: WhoTable) =>
  (Object.keys(positionNames) as Position[]).flatMap((position) => {
    const reach = who[position]
    return reach ? [{ position, reach }] : []
  })

function permissionSheet(permissions: readonly Permission[], language: Language): Sheet {
  const said = (sentence: Sentence): string => say(sentence, language)
  const reachOf = (reach: Relation): string => said(reach === 'area' ? w.areaReach : w[reach])
  return {
    name: said(w.permissions),
    columns: [
      { title: said(w.area), width: 16 },
      { title: said(w.what), width: 40 },
      { title: said(w.kind) },
      { title: said(w.who), width: 60 },
      { title: said(w.stepUp) },
      { title: said(w.code), width: 28 },
    ],
    rows: permissions.map((p) => [
      said(areaNames[p.area] ?? [p.area, p.area]),
      said(p.says),
      said(w[p.kind]),
      typeof p.who === 'string'
        ? said(w[p.who])
        : p.who.map((s) => `${said(positionNames[s.position])} (${reachOf(s.reach)})`).join(', '),
      p.stepUp ? said(w.yes) : '',
      p.name,
    ]),
  }
}

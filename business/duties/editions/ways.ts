import type { Day } from '../../../platform/kinds/day.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Done } from '../../../platform/server/outcome.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { AnswerOf, InputTo, ProofName } from '../catalogue/proofs.ts'
import type { Page } from '../catalogue/types.ts'

/** What an act was about: which store or area (else the actor's own seat tells), and which business day. */
export interface About {
  readonly store?: string
  readonly area?: string
  readonly day: Day
}
/**
 * A way of proving a duty of the company's own: an act whose record counts, for which positions, and where it is done.
 * Whoever adds a duty chooses one of these; there is nothing to tick.
 */
export interface Way {
  readonly action: ProofName
  readonly says: Sentence
  readonly positions: readonly [DutyPosition, ...DutyPosition[]]
  readonly page: Page
  /** Whether it can be done once more after a superior sent it back. */
  readonly redo: boolean
  /** Undefined: this time the act does not amount to it. */
  readonly about: (done: Done) => About | undefined
  /** Acts that take the record back, each telling the record that it took back. */
  readonly undone: readonly { readonly action: ProofName; readonly record: (done: Done) => string }[]
}

type Read<Name extends ProofName> = Pick<Done, 'day' | 'store' | 'area' | 'actor'> & {
  readonly input: InputTo<Name>
  readonly answer: AnswerOf<Name>
}
const way = <Name extends ProofName>(
  action: Name,
  rest: Omit<Way, 'action' | 'about' | 'undone'> & {
    readonly about: (done: Read<Name>) => About | undefined
    readonly undone?: Way['undone']
  },
): Way => ({ undone: [], ...rest, action, about: (done) => rest.about(done as unknown as Read<Name>) })
const undoing = <Name extends ProofName>(
  action: Name,
  record: (input: InputTo<Name>) => string,
): Way['undone'][number] => ({ action, record: (done) => record(done.input as InputTo<Name>) })

export const ways = {
  report: way('reports.submit', {
    says: ['提交一份销售日报', 'A daily report is submitted'],
    positions: ['storeManager'],
    page: { path: '/report', query: { store: '$store', day: '$day' } },
    redo: false,
    about: ({ input }) => ({ store: input.store, day: input.day }),
  }),
  reportAnswer: way('reports.answer', {
    says: ['回复上级对日报的追问', 'A question about a report is answered'],
    positions: ['storeManager'],
    page: { path: '/report', query: { store: '$store' } },
    redo: false,
    about: ({ input }) => ({ store: input.store, day: input.day }),
  }),
  traffic: way('sales.traffic', {
    says: ['录一次客流与试穿', 'Traffic and try-ons are entered'],
    positions: ['storeManager', 'salesAssociate'],
    page: { path: '/traffic' },
    redo: true,
    about: ({ input, answer }) => ({ store: input.store, day: answer.day }),
  }),
  ticket: way('sales.ticket', {
    says: ['开出一张小票', 'A ticket is recorded'],
    positions: ['storeManager', 'salesAssociate'],
    page: { path: '/ticket' },
    redo: true,
    about: ({ input, answer }) => ({ store: input.store, day: answer.day }),
    undone: [
      undoing('sales.reverse', (input) => input.ticket),
      undoing('sales.undo', (input) => input.ticket),
    ],
  }),
  monthSplit: way('targets.saveStoreMonth', {
    says: ['保存店铺月目标到日到人', 'A store’s month is split to days and people'],
    positions: ['storeManager', 'areaManager'],
    page: { path: '/targets/stores/$store' },
    redo: true,
    about: ({ input, day }) => (input.people.length > 0 ? { store: input.store, day } : undefined),
  }),
  respread: way('targets.respreadPeople', {
    says: ['人员变动后重新分摊目标', 'The days ahead are split again after people changed'],
    positions: ['storeManager'],
    page: { path: '/targets/stores/$store' },
    redo: true,
    about: ({ input, day }) => ({ store: input.store, day }),
  }),
  reportConfirmed: way('reports.confirm', {
    says: ['看过并确认一份日报', 'A daily report is read and confirmed'],
    positions: ['areaManager', 'operationsDirector'],
    page: { path: '/reports', query: { day: '$dayBefore' } },
    redo: true,
    about: ({ input, day }) => ({ store: input.store, day }),
  }),
  reportQuestioned: way('reports.askBack', {
    says: ['对一份日报提出追问', 'A question is asked about a daily report'],
    positions: ['areaManager', 'operationsDirector'],
    page: { path: '/reports', query: { day: '$dayBefore' } },
    redo: true,
    about: ({ input, day }) => ({ store: input.store, day }),
  }),
  areaPlan: way('targets.releaseArea', {
    says: ['下达区域目标到店', 'The area’s targets are released to stores'],
    positions: ['areaManager'],
    page: { path: '/targets/areas/$area' },
    redo: true,
    about: ({ area, day }) => ({ ...(area ? { area } : {}), day }),
  }),
  yearPlan: way('targets.submitYear', {
    says: ['提交年度计划', 'The year plan is submitted'],
    positions: ['operationsDirector'],
    page: { path: '/targets', query: { year: '$year' } },
    redo: true,
    about: ({ day }) => ({ day }),
  }),
  event: way('organization.planEvent', {
    says: ['在营业日历上排一次活动', 'An event is put on the business calendar'],
    positions: ['operationsDirector'],
    page: { path: '/calendar' },
    redo: true,
    about: ({ day }) => ({ day }),
  }),
} satisfies Record<string, Way>
export type WayName = keyof typeof ways

/** A way that a later program no longer knows proves nothing any more: the clause then awaits another. */
export const wayNamed = (name: string | null | undefined): Way | undefined =>
  name && Object.hasOwn(ways, name) ? ways[name as WayName] : undefined

export const waysFor = (position: DutyPosition): WayName[] =>
  (Object.keys(ways) as WayName[]).filter((name) =>
    (ways[name].positions as readonly DutyPosition[]).includes(position),
  )

/** By the action that leaves their record, and by those that take it back. */
export const waysOf = (action: string): [WayName, Way][] => entries.filter(([, way]) => way.action === action)
export const waysUndoneBy = (action: string): [WayName, Way][] =>
  entries.filter(([, way]) => way.undone.some((u) => u.action === action))
const entries = Object.entries(ways) as [WayName, Way][]

import type { About, Actor, WhoTable } from '../../../../platform/access/who.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { monthOf } from '../../../../platform/kinds/day.ts'
import { companyWide } from '../../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations, view } from '../../../../platform/server/door.ts'
import { figuresOfSeat, giveDirective } from './give.ts'
import { checkAct, checkDue, eventOf, gives, receives, rowOf, stateOf } from './rules.ts'
import {
  acceptInput,
  answerInput,
  boardInput,
  type DirectiveAct,
  formInput,
  type GivenAs,
  type GivenInput,
  type Level,
  oneInput,
  returnInput,
  type StepKind,
  toAreaInput,
  toDirectorInput,
  toStoreInput,
  withdrawInput,
} from './shape.ts'
import { directiveSheet } from './sheets.ts'
import {
  directivesOf,
  findDirective,
  holdDirective,
  receiversOf,
  recordStep,
  seatOfDirective,
  timeZoneOf,
} from './tables.ts'
import { directiveWords } from './words.ts'

const givers = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
} as const satisfies WhoTable
const receivers = {
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const satisfies WhoTable
const readers = { ...givers, ...receivers } as const satisfies WhoTable

/** How long a closed directive still stands on the board. Days. */
const remembered = 30
/** Sent at most; what waits stands first. */
const mostRows = 500
const mostReceivers = 1_000

async function theDirective(
  db: Db,
  { store, directive }: { store: string; directive: string },
): Promise<About> {
  const found = await seatOfDirective(db, store, directive)
  return found && aboutSeat(found.level, found.seat)
}
const aboutSeat = (level: Level, seat: string): About =>
  level === 'store' ? { store: seat } : level === 'area' ? { area: seat } : 'company'

export const directiveOperations = operations(directiveWords, {
  'directives.board': view({
    summary: ['交办指令：给我的、我交办的、下属之间', 'Directives: to me, given by me, below me'],
    who: readers,
    about: 'company',
    input: boardInput,
    async run({ db, actor, scope, today, now }) {
      const among = {
        stores: scope.stores === 'all' ? null : scope.stores,
        areas: scope.areas === 'all' ? null : scope.areas,
      }
      const since = new Date(now.getTime() - remembered * 86_400_000)
      const found = await directivesOf(db, among, today, since, mostRows)
      const rows = found.flatMap((d) => rowOf(d, actor, now) ?? [])
      return {
        day: today,
        remembered,
        rows,
        leftOff: found.length === mostRows,
        timeZone: await timeZoneOf(db, 'company', companyWide),
      }
    },
    sheet: directiveSheet,
  }),
  'directives.one': view({
    summary: ['一条指令：经过、当时与现在的数', 'One directive: its course, the figure then and now'],
    who: readers,
    about: theDirective,
    input: oneInput,
    async run({ db, actor, today, now }, { store, directive }) {
      const found = await findDirective(db, store, directive, today)
      const row = found && rowOf(found, actor, now)
      if (!row) return refuse('notFound')
      return { ...row, figuresNow: await figuresOfSeat(db, row.level, row.seat, row.month, today, now) }
    },
  }),
  'directives.form': view({
    summary: [
      '交办给谁：下属的座位和他们的数',
      'Whom to direct: the seats below, and the figure in question',
    ],
    who: givers,
    about: (_db, { store, area }) => (store ? { store } : area ? { area } : 'company'),
    input: formInput,
    async run({ db, actor, scope, today, now }, { store, area, month = monthOf(today) }) {
      const stores = scope.stores === 'all' ? null : scope.stores
      const seats = await receiversOf(
        db,
        { stores, areas: stores === null ? null : [] },
        today,
        mostReceivers,
      )
      const director = actor.appointments.some((a) => a.position === 'generalManager')
      const level: Level = store ? 'store' : area ? 'area' : 'company'
      return {
        day: today,
        month,
        receivers: seats,
        leftOff: seats.length === mostReceivers,
        director,
        // The company's figure is for who may direct the director.
        figures:
          level === 'company' && !director
            ? null
            : await figuresOfSeat(db, level, store ?? area ?? companyWide, month, today, now),
      }
    },
  }),
  'directives.giveStore': action({
    summary: ['交办给店长', 'Give a store manager a directive'],
    who: givers,
    about: (_db, { store }) => ({ store }),
    input: toStoreInput,
    run: (context, { store, ...given }) => give(context, 'store', store, given),
  }),
  'directives.giveArea': action({
    summary: ['交办给区长', 'Give an area manager a directive'],
    who: { generalManager: 'company', operationsDirector: 'company' },
    about: (_db, { area }) => ({ area }),
    input: toAreaInput,
    run: (context, { area, ...given }) => give(context, 'area', area, given),
  }),
  'directives.giveDirector': action({
    summary: ['交办给运营总监', 'Give the operations director a directive'],
    who: { generalManager: 'company' },
    about: 'company',
    input: toDirectorInput,
    run: (context, given) => give(context, 'company', companyWide, given),
  }),
  'directives.answer': action({
    summary: ['答复指令：做了什么', 'Answer a directive: what was done'],
    who: receivers,
    about: theDirective,
    input: answerInput,
    run: (context, input) => step(context, input, 'answer', 'answered', input.words, null),
  }),
  'directives.accept': action({
    summary: ['验收', 'Accept an answer'],
    who: givers,
    about: theDirective,
    input: acceptInput,
    run: (context, input) => step(context, input, 'accept', 'accepted', input.words, null),
  }),
  'directives.return': action({
    summary: ['退回重办', 'Return a directive to be done again'],
    who: givers,
    about: theDirective,
    input: returnInput,
    run: (context, input) => step(context, input, 'return', 'returned', input.words, input.due),
  }),
  'directives.withdraw': action({
    summary: ['撤回指令', 'Withdraw a directive'],
    who: givers,
    about: theDirective,
    input: withdrawInput,
    run: (context, input) => step(context, input, 'withdraw', 'withdrawn', input.words, null),
  }),
})

const ranks = ['generalManager', 'operationsDirector', 'areaManager'] as const
/** In which position somebody gives it: the highest of his that reaches the seat. */
const givesAs = (actor: Actor, level: Level, seat: string): GivenAs | undefined =>
  ranks.find((givenAs) =>
    gives(actor, { level, seat, store: level === 'store' ? seat : companyWide, givenAs }),
  )

async function give(context: ActionContext, level: Level, seat: string, given: GivenInput) {
  const { db, actor, today, now, note } = context
  const givenAs = givesAs(actor, level, seat)
  if (!givenAs) return refuse('notGiver')
  const kept = await giveDirective(db, { ...given, level, seat, givenAs }, { by: actor.person, today, now })
  if (isRefusal(kept)) return kept
  note({
    record: kept.id,
    after: { level, seat, measure: given.measure, words: given.words, dueAt: kept.dueAt },
  })
  return { id: kept.id, level, seat, dueAt: kept.dueAt.toISOString() }
}

async function step(
  { db, actor, today, now, note }: ActionContext,
  { store, directive }: { store: string; directive: string },
  act: DirectiveAct,
  kind: StepKind,
  words: string | null,
  due: GivenInput['due'] | null,
) {
  await holdDirective(db, store, directive)
  const found = await findDirective(db, store, directive, today)
  if (!found) return refuse('notFound')
  if (act === 'answer' ? !receives(actor, found) : !gives(actor, found))
    return refuse(act === 'answer' ? 'notReceiver' : 'notGiver')
  const before = stateOf(found.steps)
  const no = checkAct(act, before)
  if (no) return no
  const set = due && checkDue(due, await timeZoneOf(db, found.level, found.seat), now)
  if (isRefusal(set)) return set
  const { level, seat, month } = found
  const figures = kind === 'answered' ? await figuresOfSeat(db, level, seat, month, today, now) : null
  const id = await recordStep(db, {
    store,
    directive,
    no: found.steps.length + 1,
    kind,
    by: actor.person,
    at: now,
    words,
    figures,
    dueAt: set?.dueAt ?? null,
  })
  note({
    record: directive,
    before: { state: before },
    after: { state: kind },
    ...(words ? { reason: words } : {}),
  })
  return {
    id: directive,
    level,
    seat,
    state: kind,
    /** What it was due by, and by what it is due from now on where it was returned with another deadline. */
    event: eventOf(found),
    next: set ? { event: id, dueAt: set.dueAt.toISOString() } : null,
  }
}

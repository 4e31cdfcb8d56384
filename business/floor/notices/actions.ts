import type { About, Actor, WhoTable } from '../../../platform/access/who.ts'
import { inScope } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { checkRoom } from '../../organization/load/rules.ts'
import { findRoom } from '../../organization/load/tables.ts'
import { addressedIn } from './reader-tables.ts'
import {
  checkContent,
  checkPeople,
  checkStanding,
  isComplete,
  isPassedOn,
  mayManage,
  readersOf,
  relayDueAt,
  remindEvery,
} from './rules.ts'
import {
  type Content,
  correctInput,
  type Notice,
  publishInput,
  readInput,
  relayInput,
  remindInput,
  withdrawInput,
} from './shape.ts'
import {
  findNotice,
  findRelay,
  holdNotice,
  holdStore,
  insertNotice,
  insertReadings,
  insertRelay,
  insertReminders,
  insertStores,
  listenersOf,
  standingOf,
  supersede,
  unfinished,
  writeComplete,
  writeWithdrawal,
} from './tables.ts'
import { everyoneOneself, noticeViews, publishers, storesMeant } from './views.ts'
import { noticeWords } from './words.ts'

const relayers = { storeManager: 'store' } as const satisfies WhoTable

/** An area manager publishes to areas and stores of his own; the rest of what is named is looked at in the action. */
const aboutAudience = (
  _db: Db,
  { areas, stores }: { areas: readonly string[] | null; stores: readonly string[] | null },
): About => (areas ? { area: areas[0]! } : stores ? { store: stores[0]! } : 'company')
const aboutNotice = async (db: Db, id: string): Promise<About> => {
  const notice = await findNotice(db, id)
  return notice && (notice.area ? { area: notice.area } : 'company')
}

const noticeActions = operations(noticeWords, {
  'notices.publish': action({
    summary: ['发布通知', 'Publish a notice'],
    who: publishers,
    about: aboutAudience,
    input: publishInput,
    run: (context, input) => publish(context, input, undefined),
  }),
  'notices.correct': action({
    summary: ['更正通知：发新版，重新阅读', 'Correct a notice: a new version, read again'],
    who: publishers,
    about: aboutAudience,
    input: correctInput,
    async run(context, { corrects, ...input }) {
      await holdNotice(context.db, corrects)
      const old = await findNotice(context.db, corrects)
      if (!old) return refuse('notFound')
      if (old.supersededBy === input.id) return publish(context, input, old)
      if (!mayManage(old, context.actor)) return refuse('notYours')
      const no = checkStanding(old)
      return no ?? publish(context, input, old)
    },
  }),
  'notices.withdraw': action({
    summary: ['撤回通知', 'Withdraw a notice'],
    who: publishers,
    about: (db, { id }) => aboutNotice(db, id),
    input: withdrawInput,
    async run({ db, actor, now, note }, { id, why }) {
      await holdNotice(db, id)
      const notice = await findNotice(db, id)
      if (!notice) return refuse('notFound')
      if (!mayManage(notice, actor)) return refuse('notYours')
      const no = checkStanding(notice)
      if (no) return no
      await writeWithdrawal(db, { notice: id, by: actor.person, at: now, why })
      note({ record: id, before: { title: notice.title, version: notice.version }, reason: why })
      return { id }
    },
  }),
  'notices.read': action({
    summary: ['通知已读', 'Acknowledge a notice'],
    mayWait: true,
    who: everyoneOneself,
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: readInput,
    async run({ db, actor, today, now, note }, { notice: id }) {
      await holdNotice(db, id, 'share')
      const notice = await findNotice(db, id)
      const stores = notice ? await addressedIn(db, actor.person, id, today) : []
      if (!notice || stores.length === 0) return refuse('notFound')
      const no = checkStanding(notice)
      if (no) return no
      const shops = stores.filter((s) => s !== companyWide).sort()
      for (const store of shops) await holdStore(db, store, id)
      const first = await insertReadings(db, { notice: id, person: actor.person, stores, at: now })
      for (const store of shops) await settle(db, store, id, today, now)
      note({ record: id, store: shops[0], after: { title: notice.title, version: notice.version } })
      return { id, stores: shops, first: first.length > 0 }
    },
  }),
  'notices.relay': action({
    summary: ['在晨会上传达通知', 'Pass a notice on at the briefing'],
    mayWait: true,
    who: relayers,
    about: (_db, { store }) => ({ store }),
    input: relayInput,
    async run({ db, actor, today, now, note }, { id, store, notice: noticeId, briefing, people, words }) {
      await holdNotice(db, noticeId, 'share')
      await holdStore(db, store, noticeId)
      const notice = await findNotice(db, noticeId)
      const standing = notice && (await standingOf(db, store, noticeId))
      if (!notice || !standing) return refuse('notForStore')
      const before = await findRelay(db, store, id)
      if (before)
        return before.notice === noticeId ? relayed(db, store, noticeId, id) : refuse('changedMeanwhile')
      const no = checkStanding(notice)
      if (no) return no
      if (standing.dueAt === null) return refuse('nothingToRelay')
      const listeners = await listenersOf(db, store, noticeId, today)
      const wrong = checkPeople(people, listeners)
      if (wrong) return wrong
      const onBehalfOf = behalfOf(actor, store)
      await insertRelay(db, {
        id,
        store,
        notice: noticeId,
        day: today,
        briefing,
        by: actor.person,
        onBehalfOf,
        at: now,
        words,
        people,
      })
      // Whoever passes it on has read it.
      await insertReadings(db, { notice: noticeId, person: actor.person, stores: [store], at: now })
      await settle(db, store, noticeId, today, now)
      note({
        record: id,
        after: { notice: noticeId, briefing, people: people.length },
        ...(words ? { reason: words } : {}),
      })
      return relayed(db, store, noticeId, id)
    },
  }),
  'notices.remind': action({
    summary: ['提醒还没传达的店', 'Remind the stores that have not passed it on'],
    who: publishers,
    about: (_db, { store, area }) => (store ? { store } : area ? { area } : 'company'),
    input: remindInput,
    async run({ db, actor, scope, today, now, note }, { id, store, area }) {
      const notice = await findNotice(db, id)
      if (!notice) return refuse('notFound')
      const no = checkStanding(notice)
      if (no) return no
      const stores = store ? [store] : scope.stores === 'all' ? null : scope.stores
      if (!(await unfinished(db, id, stores))) return refuse('allDone')
      const since = new Date(now.getTime() - remindEvery * 3_600_000)
      const reminded = await insertReminders(db, {
        notice: id,
        stores,
        area: area ?? null,
        today,
        by: actor.person,
        at: now,
        since,
      })
      if (reminded.length === 0) return refuse('remindedJustNow', { hours: remindEvery })
      note({ record: id, after: { reminded: reminded.length } })
      return { id, reminded: reminded.length }
    },
  }),
})

export const noticeOperations = { ...noticeActions, ...noticeViews }

async function publish(
  { db, actor, scope, today, now, note }: ActionContext,
  input: Content,
  old: Notice | undefined,
) {
  const { despiteLoad, ...content } = input
  const before = await findNotice(db, input.id)
  if (before)
    return before.publishedBy === actor.person && before.corrects === (old?.id ?? null)
      ? { id: input.id, version: before.version, stores: 0 }
      : refuse('changedMeanwhile')
  if (scope.stores !== 'all' && !input.areas && !input.stores) return refuse('onlyYourArea', {}, 'areas')
  if (
    input.areas?.some((a) => !inScope(scope.areas, a)) ||
    input.stores?.some((s) => !inScope(scope.stores, s))
  )
    return refuse('notFound')
  const positions = readersOf(input.positions)
  const stores = await storesMeant(db, input, today)
  if (positions.some((p) => p === 'storeManager' || p === 'salesAssociate') && stores.length === 0)
    return refuse('noStores', {}, 'areas')
  const relayBy = isPassedOn(positions) ? input.relayBy : null
  const due = stores.map((s) => ({ store: s.id, dueAt: relayBy ? relayDueAt(relayBy, s.timeZone) : null }))
  const first = due.reduce<Date | undefined>(
    (a, { dueAt }) => (dueAt && (!a || dueAt < a) ? dueAt : a),
    undefined,
  )
  const no =
    checkContent({ ...input, positions, relayBy }, today, first, now) ??
    (relayBy
      ? checkRoom(
          await findRoom(
            db,
            stores.map((s) => s.id),
            { minutes: input.minutes, from: relayBy, to: relayBy },
            old?.id,
          ),
          despiteLoad,
        )
      : undefined)
  if (no) return no
  const version = (old?.version ?? 0) + 1
  await insertNotice(db, {
    ...content,
    positions,
    relayBy,
    root: old?.root ?? input.id,
    version,
    corrects: old?.id ?? null,
    area: old ? old.area : scope.stores === 'all' ? null : ownArea(actor),
    by: actor.person,
    at: now,
  })
  await insertStores(db, input.id, due)
  if (old && !(await supersede(db, old.id, input.id, now))) return refuse('changedMeanwhile')
  note({
    record: input.id,
    ...(old ? { before: { version: old.version, title: old.title } } : {}),
    after: { version, title: input.title, stores: due.length, positions, relayBy, minutes: input.minutes },
  })
  return { id: input.id, version, stores: due.length }
}

const ownArea = (actor: Actor): string | null =>
  actor.appointments.find((a) => a.area !== undefined)?.area ?? null
const behalfOf = (actor: Actor, store: string): string | null => {
  const held = actor.appointments.filter((a) => a.position === 'storeManager' && a.store === store)
  return held.some((a) => a.onBehalfOf === undefined) ? null : (held[0]?.onBehalfOf ?? null)
}

/** A receipt or a relay may be the last that was missing. */
async function settle(db: Db, store: string, notice: string, today: Day, now: Date): Promise<void> {
  const standing = await standingOf(db, store, notice)
  if (!standing || standing.dueAt === null || standing.completeAt !== null) return
  const listeners = await listenersOf(db, store, notice, today)
  if (isComplete(standing.relayedAt !== null, listeners)) await writeComplete(db, store, notice, now)
}

async function relayed(db: Db, store: string, notice: string, id: string) {
  const standing = await standingOf(db, store, notice)
  return { id, complete: standing?.completeAt != null }
}

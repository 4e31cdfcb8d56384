import { z } from 'zod'
import { type Actor, inScope, type WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { fullestOf } from '../../organization/load/rules.ts'
import { findRoom } from '../../organization/load/tables.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { areasOf, type StoreLine } from './progress.ts'
import { progressByStore, publishedLately, unreadPeople } from './progress-tables.ts'
import {
  addressedIn,
  countUnread,
  noticesBefore,
  noticesInForce,
  readAtBy,
  versionsOf,
} from './reader-tables.ts'
import { mayManage, stateOf } from './rules.ts'
import { loadInput } from './shape.ts'
import { progressSheet } from './sheets.ts'
import { findNotice, listenersOf, relaysOf, standingOf } from './tables.ts'
import { noticeWords } from './words.ts'

export const publishers = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
  areaManager: 'area',
} as const satisfies WhoTable
export const everyoneOneself = {
  generalManager: 'own',
  operationsDirector: 'own',
  areaManager: 'own',
  storeManager: 'own',
  salesAssociate: 'own',
  finance: 'own',
  merchandising: 'own',
  personnel: 'own',
  training: 'own',
  administrator: 'own',
} as const satisfies WhoTable

/** Read ones that are not in force any more come so many at a time; published ones so many in all. */
const atOnce = 30
const mostPublished = 20

const oneself = (_db: Db, _input: unknown, actor: Actor) => ({ person: actor.person })
const one = z.strictObject({ id: z.guid() })
const managed = (actor: Actor): string | null =>
  actor.appointments.find((a) => a.position === 'storeManager' && a.store)?.store ?? null

export const noticeViews = operations(noticeWords, {
  'notices.unread': view({
    summary: ['几条通知没读', 'How many notices are unread'],
    who: everyoneOneself,
    about: oneself,
    input: z.strictObject({}),
    run: async ({ db, actor, today }) => ({ count: await countUnread(db, actor.person, today) }),
  }),
  'notices.inbox': view({
    summary: ['我的通知：没读的在前', 'My notices: unread first'],
    who: everyoneOneself,
    about: oneself,
    input: z.strictObject({ before: z.iso.datetime({ offset: true }).optional() }),
    async run({ db, actor, today }, { before }) {
      const inForce = before ? [] : await noticesInForce(db, actor.person, today, managed(actor))
      const older = await noticesBefore(db, actor.person, today, before ?? null, atOnce)
      return {
        today,
        unread: inForce.filter((n) => n.readAt === null),
        /** Read, but not yet passed on by the store. */
        toRelay: inForce.filter((n) => n.readAt !== null && n.dueAt !== null && n.completeAt === null),
        read: inForce.filter((n) => n.readAt !== null && (n.dueAt === null || n.completeAt !== null)),
        older,
        hasMore: older.length === atOnce,
      }
    },
  }),
  'notices.one': view({
    summary: ['一条通知', 'One notice'],
    who: everyoneOneself,
    about: oneself,
    input: one,
    async run({ db, actor, today }, { id }) {
      const notice = await findNotice(db, id)
      if (!notice) return refuse('notFound')
      const addressed = await addressedIn(db, actor.person, id, today)
      const readAt = await readAtBy(db, actor.person, id)
      const manages = maySee(actor, notice)
      if (addressed.length === 0 && readAt === null && !manages) return refuse('notFound')
      const store = managed(actor)
      const standing = store ? await standingOf(db, store, id) : undefined
      return {
        today,
        notice,
        state: stateOf(notice, today),
        isAddressed: addressed.length > 0,
        readAt,
        mayManage: mayManage(notice, actor),
        maySeeProgress: manages,
        versions: (await versionsOf(db, notice.root)).map(
          ({ id: version, version: number, publishedAt }) => ({
            id: version,
            number,
            publishedAt,
          }),
        ),
        /** For the store manager: who of the store has it, and what was said so far. */
        relay:
          store && standing?.dueAt
            ? {
                ...standing,
                listeners: await listenersOf(db, store, id, today),
                relays: await relaysOf(db, store, id),
              }
            : null,
      }
    },
  }),
  'notices.published': view({
    summary: ['发过的通知和进度', 'Published notices and how far they are'],
    who: publishers,
    about: 'company',
    input: z.strictObject({}),
    async run({ db, actor, scope, today }) {
      const area = scope.areas === 'all' ? null : (scope.areas[0] ?? null)
      const seen = await publishedLately(
        db,
        { person: actor.person, area, all: scope.stores === 'all' },
        mostPublished,
      )
      return { today, notices: seen.map((n) => ({ ...n, state: stateOf(n, today) })) }
    },
  }),
  'notices.progress': view({
    summary: ['通知进度：区域与店铺', 'How far a notice is, by area and store'],
    who: publishers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: z.strictObject({ id: z.guid(), area: z.guid().optional() }),
    async run({ db, scope, today, now }, { id, area }) {
      const notice = await findNotice(db, id)
      if (!notice) return refuse('notFound')
      const all = await progressByStore(db, notice, scope.stores, today)
      // A notice that went to other people's stores only is theirs to know of.
      if (all.length === 0 && scope.stores !== 'all') return refuse('notFound')
      const stores = area ? all.filter((s) => s.area === area) : all
      // By area only where there are many stores: then one area is opened after the other.
      const isFolded = !area && stores.length > 60
      const open = stores.filter((s) => s.read < s.people)
      const names = isFolded
        ? []
        : await unreadPeople(
            db,
            notice,
            open.map((s) => s.store),
            today,
          )
      return {
        today,
        notice: {
          id: notice.id,
          title: notice.title,
          titleEn: notice.titleEn,
          relayBy: notice.relayBy,
          version: notice.version,
        },
        state: stateOf(notice, today),
        isFolded,
        areas: areasOf(stores),
        stores: isFolded
          ? []
          : stores.map(
              (s): StoreLine => ({
                ...s,
                isLate: s.dueAt !== null && (s.completeAt ?? now.toISOString()) > s.dueAt,
                unread: names.filter((n) => n.store === s.store).map(({ name, away }) => ({ name, away })),
              }),
            ),
      }
    },
    sheet: progressSheet,
  }),
  'notices.load': view({
    summary: ['发布前：店铺忙不忙', 'Before publishing: have stores room for it'],
    who: publishers,
    about: (_db, { areas, stores }) =>
      areas ? { area: areas[0]! } : stores ? { store: stores[0]! } : 'company',
    input: loadInput,
    async run({ db, scope, today }, { areas, stores, minutes, relayBy }) {
      const meant = (await storesMeant(db, { areas, stores }, today)).filter((s) =>
        inScope(scope.stores, s.id),
      )
      const day = relayBy ?? today
      const ids = meant.map((s) => s.id)
      return fullestOf(await findRoom(db, ids, { minutes, from: day, to: day }), meant)
    },
  }),
})

/** Its progress is seen by headquarters; of an area's notice, and of its own stores, by the area's manager. */
const maySee = (actor: Actor, notice: { area: string | null; publishedBy: string }): boolean =>
  notice.publishedBy === actor.person ||
  actor.appointments.some(
    (a) =>
      a.position in publishers &&
      (a.position !== 'areaManager' || notice.area === null || a.area === notice.area),
  )

/** Stores that trade today: those named, those of the areas named, or all. */
export async function storesMeant(
  db: Db,
  { areas, stores }: { areas: readonly string[] | null; stores: readonly string[] | null },
  today: Day,
) {
  const trading = await storesOf(db, areas ? null : stores, null, today)
  return areas
    ? trading.filter((s) => (s.area !== null && areas.includes(s.area)) || stores?.includes(s.id))
    : trading
}

import { z } from 'zod'
import type { About } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { operations, view } from '../../platform/server/door.ts'
import { belowOf, justNow, seenFrom, unreadOf, waitingFor } from './below.ts'
import { unreadInstances } from './below-tables.ts'
import { findEditions } from './edition-tables.ts'
import { dutiesNow } from './editions/worded.ts'
import { everybody, isSuperior, readers, seenBy, seesSeat } from './readers.ts'
import { ofSeatInput, weaveInput } from './shape.ts'
import { itemOf } from './today.ts'
import { areaIs, findInstances, instancesOfSeat, seatsNamed } from './view-tables.ts'
import { weaveOfSpan } from './weave.ts'
import { weaveSheet } from './weave-sheet.ts'
import { dutyWords } from './words.ts'

const mostWaiting = 60

async function theSeat(db: Db, { seat }: { seat: string }): Promise<About> {
  if (seat === companyWide) return 'company'
  return (await areaIs(db, seat)) ? { area: seat } : { store: seat }
}

export const weaveViews = operations(dutyWords, {
  'duties.weave': view({
    summary: ['经纬：店 × 日的职责完成', 'The weave: duties by store and day'],
    who: readers,
    about: (_db, { area, store }) => (store ? { store } : area ? { area } : 'company'),
    input: weaveInput,
    run: async ({ db, actor, scope, today, now }, asked) =>
      weaveOfSpan(db, actor, seenBy(scope), asked, today, now, await dutiesNow(db)),
    sheet: weaveSheet,
  }),
  'duties.below': view({
    summary: [
      '下属：逾期、漏做、等我看的、没人的岗位',
      'Below: what is overdue or missed, what waits for a look, seats nobody holds',
    ],
    who: everybody,
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({}),
    run: async ({ db, actor, today, now }) => ({
      at: now.toISOString(),
      below: await belowOf(db, actor, today, now, await dutiesNow(db)),
    }),
  }),
  'duties.ofSeat': view({
    summary: ['一个岗位所在一天的职责', 'The duties of a store, an area or headquarters on a day'],
    who: readers,
    about: theSeat,
    input: ofSeatInput,
    async run({ db, actor, scope, today, now }, { seat, day }) {
      const isArea = seat !== companyWide && (await areaIs(db, seat))
      const of = { seat, store: isArea ? companyWide : seat, day: day ?? null }
      const rows = await instancesOfSeat(db, of, now, new Date(now.getTime() - justNow))
      const [named] = await seatsNamed(db, [seat], day ?? today)
      const editions = await findEditions(db)
      return {
        at: now.toISOString(),
        day: day ?? null,
        seat: named ?? null,
        items: rows
          .filter((row) => seesSeat(scope, row) && (day !== undefined || isSuperior(actor, row)))
          .map((row) => itemOf(row, editions, now)),
      }
    },
  }),
  'duties.waiting': view({
    summary: ['下属做完、还没有人看过的', 'What was done below and nobody above has looked at'],
    who: readers,
    about: 'company',
    input: z.strictObject({
      /** Of one clause only. */
      duty: z.string().max(10).optional(),
    }),
    async run({ db, actor, today, now }, { duty }) {
      const among = seenFrom(actor)
      const duties = await dutiesNow(db)
      const found = await unreadInstances(db, among, waitingFor(actor, today, duties, duty), mostWaiting, now)
      const editions = await findEditions(db)
      const rows = await findInstances(db, found, now)
      return {
        at: now.toISOString(),
        byClause: await unreadOf(db, actor, among, today, now, duties),
        items: rows.map((row) => itemOf(row, editions, now)),
        since: addDays(today, -1),
      }
    },
  }),
})

import type { Db } from '../../../platform/database/database.ts'
import { addDays, addMonths, type Day, firstDay, lastDay, monthOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { deviceOfBrowser } from '../../organization/access/device-tables.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { unreadOf } from '../discipline/tables.ts'
import { daysOf, monthOfStore } from './gather.ts'
import { checkPlace, placeRuleOn } from './place-rules.ts'
import { placeRulesOf } from './place-tables.ts'
import { lookers, staff } from './reach.ts'
import { mineInput, seeDayInput, seeMonthInput } from './shape.ts'
import { monthSheet } from './sheet.ts'
import * as t from './tables.ts'
import { attendanceWords } from './words.ts'

/** Days that one sees of oneself, and in which something may still wait in a store. */
const daysBack = 14

export const attendanceViews = operations(attendanceWords, {
  'attendance.mine': view({
    summary: ['我的打卡：今天、近两周、加班申请', 'My attendance: today, two weeks, overtime'],
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: mineInput,
    async run({ db, actor, today, now, browser }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const from = addDays(today, -daysBack)
      const days = (await daysOf(db, seen, { from, to: today }, now)).filter((d) => d.person === actor.person)
      const overtime = (await t.overtimesOf(db, store, from, addDays(today, 31))).filter(
        (o) => o.person === actor.person,
      )
      return {
        today,
        at: now.toISOString(),
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        day: days.find((d) => d.day === today) ?? null,
        days: days.filter((d) => d.day < today).reverse(),
        overtime,
        /** Discipline entries about her that she has not read. */
        entriesWait: await unreadOf(db, store, actor.person),
        place: await placeHere(db, { store, today, browser }),
      }
    },
  }),
  'attendance.day': view({
    summary: ['一天的打卡对班表，等处理的异常', 'A day’s clock-ins beside the roster, what waits'],
    who: lookers,
    about: (_db, { store }) => ({ store }),
    input: seeDayInput,
    async run({ db, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', {}, 'day')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const days = await daysOf(db, seen, { from: day, to: day }, now)
      const since = addDays(today, -daysBack)
      const recent = await daysOf(db, seen, { from: since, to: addDays(today, -1) }, now)
      const overtime = await t.overtimesOf(db, store, since, addDays(today, 31))
      return {
        today,
        day,
        at: now.toISOString(),
        store: {
          id: seen.id,
          name: seen.name,
          nameEn: seen.nameEn,
          opensAt: seen.opensAt,
          closesAt: seen.closesAt,
        },
        people: days,
        waits: recent.filter((d) => d.isOpen).reverse(),
        overtime: overtime.filter((o) => o.approved === null),
        review: (await t.reviewOf(db, store, day)) ?? null,
        places: await placeRulesOf(db, store, today),
      }
    },
  }),
  'attendance.month': view({
    keptNowhere: true,
    summary: ['一个月的考勤与业绩表', 'A month’s sheet of attendance and sales credits'],
    who: lookers,
    about: (_db, { store }) => ({ store }),
    input: seeMonthInput,
    async run({ db, today, now }, { store, month = addMonths(monthOf(today), -1) }) {
      if (month > monthOf(today)) return refuse('dayAhead', {}, 'month')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const head = (await t.monthHead(db, store, month)) ?? null
      // Once confirmed the figures stand as they were then.
      const live = head ? null : await monthOfStore(db, seen, month, now, today)
      return {
        today,
        month,
        from: firstDay(month),
        to: lastDay(month),
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        isOver: month < monthOf(today),
        lines: live?.lines ?? (await t.monthLines(db, store, month)),
        open: live?.open ?? 0,
        head,
      }
    },
    sheet: monthSheet,
  }),
})

/** Whether one may clock in here and now, and on what: said before one presses. */
async function placeHere(
  db: Db,
  { store, today, browser }: { store: string; today: Day; browser: string | undefined },
) {
  const here = await deviceOfBrowser(db, browser)
  const device = here?.store === store ? here.name : null
  const rule = placeRuleOn(await placeRulesOf(db, store, today), today)?.rule ?? 'anywhere'
  return { device, mayHere: checkPlace(rule, device !== null) === undefined }
}

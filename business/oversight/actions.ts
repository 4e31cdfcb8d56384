import type { WhoTable } from '../../platform/access/who.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../platform/server/door.ts'
import { mattersByArea, mostMatters, openMatters, storesIn } from './matter-tables.ts'
import { checkList, heldSince, isAsked, keyOf, linesOf } from './rules.ts'
import { companyInput, listInput, submitInput } from './shape.ts'
import { listSheet } from './sheets.ts'
import { answeredLately, filedLines, findList, listsOn, recordList } from './tables.ts'
import { oversightWords } from './words.ts'

const superiors = {
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
/** How far back it is told what has been put right. */
const lately = 14

export const oversightOperations = operations(oversightWords, {
  'oversight.list': view({
    summary: [
      '督查清单：货与款里对不上的，逐条写原因',
      'Oversight list: what of goods and money does not add up, each with its cause',
    ],
    who: { ...superiors, areaManager: 'area' },
    about: (_db, { area }) => ({ area }),
    input: listInput,
    async run({ db, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const filed = (await findList(db, area, day)) ?? null
      // A day that is over keeps what was handed in on it; what was open then and is not now cannot be told again.
      if (day < today)
        return {
          area,
          day,
          today,
          filed,
          matters: filed ? await filedLines(db, filed.id) : [],
          isCut: false,
          mended: [],
          kept: filed?.kept ?? null,
        }
      const { stores, kept } = await storesIn(db, area, day)
      const matters = await openMatters(db, stores, day, now, heldSince(day))
      const open = new Set(matters.map(keyOf))
      const before = await answeredLately(db, area, addDays(day, -lately), day)
      return {
        area,
        day,
        today,
        filed,
        matters,
        isCut: matters.length === mostMatters,
        kept,
        mended: matters.length === mostMatters ? [] : before.filter((m) => !open.has(keyOf(m))),
      }
    },
    sheet: listSheet,
  }),
  'oversight.company': view({
    summary: [
      '各区督查：还有几条没对上，清单交了没有',
      'Areas: how much does not add up, and whether the list is in',
    ],
    who: superiors,
    about: 'company',
    input: companyInput,
    async run({ db, today, now }, { day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const open = new Map((await mattersByArea(db, today, now)).map((m) => [m.area, m]))
      return {
        day,
        today,
        areas: (await listsOn(db, day)).map((a) => ({
          ...a,
          open: open.get(a.area)?.matters ?? 0,
          oldest: open.get(a.area)?.oldest ?? null,
          kinds: open.get(a.area)?.kinds ?? [],
        })),
      }
    },
  }),
  'oversight.submit': action({
    summary: [
      '提交督查清单：每条写明原因',
      'Hand in the oversight list: the cause of everything that does not add up',
    ],
    who: { areaManager: 'area', finance: 'company' },
    about: (_db, { area }) => ({ area }),
    input: submitInput,
    async run({ db, actor, today, now, language, note }, { area, day, basedOn, lines }) {
      const { stores, kept: books } = await storesIn(db, area, day)
      const open = await openMatters(db, stores, day, now, heldSince(day))
      const nameOf = (m: { storeName: string; storeNameEn: string | null }): string =>
        (language === 'en' && m.storeNameEn) || m.storeName
      const no = checkList(day, lines, stores, open, today, nameOf)
      if (no) return no
      const before = await findList(db, area, day)
      if ((before?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const kept = linesOf(lines, open)
      const id = await recordList(db, {
        area,
        day,
        version: basedOn + 1,
        by: actor.person,
        at: now,
        matters: open.length,
        kept: books,
        lines: kept,
      })
      if (!id) return refuse('changedMeanwhile')
      note({
        record: id,
        day,
        after: {
          version: basedOn + 1,
          matters: open.length,
          books,
          causes: kept.map(({ store, kind, about, cause, words }) => ({ store, kind, about, cause, words })),
        },
      })
      return {
        id,
        version: basedOn + 1,
        matters: open.length,
        answered: kept.length,
        held: open.filter((m) => !isAsked(m.said, day)).length,
      }
    },
  }),
})

import type { Sheet } from '../../../platform/files/sheet.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { codeOfDay } from '../../../platform/photos/code.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { planOn } from '../../organization/plans/tables.ts'
import { byStore } from '../../sales/boards/progress.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { itemsFor } from '../editions/rules.ts'
import { boardOf } from './board-rules.ts'
import { checkEditions, editionsOn } from './edition-tables.ts'
import { overseers, viewers } from './reach.ts'
import { recheckOf, roundsBy, sampleOf, windowOf } from './rules.ts'
import { areaInput, kinds, sheetInput, storeDayInput } from './shape.ts'
import { areaSheet } from './sheets.ts'
import { answersOf, findingsOf, openFindings, sheetById, sheetsOn, standingOf, versionsOf } from './tables.ts'
import { owingOn } from './view-tables.ts'
import { checkWords } from './words.ts'

/** Findings named at once: of a store, of all stores looked after (those longest open; all of them are counted). */
const [mostOfStore, mostOfArea] = [60, 12]

export const checkViews = operations(checkWords, {
  'checks.today': view({
    summary: ['当天的检查表与待整改', 'The day’s checklists of a store, and what is to be mended'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeDayInput,
    async run({ db, keys, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const editions = await editionsOn(db, day)
      const standing = await sheetsOn(db, [store], day)
      const owing = await owingOn(db, [store], day)
      const isClosed = owing.closed.has(store)
      const people = owing.people.length
      const { cells } = boardOf(seen, standing, { editions, day, today, now, isClosed, people })
      return {
        day,
        today,
        store: {
          id: seen.id,
          code: seen.code,
          name: seen.name,
          nameEn: seen.nameEn,
          timeZone: seen.timeZone,
        },
        isClosed,
        /** The floor as it is drawn for that day. */
        plan: await planOn(db, store, seen.kind, day),
        /** To be seen in the day's photographs. */
        code: await codeOfDay(db, keys, store, today),
        /** Associates who keep a zone today. */
        associates: owing.people.map(({ id, name }) => ({ id, name })),
        cards: kinds.map((kind, i) => {
          const edition = editions.get(kind)!
          const items = itemsFor(edition, seen.kind)
          const sheets = standing.filter((s) => s.kind === kind)
          const window = windowOf(kind, edition.hours?.first ?? 0, seen, day)
          return {
            kind,
            edition: edition.id,
            hours: edition.hours,
            rounds: roundsBy(edition.hours, day, seen.timeZone, now),
            earliest: window.earliest.toISOString(),
            dueAt: window.dueAt.toISOString(),
            state: cells[i]!.state,
            done: cells[i]!.done,
            of: cells[i]!.of,
            items,
            sample: sampleOf(items, store, day),
            sheets,
          }
        }),
        findings: await findingsOf(db, [store], day, mostOfStore),
      }
    },
  }),
  'checks.sheet': view({
    summary: ['一张检查表', 'One checklist'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: sheetInput,
    async run({ db, today }, { store, id }) {
      const sheet = await sheetById(db, store, id)
      if (!sheet) return refuse('notFound')
      const [seen] = await storesOf(db, [store], null, sheet.day)
      const edition = (await checkEditions.byId(db, sheet.edition))!
      const answers = await answersOf(db, store, id)
      const stands = (await standingOf(db, sheet))?.id === id
      return {
        today,
        sheet,
        stands,
        store: seen && { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        // In the order of the sheet, with what was asked.
        lines: edition.items.flatMap((item) => {
          const answer = answers.find((a) => a.code === item.code)
          return answer ? [{ item, answer }] : []
        }),
        versions: await versionsOf(db, sheet),
      }
    },
  }),
  'checks.area': view({
    summary: ['各店检查表', 'Checklists of the stores'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, day)
      const ids = stores.map((s) => s.id)
      const editions = await editionsOn(db, day)
      const owing = await owingOn(db, ids, day)
      const sheets = byStore(await sheetsOn(db, ids, day))
      const people = byStore(owing.people)
      const open = await openFindings(db, ids, day)
      return {
        day,
        today,
        stores: stores.map((s) => ({
          id: s.id,
          code: s.code,
          name: s.name,
          nameEn: s.nameEn,
          ...boardOf(s, sheets.get(s.id) ?? [], {
            editions,
            day,
            today,
            now,
            isClosed: owing.closed.has(s.id),
            people: people.get(s.id)?.length ?? 0,
          }),
          open: open.get(s.id) ?? 0,
        })),
        findings: await findingsOf(db, ids, day, mostOfArea),
        /** Sheets drawn to be looked at again, as they come in; the last of its kind in that store. */
        drawn: recheckOf(ids, day).flatMap(({ store, kind }) => {
          const sheet = (sheets.get(store) ?? []).findLast((s) => s.kind === kind)
          return sheet ? [{ store, kind, sheet: sheet.id, state: sheet.state }] : []
        }),
      }
    },
    sheet: (answer, language): Sheet => areaSheet(answer.stores, answer.day as Day, language),
  }),
})

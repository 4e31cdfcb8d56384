import { addDays, mondayOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { codeOfDay } from '../../../platform/photos/code.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { placeOf, storesOf } from '../../sales/boards/tables.ts'
import { itemsFor } from '../editions/rules.ts'
import { manualEditions, manualOn, nextManual } from './edition-tables.ts'
import { overseers, viewers } from './reach.ts'
import { areaInput, oneInput, storeInput } from './shape.ts'
import { displaySheet } from './sheets.ts'
import { checkById, checksOf, findingsOf, lastChecks, openFindings, pagesOf } from './tables.ts'
import { displayWords } from './words.ts'

/** Named at once: of a store, of all stores looked after. */
const [mostOfStore, mostOfArea, mostChecks] = [60, 12, 8]
/** What was mended is shown for so many days. */
const mendedFor = 14

export const displayViews = operations(displayWords, {
  'displays.store': view({
    summary: ['陈列手册与本店对照', 'The display manual, and how a store stands by it'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    async run({ db, keys, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const manual = await manualOn(db, today)
      return {
        today,
        week: mondayOf(today),
        store: placeOf(seen),
        /** To be seen in the day's photographs. */
        code: await codeOfDay(db, keys, store, today),
        manual: manual
          ? {
              id: manual.id,
              from: manual.from,
              title: manual.title,
              titleEn: manual.titleEn,
              pages: itemsFor(manual, seen.kind),
            }
          : null,
        next: (await nextManual(db, today)) ?? null,
        checks: await checksOf(db, store, mostChecks),
        findings: manual
          ? await findingsOf(db, [store], manual.id, addDays(today, -mendedFor), mostOfStore)
          : [],
      }
    },
  }),
  'displays.one': view({
    summary: ['一次陈列对照', 'One check by the display manual'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: oneInput,
    async run({ db, today }, { store, id }) {
      const check = await checkById(db, store, id)
      if (!check) return refuse('notFound')
      const manual = (await manualEditions.byId(db, check.edition))!
      const pages = await pagesOf(db, store, id)
      return {
        today,
        check,
        pages: manual.items.flatMap((page) => {
          const own = pages.find((p) => p.page === page.code)
          return own ? [{ page, photo: own.photo, scores: own.scores }] : []
        }),
      }
    },
  }),
  'displays.area': view({
    summary: ['各店陈列对照', 'How stores stand by the display manual'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const manual = await manualOn(db, today)
      const week = mondayOf(today)
      const last = new Map((await lastChecks(db, ids, week)).map((c) => [c.store, c]))
      const open = manual ? await openFindings(db, ids, manual.id) : new Map<string, number>()
      return {
        today,
        week,
        manual: manual && { id: manual.id, from: manual.from, title: manual.title, titleEn: manual.titleEn },
        stores: stores.map((s) => ({
          ...placeOf(s),
          check: last.get(s.id) ?? null,
          open: open.get(s.id) ?? 0,
        })),
        findings: manual
          ? (await findingsOf(db, ids, manual.id, addDays(today, 1), mostOfArea)).filter((f) => !f.mendedAt)
          : [],
      }
    },
    sheet: (answer, language) => displaySheet(answer.stores, answer.today, language),
  }),
})

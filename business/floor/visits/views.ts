import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { placeOf, storesOf } from '../../sales/boards/tables.ts'
import { itemsFor } from '../editions/rules.ts'
import { positionsOf } from './correction-actions.ts'
import { checkCorrector } from './correction-rules.ts'
import { correctionsOf } from './correction-tables.ts'
import { editionOn, visitEditions } from './edition-tables.ts'
import { closedFindings, countsOf, findingsOfVisit, openFindings, recurringIn } from './finding-tables.ts'
import { overseers, viewers, visitors } from './reach.ts'
import { recurringWithin, scoreOf } from './rules.ts'
import { areaInput, formInput, storeInput, visitInput } from './shape.ts'
import { findingSheet } from './sheets.ts'
import { lastPoints, peopleOf, scoresOf, type VisitSeen, visitBefore, visitById, visitsOf } from './tables.ts'
import { visitWords } from './words.ts'

/** Named at once: of a store, of all stores looked after (those due first; all of them are counted). */
const [mostOfStore, mostOfArea, mostClosed, mostVisits, mostRecurring] = [80, 60, 12, 12, 12]
/** What was closed is named for so many days. */
const closedFor = 60

export const visitViews = operations(visitWords, {
  'visits.form': view({
    summary: ['巡店表：看什么，上次怎样', 'What a visit looks at, and how it stood last time'],
    who: visitors,
    about: (_db, { store }) => ({ store }),
    input: formInput,
    async run({ db, today }, { store, kind }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const edition = await editionOn(db, kind, today)
      const since = addDays(today, -recurringWithin)
      return {
        today,
        kind,
        store: placeOf(seen),
        edition: edition.id,
        sections: edition.sections,
        items: itemsFor(edition, seen.kind),
        people: await peopleOf(db, store, today),
        open: await openFindings(db, [store], mostOfStore),
        last: await lastPoints(db, store, since),
        recurring: await recurringIn(db, [store], since, mostOfStore),
      }
    },
  }),
  'visits.store': view({
    summary: ['本店巡店记录与整改', 'Visits to a store, and what is to be mended'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    async run({ db, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      return {
        today,
        store: placeOf(seen),
        visits: await visitsOf(db, store, mostVisits),
        open: await openFindings(db, [store], mostOfStore),
        closed: await closedFindings(db, [store], addDays(today, -closedFor), mostClosed),
        recurring: await recurringIn(db, [store], addDays(today, -recurringWithin), mostRecurring),
      }
    },
  }),
  'visits.one': view({
    summary: ['一次巡店，与上一次对照', 'One visit, with the one before beside it'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: visitInput,
    async run({ db, actor, today }, { store, id, beside }) {
      const visit = await visitById(db, store, id)
      if (!visit) return refuse('notFound')
      const other = beside ? await visitById(db, store, beside) : await visitBefore(db, visit)
      if (beside && !other) return refuse('notFound')
      const edition = (await visitEditions.byId(db, visit.edition))!
      const scores = await scoresOf(db, store, id)
      const before = other ? await scoresOf(db, store, other.id) : []
      const asked = edition.items.filter((i) => scores.some((s) => s.code === i.code))
      const result = scoreOf(edition.sections, asked, scores)
      return {
        today,
        visit,
        beside: other ? besideOf(other) : null,
        others: (await visitsOf(db, store, mostVisits)).filter((v) => v.id !== id).map(besideOf),
        sections: edition.sections.map((section) => ({
          ...section,
          ...result.sections.find((s) => s.code === section.code)!,
          lines: asked
            .filter((i) => i.section === section.code)
            .map((item) => ({
              item,
              ...scores.find((s) => s.code === item.code)!,
              before: before.find((s) => s.code === item.code)?.points,
            })),
        })),
        findings: await findingsOfVisit(db, store, id),
        /** The visit as it was before each of them can be read from these. */
        corrections: await correctionsOf(db, store, id),
        mayCorrect:
          checkCorrector(visit, { person: actor.person, positions: positionsOf(actor) }) === undefined,
      }
    },
  }),
  'visits.findings': view({
    summary: ['各店待整改与待复核', 'What stores are to mend, and what is to be looked at'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today, now }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const counts = new Map((await countsOf(db, ids, now)).map((c) => [c.store, c]))
      return {
        today,
        stores: stores.map((s) => ({
          ...placeOf(s),
          open: counts.get(s.id)?.open ?? 0,
          mended: counts.get(s.id)?.mended ?? 0,
          overdue: counts.get(s.id)?.overdue ?? 0,
        })),
        findings: await openFindings(db, ids, mostOfArea),
        closed: await closedFindings(db, ids, addDays(today, -closedFor), mostClosed),
        recurring: await recurringIn(db, ids, addDays(today, -recurringWithin), mostRecurring),
      }
    },
    sheet: (answer, language) => findingSheet(answer.findings, answer.stores, language),
  }),
})
const besideOf = ({ id, day, kind, score, byName }: VisitSeen) => ({ id, day, kind, score, byName })

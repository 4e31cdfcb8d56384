import type { WhoTable } from '../../../../platform/access/who.ts'
import { addMonths, firstDay, lastDay, monthOf } from '../../../../platform/kinds/day.ts'
import { companyWide } from '../../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../../platform/kinds/refusal.ts'
import type { Language } from '../../../../platform/kinds/words.ts'
import { type ActionContext, action, operations, view } from '../../../../platform/server/door.ts'
import { giveDirective } from '../directives/give.ts'
import type { Standing } from '../shape.ts'
import { checkClose, checkList, hasReached, linesOf, monthTogether } from './rules.ts'
import {
  closeMonthInput,
  companyInput,
  type ListInput,
  listInput,
  monthViewInput,
  steerInput,
  submitInput,
} from './shape.ts'
import { companySheet, listSheet, monthSheet } from './sheets.ts'
import { findClose, findList, recordClose, recordList, storeMonths } from './tables.ts'
import { companySeen, listSeen, monthSeen, readSeats } from './views.ts'
import { chaseWords } from './words.ts'

const superiors = { operationsDirector: 'company', generalManager: 'company' } as const satisfies WhoTable
const areaReaders = { ...superiors, areaManager: 'area' } as const satisfies WhoTable

export const chaseOperations = operations(chaseWords, {
  'chase.list': view({
    summary: [
      '追踪清单：谁落后、差多少、昨天的措施怎样',
      'Chase list: who is behind, by how much, and what came of yesterday’s measures',
    ],
    who: areaReaders,
    about: (_db, { area }) => ({ area }),
    input: listInput,
    async run({ db, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const { standing, ...seen } = await listSeen(db, area, day, today, now)
      return { ...seen, area, areaFigures: standing.figures }
    },
    sheet: listSheet,
  }),
  'chase.company': view({
    summary: ['各区追踪：哪个区落后，下钻到店', 'Areas to steer: which is behind, down to the stores'],
    who: superiors,
    about: 'company',
    input: companyInput,
    async run({ db, today, now }, { day = today }) {
      return day > today ? refuse('dayAhead', { day }, 'day') : companySeen(db, day, today, now)
    },
    sheet: companySheet,
  }),
  'chase.month': view({
    summary: [
      '月度达成：哪些店达成，没达成的为什么',
      'The month: which stores reached it, and why others did not',
    ],
    who: areaReaders,
    about: (_db, { area }) => ({ area }),
    input: monthViewInput,
    async run({ db, today }, { area, month = addMonths(monthOf(today), -1) }) {
      if (month >= monthOf(today)) return refuse('monthRuns', {}, 'month')
      return { today, area, ...(await monthSeen(db, area, month)) }
    },
    sheet: monthSheet,
  }),
  'chase.submit': action({
    summary: ['提交追踪清单：每家落后店的措施', 'Hand in the chase list: a measure for every store behind'],
    who: { areaManager: 'area' },
    about: (_db, { area }) => ({ area }),
    input: submitInput,
    run: (context, { area, ...list }) => handIn(context, area, list),
  }),
  'chase.steer': action({
    summary: [
      '提交各区追踪：每个落后区的措施',
      'Hand in the steering of areas: a measure for every area behind',
    ],
    who: { operationsDirector: 'company' },
    about: 'company',
    input: steerInput,
    run: (context, list) => handIn(context, null, list),
  }),
  'chase.closeMonth': action({
    summary: [
      '月度小结：逐店达成与说明',
      'Sum up the month: store by store, with a word for those that fell short',
    ],
    who: { areaManager: 'area' },
    about: (_db, { area }) => ({ area }),
    input: closeMonthInput,
    async run({ db, actor, today, now, language, note }, { area, month, basedOn, lines, words }) {
      const stores = await storeMonths(db, area, firstDay(month), lastDay(month))
      const no = checkClose({ month, lines }, stores, today, nameIn(language))
      if (no) return no
      const before = await findClose(db, area, month)
      if ((before?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const { net, target, stores: counted, reached } = monthTogether(stores)
      const id = await recordClose(db, {
        area,
        month,
        version: basedOn + 1,
        by: actor.person,
        at: now,
        net,
        target,
        stores: counted,
        reached,
        words,
        lines: stores.flatMap((s) =>
          s.target !== null && s.target > 0
            ? [
                {
                  seat: s.seat,
                  net: s.net,
                  target: s.target,
                  reached: hasReached(s),
                  words: lines.find((l) => l.seat === s.seat)?.words ?? null,
                },
              ]
            : [],
        ),
      })
      if (!id) return refuse('changedMeanwhile')
      note({ record: id, after: { month, reached, stores: counted, net, target } })
      return { id, month, reached, stores: counted }
    },
  }),
})

const nameIn =
  (language: Language) =>
  ({ name, nameEn }: { name: string; nameEn: string | null }): string =>
    (language === 'en' && nameEn) || name

/** Freezes the figures, gives the directives asked for, and keeps the list as the day's next version. */
async function handIn(context: ActionContext, area: string | null, list: ListInput) {
  const { db, actor, today, now, language, note } = context
  const { asOf, standing, seats } = await readSeats(db, area, list.day, now)
  const no = checkList(list, seats, today, nameIn(language))
  if (no) return no
  const seat = area ?? companyWide
  const before = await findList(db, seat, list.day)
  if ((before?.version ?? 0) !== list.basedOn) return refuse('changedMeanwhile')
  // A correction keeps the directives that the day's list has given already.
  const given = new Map((before?.lines ?? []).flatMap((l) => (l.directive ? [[l.seat, l.directive]] : [])))
  const directives = await giveAll(context, area, list, seats, given)
  if (isRefusal(directives)) return directives
  const lines = linesOf(
    list.lines,
    seats,
    new Map([...given, ...directives.map((d) => [d.seat, d.id] as const)]),
  )
  const behind = seats.filter((s) => s.behind).length
  const id = await recordList(db, {
    seat,
    day: list.day,
    version: list.basedOn + 1,
    by: actor.person,
    at: now,
    asOf,
    figures: standing.figures,
    seats: seats.length,
    behind,
    lines,
  })
  if (!id) return refuse('changedMeanwhile')
  note({
    record: id,
    day: list.day,
    after: { version: list.basedOn + 1, behind, lines: lines.map(({ figures: _, ...line }) => line) },
  })
  return { id, version: list.basedOn + 1, behind, directives }
}

/** The directives that the lines ask for, to those who have none from this day's list yet. */
async function giveAll(
  { db, actor, today, now }: ActionContext,
  area: string | null,
  list: ListInput,
  seats: readonly Standing[],
  given: ReadonlyMap<string, string>,
) {
  const made: { seat: string; id: string; dueAt: string }[] = []
  for (const [i, line] of list.lines.entries()) {
    if (!line.directive || given.has(line.seat)) continue
    const figures = seats.find((s) => s.seat === line.seat)?.figures ?? null
    const kept = await giveDirective(
      db,
      {
        level: area === null ? 'area' : 'store',
        seat: line.seat,
        givenAs: area === null ? 'operationsDirector' : 'areaManager',
        measure: line.measure,
        words: line.words,
        due: line.directive.due,
        about: { month: monthOf(list.day), factor: line.cause },
      },
      { by: actor.person, today, now },
      figures,
    )
    if (isRefusal(kept)) return { ...kept, field: `lines.${i}.directive` }
    made.push({ seat: line.seat, id: kept.id, dueAt: kept.dueAt.toISOString() })
  }
  return made
}

import { z } from 'zod'
import { type Day, monthNumber } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { cents, type Money } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { type Sentence, say } from '../../platform/kinds/words.ts'
import { action, view } from '../../platform/server/door.ts'
import { followYear, frozenMonths, meanwhile, planAhead } from './cascade.ts'
import { lunarNewYear, midAutumn } from './forecast/holidays.ts'
import { areasOfYear, soldByMonth, storesOfYear } from './history-tables.ts'
import { checkChildren, keepElapsed, lineTotal, matrixTotal, monthSums, twelve } from './rules.ts'
import { decideYearIn, type MatrixLine, mayWhen, saveYearIn, versionIn, yearIn } from './shape.ts'
import {
  areasInForce,
  holdInForce,
  holdVersion,
  inForce,
  insertVersion,
  latestVersion,
  linesOf,
  putYearInForce,
  recordDecision,
  type Version,
  versionById,
  versionsOf,
} from './version-tables.ts'
import { festivalWords, sheetWords } from './words.ts'

export const seenByCompany = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
} as const

export const withLines = (version: Version, lines: readonly MatrixLine[]) => ({
  ...version,
  lines: lines.map((line) => ({ child: line.child, months: line.months, total: lineTotal(line) })),
})
export const summaryOf = ({
  id,
  version,
  total,
  origin,
  reason,
  madeByName,
  madeAt,
  state,
  decisions,
}: Version) => ({
  id,
  version,
  total,
  origin,
  reason,
  madeByName,
  madeAt,
  state,
  decisions,
})

export const yearOperations = {
  'targets.year': view({
    summary: ['年度计划：区域 × 月', 'Year plan: areas × months'],
    who: seenByCompany,
    about: 'company',
    input: z.strictObject({ year: yearIn }),
    async run({ db, today }, { year }) {
      const [areas, stores, versions, now, areaPlans] = [
        await areasOfYear(db, year),
        await storesOfYear(db, year),
        await versionsOf(db, year, companyWide),
        await inForce(db, year, companyWide),
        await areasInForce(db, year),
      ]
      const latest = versions[0]
      const held = now && versions.find((v) => v.id === now.version)
      const released = new Map(areaPlans.map((plan) => [plan.scope, plan.since]))
      return {
        year,
        today,
        frozen: frozenMonths(year, today, now),
        areas: areas.map((area) => ({
          ...area,
          stores: stores.filter((store) => store.area === area.id).length,
          releasedAt: released.get(area.id) ?? null,
        })),
        latest: latest ? withLines(latest, await linesOf(db, latest.id)) : null,
        inForce: held ? withLines(held, await linesOf(db, held.id)) : null,
        versions: versions.map(summaryOf),
        lastYear: await soldByArea(db, year),
        festivals: festivalsOf(year),
      }
    },
    sheet: (answer, language) => {
      const byId = new Map(answer.areas.map((a) => [a.id, a]))
      const shown = answer.latest?.lines ?? []
      const unplanned = answer.areas.filter((a) => !shown.some((line) => line.child === a.id))
      return {
        name: say(sheetWords.yearSheet, language, { year: answer.year }),
        columns: [
          { title: say(sheetWords.code, language) },
          ...matrixColumns(say(sheetWords.area, language), language),
        ],
        rows: [
          ...shown.map((line) => [
            byId.get(line.child)?.code,
            byId.get(line.child)?.name,
            ...line.months,
            line.total,
          ]),
          // To be filled in and sent back.
          ...unplanned.map((a) => [a.code, a.name]),
        ],
        totals: ['', say(sheetWords.total, language), ...monthSums(shown), matrixTotal(shown)],
      }
    },
  }),

  'targets.saveYear': action({
    summary: ['保存年度计划的一个版本', 'Save a version of the year plan'],
    who: { operationsDirector: 'company' },
    about: 'company',
    input: saveYearIn,
    async run({ db, actor, today, now, note }, input) {
      const [areas, latest, held] = [
        await areasOfYear(db, input.year),
        await latestVersion(db, input.year, companyWide),
        await inForce(db, input.year, companyWide),
      ]
      if ((latest?.id ?? null) !== input.basedOn) return meanwhile(db, latest)
      const names = new Map(areas.map((area) => [area.id, area.name]))
      const no =
        checkChildren(input.lines, areas, 'areaUnknown') ??
        missingArea(input.lines, await areasInForce(db, input.year), names) ??
        keepElapsed(
          held ? await linesOf(db, held.version) : [],
          input.lines,
          frozenMonths(input.year, today, held),
          (id) => names.get(id) ?? '',
        )
      if (no) return no
      const id = newId()
      const inserted = await insertVersion(db, {
        id,
        level: 'year',
        year: input.year,
        scope: companyWide,
        version: (latest?.version ?? 0) + 1,
        parent: null,
        lines: input.lines,
        origin: input.origin,
        basis: { locks: input.locks, ...(input.origin === 'proposal' ? { historyUntil: today } : {}) },
        reason: input.reason || null,
        by: actor.person,
        at: now,
      })
      if (!inserted) return meanwhile(db, await latestVersion(db, input.year, companyWide))
      const total = matrixTotal(input.lines)
      note({
        record: id,
        before: latest && { version: latest.version, total: latest.total },
        after: { version: (latest?.version ?? 0) + 1, total },
        reason: input.reason,
      })
      return { id, version: (latest?.version ?? 0) + 1, total }
    },
  }),

  'targets.submitYear': action({
    summary: ['把年度计划提交总经理', 'Submit the year plan to the general manager'],
    who: { operationsDirector: 'company' },
    about: 'company',
    input: versionIn,
    async run({ db, actor, now, note }, input) {
      await holdVersion(db, input.version)
      const version = await versionById(db, input.version)
      if (version?.level !== 'year') return refuse('notFound')
      if (!mayWhen.submit.some((state) => state === version.state))
        return refuse('notADraft', { version: version.version })
      const late = await notLatest(db, version)
      if (late) return late
      await recordDecision(db, {
        id: newId(),
        version: version.id,
        kind: 'submitted',
        by: actor.person,
        at: now,
        reason: null,
      })
      note({
        record: version.id,
        after: { state: 'submitted', version: version.version, total: version.total },
      })
      return { id: version.id, version: version.version }
    },
  }),

  'targets.decideYear': action({
    summary: ['批准或退回年度计划', 'Approve or return the year plan'],
    who: { generalManager: 'company' },
    about: 'company',
    input: decideYearIn,
    async prepare({ db, today }, input) {
      const version = await versionById(db, input.version)
      if (version && input.decision === 'approve') await planAhead(db, version.year, today)
    },
    async run({ db, actor, today, now, note }, input) {
      await holdVersion(db, input.version)
      const version = await versionById(db, input.version)
      if (version?.level !== 'year') return refuse('notFound')
      if (!mayWhen.decide.some((state) => state === version.state))
        return refuse('notSubmitted', { version: version.version })
      const late = await notLatest(db, version)
      if (late) return late
      const reason = input.reason || null
      const kind = input.decision === 'approve' ? 'approved' : 'returned'
      await recordDecision(db, { id: newId(), version: version.id, kind, by: actor.person, at: now, reason })
      note({
        record: version.id,
        after: { state: kind, version: version.version, total: version.total },
        reason: input.reason,
      })
      if (kind === 'returned') return { id: version.id, state: kind, areasChanged: 0 }

      await holdInForce(db, version.year, companyWide, 'update')
      const names = new Map((await areasOfYear(db, version.year)).map((area) => [area.id, area.name]))
      const nameOf = (area: string): string => names.get(area) ?? ''
      const held = await inForce(db, version.year, companyWide)
      const lines = await linesOf(db, version.id)
      const changedPast = keepElapsed(
        held ? await linesOf(db, held.version) : [],
        lines,
        frozenMonths(version.year, today, held),
        nameOf,
      )
      if (changedPast) return changedPast
      const gone = missingArea(lines, await areasInForce(db, version.year), names)
      if (gone) return gone
      await putYearInForce(db, version.year, version.id, now)
      const changed = await followYear(
        db,
        { year: version.year, version: version.id, lines, nameOf },
        { by: actor.person, at: now, today, reason: version.reason },
      )
      if (isRefusal(changed)) return changed
      return { id: version.id, state: kind, areasChanged: changed.length }
    },
  }),
}

async function notLatest(db: Parameters<typeof latestVersion>[0], version: Version) {
  const latest = await latestVersion(db, version.year, version.scope)
  return latest?.id === version.id ? undefined : refuse('notLatest', { version: version.version })
}

/** An area with targets in force keeps a line, if only of zeros: its elapsed months stand there. */
function missingArea(
  lines: readonly MatrixLine[],
  held: readonly { scope: string }[],
  names: ReadonlyMap<string, string>,
) {
  const gone = held.find((area) => !lines.some((line) => line.child === area.scope))
  return gone && refuse('areaMissing', { name: names.get(gone.scope) ?? '' }, 'lines')
}

/** Last year's sales by area and month, each store under the area that it belongs to in the plan year. */
async function soldByArea(db: Parameters<typeof latestVersion>[0], year: number) {
  const areaOf = new Map((await storesOfYear(db, year)).map((store) => [store.id, store.area]))
  const sums = new Map<string, Money[]>()
  for (const { store, month, net } of await soldByMonth(db, year - 1)) {
    const area = areaOf.get(store)
    if (!area) continue
    const months = sums.get(area) ?? twelve.map(() => cents(0))
    const m = Number(month.slice(5)) - 1
    months[m] = cents(months[m]! + net)
    sums.set(area, months)
  }
  return [...sums].map(([child, months]) => ({ child, months }))
}

/** Festivals that move from year to year, to be said at the head of their month. */
export const festivalsOf = (year: number): { month: number; name: Sentence; day: Day }[] =>
  [
    { name: festivalWords.springFestival, day: lunarNewYear(year) },
    { name: festivalWords.midAutumn, day: midAutumn(year) },
  ].map((festival) => ({ ...festival, month: monthNumber(festival.day) }))

export const matrixColumns = (title: string, language: 'zh' | 'en') => [
  { title },
  ...twelve.map((month) => ({ title: say(sheetWords.month, language, { month }), kind: 'money' as const })),
  {
    title: `${say(sheetWords.wholeYear, language)} ${say(sheetWords.yuan, language)}`,
    kind: 'money' as const,
  },
]

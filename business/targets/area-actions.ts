import { z } from 'zod'
import type { Db } from '../../platform/database/database.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { formatMoney, type Money } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { say } from '../../platform/kinds/words.ts'
import { action, view } from '../../platform/server/door.ts'
import { followArea, frozenMonths, meanwhile, planAhead } from './cascade.ts'
import { areasOfYear, soldByMonth, storesOfYear } from './history-tables.ts'
import { checkChildren, checkMonths, keepElapsed, matrixTotal, monthSums, twelve } from './rules.ts'
import { idIn, mayWhen, saveAreaIn, versionIn, yearIn } from './shape.ts'
import {
  holdInForce,
  holdVersion,
  inForce,
  insertVersion,
  latestVersion,
  linesOf,
  putAreaInForce,
  recordDecision,
  versionById,
  versionsOf,
} from './version-tables.ts'
import { sheetWords } from './words.ts'
import { festivalsOf, matrixColumns, summaryOf, withLines } from './year-actions.ts'

export const seenBy = {
  generalManager: 'company',
  operationsDirector: 'company',
  finance: 'company',
  areaManager: 'area',
} as const
export const areaPlanners = { areaManager: 'area', operationsDirector: 'company' } as const

export const areaOperations = {
  'targets.area': view({
    summary: ['区域计划：店铺 × 月', 'Area plan: stores × months'],
    who: seenBy,
    about: (_db, { area }) => ({ area }),
    input: z.strictObject({ area: idIn, year: yearIn }),
    async run({ db, today }, { area, year }) {
      const [company, held, versions, stores] = [
        await givenMonths(db, year, area),
        await inForce(db, year, area),
        await versionsOf(db, year, area),
        await storesOfYear(db, year, area),
      ]
      const latest = versions[0]
      const current = held && versions.find((v) => v.id === held.version)
      const sold = await soldByMonth(
        db,
        year - 1,
        stores.map((s) => s.id),
      )
      const name = (await areasOfYear(db, year)).find((a) => a.id === area)
      return {
        year,
        area,
        today,
        name: name?.name ?? '',
        nameEn: name?.nameEn ?? null,
        frozen: frozenMonths(year, today, held),
        /** What the year plan in force gives this area; null until it is approved. */
        months: company?.months ?? null,
        stores,
        latest: latest ? withLines(latest, await linesOf(db, latest.id)) : null,
        inForce: current ? withLines(current, await linesOf(db, current.id)) : null,
        versions: versions.map(summaryOf),
        lastYear: sold,
        festivals: festivalsOf(year),
      }
    },
    sheet: (answer, language) => {
      const shown = answer.latest?.lines ?? []
      const byId = new Map(answer.stores.map((s) => [s.id, s]))
      const unplanned = answer.stores.filter((s) => !shown.some((line) => line.child === s.id))
      const [first, ...rest] = matrixColumns(say(sheetWords.store, language), language)
      return {
        name: say(sheetWords.areaSheet, language, { area: answer.name, year: answer.year }),
        columns: [{ title: say(sheetWords.code, language) }, first!, ...rest],
        rows: [
          ...shown.map((line) => [
            byId.get(line.child)?.code,
            byId.get(line.child)?.name,
            ...line.months,
            line.total,
          ]),
          // To be filled in and sent back.
          ...unplanned.map((s) => [s.code, s.name]),
        ],
        totals: ['', say(sheetWords.total, language), ...monthSums(shown), matrixTotal(shown)],
      }
    },
  }),

  'targets.saveArea': action({
    summary: ['保存区域计划的一个版本', 'Save a version of the area plan'],
    who: areaPlanners,
    about: (_db, { area }) => ({ area }),
    input: saveAreaIn,
    async run({ db, actor, today, now, note }, input) {
      const { area, year } = input
      const latest = await latestVersion(db, year, area)
      if ((latest?.id ?? null) !== input.basedOn) return meanwhile(db, latest)
      const company = await inForce(db, year, companyWide)
      if (!company) return refuse('yearNotApproved', { year })
      const given = await givenMonths(db, year, area)
      if (!given) return refuse('areaNotInPlan', { year })
      const no = await checkLines(db, input, given.months, today)
      if (no) return no
      const id = newId()
      const version = (latest?.version ?? 0) + 1
      const inserted = await insertVersion(db, {
        id,
        level: 'area',
        year,
        scope: area,
        version,
        parent: company.version,
        lines: input.lines,
        origin: input.origin,
        basis: { locks: input.locks, ...(input.origin === 'proposal' ? { historyUntil: today } : {}) },
        reason: input.reason || null,
        by: actor.person,
        at: now,
      })
      if (!inserted) return meanwhile(db, await latestVersion(db, year, area))
      const total = matrixTotal(input.lines)
      note({
        record: id,
        before: latest && { version: latest.version },
        after: { version, total },
        reason: input.reason,
      })
      return { id, version, total }
    },
  }),

  'targets.releaseArea': action({
    summary: ['下达区域计划到店铺', 'Release the area plan to its stores'],
    who: areaPlanners,
    about: async (db, { version }) => {
      const found = await versionById(db, version)
      return found?.level === 'area' ? { area: found.scope } : undefined
    },
    input: versionIn,
    async prepare({ db, today }, input) {
      const version = await versionById(db, input.version)
      if (version?.state === 'draft') await planAhead(db, version.year, today, version.scope)
    },
    async run({ db, actor, today, now, note }, input) {
      await holdVersion(db, input.version)
      const version = (await versionById(db, input.version))!
      const { year, scope: area } = version
      if (!mayWhen.release.some((state) => state === version.state))
        return refuse('alreadyReleased', { version: version.version })
      const latest = await latestVersion(db, year, area)
      if (latest?.id !== version.id) return refuse('notLatest', { version: version.version })
      await holdInForce(db, year, companyWide, 'share')
      await holdInForce(db, year, area, 'update')
      const company = await inForce(db, year, companyWide)
      const given = await givenMonths(db, year, area)
      if (!company || !given) return refuse('yearNotApproved', { year })
      const moved = twelve.find((month) => given.months[month - 1] !== version.months[month - 1])
      if (moved)
        return refuse('parentChanged', { month: moved, should: formatMoney(given.months[moved - 1]!) })
      const lines = await linesOf(db, version.id)
      const no = await checkLines(db, { area, year, lines }, given.months, today)
      if (no) return no
      await recordDecision(db, {
        id: newId(),
        version: version.id,
        kind: 'released',
        by: actor.person,
        at: now,
        reason: null,
      })
      await putAreaInForce(db, year, area, version.id, company.version, now)
      const put = await followArea(
        db,
        { year, area, version: version.id, lines },
        { by: actor.person, at: now, today, reason: version.reason },
      )
      if (isRefusal(put)) return put
      note({
        record: version.id,
        after: { state: 'inForce', version: version.version, total: version.total, ...put },
      })
      return { id: version.id, version: version.version, ...put }
    },
  }),
}

/** The months that the year plan in force gives an area. */
export async function givenMonths(
  db: Db,
  year: number,
  area: string,
): Promise<{ months: readonly Money[] } | undefined> {
  const company = await inForce(db, year, companyWide)
  return company && (await linesOf(db, company.version)).find((line) => line.child === area)
}

async function checkLines(
  db: Db,
  plan: { area: string; year: number; lines: Parameters<typeof checkMonths>[0] },
  given: readonly Money[],
  today: Parameters<typeof frozenMonths>[1],
) {
  const stores = await storesOfYear(db, plan.year, plan.area)
  const held = await inForce(db, plan.year, plan.area)
  const before = held ? await linesOf(db, held.version) : []
  const left = before.filter((line) => !stores.some((s) => s.id === line.child))
  const frozen = frozenMonths(plan.year, today, held)
  // A store that has left the area may keep what it had in months that are over, and nothing after.
  const known = [
    ...stores,
    ...left.map((line) => ({ id: line.child, name: '', trades: twelve.map((month) => month <= frozen) })),
  ]
  const names = new Map(known.map((s) => [s.id, s.name]))
  const missing = before.find((line) => !plan.lines.some((l) => l.child === line.child))
  return (
    checkChildren(plan.lines, known, 'storeUnknown') ??
    (missing && refuse('storeMissing', { name: names.get(missing.child) ?? '' }, 'lines')) ??
    checkMonths(plan.lines, given) ??
    keepElapsed(before, plan.lines, frozen, (id) => names.get(id) ?? '')
  )
}

import type { Actor } from '../../../platform/access/who.ts'
import { readTable } from '../../../platform/files/read.ts'
import { uploads } from '../../../platform/files/uploads.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { cents, sum } from '../../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { view } from '../../../platform/server/door.ts'
import { areaPlanners, givenMonths } from '../area-actions.ts'
import { frozenMonths } from '../cascade.ts'
import { areasOfYear, soldByMonth, storesOfYear } from '../history-tables.ts'
import { matrixTotal } from '../rules.ts'
import { jobNumbersOf, storePeople } from '../staff-tables.ts'
import { storePlanners } from '../store-actions.ts'
import { elapsedDays } from '../store-rules.ts'
import { storeTargetInForce } from '../store-tables.ts'
import { inForce, latestVersion, linesOf } from '../version-tables.ts'
import { readMatrix } from './read-matrix.ts'
import { readMonth } from './read-month.ts'
import { type FileRow, readAreaFileIn, readMonthFileIn, readYearFileIn } from './shape.ts'

const mostRows = 30_000

/** Who may send files at all: whoever plans at one of the levels. */
export const maySendTargets = (actor: Actor): boolean =>
  actor.appointments.some((a) => a.position in areaPlanners || a.position in storePlanners)

/** A file of targets is read and compared with what stands; nothing is written until the draft is saved. */
export const fileOperations = {
  'targets.readYearFile': view({
    keptNowhere: true,
    summary: ['读一张年度目标表', 'Read a file of the year’s targets'],
    who: { operationsDirector: 'company' },
    about: 'company',
    input: readYearFileIn,
    async run({ db, actor, today }, { file, sheet, unit, year }) {
      const read = await rowsOf(file, sheet, actor)
      if (isRefusal(read)) return read
      const latest = await latestVersion(db, year, companyWide)
      const standing = latest ? await linesOf(db, latest.id) : []
      const found = readMatrix({
        ...read.source,
        year,
        children: (await areasOfYear(db, year)).map(named),
        standing,
        frozen: frozenMonths(year, today, await inForce(db, year, companyWide)),
        unit,
        about: latest
          ? matrixTotal(standing)
          : cents(sum((await soldByMonth(db, year - 1)).map((s) => s.net))),
      })
      return isRefusal(found) ? found : { ...found, ...read.about, before: matrixTotal(standing) }
    },
  }),

  'targets.readAreaFile': view({
    keptNowhere: true,
    summary: ['读一张区域目标表', 'Read a file of an area’s targets'],
    who: areaPlanners,
    about: (_db, { area }) => ({ area }),
    input: readAreaFileIn,
    async run({ db, actor, today }, { file, sheet, unit, area, year }) {
      const read = await rowsOf(file, sheet, actor)
      if (isRefusal(read)) return read
      const given = await givenMonths(db, year, area)
      if (!given) return refuse('yearNotApproved', { year })
      const latest = await latestVersion(db, year, area)
      const standing = latest ? await linesOf(db, latest.id) : []
      const found = readMatrix({
        ...read.source,
        year,
        children: (await storesOfYear(db, year, area)).map((s) => ({ ...named(s), trades: s.trades })),
        standing,
        frozen: frozenMonths(year, today, await inForce(db, year, area)),
        unit,
        about: sum(given.months),
      })
      return isRefusal(found) ? found : { ...found, ...read.about, before: matrixTotal(standing) }
    },
  }),

  'targets.readMonthFile': view({
    keptNowhere: true,
    summary: ['读一张店铺月目标表：人 × 日', 'Read a file of a store’s month: people × days'],
    who: storePlanners,
    about: (_db, { store }) => ({ store }),
    input: readMonthFileIn,
    async run({ db, actor, today }, { file, sheet, unit, store, month }) {
      const read = await rowsOf(file, sheet, actor)
      if (isRefusal(read)) return read
      const target = await storeTargetInForce(db, store, month)
      if (!target) return refuse('noMonthTarget', { month })
      const staff = await storePeople(db, store, month)
      const numbers = await jobNumbersOf(
        db,
        staff.map((p) => p.person),
      )
      const found = readMonth({
        ...read.source,
        month,
        people: staff.map((p) => ({
          id: p.person,
          names: [numbers.get(p.person) ?? '', p.name],
          present: p.present,
        })),
        standing: target,
        elapsed: elapsedDays(month, today),
        unit,
      })
      return isRefusal(found) ? found : { ...found, ...read.about, before: target.total }
    },
  }),
}

const named = (thing: { id: string; code: string; name: string; nameEn: string | null }) => ({
  id: thing.id,
  names: [thing.code, thing.nameEn ?? '', thing.name],
})

/** The rows of an upload that the caller sent himself. */
async function rowsOf(file: string, sheet: string | undefined, actor: Actor) {
  const upload = await uploads().find(file)
  if (!upload || upload.owner !== actor.person) return refuse('fileGone')
  const rows: FileRow[] = []
  const info = await readTable(uploads().pathOf(file), { sheet }, (batch) => {
    rows.push(...batch)
    return rows.length > mostRows ? 'enough' : undefined
  })
  if (isRefusal(info)) return info
  if (rows.length > mostRows) return refuse('tooManyRows', { most: mostRows })
  return {
    source: { rows, sheet: info.sheet ?? '' },
    about: { name: upload.name, sheet: info.sheet ?? null, sheets: info.sheets ?? [] },
  }
}

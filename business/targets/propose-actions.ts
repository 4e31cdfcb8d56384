import { z } from 'zod'
import { companyWide } from '../../platform/kinds/id.ts'
import { cents } from '../../platform/kinds/money.ts'
import { isRefusal, refuse } from '../../platform/kinds/refusal.ts'
import { view } from '../../platform/server/door.ts'
import { givenMonths, seenBy } from './area-actions.ts'
import { frozenMonths } from './cascade.ts'
import { areasOfYear, storesOfYear } from './history-tables.ts'
import { plannerFor } from './planner.ts'
import { groupReasons } from './reasons.ts'
import { lineTotal, lockedCells, matrixTotal, twelve } from './rules.ts'
import { amountIn, idIn, yearIn } from './shape.ts'
import { scaleTo, splitColumns } from './split/margins.ts'
import { inForce, linesOf } from './version-tables.ts'
import { seenByCompany } from './year-actions.ts'

export const proposeOperations = {
  'targets.proposeYear': view({
    summary: ['从历史建议年度计划', 'Propose a year plan from history'],
    who: seenByCompany,
    about: 'company',
    input: z.strictObject({
      year: yearIn,
      /** The year's amount; without it, what history leads one to expect. */
      total: amountIn.optional(),
      /** Growth asked for, 0.08 = +8 %. */
      growth: z.number().min(-0.9).max(5).optional(),
    }),
    async run({ db, today }, { year, total, growth }) {
      const [areas, stores] = [await areasOfYear(db, year), await storesOfYear(db, year)]
      const { proposals, historyUntil } = await plannerFor(db, { year, today, growth })
      const known = proposals.some((p) => p.expected !== undefined)
      if (!known && total === undefined) return refuse('noHistory')
      if (areas.length === 0) return refuse('nothingToSplit')

      // A store counts each month for the area in which it trades then.
      const byStore = new Map(proposals.map((p) => [p.store, p]))
      const weights = areas.map((area) =>
        twelve.map((_, m) =>
          stores
            .filter((store) => store.area === area.id && store.trades[m])
            .reduce(
              (sum, store) =>
                sum +
                (known
                  ? byStore.get(store.id)!.months[m]!.expected
                  : byStore.get(store.id)!.months[m]!.weight),
              0,
            ),
        ),
      )
      const expected = known ? cents(weights.flat().reduce((sum, a) => sum + a, 0)) : null
      const now = await inForce(db, year, companyWide)
      const frozen = frozenMonths(year, today, now)
      const held = now ? await linesOf(db, now.version) : []
      const locks = held.flatMap((line) =>
        areas.some((area) => area.id === line.child)
          ? twelve.slice(0, frozen).map((month) => ({ child: line.child, month }))
          : [],
      )
      const cells = scaleTo({
        rows: areas.map((area) => ({ key: area.id, label: area.name })),
        columns: twelve.map((month) => ({ key: String(month).padStart(2, '0') })),
        weights,
        locked: lockedCells(held, locks),
        total: total ?? expected!,
      })
      if (isRefusal(cells)) return cells
      const names = new Map(stores.map((store) => [store.id, store]))
      const lines = areas.map((area, i) => ({
        child: area.id,
        months: cells[i]!,
        total: lineTotal({ child: area.id, months: cells[i]! }),
      }))
      return {
        year,
        historyUntil,
        expected,
        total: matrixTotal(lines),
        lines,
        company: groupReasons(proposals, names),
        areas: areas.map((area) => ({
          area: area.id,
          months: groupReasons(
            proposals.filter((p) => stores.some((s) => s.id === p.store && s.area === area.id)),
            names,
          ),
        })),
        borrowed: proposals.flatMap((p) => {
          const reason = p.reasons.find((r) => r.what === 'borrowed')
          const store = names.get(p.store)
          return reason && store
            ? [{ store: { id: store.id, name: store.name, nameEn: store.nameEn }, sentence: reason.sentence }]
            : []
        }),
      }
    },
  }),

  'targets.proposeArea': view({
    summary: ['从历史建议各店各月', 'Propose stores × months from history'],
    who: seenBy,
    about: (_db, { area }) => ({ area }),
    input: z.strictObject({ area: idIn, year: yearIn }),
    async run({ db, today }, { area, year }) {
      const company = await givenMonths(db, year, area)
      if (!company) return refuse('yearNotApproved', { year })
      const stores = await storesOfYear(db, year, area)
      const held = await inForce(db, year, area)
      const before = held ? await linesOf(db, held.version) : []
      const frozen = frozenMonths(year, today, held)
      const { proposals } = await plannerFor(db, { year, today, among: stores })
      const byStore = new Map(proposals.map((p) => [p.store, p]))
      // Stores that have left but had targets keep their row for the months that are over.
      const rows = [
        ...stores,
        ...before
          .filter((l) => !stores.some((s) => s.id === l.child))
          .map((l) => ({ id: l.child, name: '', trades: twelve.map(() => false) })),
      ]
      const weights = rows.map((store) => {
        const proposal = byStore.get(store.id)
        return twelve.map((_, m) =>
          store.trades[m] ? (proposal?.expected === undefined ? 1 : proposal.months[m]!.expected) : 0,
        )
      })
      const locked = lockedCells(
        before,
        before.flatMap((l) => twelve.slice(0, frozen).map((month) => ({ child: l.child, month }))),
      )
      const cells = splitColumns({
        rows: rows.map((store) => ({ key: store.id, label: store.name })),
        columns: twelve.map((month, m) => ({
          key: String(month).padStart(2, '0'),
          total: company.months[m]!,
        })),
        weights,
        locked,
      })
      if (isRefusal(cells)) return cells
      return {
        lines: rows.map((store, i) => ({ child: store.id, months: cells[i]! })),
        reasons: proposals.flatMap((p) =>
          stores.some((s) => s.id === p.store)
            ? [
                {
                  store: p.store,
                  expected: p.expected ?? null,
                  basis: p.reasons,
                  months: p.months.map(({ expected, lastShare, holds, changes }) => ({
                    expected,
                    lastShare,
                    holds,
                    changes,
                  })),
                },
              ]
            : [],
        ),
      }
    },
  }),
}

import { type Db, one } from '../../../platform/database/database.ts'
import { addMonths, type Day, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { analyseInput, analysisInput } from './shape.ts'
import { sharesOf, type TakeSeen, takesOfMonth, worstLines } from './view-tables.ts'
import { takeWords } from './words.ts'

/** An area's stocktakes of a month, and what its area manager makes of them (盘点分析). */
export const analysisOperations = operations(takeWords, {
  'takes.analysis': view({
    summary: ['区域盘点分析', 'An area’s stocktakes of a month, analysed'],
    who: {
      areaManager: 'area',
      operationsDirector: 'company',
      generalManager: 'company',
      finance: 'company',
    },
    about: (_db, { area }) => ({ area }),
    input: analysisInput,
    async run({ db, today }, { area, month }) {
      const { stores, takes, approved } = await monthOfArea(db, area, month, today)
      const last = (await monthOfArea(db, area, addMonths(month, -1), today)).approved
      return {
        month,
        stores: stores.map((s) => ({ id: s.id, name: s.name, nameEn: s.nameEn })),
        takes,
        total: totalOf(approved),
        before: last.length > 0 ? totalOf(last) : null,
        byCause: await sharesOf(db, approved, 'cause'),
        byCategory: await sharesOf(db, approved, 'category'),
        byPerson: await sharesOf(db, approved, 'person'),
        worst: await worstLines(db, approved),
        analysis: (await analysisOf(db, area, month)) ?? null,
      }
    },
  }),
  'takes.analyse': action({
    summary: ['交盘点分析', 'Hand in the analysis of a month’s stocktakes'],
    who: { areaManager: 'area' },
    about: (_db, { area }) => ({ area }),
    input: analyseInput,
    async run({ db, actor, today, now, note }, { id, area, month, basedOn, words }) {
      await db.query('select pg_advisory_xact_lock(7301022, hashtext($1))', [area])
      const standing = await analysisOf(db, area, month)
      if (standing?.id === id) return { id, area, month, version: standing.version }
      if ((standing?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const { takes, approved } = await monthOfArea(db, area, month, today)
      const waiting = takes.filter((t) => t.state === 'submitted').length
      if (waiting > 0) return refuse('stillWaiting', { n: waiting })
      if (approved.length === 0) return refuse('noTakes')
      const { short, over, value } = totalOf(approved)
      const version = basedOn + 1
      await db.query(
        `insert into take_analysis (area_id, id, month, version, takes, short, over, value, words, by, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          area,
          id,
          month,
          version,
          approved.length,
          short,
          over,
          value,
          words,
          actor.person,
          now.toISOString(),
        ],
      )
      note({ record: id, after: { month, version, takes: approved.length, short, over, value } })
      return { id, area, month, version }
    },
  }),
})

async function monthOfArea(db: Db, area: string, month: Month, today: Day) {
  const stores = await storesOf(db, null, area, today)
  const takes = await takesOfMonth(
    db,
    stores.map((s) => s.id),
    month,
  )
  return { stores, takes, approved: takes.filter((t) => t.state === 'approved') }
}

const totalOf = (takes: readonly TakeSeen[]) => {
  const sum = (of: (t: TakeSeen) => number): number => takes.reduce((n, t) => n + of(t), 0)
  return {
    takes: takes.length,
    pieces: sum((t) => t.pieces),
    short: sum((t) => t.short),
    over: sum((t) => t.over),
    value: sum((t) => t.shortValue + t.overValue) as Money,
  }
}

const analysisOf = (db: Db, area: string, month: Month) =>
  one<{ id: string; version: number; words: string; byName: string; at: string; value: Money }>(
    db,
    `select x.id, x.version, x.words, p.name as "byName", x.at, x.value from take_analysis x join person p on p.id = x.by
     where x.area_id = $1 and x.month = $2 order by x.version desc limit 1`,
    [area, month],
  )

import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { insertPlaceRule } from './place-tables.ts'
import { companyPlaceKeepers, placeKeepers } from './reach.ts'
import { companyPlaceInput, type PlaceRule, storePlaceInput } from './shape.ts'
import { attendanceWords } from './words.ts'

/** Where one may clock in, dated: today's presses are asked today's rule. */
export const placeActions = operations(attendanceWords, {
  'attendance.setCompanyPlace': action({
    summary: ['定全公司在哪里打卡（从某日起）', 'Say where the company’s people clock in, from a day on'],
    who: companyPlaceKeepers,
    about: () => 'company',
    input: companyPlaceInput,
    run: (context, rule) => setPlace(context, { ...rule, store: null }),
  }),
  'attendance.setStorePlace': action({
    summary: ['定一家店在哪里打卡（从某日起）', 'Say where a store’s people clock in, from a day on'],
    who: placeKeepers,
    about: (_db: Db, { store }: { store: string }) => ({ store }),
    input: storePlaceInput,
    async run(context, rule) {
      const [seen] = await storesOf(context.db, [rule.store], null, context.today)
      return seen ? setPlace(context, rule) : refuse('notFound')
    },
  }),
})

async function setPlace(
  { db, actor, today, now, note }: ActionContext,
  rule: { readonly id: string; readonly store: string | null; readonly from: Day; readonly rule: PlaceRule },
) {
  if (rule.from < today) return refuse('fromPast', {}, 'from')
  const isNew = await insertPlaceRule(db, { ...rule, by: actor.person, at: now })
  if (!isNew) return refuse('fromTwice', {}, 'from')
  note({ record: rule.id, day: rule.from, after: { rule: rule.rule, of: rule.store ? 'store' : 'company' } })
  return { id: rule.id }
}

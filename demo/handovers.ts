import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'
import { Random } from './random.ts'

const lines = [
  { kind: 'hold', words: '驼色双面大衣 M，王女士，周五取' },
  { kind: 'promise', words: '米色针织到货告诉李女士' },
  { kind: 'debt', words: '第二排陈列还差一组配饰' },
  { kind: 'hold', words: '黑色长裤 27 码，下班前来试' },
  { kind: 'promise', words: '改裤长，明天下午前好' },
] as const
/** Minutes after midnight at which the early shift hands over to the late one. */
const noon = 14 * 60

/** Early to late shift, yesterday and today: mostly the same figures, sometimes two yuan apart. */
export async function makeHandovers(
  database: Database,
  acts: Acts,
  chain: Chain,
  { today, now }: { today: Day; now: Date },
  progress: (text: string) => void,
): Promise<void> {
  const works = await database.query<{ store: string; day: Day; person: string; kind: string }>(
    `select store_id as store, day, person_id as person, kind from roster_works where day between $1 and $2 order by store_id, day, person_id`,
    [addDays(today, -1), today],
  )
  let made = 0
  for (const [i, store] of chain.stores.entries())
    for (const day of [addDays(today, -1), today]) {
      const random = new Random(`handover:${store.code}:${day}`)
      const of = (kind: string) => works.find((w) => w.store === store.id && w.day === day && w.kind === kind)
      const [from, to] = [of('early')?.person, of('late')?.person]
      const at = instant(day, noon + 2 * i)
      if (!from || !to || at > now) continue
      const id = newId()
      const cash = 50_000 + 100 * random.whole(0, 1_800)
      const first = random.whole(0, lines.length - 2)
      await acts.do(from, at, 'handovers.give', {
        id,
        store: store.id,
        to,
        cash,
        keys: 3,
        words: null,
        lines: lines.slice(first, first + 2),
      })
      const short = random.chance(0.2) ? 200 : 0
      const signedAt = instant(day, noon + 2 * i + 12)
      if (signedAt > now) continue
      await acts.do(to, signedAt, 'handovers.take', {
        store: store.id,
        id,
        cash: cash - short,
        keys: 3,
        words: short > 0 ? '少两元，两边都数了两遍' : null,
      })
      made += 1
    }
  // The whole day's trade lies in the demo's books already: at two o'clock they said what the drawer held.
  await database.query('update handover set books = cash where books is not null')
  progress(`  交接班 handovers: ${made}`)
}

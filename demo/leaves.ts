import type { Database } from '../platform/database/database.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

interface Wish {
  readonly store: string
  /** Which of the store's associates; the manager where it is left out. */
  readonly associate?: number
  /** Days from today. */
  readonly from: number
  readonly to: number
  readonly kind: string
  readonly why: string | null
  readonly answer: 'approved' | 'waiting' | string
  readonly standIn?: number
}
const wishes: readonly Wish[] = [
  { store: 'NJ01', associate: 0, from: 2, to: 4, kind: 'annual', why: null, answer: 'approved' },
  { store: 'NJ01', associate: 2, from: 3, to: 3, kind: 'personal', why: '孩子家长会', answer: 'waiting' },
  { store: 'NJ01', associate: 4, from: 9, to: 12, kind: 'marriage', why: null, answer: 'waiting' },
  { store: 'HZ02', associate: 1, from: 1, to: 1, kind: 'sick', why: '复诊拿药', answer: 'approved' },
  { store: 'HZ02', associate: 3, from: 5, to: 7, kind: 'annual', why: '回老家', answer: 'approved' },
  { store: 'SH01', associate: 2, from: 1, to: 14, kind: 'maternity', why: null, answer: 'approved' },
  {
    store: 'SH02',
    associate: 0,
    from: 4,
    to: 6,
    kind: 'personal',
    why: '外出旅游',
    answer: '周末大促人手排满了，改下周可以',
  },
  { store: 'SZ01', associate: 1, from: 2, to: 3, kind: 'annual', why: null, answer: 'waiting' },
  { store: 'SZ01', from: 8, to: 10, kind: 'annual', why: '带父母体检', answer: 'waiting', standIn: 0 },
  { store: 'WX01', from: 3, to: 4, kind: 'personal', why: '家里装修收房', answer: 'approved', standIn: 0 },
]

/** Some leave of these days: asked, approved, declined, still waiting; and two who lay ill on days they did not sell. */
export async function makeLeaves(
  database: Database,
  acts: Acts,
  chain: Chain,
  today: Day,
  progress: (text: string) => void,
): Promise<void> {
  const yesterday = addDays(today, -1)
  for (const [i, wish] of wishes.entries()) {
    const store = chain.stores.find((s) => s.code === wish.store)!
    const associates = chain.appointments
      .filter((a) => a.store === store.id && a.position === 'salesAssociate' && a.to === null)
      .map((a) => a.person)
    const manager = acts.holder('storeManager', { store: store.id })
    const person = wish.associate === undefined ? manager : associates[wish.associate % associates.length]!
    const above = wish.associate === undefined ? acts.holder('areaManager', { area: store.areaId }) : manager
    const id = newId()
    await acts.do(person, instant(yesterday, 15 * 60 + i * 7), 'leave.ask', {
      id,
      from: addDays(today, wish.from),
      to: addDays(today, wish.to),
      kind: wish.kind,
      why: wish.why,
      standIn: wish.standIn === undefined ? null : associates[wish.standIn]!,
    })
    if (wish.answer === 'waiting') continue
    const approved = wish.answer === 'approved'
    await acts.do(above, instant(yesterday, 18 * 60 + i * 3), 'leave.decide', {
      id,
      approved,
      ...(approved ? {} : { words: wish.answer }),
    })
  }
  for (const { person, store } of await restedBoth(database, yesterday, today)) {
    await acts.do(acts.holder('storeManager', { store }), instant(today, 7 * 60 + 10), 'leave.ask', {
      id: newId(),
      person,
      from: yesterday,
      to: today,
      kind: 'sick',
      why: '早上来电，发烧',
    })
  }
  progress(`  请假 leave: ${wishes.length + 2}`)
}

const restedBoth = (database: Database, yesterday: Day, today: Day) =>
  database.query<{ person: string; store: string }>(
    `select a.person_id as person, a.store_id as store from appointment a join store s on s.id = a.store_id
     where a.position = 'salesAssociate' and a.from_day < $1 and a.to_day is null and s.code in ('HZ01', 'SH03', 'CD01', 'GZ01')
       and not exists (select 1 from sales_person_day d where d.store_id = a.store_id and d.person_id = a.person_id and d.day between $1 and $2)
     order by a.id limit 2`,
    [yesterday, today],
  )

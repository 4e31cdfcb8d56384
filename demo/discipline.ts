import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

const told = [
  { kind: 'praise', back: 6, words: '王女士要的驼色大衣 M 码本店没有，当天从别店调到并送到家' },
  { kind: 'reminder', back: 4, words: '早班十点零八分才开橱窗灯，开店检查表里写的是九点四十' },
] as const

/** A word of praise and a reminder in one store, read and answered; a warning of the area manager, taken back. */
export async function makeDiscipline(acts: Acts, chain: Chain, { today, now }: { today: Day; now: Date }) {
  const store = chain.stores.find((s) => s.code === 'NJ01') ?? chain.stores[0]!
  const manager = acts.holder('storeManager', { store: store.id })
  const area = acts.holder('areaManager', { area: store.areaId })
  const [first, second] = chain.appointments.filter(
    (a) =>
      a.store === store.id &&
      a.position === 'salesAssociate' &&
      a.to === null &&
      a.from < addDays(today, -10),
  )
  if (!first || !second) return
  for (const [i, { kind, back, words }] of told.entries()) {
    const day = addDays(today, -back)
    const id = newId()
    const person = [first, second][i]!.person
    await acts.do(manager, instant(day, 20 * 60), 'discipline.enter', {
      id,
      store: store.id,
      person,
      kind,
      day,
      words,
    })
    if (i === 1) continue
    const answer = '谢谢店长，是小王帮忙从新街口店取的'
    await acts.do(person, instant(addDays(day, 1), 10 * 60), 'discipline.read', {
      store: store.id,
      id,
      answer,
    })
  }
  const id = newId()
  const day = addDays(today, -3)
  const words = '连续两天没有交日报'
  await acts.do(area, instant(day, 21 * 60), 'discipline.enter', {
    id,
    store: store.id,
    person: manager,
    kind: 'warning',
    day,
    words,
  })
  const at = instant(addDays(day, 1), 11 * 60)
  await acts.do(area, at < now ? at : now, 'discipline.withdraw', {
    store: store.id,
    id,
    reason: '日报其实交了，是系统里看错了店',
  })
}

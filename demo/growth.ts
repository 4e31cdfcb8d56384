import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { type Chain, isHeld } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

const plans = [
  [
    'outfit',
    '能独立给客人配成套',
    '每天练一组成套，周五讲给全店',
    '三套讲得清楚，连带上来了',
    '周末带新人一次',
  ],
  [
    'close',
    '成交率到店里前三',
    '每天记两单没成的，想好下次怎么说',
    '记了六天，敢开口了',
    '和店长对练三次促成的话',
  ],
  ['product', '能带新人认面料', '本周把羊绒和羊毛讲给同事听', '讲过两次，还缺养护', '做一张养护卡贴在收银台'],
  ['display', '能独立换一面墙', '照手册换左墙，拍给店长看', '换得齐，色序还要练', '下一波上新由她主换'],
] as const

/** Whom store managers bring on: most have somebody, a few have looked at it once more, some say why nobody is. */
export async function makeGrowth(
  acts: Acts,
  chain: Chain,
  today: Day,
  progress: (text: string) => void,
): Promise<void> {
  let made = 0
  const begun = addDays(today, -18)
  for (const store of chain.stores) {
    const random = new Random(hashOf(`growth:${store.code}`))
    const manager = acts.holder('storeManager', { store: store.id })
    if (store.openedOn > begun || random.chance(0.2)) continue
    if (random.chance(0.12)) {
      await acts.do(manager, instant(addDays(today, -3), 15 * 60), 'growth.nobody', {
        store: store.id,
        words: '都是新人，先过基础话术',
      })
      continue
    }
    const person = chain.appointments.find(
      (a) => a.store === store.id && a.position === 'salesAssociate' && a.to === null && isHeld(a, begun),
    )?.person
    if (!person) continue
    const [skill, goal, nextStep, became, next] = random.pick(plans)
    const id = newId()
    await acts.do(manager, instant(begun, 16 * 60), 'growth.plan', {
      id,
      store: store.id,
      person,
      skill,
      goal,
      nextStep,
      by: addDays(begun, 12),
    })
    made++
    if (random.chance(0.7))
      await acts.do(person, instant(addDays(begun, 1), 10 * 60), 'growth.seen', { store: store.id, id })
    if (random.chance(0.6))
      await acts.do(manager, instant(addDays(today, -4), 16 * 60 + 20), 'growth.review', {
        id: newId(),
        store: store.id,
        plan: id,
        words: became,
        next: { step: next, by: addDays(today, 10) },
      })
  }
  progress(`  成长计划 development plans: ${made}`)
}

import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

interface Wish {
  readonly by: { readonly position: string; readonly area?: string }
  /** Days from today on which it is published, is due, and ends; minutes into the day of publishing. */
  readonly on: number
  readonly at: number
  readonly due: number
  readonly until: number
  readonly kind: string
  readonly positions: readonly string[]
  readonly minutes: number
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  /** How many of the stores have passed it on, and how many of the people of such a store have read it. */
  readonly told: number
  readonly read: number
}

const wishes: readonly Wish[] = [
  {
    by: { position: 'operationsDirector' },
    on: -4,
    at: 10 * 60,
    due: -3,
    until: 10,
    kind: 'requirement',
    positions: ['salesAssociate', 'storeManager', 'areaManager'],
    minutes: 20,
    title: '羊绒与双面呢主推陈列',
    titleEn: 'Cashmere and double-faced wool to the front',
    body: '周三打烊前，羊绒和双面呢移到进门右手第一组，三套成套搭配上模特。\n\n价签换成带成分的新版；旧价签收回，别留在试衣间。\n\n陈列好后店长自己走一遍顾客动线，再开门。',
    bodyEn:
      'Before closing on Wednesday move cashmere and double-faced wool to the first group on the right of the door, three full outfits on mannequins.\n\nUse the new price tags with the material; collect the old ones, also from fitting rooms.\n\nThe store manager walks the customer’s way once before the doors open.',
    told: 0.92,
    read: 0.97,
  },
  {
    by: { position: 'areaManager', area: 'E2' },
    on: -1,
    at: 16 * 60,
    due: 1,
    until: 7,
    kind: 'promotion',
    positions: ['salesAssociate', 'storeManager'],
    minutes: 15,
    title: '周末会员双倍积分，结账前先问手机号',
    titleEn: 'Double points this weekend: ask for the phone number before paying',
    body: '周五到周日会员双倍积分。\n\n结账前先问手机号；不是会员的，两分钟办好再结。\n\n对积分有疑问的顾客请店长来答，不要当场许诺。',
    bodyEn:
      'Members earn double points from Friday to Sunday.\n\nAsk for the phone number before paying; whoever is no member is enrolled within two minutes.\n\nQuestions about points go to the store manager; promise nothing on the spot.',
    told: 0.6,
    read: 0.7,
  },
  {
    by: { position: 'personnel' },
    on: 0,
    at: 6 * 60 + 30,
    due: 1,
    until: 30,
    kind: 'safety',
    positions: ['salesAssociate', 'storeManager'],
    minutes: 0,
    title: '入冬用电与仓库通道检查',
    titleEn: 'Winter: electricity and clear stockroom ways',
    body: '取暖器不离人，打烊前拔插头。\n\n仓库和后门通道不堆箱，灭火器前一米不放东西。',
    bodyEn:
      'Heaters are never left alone; unplug them before closing.\n\nNo boxes in stockroom and back-door ways, nothing within a metre of an extinguisher.',
    told: 0,
    read: 0.08,
  },
]

/** Three notices of these days: one nearly everywhere done, one of an area under way, one just out. */
export async function makeNotices(
  acts: Acts,
  chain: Chain,
  today: Day,
  now: Date,
  progress: (text: string) => void,
): Promise<void> {
  let receipts = 0
  for (const wish of wishes) {
    const area = chain.areas.find((a) => a.code === wish.by.area)
    const at = instant(addDays(today, wish.on), wish.at)
    const id = newId()
    await acts.do(acts.holder(wish.by.position, area ? { area: area.id } : {}), at, 'notices.publish', {
      id,
      title: wish.title,
      titleEn: wish.titleEn,
      body: wish.body,
      bodyEn: wish.bodyEn,
      kind: wish.kind,
      positions: wish.positions,
      areas: area ? [area.id] : null,
      validFrom: addDays(today, wish.on),
      validTo: addDays(today, wish.until),
      minutes: wish.minutes,
      relayBy: addDays(today, wish.due),
      despiteLoad: true,
    })
    const stores = chain.stores.filter((s) => !area || s.areaId === area.id)
    const done = await Promise.all(
      stores.map((store) => passOn(acts, chain, store, wish, id, today, at, now)),
    )
    receipts += done.reduce((sum, n) => sum + n, 0)
  }
  progress(`  通知 notices: ${wishes.length}, 已读 receipts ${receipts}`)
}

/** A store's morning after: told at the briefing, then each reads it on her own phone, some not yet. */
async function passOn(
  acts: Acts,
  chain: Chain,
  store: DemoStore,
  wish: Wish,
  notice: string,
  today: Day,
  published: Date,
  now: Date,
): Promise<number> {
  const random = new Random(hashOf(`notice:${wish.title}:${store.code}`))
  const isTold = random.chance(wish.told)
  const at = new Date(published.getTime() + (isTold ? 18 * 60 + random.whole(0, 240) : 30) * 60_000)
  if (at > now || (wish.told > 0 && !isTold)) return 0
  const manager = acts.holder('storeManager', { store: store.id })
  let receipts = 0
  if (isTold) {
    const seen = await acts.see<{ relay: { listeners: { person: string; away: boolean }[] } }>(
      manager,
      at,
      'notices.one',
      { id: notice },
    )
    await acts.do(manager, at, 'notices.relay', {
      id: newId(),
      store: store.id,
      notice,
      briefing: 'morning',
      people: seen.relay.listeners.filter((l) => !l.away).map((l) => l.person),
    })
  }
  const associates = chain.appointments.filter(
    (a) =>
      a.store === store.id &&
      a.position === 'salesAssociate' &&
      a.to === null &&
      a.from <= addDays(today, wish.on),
  )
  const reading = associates
    .map(({ person }, i) => ({
      person,
      when: new Date(at.getTime() + (i * 9 + random.whole(2, 30)) * 60_000),
      reads: random.chance(wish.read),
    }))
    .filter(({ when, reads }) => reads && when <= now)
    .sort((one, other) => one.when.getTime() - other.when.getTime())
  for (const { person, when } of reading) {
    await acts.do(person, when, 'notices.read', { notice })
    receipts += 1
  }
  return receipts
}

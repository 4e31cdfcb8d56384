import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

/** Clauses that planned days and coaching prove; the company tried them out last. */
export const plannedClauses = ['SM-2.1', 'SM-2.7', 'SM-4.3', 'SM-4.5'] as const

const things = [
  '补齐大衣 M 码',
  '橱窗换驼色一组',
  '每人邀约三位老客',
  '试衣间固定一人',
  '成套搭配陈列第二排',
  '理货：毛衫按色排',
  '收齐上周未回访名单',
  '新款面料学十分钟',
]
const pushes = ['双面羊绒大衣', '烟管裤配针织', '真丝衬衫成套']
const sums = ['下午客少，晚场拉回来。', '大衣试穿多，缺 M 码丢了两单。', '老客来了三位，成了两单。']
const coachings = [
  ['outfit', '只拿客人点的那一件，没有配内搭', '每次多拿一件能搭的，先试成套'],
  ['fitting', '带进试衣间就去整理货架', '在门外等，多备一个尺码'],
  ['close', '客人犹豫时没说话', '问一句“今天穿走还是包起来”'],
  ['greet', '进门先介绍折扣', '先问穿着场合，再拿第一件'],
] as const
const habitOf = (store: DemoStore): number =>
  store.code === 'SZ01' ? 0.5 : store.code === 'NJ01' ? 0.75 : 0.95

interface Seen {
  readonly plan: { id: string; things: string[] } | null
  readonly people: readonly { person: string; position: string; target: number | null; isAway: boolean }[]
  readonly toHelp: readonly string[]
}

/** A store manager’s day: planned and told in the morning, looked at in the afternoon, summed up at closing. */
export async function planDays(acts: Acts, chain: Chain, day: Day, now: Date): Promise<void> {
  await Promise.all(
    chain.stores.map(async (store) => {
      const random = new Random(hashOf(`day:${store.code}:${day}`))
      if (!random.chance(habitOf(store))) return
      const person = acts.holder('storeManager', { store: store.id })
      const at = (minutes: number): Date => instant(day, minutes)
      const act = async (minutes: number, name: string, input: object): Promise<void> => {
        if (at(minutes) < now)
          await acts.do(person, at(minutes), name, { id: newId(), store: store.id, ...input })
      }
      const first = random.whole(0, things.length - 1)
      const chosen = [0, 3, 5].map((n) => things[(first + n) % things.length]!).slice(0, random.whole(2, 3))
      const opening = 9 * 60 + 20 + random.whole(0, 30)
      await act(opening, 'dayPlans.plan', { day, basedOn: 0, things: chosen, push: random.pick(pushes) })
      if (at(opening) >= now) return
      const seen = await acts.see<Seen>(person, at(opening), 'dayPlans.day', { store: store.id, day })
      const present = seen.people.filter((p) => !p.isAway && p.target !== null).map((p) => p.person)
      await act(opening + 8, 'dayPlans.brief', {
        basedOn: 0,
        present: present.length > 0 ? present : [person],
      })
      const afternoon = 16 * 60 + random.whole(0, 50)
      if (at(afternoon) < now) {
        const later = await acts.see<Seen>(person, at(afternoon), 'dayPlans.day', { store: store.id, day })
        for (const [n, who] of later.toHelp.entries())
          await act(afternoon + 3 * n, 'dayPlans.help', {
            help: { person: who, how: random.pick(['together', 'fitting', 'pieces'] as const) },
          })
        if (later.toHelp.length === 0) await act(afternoon, 'dayPlans.help', { help: null })
      }
      await act(21 * 60 + 40 + random.whole(0, 15), 'dayPlans.close', {
        day,
        basedOn: 0,
        plan: seen.plan!.id,
        done: chosen.map(() => random.chance(0.8)),
        words: random.chance(0.6) ? random.pick(sums) : null,
      })
    }),
  )
}

/** The week’s coaching so far: some stores have been through with everybody, most with a few. */
export async function coach(acts: Acts, chain: Chain, day: Day): Promise<void> {
  await Promise.all(
    chain.stores.map(async (store) => {
      const random = new Random(hashOf(`coach:${store.code}:${day}`))
      const manager = acts.holder('storeManager', { store: store.id })
      const seen = await acts.see<{ associates: { person: string; isAway: boolean }[] }>(
        manager,
        instant(day, 15 * 60),
        'coaching.ofStore',
        { store: store.id },
      )
      // Who moves on soon is not the manager's to bring on any more.
      const stays = (person: string) =>
        chain.appointments.some((a) => a.person === person && a.store === store.id && a.to === null)
      const here = seen.associates.filter((a) => !a.isAway && stays(a.person))
      for (const { person } of here.slice(0, random.chance(0.4) ? here.length : 2)) {
        const [skill, observed, nextStep] = random.pick(coachings)
        const id = newId()
        const at = instant(day, 15 * 60 + random.whole(0, 60))
        await acts.do(manager, at, 'coaching.note', {
          id,
          store: store.id,
          person,
          skill,
          observed,
          nextStep,
        })
        if (random.chance(0.6))
          await acts.do(person, instant(addDays(day, 1), 10 * 60), 'coaching.seen', { store: store.id, id })
      }
    }),
  )
}

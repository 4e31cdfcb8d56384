import { addDays, type Day } from '../platform/kinds/day.ts'
import type { Acts } from './acts.ts'
import type { DemoStyle } from './goods.ts'
import { instant } from './moments.ts'

/** What is said of the newest style of a category. */
const said: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  大衣: [
    '双面呢，轻而不透风\n肩线收窄，穿进外套不臃肿\n配高领针织最好卖',
    'Double-faced wool: light, windproof\nA narrow shoulder line\nSells best with a roll-neck',
  ],
  羽绒: [
    '九成绒，装得进随身包\n帽子可拆\n袖口双层防风',
    '90 % down, packs into a handbag\nThe hood comes off\nDouble cuffs against the wind',
  ],
  针织: [
    '可机洗，不起球\n领口有弹力，不勒\n同色可配半裙',
    'Machine washable, does not pill\nA neck that gives\nGoes with the skirt of its colour',
  ],
  裤装: [
    '腰后有松紧，坐着不勒\n垂感好，不用熨',
    'Elastic at the back of the waist\nFalls well, needs no ironing',
  ],
  连衣裙: ['有口袋\n里布到膝，不透', 'It has pockets\nLined to the knee'],
}

export async function tellPoints(acts: Acts, goods: readonly DemoStyle[], today: Day): Promise<void> {
  const by = acts.holder('merchandising')
  for (const [category, [zh, en]] of Object.entries(said)) {
    const own = goods.filter((s) => s.category === category && s.launchedOn <= today)
    const newest = own.sort((a, b) => (a.launchedOn < b.launchedOn ? 1 : -1)).slice(0, 2)
    for (const style of newest)
      await acts.do(by, instant(addDays(today, -10), 15 * 60), 'goods.tellPoints', {
        style: style.id,
        zh,
        en,
      })
  }
}

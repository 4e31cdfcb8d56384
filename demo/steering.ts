import type { SteeredFactor } from '../business/sales/steering/shape.ts'
import { measuresFor } from '../business/sales/steering/words.ts'
import { addDays, type Day, weekdayOf } from '../platform/kinds/day.ts'
import { companyWide } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain, DemoStore } from './chain.ts'
import { closedOn } from './demand.ts'
import { instant } from './moments.ts'
import { hashOf, Random } from './random.ts'

/** Clauses that the chain tries out with its second edition: what steering proves. */
export const steeringClauses = ['OD-3.3', 'OD-6', 'AM-1.2', 'SM-1.2'] as const
const listDays = 7
/** Earlier notes, three weeks back, whose effect can be read by now. */
const earlierNotes = ['HZ01', 'NJ01', 'SH01', 'GZ01', 'SZ01']

const lineWords = [
  '下午三点前看一次分时',
  '店长带两个人，先从大衣组开始',
  '缺的码今天从邻店调',
  '晚上八点在群里报结果',
  null,
  null,
]
const areaWords = ['先帮还追得回来的两家，周三前到店', '把高峰排班重看一遍，明早报我', '断码清单今天报商品']
const answers = [
  '按要求排好了，下午成交率回到一成以上。',
  '三套搭配都过了一遍，收银台加推丝巾，连带有起色。',
  '约了十二位老客，来了五位，成交三单。',
  'M 码调到两件，橱窗换成大衣组。',
]
const changes: Readonly<Record<SteeredFactor, string>> = {
  traffic: '橱窗换酒红一组，每天中午在商场入口派两小时卡',
  conversionRate: '午后两点到五点错开休息，试衣间固定一人',
  saleTickets: '高峰时段全员在岗，收银单独一人',
  unitsPerTransaction: '早会演练三件搭配，收银台加推丝巾和腰带',
  averageUnitRetail: '主推羊绒大衣放到入口第一组，折扣只给会员',
}

interface List {
  day: Day
  filed: { version: number } | null
  lines: { seat: string; behind: boolean; figures: { cause: { factor: string } | null } | null }[]
}
interface Given {
  directives: { seat: string; id: string }[]
}
interface Draft {
  cause: { factor: SteeredFactor } | null
  figures: { factors: Record<SteeredFactor, { now: { value: number | null } }> }
}

/** One day of steering: lists in the morning, directives answered in the afternoon, on Thursdays the stores' notes. */
export async function steerDay(acts: Acts, chain: Chain, day: Day, back: number, today: Day): Promise<void> {
  if (weekdayOf(day) === 4 && back <= 24) await writeNotes(acts, chain, day, back, today)
  if (back > listDays) return
  for (const [i, area] of chain.areas.entries()) {
    // The manager of the south lets a Monday pass.
    if (area.code === 'S1' && weekdayOf(day) === 1) continue
    await chaseArea(acts, chain, area, day, back, 9 * 60 + 30 + i * 17)
  }
  await steerAreas(acts, day, back)
  if (back === 3) await taskOfGeneralManager(acts, day)
}

async function chaseArea(
  acts: Acts,
  chain: Chain,
  area: Chain['areas'][number],
  day: Day,
  back: number,
  minutes: number,
): Promise<void> {
  const manager = acts.holder('areaManager', { area: area.id })
  const at = instant(day, minutes)
  const random = new Random(hashOf(`chase:${area.code}:${day}`))
  const { lines } = await acts.see<List>(manager, at, 'chase.list', { area: area.id })
  const asks = back % 2 === 1
  const { directives } = await acts.do<Given>(manager, at, 'chase.submit', {
    area: area.id,
    day,
    basedOn: 0,
    lines: linesOf(lines, random, asks ? { day, time: '18:00' } : null),
  })
  for (const { seat, id } of directives) {
    const store = chain.stores.find((s) => s.id === seat)!
    // The last one of the store that misses its targets stays unanswered.
    if (store.code === 'NJ01' && back === 1) continue
    const which = { store: seat, directive: id }
    await acts.do(
      acts.holder('storeManager', { store: seat }),
      instant(day, 16 * 60 + random.whole(0, 100)),
      'directives.answer',
      {
        ...which,
        words: random.pick(answers),
      },
    )
    if (back === 1) continue
    await acts.do(manager, instant(day, 19 * 60), 'directives.accept', { ...which, words: null })
  }
}

/** A usual measure for each that lags; the first of them gets it as a directive, where one is given that day. */
const linesOf = (lines: List['lines'], random: Random, due: { day: Day; time: string } | null) =>
  lines
    .filter((l) => l.behind)
    .map((line, i) => {
      const cause = (line.figures?.cause?.factor ?? null) as SteeredFactor | null
      return {
        seat: line.seat,
        cause,
        measure: random.pick(measuresFor(cause).slice(0, 3)),
        words: random.pick(lineWords),
        directive: due && i === 0 ? { due } : null,
      }
    })

async function steerAreas(acts: Acts, day: Day, back: number): Promise<void> {
  const director = acts.holder('operationsDirector')
  const at = instant(day, 10 * 60 + 25)
  const random = new Random(hashOf(`steer:${day}`))
  const { lines } = await acts.see<List>(director, at, 'chase.company', {})
  const asks = back === 5 || back === 1
  const { directives } = await acts.do<Given>(director, at, 'chase.steer', {
    day,
    basedOn: 0,
    lines: lines
      // An area that keeps pace is spoken of where one of its stores does not.
      .filter((l) => l.behind || asks)
      .map((line, i) => ({
        seat: line.seat,
        cause: (line.figures?.cause?.factor ?? null) as SteeredFactor | null,
        measure: null,
        words: random.pick(areaWords),
        directive: asks && i === 0 ? { due: { day: addDays(day, 1), time: '18:00' } } : null,
      })),
  })
  if (back === 1) return
  for (const { seat, id } of directives) {
    const which = { store: companyWide, directive: id }
    const manager = acts.holder('areaManager', { area: seat })
    await acts.do(manager, instant(day, 17 * 60), 'directives.answer', {
      ...which,
      words: '先看了南京店，周三去苏州',
    })
    await acts.do(director, instant(day, 18 * 60), 'directives.return', {
      ...which,
      words: '南京店的排班没有写，补上',
      due: { day: addDays(day, 1), time: '12:00' },
    })
    await acts.do(manager, instant(day, 20 * 60 + 40), 'directives.answer', {
      ...which,
      words: '南京店午后两点到五点加一人，明天起执行',
    })
    await acts.do(director, instant(day, 21 * 60 + 10), 'directives.accept', { ...which, words: '收到' })
  }
}

/** A task from the general manager: answered the day after, not accepted yet. */
async function taskOfGeneralManager(acts: Acts, day: Day): Promise<void> {
  const { id } = await acts.do<{ id: string }>(
    acts.holder('generalManager'),
    instant(day, 11 * 60),
    'directives.giveDirector',
    {
      measure: null,
      words: '下月的大衣主推方案，先给我一页',
      due: { day: addDays(day, 2), time: '18:00' },
      about: null,
    },
  )
  await acts.do(acts.holder('operationsDirector'), instant(day, 21 * 60 + 30), 'directives.answer', {
    store: companyWide,
    directive: id,
    words: '一页已发：三款主推、两周分批到店、陈列同步换',
  })
}

async function writeNotes(acts: Acts, chain: Chain, day: Day, back: number, today: Day): Promise<void> {
  const open = chain.stores.filter((s) => day >= s.openedOn && !closedOn(s, day, today))
  const writers =
    back <= listDays
      ? open.filter((s) => !['XM01', 'SZ01'].includes(s.code))
      : open.filter((s) => earlierNotes.includes(s.code))
  for (const [i, store] of writers.entries()) await writeNote(acts, store, day, 14 * 60 + 5 * i)
}

async function writeNote(acts: Acts, store: DemoStore, day: Day, minutes: number): Promise<void> {
  const manager = acts.holder('storeManager', { store: store.id })
  const at = instant(day, minutes)
  const { cause, figures } = await acts.see<Draft>(manager, at, 'adjust.draft', { store: store.id })
  const random = new Random(hashOf(`adjust:${store.code}:${day}`))
  const factor = cause?.factor ?? random.pick(['conversionRate', 'unitsPerTransaction'] as const)
  const { value } = figures.factors[factor].now
  if (value === null) return
  await acts.do(manager, at, 'adjust.write', {
    store: store.id,
    factor,
    change: changes[factor],
    from: addDays(day, 1),
    expected: factor === 'conversionRate' ? Math.min(1, value * 1.1) : value * 1.1,
  })
}

import type { Day } from '../../../platform/kinds/day.ts'
import { monthDay, weekHour } from '../../sales/own-reports/rules.ts'
import { afternoon, ownSheetProofs, sheetProofs } from './checks.ts'
import { type Deed, type Find, proof } from './proofs.ts'
import { sheetHandedIn } from './takes.ts'
import {
  afterMonth,
  always,
  atClosing,
  atOpening,
  daily,
  morningLook,
  raised,
  tillClosing,
  weekly,
} from './timing.ts'
import type { NewDuty, Requirements } from './types.ts'

const manager = { by: 'storeManager' } as const
const dailyLook = { ...manager, every: 'day' } as const
const weeklyLook = { ...manager, every: 'week' } as const
const monthlyLook = { ...manager, every: 'month' } as const

/** 导购 */
export const salesAssociateRequirements: Requirements = {
  education: ['初中及以上', 'Basic schooling or more'],
  years: { trade: 0, leading: 0 },
  knowledge: [['记得住本季款式、面料与搭配', 'Knows the season’s styles, fabrics and outfits']],
  skills: [
    ['笑脸迎人，听得懂顾客要什么', 'Welcoming, and hears what the customer wants'],
    ['会搭配，会试穿服务，会收尾', 'Puts outfits together, serves the fitting, closes the sale'],
  ],
  integrity: ['不私下议价，不挪用货款', 'No private prices, no borrowing from the till'],
  tools: [['手机上的经纬与收银机', 'Jingwei on the phone, and the till']],
}

export const salesAssociateDuties: readonly NewDuty[] = [
  {
    id: 'SA-1.1',
    kind: 'perishable',
    calendar: [tillClosing],
    title: ['完成自己的日目标', 'Reach your own day target'],
    help: [
      '有目标的日子，记在你名下的销售到了目标就算完成；退货或冲销后不足，会重新亮起。',
      'On days with a target it is done when sales credited to you reach it; returns below it light it up again.',
    ],
    minutes: 0,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: [],
    proofs: [
      proof('sales.ticket', (find, { store, day }) => reached(find, store, [day])),
      proof('sales.reverse', (find, { store, day }) => reached(find, store, [day])),
      proof('sales.undo', (find, { store, day }) => reached(find, store, [day])),
      proof('sales.till', (find, { store, answer }) =>
        reached(find, store, [
          ...new Set(answer.tickets.flatMap((t) => (t.became === 'refused' ? [] : [t.day]))),
        ]),
      ),
    ],
    redo: false,
    page: { path: '/mine' },
    each: 'withDayTarget',
    isResult: true,
  },
  {
    id: 'SA-1.2',
    kind: 'debt',
    calendar: [raised(['接待一位顾客', 'A customer is served'], 24)],
    title: ['讲清商品与品牌', 'Tell about goods and brand'],
    help: [
      '用商品卡的卖点，发出的搭配和联系留下记录。',
      'Use the product card; looks you share and contacts made stay on record.',
    ],
    minutes: 5,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'customers',
  },
  {
    id: 'SA-1.3',
    kind: 'standing',
    calendar: [always],
    title: ['服务周到', 'Serve well'],
    help: [
      '由巡店评分、顾客评价和成交率看出来，没有单独的打勾。',
      'Seen in visits, customers’ ratings and conversion; there is nothing to tick.',
    ],
    minutes: 0,
    weight: 4,
    lookedAfter: monthlyLook,
    standIns: [],
    indicators: [
      ['巡店服务评分', 'Service score at visits'],
      ['顾客评价', 'Customer ratings'],
      ['成交率', 'Conversion'],
    ],
    awaits: 'floor',
  },
  {
    id: 'SA-1.4',
    kind: 'perishable',
    calendar: [atClosing],
    title: ['用技巧提升销售', 'Sell more with skill'],
    help: [
      '自己的连带、客单与全店比，差哪一项练哪一项：在日报里选一项，写一句明天怎么试。',
      'Your UPT and ATV against the store’s: choose one in your report and say what you will try.',
    ],
    minutes: 2,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: [
      proof('ownReports.submit', (_find, { store, answer }) =>
        answer.kind === 'day' ? [ownDeed(store, answer, answer.practised)] : [],
      ),
    ],
    redo: true,
    page: { path: '/own-report', query: { store: '$store', day: '$day' } },
    each: 'withDayTarget',
    part: {
      says: [
        '连带与客单由系统比出；成交率与发出的搭配要等顾客档案。',
        'UPT and ATV are compared; conversion of one’s own and looks shared await the customers’ files.',
      ],
      awaits: ['customers'],
    },
  },
  {
    id: 'SA-1.5',
    kind: 'debt',
    calendar: [raised(['顾客提出意见', 'A customer has an opinion'], 4)],
    title: ['收集意见，先安抚', 'Hear opinions, settle first'],
    help: ['记下来，店长立刻看到。', 'Written down, it reaches the store manager at once.'],
    minutes: 5,
    weight: 3,
    lookedAfter: dailyLook,
    standIns: ['storeManager'],
    awaits: 'customers',
  },
  {
    id: 'SA-1.6',
    kind: 'debt',
    calendar: [raised(['制度发布', 'A policy is published'], 72)],
    title: ['遵守零售制度', 'Keep to retail policy'],
    help: ['看过、答过；要破例先申请。', 'Read and answered; exceptions are asked for first.'],
    minutes: 10,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'documents',
  },
  {
    id: 'SA-2.1',
    kind: 'perishable',
    calendar: [atOpening, daily('16:00', 2)],
    title: ['卖场与试衣间整洁', 'Clean floor and fitting rooms'],
    help: ['分区打扫，试衣间每小时看一次。', 'By zone, and the fitting rooms every hour.'],
    minutes: 15,
    weight: 3,
    lookedAfter: dailyLook,
    standIns: ['storeManager'],
    // The store's as a whole: the hygiene sheet before the doors open, the fitting rooms seen again in the afternoon.
    proofs: sheetProofs(({ kind, day, round }) =>
      kind === 'hygiene' ? [day] : kind === 'fitting' && round >= afternoon ? [`${day}#2`] : [],
    ),
    part: {
      says: [
        '早上的卫生表与下午的试衣间巡查算完成；漏掉的钟点上级看得到，不单独算；拍照要等照片存放',
        'The hygiene sheet and the fitting rooms of the afternoon prove it; hours left out are shown to the superior; photos wait for a place to keep them',
      ],
      awaits: ['documents'],
    },
    redo: true,
    page: { path: '/checks', query: { store: '$store', day: '$day' } },
  },
  {
    id: 'SA-2.2',
    kind: 'perishable',
    calendar: [atOpening],
    title: ['自己区域的陈列', 'Display in your own zone'],
    help: ['按图摆好，牢固安全。', 'As shown, firm and safe.'],
    minutes: 15,
    weight: 3,
    lookedAfter: dailyLook,
    standIns: [],
    proofs: ownSheetProofs('display'),
    redo: true,
    page: { path: '/checks', query: { store: '$store', day: '$day', kind: 'display' } },
    each: 'withDayTarget',
  },
  {
    id: 'SA-2.3',
    kind: 'perishable',
    calendar: [morningLook],
    title: ['样衣齐整', 'Samples clean and complete'],
    help: [
      '早上把样衣看一遍；有破损、缺件就登记，变成库存事项。',
      'Look through the samples in the morning; damaged or missing pieces are noted and become a stock matter.',
    ],
    minutes: 10,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: ['storeManager'],
    proofs: [
      proof('stock.checkSamples', (_find, { store, answer }) =>
        store ? [{ seat: { store }, person: answer.person, periods: [answer.day], holds: true }] : [],
      ),
    ],
    redo: false,
    page: { path: '/stock/samples', query: { store: '$store' } },
    each: 'withDayTarget',
  },
  {
    id: 'SA-3',
    kind: 'debt',
    calendar: [weekly(6), raised(['看到竞品动作', 'A rival does something'], 24)],
    title: ['留意竞品', 'Watch the rivals'],
    help: ['什么牌子、什么款、多少钱，拍一张。', 'Which brand, which piece, what price, one photo.'],
    minutes: 10,
    weight: 2,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'market',
  },
  {
    id: 'SA-4',
    kind: 'debt',
    calendar: [afterMonth(2)],
    title: ['参加月盘', 'Take part in the stocktake'],
    help: [
      '店长排好盘点后，按区盲点，扫码或手输，点完交单。',
      'Once a stocktake is planned: zone by zone, blind, scanned or typed, then hand your sheet in.',
    ],
    minutes: 60,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    proofs: sheetHandedIn,
    redo: true,
    page: { path: '/takes', query: { store: '$store' } },
    each: 'withDayTarget',
  },
  {
    id: 'SA-5',
    kind: 'perishable',
    calendar: [atClosing, weekly(7, weekHour), afterMonth(monthDay)],
    title: ['自己的日、周、月报', 'Your own reports'],
    help: [
      '销售、快断的尺码和盘点已带出，要补的点一下，看过就交。',
      'Sales, sizes that run short and what you counted come filled in: press what should be reordered, submit.',
    ],
    minutes: 3,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: [
      proof('ownReports.submit', (_find, { store, answer }) => [ownDeed(store, answer, true)]),
      proof('ownReports.askBack', (_find, { store, answer }) => [ownDeed(store, answer, false)]),
    ],
    redo: true,
    page: { path: '/own-report', query: { store: '$store', day: '$day' } },
    pages: {
      week: { path: '/own-report/week', query: { store: '$store', day: '$day' } },
      month: { path: '/own-report/month', query: { store: '$store', day: '$day' } },
    },
    each: 'withDayTarget',
  },
]

const ownDeed = (
  store: string | null,
  { person, period }: { person: string; period: string },
  holds: boolean,
): Deed => ({
  seat: { store: store! },
  person,
  periods: [period],
  holds,
})

/** Those whose credited sales of a day have just come to their target, or fallen below it again. */
async function reached(find: Find, store: string | null, days: readonly Day[]): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const day of store ? days : [])
    for (const { person, reached } of await find.ownTargetsTurned(store!, day))
      deeds.push({ seat: { store: store! }, person, periods: [day], holds: reached })
  return deeds
}

import { openAndCloseProofs } from './checks.ts'
import { coachingProofs, dayPage, planProofs } from './planned-day.ts'
import { rosterPage, rosterProofs } from './roster.ts'
import { floorDuties } from './store-manager-floor.ts'
import { salesDuties } from './store-manager-sales.ts'
import { always, atClosing, atOpening, daily, inMonth, raised, weekly } from './timing.ts'
import type { NewDuty, Requirements } from './types.ts'

const area = { by: 'areaManager' } as const
const dailyLook = { ...area, every: 'day' } as const
const weeklyLook = { ...area, every: 'week' } as const
const monthlyLook = { ...area, every: 'month' } as const

/** 店长 */
export const storeManagerRequirements: Requirements = {
  education: ['高中或中专及以上', 'Secondary school or more'],
  years: { trade: 3, leading: 1 },
  knowledge: [
    [
      '熟悉本季商品与卖点，懂陈列手册',
      'Knows the season’s goods, their selling points and the display manual',
    ],
    ['懂收银、库存与日结', 'Knows till, stock and the closing of a day'],
  ],
  skills: [
    ['自己会卖，也能教会别人卖', 'Sells well and teaches others to'],
    ['排得开班，分得开目标', 'Makes a roster and splits a target'],
    ['投诉压得住，老客留得住', 'Calms complaints and keeps customers'],
  ],
  integrity: ['钱货两清，出入有据', 'Cash and goods are square, with a paper for each movement'],
  tools: [['手机上的经纬、收银机、聊天群', 'Jingwei on the phone, the till, group chats']],
}

export const storeManagerDuties: readonly NewDuty[] = [
  ...salesDuties,
  ...floorDuties,
  {
    id: 'SM-3.1',
    kind: 'debt',
    calendar: [raised(['顾客到店或成交', 'A customer visits or buys'], 24)],
    title: ['建好客户档案', 'Keep customer files'],
    help: ['经同意记下尺码、喜好、买过什么。', 'With consent: sizes, taste, what was bought.'],
    minutes: 5,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    awaits: 'customers',
  },
  {
    id: 'SM-3.2',
    kind: 'debt',
    calendar: [inMonth('last')],
    title: ['会员维护与反馈', 'Members and what they say'],
    help: [
      '等级积分按规则走，活动邀请到人，意见收上来。',
      'Tiers and points by rule, invitations to each, opinions gathered.',
    ],
    minutes: 45,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'customers',
  },
  {
    id: 'SM-3.3',
    kind: 'perishable',
    calendar: [daily('20:00', 4)],
    title: ['定期联系顾客', 'Keep in touch'],
    help: [
      '生日、节日、售后、久未到店：今天该联系谁，结果怎样。',
      'Birthdays, festivals, after-sale, long absent: whom to call today, and what came of it.',
    ],
    minutes: 25,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    awaits: 'customers',
  },
  {
    id: 'SM-3.4',
    kind: 'debt',
    calendar: [raised(['收到投诉', 'A complaint comes in'], 24)],
    title: ['处理投诉', 'Settle complaints'],
    help: [
      '有期限、有权限内的补偿，顾客认可才关闭。',
      'A deadline, compensation within limits, closed when the customer agrees.',
    ],
    minutes: 30,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: ['areaManager'],
    awaits: 'customers',
  },
  {
    id: 'SM-3.5',
    kind: 'debt',
    calendar: [weekly(7)],
    title: ['上报市场情况与建议', 'Send news and ideas upward'],
    help: [
      '顾客怎么说、旁边怎么卖、我建议什么，等得到答复。',
      'What customers say, what the neighbours sell, what you suggest: it gets an answer.',
    ],
    minutes: 20,
    weight: 2,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    awaits: 'market',
  },
  {
    id: 'SM-4.1',
    kind: 'debt',
    calendar: [weekly(5)],
    title: ['公平排班', 'A fair roster'],
    help: [
      '合规、公平、看得见；出勤按实记。',
      'Within labour rules, fair and visible; attendance as it was.',
    ],
    minutes: 40,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['areaManager'],
    proofs: rosterProofs,
    redo: true,
    page: rosterPage,
  },
  {
    id: 'SM-4.2',
    kind: 'standing',
    calendar: [always],
    title: ['店里的士气', 'Spirit on the floor'],
    help: [
      '没有一张单子能证明它：看竞赛、表扬、流失，巡店时评。',
      'No paper proves it: contests, praise and turnover tell, and visits assess it.',
    ],
    minutes: 0,
    weight: 2,
    lookedAfter: monthlyLook,
    standIns: [],
    indicators: [
      ['人员流失', 'Staff turnover'],
      ['竞赛参与', 'Taking part in contests'],
      ['巡店评分', 'Score at visits'],
    ],
    awaits: 'floor',
  },
  {
    id: 'SM-4.3',
    // A week is coached in itself: what was left out cannot be made good later, and is missed.
    kind: 'perishable',
    calendar: [weekly(6)],
    title: ['带教导购', 'Coach each associate'],
    help: ['一次一个技能，写下下一步。', 'One skill at a time, with the next step written down.'],
    minutes: 40,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: [],
    needs: 'associates',
    proofs: coachingProofs,
    redo: true,
    page: { path: '/coaching', query: { store: '$store' } },
  },
  {
    id: 'SM-4.4',
    kind: 'perishable',
    calendar: [atOpening, atClosing],
    title: ['开店闭店与日盘', 'Open, close, count the pieces'],
    help: [
      '早晚清单按时交；晚上各类件数数一遍，与账对上，差了再数、再差说明。',
      'Both sheets in time; in the evening each category is counted and agrees with the books, or is counted again and explained.',
    ],
    minutes: 25,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    proofs: openAndCloseProofs,
    part: {
      says: [
        '开店闭店检查表与件数日盘已可做；拍照留底要等照片存放',
        'The sheets and the daily count are live; photos wait for a place to keep them',
      ],
      awaits: ['documents'],
    },
    redo: true,
    page: { path: '/checks', query: { store: '$store', day: '$day' } },
  },
  {
    id: 'SM-4.5',
    kind: 'perishable',
    calendar: [atOpening, atClosing],
    title: ['一天有计划', 'A planned day'],
    help: ['开门前写三件要事，晚上勾掉。', 'Three things before the doors open, struck off in the evening.'],
    minutes: 10,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: planProofs,
    redo: true,
    page: dayPage,
  },
  {
    id: 'SM-4.6',
    kind: 'debt',
    calendar: [inMonth(25)],
    title: ['店内培训', 'Train the team'],
    help: [
      '制度、商品、销售轮着来，签到加小测。',
      'Rules, goods and selling in turn, with attendance and a quiz.',
    ],
    minutes: 60,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'people',
  },
]

import { weekOf } from '../calendar-rules.ts'
import { takingsProofs } from './cash.ts'
import { directiveProofs, directiveRaisings } from './directives.ts'
import {
  afterMonth,
  always,
  atClosing,
  atOpening,
  beforeMonth,
  daily,
  directed,
  inMonth,
  raised,
  weekly,
} from './timing.ts'
import {
  type Deed,
  eventPeriod,
  type Find,
  type NewDuty,
  periodOfMonth,
  proof,
  type Raised,
  type Requirements,
  raising,
} from './types.ts'

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
      'Knows the season’s goods, their selling points and the display guide',
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
  {
    id: 'SM-1.1',
    kind: 'debt',
    calendar: [beforeMonth('last')],
    title: ['月目标分到人', 'Split the month to people'],
    help: [
      '下个月开始前，把月目标分到每人每天，跟着排班走，一分不差。',
      'Before the month begins split it over people and days, after the roster, to the cent.',
    ],
    minutes: 30,
    weight: 5,
    lookedAfter: monthlyLook,
    standIns: ['areaManager'],
    proofs: [
      // Saved without people it is only a split by day, and an earlier split to people is gone.
      proof('targets.saveStoreMonth', (_find, { input }) => [
        {
          seat: { store: input.store },
          periods: [periodOfMonth(input.month)],
          holds: input.people.length > 0,
        },
      ]),
      proof('targets.respreadPeople', (_find, { input }) => [
        { seat: { store: input.store }, periods: [periodOfMonth(input.month)], holds: true },
      ]),
    ],
    redo: true,
    page: { path: '/targets/stores/$store', query: { month: '$month' } },
  },
  {
    id: 'SM-1.2',
    kind: 'debt',
    calendar: [weekly(4), directed],
    title: ['按销售调整打法', 'Adjust how the store sells'],
    help: [
      '每周写下看到了什么、改什么，过后看有没有用；上级交办的按时答复。',
      'Every week note what you see and what you change, later see whether it helped; directives answered in time.',
    ],
    minutes: 20,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: [
      proof('adjust.write', (_find, { input, answer }) => [
        { seat: { store: input.store }, periods: [weekOf(answer.week)], holds: true },
      ]),
      ...directiveProofs('store'),
    ],
    raisedBy: [
      raising('directives.giveStore', (_find, { input, answer }) => [
        { seat: { store: input.store }, event: answer.id, dueAt: new Date(answer.dueAt), holds: true },
      ]),
      raising('chase.submit', (_find, { answer }) =>
        answer.directives.map((d) => ({
          seat: { store: d.seat },
          event: d.id,
          dueAt: new Date(d.dueAt),
          holds: true,
        })),
      ),
      ...directiveRaisings('store'),
    ],
    part: {
      says: [
        '按销售调整已可做；对着市场情报调整要等市场信息',
        'Adjusting to sales is live; adjusting to the market comes with market intelligence',
      ],
      awaits: ['market'],
    },
    redo: true,
    page: { path: '/adjust', query: { store: '$store' } },
    pages: { event: { path: '/directives', query: { directive: '$event' } } },
  },
  {
    id: 'SM-1.3',
    kind: 'perishable',
    calendar: [raised(['活动开始', 'A campaign begins'], 24), atClosing],
    title: ['执行促销并跟踪', 'Carry out promotions, follow the effect'],
    help: [
      '照清单布置拍照；活动期间每天看效果。',
      'Set it up by the checklist with photos; see the effect every day while it runs.',
    ],
    minutes: 25,
    weight: 4,
    lookedAfter: dailyLook,
    standIns: [],
    awaits: 'promotions',
  },
  {
    id: 'SM-1.4',
    kind: 'debt',
    calendar: [weekly(5), inMonth(25)],
    title: ['人岗搭配，带出骨干', 'Place people well, bring some on'],
    help: ['什么人站什么区；有潜力的写一份成长计划。', 'Who stands where; whoever is promising gets a plan.'],
    minutes: 30,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'people',
  },
  {
    id: 'SM-1.5',
    kind: 'perishable',
    calendar: [atClosing],
    title: ['提交销售日报', 'Submit the daily sales report'],
    help: [
      '数字已替你填好，写一句今天为什么、明天做什么，关店后半小时内交。',
      'Figures are filled in: say why the day went so and what comes tomorrow, within half an hour of closing.',
    ],
    minutes: 10,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: [],
    proofs: [
      proof('reports.submit', (_find, { input }) => [
        { seat: { store: input.store }, periods: [input.day], holds: true },
      ]),
    ],
    redo: false,
    page: { path: '/report', query: { store: '$store', day: '$day' } },
  },
  {
    id: 'SM-1.6',
    kind: 'perishable',
    calendar: [atClosing],
    title: ['财物与货款安全', 'Keep articles and cash safe'],
    help: [
      '关店前查门窗、电源、保险柜；固定物品按册清点。',
      'Before closing check doors, power and the safe; count fixtures against the register.',
    ],
    minutes: 10,
    weight: 4,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    awaits: 'floor',
  },
  {
    id: 'SM-1.7',
    kind: 'debt',
    calendar: [raised(['公司发来通知', 'A notice arrives'], 24)],
    title: ['传达公司要求', 'Pass on what the company asks'],
    help: ['晨会讲到，每位导购点过已读。', 'Told at the morning briefing, read by each associate.'],
    minutes: 10,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: [
      proof('notices.relay', ({ noticePassedOn }, { input }) =>
        passedOn(noticePassedOn, [input.store], input.notice),
      ),
      proof('notices.read', ({ noticePassedOn }, { input, answer }) =>
        passedOn(noticePassedOn, answer.stores, input.notice),
      ),
    ],
    raisedBy: [
      raising('notices.publish', ({ noticeStores }, { input }) => toPassOn(noticeStores, input.id, true)),
      raising('notices.correct', async ({ noticeStores }, { input }) => [
        ...(await toPassOn(noticeStores, input.corrects, false)),
        ...(await toPassOn(noticeStores, input.id, true)),
      ]),
      raising('notices.withdraw', ({ noticeStores }, { input }) => toPassOn(noticeStores, input.id, false)),
    ],
    redo: true,
    page: { path: '/notices', query: { open: '$event' } },
  },
  {
    id: 'SM-2.1',
    kind: 'perishable',
    calendar: [atOpening],
    title: ['晨会派目标，晚上对结果', 'Brief in the morning, compare at night'],
    help: [
      '今天每人卖多少、主推什么；晚上看各人做到多少。',
      'What each sells today and what to push; at night what became of it.',
    ],
    minutes: 15,
    weight: 4,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    awaits: 'floor',
  },
  {
    id: 'SM-2.2',
    kind: 'debt',
    calendar: [raised(['活动结束', 'A campaign has ended'], 72)],
    title: ['活动总结', 'Sum up a promotion'],
    help: [
      '数字自动带出，写清什么有效、什么下次不做。',
      'Figures come prefilled: say what worked and what not to do again.',
    ],
    minutes: 30,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'promotions',
  },
  {
    id: 'SM-2.3',
    kind: 'debt',
    calendar: [weekly(5), raised(['新陈列手册发布', 'A new display guide is out'], 72)],
    title: ['按手册陈列', 'Display by the guide'],
    help: [
      '逐页对照拍照打分，按季节和实际调整。',
      'Page by page with photos and a score, adjusted to season and situation.',
    ],
    minutes: 45,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    awaits: 'floor',
  },
  {
    id: 'SM-2.4',
    kind: 'debt',
    calendar: [weekly(1), afterMonth(3)],
    title: ['盘点、补货、清滞销', 'Count, reorder, move what is slow'],
    help: [
      '畅销要货，滞销想办法，月底盘清楚。',
      'Ask for what sells, find a way for what does not, count at the month’s end.',
    ],
    minutes: 60,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'stock',
  },
  {
    id: 'SM-2.5',
    kind: 'perishable',
    calendar: [atClosing],
    title: ['当日货款清点入账', 'Count and deposit the day’s takings'],
    help: [
      '按收银方式点，差异说明，存款单拍照，对上为止。',
      'By tender, differences explained, the slip photographed, reconciled.',
    ],
    minutes: 20,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    proofs: takingsProofs,
    part: {
      says: [
        '盘点、说明、缴存、对账已可做；存款单拍照要等照片存放',
        'Counting, explaining, paying in and matching are live; a photo of the slip waits for a place to keep photos',
      ],
      awaits: ['documents'],
    },
    redo: true,
    page: { path: '/cash', query: { store: '$store', day: '$day' } },
  },
  {
    id: 'SM-2.6',
    kind: 'perishable',
    calendar: [atClosing],
    title: ['考勤、纪律、交接班', 'Attendance, discipline, handover'],
    help: [
      '打卡看过，交接双方签名，违纪有记录。',
      'Clock-ins looked at, handover signed by both, breaches on record.',
    ],
    minutes: 10,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    awaits: 'people',
  },
  {
    id: 'SM-2.7',
    kind: 'perishable',
    calendar: [daily('17:00', 5)],
    title: ['盯完成，及时帮', 'Watch progress, help in time'],
    help: ['下午看谁落后，帮了什么记一句。', 'In the afternoon see who lags and note how you helped.'],
    minutes: 10,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'floor',
  },
  {
    id: 'SM-2.8',
    kind: 'perishable',
    calendar: [atOpening],
    title: ['店面形象与卫生', 'Image and cleanliness'],
    help: ['分区检查，拍照留底。', 'Zone by zone, with photos.'],
    minutes: 10,
    weight: 3,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    awaits: 'floor',
  },
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
    awaits: 'people',
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
    kind: 'debt',
    calendar: [weekly(6)],
    title: ['带教导购', 'Coach each associate'],
    help: ['一次一个技能，写下下一步。', 'One skill at a time, with the next step written down.'],
    minutes: 40,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'people',
  },
  {
    id: 'SM-4.4',
    kind: 'perishable',
    calendar: [atOpening, atClosing],
    title: ['开店闭店与日盘', 'Open, close, count the pieces'],
    help: [
      '清单按时勾完；件数与账面对上，差了说明。',
      'The list is through in time; pieces equal the books, or the difference is explained.',
    ],
    minutes: 25,
    weight: 5,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    awaits: 'floor',
  },
  {
    id: 'SM-4.5',
    kind: 'perishable',
    calendar: [atOpening],
    title: ['一天有计划', 'A planned day'],
    help: ['开门前写三件要事，晚上勾掉。', 'Three things before the doors open, struck off in the evening.'],
    minutes: 10,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'floor',
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

/** A store owes the passing on of a notice by the notice's own deadline; withdrawn, nobody owes it. */
async function toPassOn(find: Find['noticeStores'], notice: string, holds: boolean): Promise<Raised[]> {
  const stores = await find(notice)
  return stores.map(({ store, dueAt }) => ({ seat: { store }, event: notice, dueAt: new Date(dueAt), holds }))
}

/** Done by whoever passed it on, once the last associate has read it. */
async function passedOn(
  find: Find['noticePassedOn'],
  stores: readonly string[],
  notice: string,
): Promise<Deed[]> {
  const deeds: Deed[] = []
  for (const store of stores) {
    const doneBy = await find(store, notice)
    if (doneBy) deeds.push({ seat: { store }, doneBy, periods: [eventPeriod(notice)], holds: true })
  }
  return deeds
}

import { monthsOf } from '../../../platform/kinds/day.ts'
import { directiveProofs, directiveRaisings } from './directives.ts'
import { lookedThrough, sampleFinished } from './looking.ts'
import { arrivalProofs, arrivalRaisings } from './stock.ts'
import { afterMonth, beforeMonth, beforeYear, daily, directed, inMonth, raised, weekly } from './timing.ts'
import { type NewDuty, periodOfMonth, periodOfYear, proof, type Requirements, raising } from './types.ts'

const director = { by: 'operationsDirector' } as const
const weeklyLook = { ...director, every: 'week' } as const
const monthlyLook = { ...director, every: 'month' } as const

/** 运营区长 */
export const areaManagerRequirements: Requirements = {
  education: ['大专及以上', 'College or more'],
  years: { trade: 5, leading: 3 },
  knowledge: [
    [
      '懂店铺的人、货、场，看得懂进销存',
      'Knows people, goods and floor of a store, and reads stock and sales',
    ],
    ['懂商场的扣点、备案与结算', 'Knows mall rates, filings and settlement'],
  ],
  skills: [
    ['会拆目标，也会帮店把差额补回来', 'Splits targets, and helps a store win back its gap'],
    ['能带店长开会、复盘、改到位', 'Leads store managers through reviews until things are mended'],
    ['与商场楼层处得来，说得上话', 'On good terms with the malls’ floors'],
  ],
  integrity: [
    '商品、货款、费用经手必对账',
    'Goods, takings and expenses are reconciled whenever they pass through',
  ],
  tools: [
    ['表格与经纬的区域看板、日报、目标', 'Spreadsheets, and the area board, reports and targets of Jingwei'],
  ],
}

export const areaManagerDuties: readonly NewDuty[] = [
  {
    id: 'AM-1.1',
    kind: 'debt',
    calendar: [beforeYear(12, 15, 30)],
    title: ['区域年度销售计划', 'The area’s sales plan'],
    help: [
      '把公司给的年目标分到每家店每个月，合计正好等于区域目标，下达。',
      'Split the year given to the area over stores and months, exactly, and release it.',
    ],
    minutes: 240,
    weight: 5,
    lookedAfter: { ...director, every: 'year' },
    standIns: ['operationsDirector'],
    proofs: [
      proof('targets.releaseArea', async (find, { input }) => {
        const version = await find.targetVersion(input.version)
        return version
          ? [{ seat: { area: version.scope }, periods: [periodOfYear(version.year)], holds: true }]
          : []
      }),
    ],
    redo: true,
    page: { path: '/targets/areas/$area', query: { year: '$year' } },
  },
  {
    id: 'AM-1.2',
    kind: 'perishable',
    calendar: [daily('11:00', 8), afterMonth(3), directed],
    title: ['盯店追销售', 'Chase the stores that lag'],
    help: [
      '每天落后的店：原因是什么，今天做什么；月后小结谁达成；上级交办的按时答复。',
      'Every day the stores behind pace: why, and what is done today; after the month, who reached it; directives answered in time.',
    ],
    minutes: 30,
    weight: 5,
    lookedAfter: weeklyLook,
    standIns: [],
    proofs: [
      proof('chase.submit', (_find, { input }) => [
        { seat: { area: input.area }, periods: [input.day], holds: true },
      ]),
      proof('chase.closeMonth', (_find, { input }) => [
        { seat: { area: input.area }, periods: [periodOfMonth(input.month)], holds: true },
      ]),
      ...directiveProofs('area'),
    ],
    raisedBy: [
      raising('directives.giveArea', (_find, { input, answer }) => [
        { seat: { area: input.area }, event: answer.id, dueAt: new Date(answer.dueAt), holds: true },
      ]),
      raising('chase.steer', (_find, { answer }) =>
        answer.directives.map((d) => ({
          seat: { area: d.seat },
          event: d.id,
          dueAt: new Date(d.dueAt),
          holds: true,
        })),
      ),
      ...directiveRaisings('area'),
    ],
    redo: true,
    page: { path: '/chase', query: { area: '$area', day: '$day' } },
    pages: {
      month: { path: '/chase/month', query: { area: '$area', month: '$month' } },
      event: { path: '/directives', query: { directive: '$event' } },
    },
  },
  {
    id: 'AM-1.3',
    kind: 'debt',
    calendar: [weekly(3)],
    title: ['区域商品调配', 'Move goods within the area'],
    help: [
      '哪里缺哪里多，提方案、审批、发出、收到，再看卖得怎样。',
      'Where short, where plenty: propose, approve, ship, receive, and see what it sold.',
    ],
    minutes: 60,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['merchandising'],
    awaits: 'stock',
  },
  {
    id: 'AM-1.4',
    kind: 'debt',
    calendar: [weekly(5)],
    title: ['商场客情与竞品销售', 'Malls and rival sales'],
    help: [
      '见了谁、谈了什么、答应了什么、何时跟进；楼层排名记下来。',
      'Whom you met, what was said and promised, when to follow up; the floor’s ranking noted.',
    ],
    minutes: 45,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: ['storeManager'],
    awaits: 'malls',
  },
  {
    id: 'AM-1.5',
    kind: 'perishable',
    calendar: [daily('18:00')],
    title: ['督查店铺货品与账款', 'Oversee goods and money in the stores'],
    help: [
      '负库存、长短款、未入账单据逐条清，写明原因。',
      'Negative stock, cash differences and unposted documents, each cleared with its cause.',
    ],
    minutes: 30,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['finance'],
    awaits: 'cash',
  },
  {
    id: 'AM-1.6',
    kind: 'perishable',
    calendar: [daily('12:00', 12), raised(['店铺收货有差异', 'A store receives goods that differ'], 24, 72)],
    title: ['比对昨日销售，答复到货差异', 'Compare yesterday, answer what differs in arrivals'],
    help: [
      '系统按风险抽出几份昨日日报，打开看过，确认或追问；店铺收货有差异，一天内逐行答复。',
      'The system draws some of yesterday’s reports by risk: open each, then confirm or ask back. What differs in an arrival is answered line by line within a day.',
    ],
    minutes: 25,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['operationsDirector'],
    proofs: [
      proof('reports.confirm', (find, { input }) =>
        sampleFinished(find, 'AM-1.6', { store: input.store, duty: 'SM-1.5', period: input.day }),
      ),
      proof('reports.askBack', (find, { input }) =>
        sampleFinished(find, 'AM-1.6', { store: input.store, duty: 'SM-1.5', period: input.day }),
      ),
      ...lookedThrough('AM-1.6'),
      ...arrivalProofs,
    ],
    raisedBy: [...arrivalRaisings],
    redo: false,
    page: { path: '/reports', query: { day: '$dayBefore' } },
    pages: { event: { path: '/stock/differences', query: { area: '$area' } } },
    checks: { duty: 'SM-1.5', share: 0.3, least: 3 },
  },
  {
    id: 'AM-1.7',
    kind: 'debt',
    calendar: [weekly(1), afterMonth(5)],
    title: ['进销存报表', 'Stock-and-sales reports'],
    help: [
      '售罄、可销周数、断码，附上你的判断，按时交。',
      'Sell-through, cover and broken sizes with your judgement, in time.',
    ],
    minutes: 60,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: ['merchandising'],
    awaits: 'stock',
  },
  {
    id: 'AM-1.8',
    kind: 'debt',
    calendar: [inMonth('last')],
    title: ['区域市场简报', 'The area’s market brief'],
    help: [
      '把各店的情报汇成一页：趋势、需求、变化。',
      'One page out of the stores’ intelligence: trend, demand, change.',
    ],
    minutes: 45,
    weight: 2,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'market',
  },
  {
    id: 'AM-2.1',
    kind: 'debt',
    calendar: [beforeMonth('last', 15)],
    title: ['店铺月目标分到日', 'Store months down to days'],
    help: [
      '下个月开始前，每家店的月目标都要分到日并下达；年计划下达时已分的月份自动算数。',
      'Before a month begins every store’s amount stands by day and is released; a released year covers its months.',
    ],
    minutes: 60,
    weight: 4,
    lookedAfter: monthlyLook,
    standIns: ['operationsDirector'],
    proofs: [
      proof('targets.releaseArea', async (find, { input }) => {
        const version = await find.targetVersion(input.version)
        return version
          ? [
              {
                seat: { area: version.scope },
                periods: monthsOf(version.year).map(periodOfMonth),
                holds: true,
              },
            ]
          : []
      }),
    ],
    redo: true,
    page: { path: '/targets/areas/$area', query: { year: '$year' } },
  },
  {
    id: 'AM-2.2',
    kind: 'debt',
    calendar: [beforeMonth(20), raised(['活动方案批准', 'A campaign is approved'], 168)],
    title: ['区域促销', 'Promotions of the area'],
    help: [
      '全年节点排好；每个活动有方案、批准、执行、评估，增量对基线算。',
      'Key dates planned; each promotion proposed, approved, carried out, and measured against a baseline.',
    ],
    minutes: 90,
    weight: 4,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'promotions',
  },
  {
    id: 'AM-2.3',
    kind: 'debt',
    calendar: [afterMonth(8)],
    title: ['复核盘点与账目', 'Review stocktakes and books'],
    help: [
      '差异按原因分，调整经批准，写出分析。',
      'Differences by cause, adjustments approved, an analysis written.',
    ],
    minutes: 90,
    weight: 4,
    lookedAfter: monthlyLook,
    standIns: ['finance'],
    awaits: 'stock',
  },
  {
    id: 'AM-2.4',
    kind: 'debt',
    calendar: [raised(['新店立项', 'A new store is planned'], 720)],
    title: ['新店开业', 'Open a new store'],
    help: [
      '货、物、形象、人、推广五条线倒排日期，开业前过关。',
      'Goods, fixtures, image, people and promotion dated backwards from the opening, with a gate before it.',
    ],
    minutes: 480,
    weight: 5,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'openings',
  },
  {
    id: 'AM-2.5',
    kind: 'debt',
    calendar: [afterMonth(10)],
    title: ['商场结款', 'Settle with the malls'],
    help: [
      '对账单与收银逐笔对，增降扣登记确认，追到回款。',
      'Statement against till line by line, terms changed are registered and confirmed, money followed until it arrives.',
    ],
    minutes: 120,
    weight: 5,
    lookedAfter: monthlyLook,
    standIns: ['finance'],
    awaits: 'malls',
  },
  {
    id: 'AM-2.6',
    kind: 'debt',
    calendar: [raised(['巡店发现问题', 'A visit finds something wrong'], 72)],
    title: ['店铺问题整改', 'See problems mended'],
    help: [
      '发现的问题有照片、有期限，改完拍照，复核通过才算完。',
      'Each finding has a photo and a date; mended means a second photo, verified.',
    ],
    minutes: 30,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'floor',
  },
  {
    id: 'AM-3.1',
    kind: 'debt',
    calendar: [raised(['出现空缺', 'A post is vacant'], 168), inMonth('last')],
    title: ['招聘与带新人', 'Recruit, and start people well'],
    help: [
      '申请、筛选、面试、录用、上岗计划，一环接一环。',
      'Requisition, screening, interview, offer, and a plan for the first weeks.',
    ],
    minutes: 90,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: ['personnel'],
    awaits: 'people',
  },
  {
    id: 'AM-3.2',
    kind: 'debt',
    calendar: [inMonth(25)],
    title: ['编制与人员调配', 'Headcount and moves'],
    help: [
      '各店编制对实际；调动、请假、转正有批准、有生效日。',
      'Establishment against people in place; moves, leave and probation approved with a date.',
    ],
    minutes: 45,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: ['personnel'],
    awaits: 'people',
  },
  {
    id: 'AM-3.3',
    kind: 'debt',
    calendar: [afterMonth(3)],
    title: ['核对考勤与业绩', 'Verify attendance and sales credits'],
    help: [
      '逐店确认，确认后锁定，供算薪和提成。',
      'Confirmed store by store, then locked for payroll and commission.',
    ],
    minutes: 60,
    weight: 4,
    lookedAfter: monthlyLook,
    standIns: ['personnel'],
    awaits: 'people',
  },
  {
    id: 'AM-3.4',
    kind: 'debt',
    calendar: [beforeMonth(25), afterMonth(8)],
    title: ['激励与考核', 'Incentives and appraisals'],
    help: [
      '先提方案再批准，结果由系统算出；考核按时做完。',
      'Proposed and approved first, computed afterwards; appraisals finished in time.',
    ],
    minutes: 60,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    awaits: 'people',
  },
  {
    id: 'AM-3.5',
    kind: 'debt',
    calendar: [weekly(1), afterMonth(5)],
    title: ['店长周会与月会', 'Store managers’ meetings'],
    help: [
      '上周的事办完没有，这周做什么；纪要当天出，报给总监。',
      'What became of last week, what comes this week; minutes the same day, reported up.',
    ],
    minutes: 90,
    weight: 3,
    lookedAfter: weeklyLook,
    standIns: [],
    awaits: 'meetings',
  },
]

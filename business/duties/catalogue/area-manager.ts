import { monthsOf } from '../../../platform/kinds/day.ts'
import { storesAndPeopleDuties } from './area-manager-people.ts'
import { periodOfMonth, periodOfYear } from './codes.ts'
import { directiveProofs, directiveRaisings } from './directives.ts'
import { lookedThrough, sampleFinished } from './looking.ts'
import { proof, raising } from './proofs.ts'
import { goodsMovedProofs } from './rebalance.ts'
import { arrivalProofs, arrivalRaisings } from './stock.ts'
import { stockReported } from './takes.ts'
import { afterMonth, beforeMonth, beforeYear, daily, directed, inMonth, raised, weekly } from './timing.ts'
import type { NewDuty, Requirements } from './types.ts'

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
    proofs: goodsMovedProofs,
    redo: true,
    page: { path: '/rebalance', query: { area: '$area' } },
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
      '负库存、长短款、逾期未缴、未入账单据逐条写明原因；答过的三天内不再问，对上了自己消失。',
      'Negative stock, cash differences, cash not paid in and documents not entered, each with its cause; an answer holds three days, what adds up again disappears.',
    ],
    minutes: 30,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['finance'],
    proofs: [
      proof('oversight.submit', (_find, { input }) => [
        { seat: { area: input.area }, periods: [input.day], holds: true },
      ]),
    ],
    redo: true,
    page: { path: '/oversight', query: { area: '$area', day: '$day' } },
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
    proofs: stockReported,
    redo: true,
    page: { path: '/stock/report', query: { area: '$area' } },
    pages: { month: { path: '/stock/report/month', query: { area: '$area' } } },
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
  ...storesAndPeopleDuties,
]

import { periodOfYear } from './codes.ts'
import { merchandisePlanProofs } from './merchandise.ts'
import { proof } from './proofs.ts'
import {
  afterMonth,
  afterQuarter,
  afterYear,
  beforeMonth,
  beforeQuarter,
  beforeYear,
  daily,
  inMonth,
  raised,
} from './timing.ts'
import type { NewDuty } from './types.ts'

const gm = { by: 'generalManager' } as const
const monthlyToGm = { ...gm, every: 'month' } as const

/** 运营总监: plans of the year, the month and the day, and how the department keeps to them. */
export const steeringDuties: readonly NewDuty[] = [
  {
    id: 'OD-3.1',
    kind: 'debt',
    calendar: [beforeYear(11, 30, 60)],
    title: ['年度销售计划', 'The annual sales plan'],
    help: [
      '把明年的销售分到区域和月份，两边合计分毫不差，提交总经理批准。',
      'Split next year over areas and months, exact both ways, and submit it to the general manager.',
    ],
    minutes: 480,
    weight: 5,
    lookedAfter: { ...gm, every: 'year' },
    standIns: [],
    proofs: [
      proof('targets.submitYear', async (find, { input }) => {
        const version = await find.targetVersion(input.version)
        return version ? [{ seat: 'company', periods: [periodOfYear(version.year)], holds: true }] : []
      }),
      // Returned by the general manager, it is due again.
      proof('targets.decideYear', async (find, { input }) => {
        const version = input.decision === 'return' ? await find.targetVersion(input.version) : undefined
        return version ? [{ seat: 'company', periods: [periodOfYear(version.year)], holds: false }] : []
      }),
    ],
    part: {
      says: [
        '销售计划已可做；实施方案与部门预算还要等预算',
        'The sales plan is live; measures and the department’s budget come with budgets',
      ],
      awaits: ['budget'],
    },
    redo: true,
    page: { path: '/targets', query: { year: '$year' } },
  },
  {
    id: 'OD-3.2',
    kind: 'debt',
    calendar: [beforeMonth(20), beforeQuarter(15), beforeYear(12, 15, 45)],
    title: ['推广计划与商品销售计划', 'Marketing and merchandise plans'],
    help: [
      '推广排到日历，商品按品类分到月，售罄与采购余额对得上。',
      'Campaigns on a calendar, merchandise by category and month, sell-through and open-to-buy in step.',
    ],
    minutes: 180,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: ['merchandising'],
    proofs: merchandisePlanProofs,
    part: {
      says: [
        '商品计划可做：品类 × 月，批了就算；推广日历要等促销',
        'The merchandise plan is live: category by month, done by its approval; the calendar of campaigns comes with promotions',
      ],
      awaits: ['promotions'],
    },
    redo: true,
    page: { path: '/open-to-buy' },
  },
  {
    id: 'OD-3.3',
    kind: 'perishable',
    calendar: [daily('11:00', 8)],
    title: ['掌握销售进度与方向', 'Steer sales every day'],
    help: [
      '先看落后的区域和店，一条指令派下去，成为下属的任务。',
      'Look first where sales lag; a directive issued there becomes somebody’s task.',
    ],
    minutes: 20,
    weight: 5,
    lookedAfter: { ...gm, every: 'week' },
    standIns: [],
    proofs: [
      proof('chase.steer', (_find, { input }) => [{ seat: 'company', periods: [input.day], holds: true }]),
    ],
    redo: true,
    page: { path: '/steer', query: { day: '$day' } },
  },
  {
    id: 'OD-3.4',
    kind: 'debt',
    calendar: [beforeYear(12, 20, 45), afterMonth(8)],
    title: ['年度培训计划与督导', 'The training year, and its supervision'],
    help: [
      '排好课，按区域看完成率与考试通过率，落后的补。',
      'Plan the sessions, see completion and exam results by area, make up what is missing.',
    ],
    minutes: 120,
    weight: 3,
    lookedAfter: monthlyToGm,
    standIns: ['training'],
    awaits: 'people',
  },
  {
    id: 'OD-3.5',
    kind: 'debt',
    calendar: [inMonth('last'), raised(['市场出现重大变化', 'The market changes markedly'], 72)],
    title: ['盯住行业，应对变化', 'Watch the trade and answer to it'],
    help: [
      '一个信号配一套应对：触发条件、措施、负责人、复盘。',
      'Each signal gets an answer: trigger, measures, who, and a look back.',
    ],
    minutes: 90,
    weight: 3,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'market',
  },
  {
    id: 'OD-3.6',
    kind: 'debt',
    calendar: [afterMonth(6), afterQuarter(10), afterYear(1, 15)],
    title: ['部门例会：复盘与部署', 'Department meetings: look back, deploy'],
    help: [
      '材料由已结账期间自动生成，决议变任务，下次会上回头看。',
      'The pack comes from the closed period; resolutions become tasks and return to the agenda.',
    ],
    minutes: 120,
    weight: 4,
    lookedAfter: monthlyToGm,
    standIns: [],
    awaits: 'meetings',
  },
]

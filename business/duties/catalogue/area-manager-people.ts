import { attendancePage, lockProofs } from './attendance.ts'
import { takesAnalysed } from './takes.ts'
import { afterMonth, beforeMonth, inMonth, raised, weekly } from './timing.ts'
import type { NewDuty } from './types.ts'
import { verifyingProofs, verifyingRaised } from './visits.ts'

const director = { by: 'operationsDirector' } as const
const weeklyLook = { ...director, every: 'week' } as const
const monthlyLook = { ...director, every: 'month' } as const

/** 运营区长: campaigns, openings and malls, and the people of the stores. */
export const storesAndPeopleDuties: readonly NewDuty[] = [
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
    standIns: [],
    proofs: takesAnalysed,
    redo: true,
    page: { path: '/takes/analysis', query: { area: '$area', month: '$month' } },
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
    // What the director found he verifies himself.
    standIns: ['operationsDirector'],
    proofs: verifyingProofs,
    raisedBy: verifyingRaised,
    redo: true,
    page: { path: '/visits/findings', query: { finding: '$event' } },
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
    proofs: lockProofs,
    redo: false,
    page: attendancePage,
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

import { takingsProofs } from './cash.ts'
import { sheetProofs } from './checks.ts'
import { displayProofs, manualRaised } from './displays.ts'
import { briefingProofs, dayPage, helpProofs } from './planned-day.ts'
import { goodsKeptProofs } from './reorders.ts'
import { shiftPage, shiftProofs } from './shifts.ts'
import { afterMonth, atClosing, atOpening, daily, raised, weekly } from './timing.ts'
import type { NewDuty } from './types.ts'
import { mendingProofs, mendingRaised, mendingWithdrawn } from './visits.ts'

const area = { by: 'areaManager' } as const
const dailyLook = { ...area, every: 'day' } as const
const weeklyLook = { ...area, every: 'week' } as const
const monthlyLook = { ...area, every: 'month' } as const

/** 店长: the day on the floor, its goods and its money. */
export const floorDuties: readonly NewDuty[] = [
  {
    id: 'SM-2.1',
    kind: 'perishable',
    calendar: [atOpening, atClosing],
    title: ['晨会派目标，晚上对结果', 'Brief in the morning, compare at night'],
    help: [
      '今天每人卖多少、主推什么；晚上看各人做到多少。',
      'What each sells today and what to push; at night what became of it.',
    ],
    minutes: 15,
    weight: 4,
    lookedAfter: dailyLook,
    standIns: [],
    proofs: briefingProofs,
    redo: true,
    page: dayPage,
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
    calendar: [weekly(5), raised(['新陈列手册发布', 'A new display manual is out'], 72)],
    title: ['按手册陈列', 'Display by the manual'],
    help: [
      '逐页对照拍照打分，按季节和实际调整。',
      'Page by page with photos and a score, adjusted to season and situation.',
    ],
    minutes: 45,
    weight: 4,
    lookedAfter: weeklyLook,
    standIns: ['salesAssociate'],
    proofs: displayProofs,
    raisedBy: manualRaised,
    needs: 'manual',
    redo: true,
    page: { path: '/displays', query: { store: '$store' } },
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
    proofs: goodsKeptProofs,
    redo: true,
    page: { path: '/reorders', query: { store: '$store' } },
    pages: { month: { path: '/takes', query: { store: '$store' } } },
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
    proofs: shiftProofs,
    part: {
      says: [
        '打卡看过、交接双方签字已可做；违纪记录要等人事',
        'Looking through clock-ins and signed handovers are live; entries about discipline wait for personnel',
      ],
      awaits: ['people'],
    },
    redo: true,
    page: shiftPage,
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
    proofs: helpProofs,
    redo: true,
    page: dayPage,
  },
  {
    id: 'SM-2.8',
    kind: 'perishable',
    // A finding says itself by when; mended within a month after that it is late, later it is missed.
    calendar: [atOpening, raised(['巡店发现问题', 'A visit finds something wrong'], 72, 720)],
    title: ['店面形象与卫生', 'Image and cleanliness'],
    help: [
      '卫生检查表逐区看完交上；不合格的写清，整改完再关；上级巡店发现的按期改好。',
      'The hygiene sheet, zone by zone; what is not in order stays open until mended; what a visit found is mended by its day.',
    ],
    minutes: 10,
    weight: 3,
    lookedAfter: dailyLook,
    standIns: ['salesAssociate'],
    proofs: [...sheetProofs(({ kind, day }) => (kind === 'hygiene' ? [day] : [])), ...mendingProofs],
    raisedBy: [mendingRaised, ...mendingWithdrawn],
    redo: true,
    page: { path: '/checks', query: { store: '$store', day: '$day', kind: 'hygiene' } },
    pages: { event: { path: '/visits/store', query: { store: '$store', finding: '$event' } } },
  },
]

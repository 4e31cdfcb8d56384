import { weekOf } from '../calendar-rules.ts'
import { sheetProofs } from './checks.ts'
import { eventPeriod, periodOfMonth } from './codes.ts'
import { directiveProofs, directiveRaisings } from './directives.ts'
import { growthPage, growthProofs } from './growth.ts'
import { type Deed, type Find, proof, type Raised, raising } from './proofs.ts'
import { rosterPage } from './roster.ts'
import { atClosing, beforeMonth, directed, inMonth, raised, weekly } from './timing.ts'
import type { NewDuty } from './types.ts'

const area = { by: 'areaManager' } as const
const dailyLook = { ...area, every: 'day' } as const
const weeklyLook = { ...area, every: 'week' } as const
const monthlyLook = { ...area, every: 'month' } as const

/** 店长: targets, steering, the report, what the company asks. */
export const salesDuties: readonly NewDuty[] = [
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
      proof('rosters.respreadTargets', (_find, { input }) => [
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
    kind: 'perishable',
    calendar: [weekly(5), inMonth(25)],
    title: ['人岗搭配，带出骨干', 'Place people well, bring some on'],
    help: [
      '发布的班表写明每班站哪个区；有潜力的写一份成长计划，每月看一次，暂时没有就写明为什么。',
      'The released roster says where each shift stands; whoever is promising gets a plan, looked at once a month, or it is said why nobody is.',
    ],
    minutes: 30,
    weight: 3,
    lookedAfter: monthlyLook,
    standIns: [],
    needs: 'associates',
    proofs: growthProofs,
    redo: true,
    page: growthPage,
    pages: { week: rosterPage },
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
    proofs: sheetProofs(({ kind, day }) => (kind === 'safety' ? [day] : [])),
    part: {
      says: [
        '财物安全检查表每晚交；固定物品册还没有，只看在不在；拍照要等照片存放',
        'The safety sheet is live; fixtures are only seen to be there until there is a register, photos wait for a place to keep them',
      ],
      awaits: ['documents'],
    },
    redo: true,
    page: { path: '/checks', query: { store: '$store', day: '$day', kind: 'safety' } },
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

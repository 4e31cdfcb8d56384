import { newId } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { SeenMonth } from '../targets/test-chain.ts'
import { attendanceStory } from './attendance-story-for-tests.ts'
import { takingsStory } from './cash-story-for-tests.ts'
import { type DutyId, eventPeriod } from './catalogue/codes.ts'
import { eveningSheetStories, morningSheetStories } from './check-stories-for-tests.ts'
import { displayStory } from './display-story-for-tests.ts'
import { growthStory } from './growth-story-for-tests.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { approvalStory, merchandiseStory } from './merchandise-story-for-tests.ts'
import { plannedDayStories } from './planned-day-stories-for-tests.ts'
import { rebalanceStory } from './rebalance-story-for-tests.ts'
import { reorderStory } from './reorder-story-for-tests.ts'
import { reportStories } from './report-stories-for-tests.ts'
import { rosterStory } from './roster-story-for-tests.ts'
import { shiftsStory } from './shifts-story-for-tests.ts'
import { decemberStories, morningStories, oversightStories } from './steering-stories-for-tests.ts'
import { stockReportStory } from './stock-report-story-for-tests.ts'
import { samplesStory } from './stock-story-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'
import { takesStories } from './takes-stories-for-tests.ts'
import { visitStories } from './visit-stories-for-tests.ts'

const words = { why: '雨天客少', tomorrow: '主推毛衣' }
type Lines = { lines: { child: string; months: Money[] }[] }
const bare = ({ lines }: Lines) => lines.map(({ child, months }) => ({ child, months }))

async function submitYear(h: DutyHouse, at: string): Promise<string> {
  const { director } = h.chain
  const { latest } = await h.sees<{ latest: { id: string } | null }>(director, at, 'targets.year', {
    year: 2027,
  })
  const plan = await h.sees<Lines>(director, at, 'targets.proposeYear', { year: 2027, total: 1_000_000_000 })
  const input = { year: 2027, basedOn: latest?.id ?? null, lines: bare(plan) }
  const { id } = await h.does(director, at, 'targets.saveYear', input)
  await h.does(director, at, 'targets.submitYear', { version: id })
  return id
}
async function decideYear(h: DutyHouse, at: string, decision: 'approve' | 'return'): Promise<void> {
  const { latest } = await h.sees<{ latest: { id: string } }>(h.chain.director, at, 'targets.year', {
    year: 2027,
  })
  await h.does(h.chain.generalManager, at, 'targets.decideYear', {
    version: latest.id,
    decision,
    ...(decision === 'return' ? { reason: '太保守' } : {}),
  })
}
export const approveTheYear = (h: DutyHouse, at: string): Promise<void> => decideYear(h, at, 'approve')

async function releaseArea(h: DutyHouse, n: number, at: string): Promise<void> {
  const { id, manager } = area(h, n)
  const { latest } = await h.sees<{ latest: { id: string } | null }>(manager, at, 'targets.area', {
    area: id,
    year: 2027,
  })
  const plan = await h.sees<Lines>(manager, at, 'targets.proposeArea', { area: id, year: 2027 })
  const saved = await h.does(manager, at, 'targets.saveArea', {
    area: id,
    year: 2027,
    basedOn: latest?.id ?? null,
    lines: bare(plan),
  })
  await h.does(manager, at, 'targets.releaseArea', { version: saved.id })
}
async function splitMonth(h: DutyHouse, at: string, withPeople: boolean): Promise<void> {
  const { id, manager } = store(h)
  const seen = await h.sees<SeenMonth>(manager, at, 'targets.storeMonth', { store: id, month: '2027-01' })
  const staff = seen.staff.filter((p) => p.factor > 0)
  await h.does(manager, at, 'targets.saveStoreMonth', {
    store: id,
    month: '2027-01',
    basedOn: seen.target.id,
    days: seen.target.days,
    people: withPeople ? staff.map(({ person, factor, off }) => ({ person, factor, off })) : [],
  })
}
const sendBack =
  (duty: DutyId, period: string, n: number) =>
  (h: DutyHouse, at: string): Promise<void> =>
    sentBack(h, at, h.chain.director, duty, period, area(h, n).id)
async function lookThroughReports(h: DutyHouse, at: string): Promise<void> {
  const drawn = await h.db.query<{ store: string }>(
    `select c.store_id as store from duty_check c join duty_instance b on b.id = c.by_instance
     where b.duty = 'AM-1.6' and b.seat_id = $1 and b.period = '2026-11-24'`,
    [area(h).id],
  )
  for (const { store } of drawn)
    for (const act of ['reports.open', 'reports.confirm'])
      await h.does(area(h).manager, at, act, { store, day: '2026-11-23' })
}
let notice: string
async function publishNotice(h: DutyHouse, at: string): Promise<void> {
  notice = newId()
  await h.does(h.chain.director, at, 'notices.publish', {
    id: notice,
    title: '双十二备货与陈列',
    body: '周三前把羊绒换到主通道。',
    kind: 'promotion',
    positions: ['salesAssociate'],
    validFrom: '2026-11-24',
    validTo: '2026-12-12',
    minutes: 0,
    relayBy: '2026-11-24',
  })
}
async function passNoticeOn(h: DutyHouse, at: string): Promise<void> {
  const { id, manager, associates } = store(h, 2)
  await h.does(manager, at, 'notices.relay', {
    id: newId(),
    store: id,
    notice,
    briefing: 'morning',
    people: associates.map((p) => p.id),
  })
  for (const one of associates) await h.does(one, at, 'notices.read', { notice })
}
async function sendNoticeBack(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = { ...store(h, 2), manager: area(h).manager }
  const done = (await h.instances('SM-1.7', id)).find((i) => i.period === eventPeriod(notice))!
  const input = { store: done.store, instance: done.id }
  await h.does(manager, at, 'duties.open', input)
  await h.does(manager, at, 'duties.sendBack', { ...input, words: '没有讲清换到哪里' })
}
let sold: string
async function sellUpToTarget(h: DutyHouse, at: string): Promise<void> {
  const { id, associates } = store(h, 3)
  const [me] = associates
  sold = newId()
  await h.does(me!, at, 'sales.ticket', {
    id: sold,
    store: id,
    soldAt: new Date(at).toISOString(),
    lines: [{ sku: await someSku(h), quantity: 1, net: 100_000 }],
    returns: [],
    credits: [{ person: me!.id, share: 1 }],
    tenders: [{ tender: 'cash', amount: 100_000 }],
  })
}
async function someSku(h: DutyHouse): Promise<string> {
  const [known] = await h.db.query<{ id: string }>('select id from sku limit 1')
  if (known) return known.id
  const [style, sku] = [newId(), newId()]
  await h.db.query(
    `insert into style (id, code, name, search, category, season, launched_on) values ($1, 'K1', '大衣', '', '大衣', '2026W', '2026-09-01')`,
    [style],
  )
  await h.db.query(`insert into sku (id, style_id, color, size, size_order) values ($1, $2, '黑', 'M', 2)`, [
    sku,
    style,
  ])
  return sku
}

/** In the order of time: one house lives through all of them. */
export const stories: readonly Story[] = [
  samplesStory,
  ...morningStories,
  ...oversightStories,
  ...reportStories,
  {
    duty: 'SM-1.5',
    period: '2026-11-23',
    holder: (h) => store(h).manager,
    superior: (h) => area(h).manager,
    seat: (h) => store(h).id,
    open: '2026-11-23T22:00',
    overdue: '2026-11-23T23:00',
    async act(h, at) {
      for (const n of [0, 1, 2]) {
        const { id, manager } = store(h, n)
        await h.does(manager, at, 'reports.submit', { id: newId(), store: id, day: '2026-11-23', ...words })
      }
    },
    back: { never: 'the report closes the day; what is wrong with it is asked back at the report itself' },
  },
  {
    duty: 'SA-1.1',
    period: '2026-11-23',
    holder: (h) => store(h, 3).associates[0]!,
    superior: (h) => store(h, 3).manager,
    seat: (h) => store(h, 3).id,
    open: '2026-11-23T15:00',
    overdue: '2026-11-23T23:20',
    isResult: true,
    act: sellUpToTarget,
    back: (h, at) =>
      h.does(store(h, 3).manager, at, 'sales.reverse', {
        id: newId(),
        store: store(h, 3).id,
        ticket: sold,
        reason: '顾客退货',
      }),
  },
  ...morningSheetStories.slice(0, 2),
  {
    duty: 'AM-1.6',
    period: '2026-11-24',
    holder: (h) => area(h).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h).id,
    open: '2026-11-24T09:00',
    overdue: '2026-11-24T13:00',
    act: lookThroughReports,
    back: { never: 'what somebody has looked at he has looked at' },
  },
  ...morningSheetStories.slice(2),
  {
    duty: 'SM-1.7',
    period: () => eventPeriod(notice),
    holder: (h) => store(h, 2).manager,
    superior: (h) => area(h).manager,
    seat: (h) => store(h, 2).id,
    raise: publishNotice,
    open: '2026-11-24T14:00',
    overdue: '2026-11-24T19:00',
    act: passNoticeOn,
    back: sendNoticeBack,
  },
  ...plannedDayStories.slice(0, 2),
  ...eveningSheetStories,
  takingsStory,
  shiftsStory,
  ...plannedDayStories.slice(2, 3),
  growthStory,
  rosterStory,
  displayStory,
  ...plannedDayStories.slice(3),
  reorderStory,
  ...visitStories,
  {
    duty: 'OD-3.1',
    period: '2027',
    holder: (h) => h.chain.director,
    superior: (h) => h.chain.generalManager,
    seat: () => '00000000-0000-0000-0000-000000000000',
    open: '2026-11-25T10:00',
    overdue: '2026-12-01T10:00',
    act: submitYear,
    back: (h, at) => decideYear(h, at, 'return'),
  },
  takesStories[0]!,
  rebalanceStory,
  decemberStories[0]!,
  attendanceStory,
  ...decemberStories.slice(1),
  stockReportStory,
  takesStories[1]!,
  {
    duty: 'AM-1.1',
    period: '2027',
    holder: (h) => area(h).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h).id,
    open: '2026-12-10T10:00',
    overdue: '2026-12-16T10:00',
    act: (h, at) => releaseArea(h, 0, at),
    back: sendBack('AM-1.1', '2027', 0),
  },
  merchandiseStory,
  approvalStory,
  {
    duty: 'SM-1.1',
    period: '2027-01',
    holder: (h) => store(h).manager,
    superior: (h) => area(h).manager,
    seat: (h) => store(h).id,
    open: '2026-12-28T10:00',
    overdue: '2027-01-02T10:00',
    act: (h, at) => splitMonth(h, at, true),
    back: (h, at) => splitMonth(h, at, false),
  },
  {
    duty: 'AM-2.1',
    period: '2027-01',
    holder: (h) => area(h, 1).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h, 1).id,
    open: '2026-12-28T10:00',
    overdue: '2027-01-02T10:30',
    act: (h, at) => releaseArea(h, 1, at),
    back: sendBack('AM-2.1', '2027-01', 1),
  },
]

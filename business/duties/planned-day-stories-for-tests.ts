import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const day = '2026-11-24'
const week = '2026-W48'
interface Seen {
  readonly plan: { version: number } | null
  readonly briefing: { version: number } | null
}
const seen = (h: DutyHouse, at: string): Promise<Seen> =>
  h.sees<Seen>(store(h, 1).manager, at, 'dayPlans.day', { store: store(h, 1).id, day })

async function plan(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, 1)
  const basedOn = (await seen(h, at)).plan?.version ?? 0
  const things = ['断码款移后仓', '橱窗换大衣']
  await h.does(manager, at, 'dayPlans.plan', { id: newId(), store: id, day, basedOn, things })
}
async function brief(h: DutyHouse, at: string): Promise<void> {
  const { id, manager, associates } = store(h, 1)
  if (!(await seen(h, at)).plan) await plan(h, at)
  const basedOn = (await seen(h, at)).briefing?.version ?? 0
  const present = associates.map((a) => a.id)
  await h.does(manager, at, 'dayPlans.brief', { id: newId(), store: id, basedOn, present })
}
const help = (h: DutyHouse, at: string) =>
  h.does(store(h, 1).manager, at, 'dayPlans.help', { id: newId(), store: store(h, 1).id, help: null })
async function coach(h: DutyHouse, at: string): Promise<void> {
  const { id, manager, associates } = store(h, 1)
  for (const { id: person } of associates)
    await h.does(manager, at, 'coaching.note', {
      id: newId(),
      store: id,
      person,
      skill: 'outfit',
      observed: '只拿客人点的那一件',
      nextStep: '每次多拿一件能搭的',
    })
}

const ofStore = {
  holder: (h: DutyHouse) => store(h, 1).manager,
  superior: (h: DutyHouse) => area(h).manager,
  seat: (h: DutyHouse) => store(h, 1).id,
}
const back = (duty: Story['duty'], period: string) => (h: DutyHouse, at: string) =>
  sentBack(h, at, area(h).manager, duty, period, store(h, 1).id)

/** A store manager’s day from the plan before the doors open to the help of the afternoon; the week’s coaching. */
export const plannedDayStories: readonly Story[] = [
  {
    ...ofStore,
    duty: 'SM-4.5',
    period: day,
    open: `${day}T09:20`,
    overdue: `${day}T10:10`,
    act: plan,
    back: back('SM-4.5', day),
  },
  {
    ...ofStore,
    duty: 'SM-2.1',
    period: day,
    open: `${day}T09:20`,
    overdue: `${day}T10:10`,
    act: brief,
    back: back('SM-2.1', day),
  },
  {
    ...ofStore,
    duty: 'SM-2.7',
    period: day,
    open: `${day}T16:00`,
    overdue: `${day}T17:10`,
    act: help,
    back: back('SM-2.7', day),
  },
  {
    ...ofStore,
    duty: 'SM-4.3',
    period: week,
    open: '2026-11-28T12:00',
    overdue: '2026-11-28T18:10',
    act: coach,
    back: back('SM-4.3', week),
  },
]

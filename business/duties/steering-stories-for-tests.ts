import { companyWide } from '../../platform/kinds/id.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

/** Nobody has a target in these weeks, so that nobody lags: the list is empty and handed in. */
async function handInList(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = area(h)
  const { filed } = await h.sees<{ filed: { version: number } | null }>(manager, at, 'chase.list', {
    area: id,
  })
  const input = { area: id, day: '2026-11-23', basedOn: filed?.version ?? 0, lines: [] }
  await h.does(manager, at, 'chase.submit', input)
}
const oversee = (h: DutyHouse, at: string) =>
  overseeing(h, at).then((basedOn) =>
    h.does(area(h).manager, at, 'oversight.submit', {
      area: area(h).id,
      day: '2026-11-23',
      basedOn,
      lines: [],
    }),
  )
const overseeing = async (h: DutyHouse, at: string): Promise<number> =>
  (
    await h.sees<{ filed: { version: number } | null }>(area(h).manager, at, 'oversight.list', {
      area: area(h).id,
    })
  ).filed?.version ?? 0
async function steer(h: DutyHouse, at: string): Promise<void> {
  const { director } = h.chain
  const { filed } = await h.sees<{ filed: { version: number } | null }>(director, at, 'chase.company')
  await h.does(director, at, 'chase.steer', {
    day: '2026-11-23',
    basedOn: filed?.version ?? 0,
    lines: [],
  })
}
const adjust = (h: DutyHouse, at: string) =>
  h.does(store(h).manager, at, 'adjust.write', {
    store: store(h).id,
    factor: 'unitsPerTransaction',
    change: '收银台加推丝巾',
    from: '2026-12-04',
    expected: 2.2,
  })
let asked = ''
const toDirector = () => ({ store: companyWide, directive: asked })

/** On the house’s first day, in the afternoon: the goods and the money add up, which is handed in as such. */
export const oversightStories: readonly Story[] = [
  {
    duty: 'AM-1.5',
    period: '2026-11-23',
    holder: (h) => area(h).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h).id,
    open: '2026-11-23T15:00',
    overdue: '2026-11-23T18:10',
    act: oversee,
    back: (h, at) => sentBack(h, at, h.chain.director, 'AM-1.5', '2026-11-23', area(h).id),
  },
]

/** On the house’s first day. */
export const morningStories: readonly Story[] = [
  {
    duty: 'AM-1.2',
    period: '2026-11-23',
    holder: (h) => area(h).manager,
    superior: (h) => h.chain.director,
    seat: (h) => area(h).id,
    open: '2026-11-23T10:00',
    overdue: '2026-11-23T11:10',
    act: handInList,
    back: (h, at) => sentBack(h, at, h.chain.director, 'AM-1.2', '2026-11-23', area(h).id),
  },
  {
    duty: 'OD-3.3',
    period: '2026-11-23',
    holder: (h) => h.chain.director,
    superior: (h) => h.chain.generalManager,
    seat: () => companyWide,
    open: '2026-11-23T10:30',
    overdue: '2026-11-23T11:40',
    act: steer,
    back: (h, at) => sentBack(h, at, h.chain.generalManager, 'OD-3.3', '2026-11-23', companyWide),
  },
]

export const decemberStories: readonly Story[] = [
  {
    duty: 'SM-1.2',
    period: '2026-W49',
    holder: (h) => store(h).manager,
    superior: (h) => area(h).manager,
    seat: (h) => store(h).id,
    open: '2026-12-03T10:00',
    overdue: '2026-12-03T18:10',
    act: adjust,
    back: (h, at) => sentBack(h, at, area(h).manager, 'SM-1.2', '2026-W49', store(h).id),
  },
  {
    duty: 'OD-6',
    period: () => eventPeriod(asked),
    holder: (h) => h.chain.director,
    superior: (h) => h.chain.generalManager,
    seat: () => companyWide,
    open: '2026-12-04T10:00',
    overdue: '2026-12-04T18:10',
    async raise(h, at) {
      const due = { day: '2026-12-04', time: '18:00' }
      const input = { measure: null, words: '下月的活动方案', due, about: null }
      asked = (await h.does(h.chain.generalManager, at, 'directives.giveDirector', input)).id
    },
    act: (h, at) => h.does(h.chain.director, at, 'directives.answer', { ...toDirector(), words: '一页已发' }),
    back: (h, at) =>
      h.does(h.chain.generalManager, at, 'directives.return', {
        ...toDirector(),
        words: '没有预算',
        due: null,
      }),
  },
]

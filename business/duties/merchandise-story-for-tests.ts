import { companyWide, newId } from '../../platform/kinds/id.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { type Story, sentBack } from './story-for-tests.ts'

const period = '2027-01'
const months = ['2027-01', '2027-02', '2027-03']
const planOf = (id: string, basedOn: string | null) => ({
  id,
  basedOn,
  from: '2027-01',
  months: months.length,
  words: '春装提前两周',
  lines: months.map((month) => ({
    category: '大衣',
    month,
    sales: 80_000_000,
    markdowns: 9_000_000,
    closing: 120_000_000,
  })),
})
/** Merchandising hands in what it wants to buy for in the first quarter; the director approves it. */
async function approveThePlan(h: DutyHouse, at: string): Promise<void> {
  const { merchandiser, director } = h.chain
  const { plans } = await draft(h, at)
  const id = newId()
  await h.does(merchandiser, at, 'openToBuy.submit', planOf(id, plans[0]?.id ?? null))
  await h.does(director, at, 'openToBuy.decide', { plan: id, approve: true, words: null })
}

let waiting = ''
const draft = (h: DutyHouse, at: string) =>
  h.sees<{ plans: { id: string }[] }>(h.chain.director, at, 'openToBuy.board', {})

/** A further version waits for the director, who has two days. */
export const approvalStory: Story = {
  duty: 'OD-1.3',
  period: () => eventPeriod(waiting),
  holder: (h) => h.chain.director,
  superior: (h) => h.chain.generalManager,
  seat: () => companyWide,
  open: '2026-12-21T10:00',
  overdue: '2026-12-24T10:10',
  async raise(h, at) {
    waiting = newId()
    const { plans } = await draft(h, at)
    await h.does(h.chain.merchandiser, at, 'openToBuy.submit', planOf(waiting, plans[0]?.id ?? null))
  },
  act: (h, at) =>
    h.does(h.chain.director, at, 'openToBuy.decide', { plan: waiting, approve: false, words: '大衣太多' }),
  back: { never: 'a decision stands; what is changed after it is another version' },
}

export const merchandiseStory: Story = {
  duty: 'OD-3.2',
  period,
  holder: (h) => h.chain.director,
  superior: (h) => h.chain.generalManager,
  seat: () => companyWide,
  open: '2026-12-16T12:00',
  overdue: '2026-12-20T18:10',
  act: approveThePlan,
  back: (h, at) => sentBack(h, at, h.chain.generalManager, 'OD-3.2', period, companyWide),
}

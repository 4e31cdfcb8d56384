import { companyWide, newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { type Story, sentBack } from './story-for-tests.ts'

const period = '2027-01'
/** Merchandising hands in what it wants to buy for in the first quarter; the director approves it. */
async function approveThePlan(h: DutyHouse, at: string): Promise<void> {
  const { merchandiser, director } = h.chain
  const { plans } = await h.sees<{ plans: { id: string }[] }>(director, at, 'openToBuy.board', {})
  const id = newId()
  const months = ['2027-01', '2027-02', '2027-03']
  await h.does(merchandiser, at, 'openToBuy.submit', {
    id,
    basedOn: plans[0]?.id ?? null,
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
  await h.does(director, at, 'openToBuy.decide', { plan: id, approve: true, words: null })
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

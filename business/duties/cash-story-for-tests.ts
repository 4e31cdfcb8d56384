import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, store } from './story-for-tests.ts'

const at = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString()
interface Seen {
  readonly counts: readonly unknown[]
  readonly owed: readonly { day: string; amount: number }[]
  readonly deposits: readonly { id: string; takenBack: string | null }[]
}
const seen = (h: DutyHouse, when: string): Promise<Seen> =>
  h.sees<Seen>(store(h, 1).manager, when, 'cash.day', { store: store(h, 1).id, day: '2026-11-24' })

/** The evening before: the till begins with its float, three hundred yuan come in and lie in the safe overnight. */
async function dayBefore(h: DutyHouse): Promise<void> {
  const { id, manager } = store(h, 1)
  const act = (time: string, action: string, input: object) =>
    h.does(manager, at(`2026-11-23T${time}`), action, { id: newId(), store: id, ...input })
  await act('21:00', 'cash.float', { float: 50_000, from: 'company' })
  await act('21:30', 'cash.payIn', { amount: 30_000, why: 'customerOwes', receipt: 'B-12' })
  await act('22:20', 'cash.count', { basedOn: 0, pieces: [{ value: 10_000, pieces: 8 }], tenders: [] })
}
/** Five yuan are short and explained; what was to be in the bank by four o'clock is paid in. */
async function countExplainPayIn(h: DutyHouse, when: string): Promise<void> {
  const { id, manager } = store(h, 1)
  const { counts, owed } = await seen(h, when)
  if (counts.length === 0) {
    const pieces = [
      { value: 10_000, pieces: 4 },
      { value: 500, pieces: 19 },
    ]
    await h.does(manager, when, 'cash.count', { id: newId(), store: id, basedOn: 0, pieces, tenders: [] })
    const short = { store: id, day: '2026-11-24', tender: 'cash', why: 'wrongChange' }
    await h.does(manager, when, 'cash.explain', short)
  }
  const days = owed.map((o) => o.day)
  const amount = owed.reduce((sum, o) => sum + o.amount, 0)
  await h.does(manager, when, 'cash.deposit', {
    id: newId(),
    store: id,
    days,
    amount,
    slip: 'A-7',
    paidTo: 'bank',
  })
}
async function takeDepositBack(h: DutyHouse, when: string): Promise<void> {
  const { id, manager } = store(h, 1)
  const { deposits } = await seen(h, when)
  const deposit = deposits.find((d) => d.takenBack === null)!.id
  await h.does(manager, when, 'cash.takeBackDeposit', { store: id, deposit, words: '柜台退回，没有入账' })
}

export const takingsStory: Story = {
  duty: 'SM-2.5',
  period: '2026-11-24',
  holder: (h) => store(h, 1).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, 1).id,
  raise: dayBefore,
  open: '2026-11-24T22:00',
  overdue: '2026-11-24T23:10',
  act: countExplainPayIn,
  back: takeDepositBack,
}

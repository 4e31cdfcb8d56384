import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const day = '2026-11-24'
interface Seen {
  readonly handovers: readonly { takenAt: string | null }[]
}
/** The early shift hands over to the late one, both sign; the store manager looks through the day's clock-ins. */
async function inOrder(h: DutyHouse, at: string): Promise<void> {
  const { id, manager, associates } = store(h, 1)
  const seen = await h.sees<Seen>(manager, at, 'handovers.ofStore', { store: id })
  if (!seen.handovers.some((x) => x.takenAt !== null)) {
    const counted = { cash: 50_000, keys: 2, words: null }
    const given = { id: newId(), store: id, to: manager.id, lines: [], ...counted }
    await h.does(associates[0]!, at, 'handovers.give', given)
    await h.does(manager, at, 'handovers.take', { store: id, id: given.id, ...counted })
  }
  await h.does(manager, at, 'attendance.review', { id: newId(), store: id, day })
}

export const shiftsStory: Story = {
  duty: 'SM-2.6',
  period: day,
  holder: (h) => store(h, 1).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, 1).id,
  open: '2026-11-24T22:00',
  overdue: '2026-11-24T23:10',
  act: inOrder,
  back: (h, at) => sentBack(h, at, area(h).manager, 'SM-2.6', day, store(h, 1).id),
}

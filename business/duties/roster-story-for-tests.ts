import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story, sentBack, store } from './story-for-tests.ts'

const period = '2026-W48'
const week = '2026-11-30'
interface Seen {
  readonly head: { revision: number } | null
  readonly versions: readonly unknown[]
}
/** Next week: drafted at one press and released; again with the reason for it. */
async function release(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, 1)
  const see = () => h.sees<Seen>(manager, at, 'rosters.week', { store: id, week })
  const { head, versions } = await see()
  if (!head) await h.does(manager, at, 'rosters.draft', { store: id, week, basedOn: 0 })
  const basedOn = (await see()).head!.revision
  const why = versions.length > 0 ? '周六再加一人' : null
  await h.does(manager, at, 'rosters.release', { store: id, week, basedOn, why })
}

export const rosterStory: Story = {
  duty: 'SM-4.1',
  period,
  holder: (h) => store(h, 1).manager,
  superior: (h) => area(h).manager,
  seat: (h) => store(h, 1).id,
  open: '2026-11-27T11:00',
  overdue: '2026-11-27T18:10',
  act: release,
  back: (h, at) => sentBack(h, at, area(h).manager, 'SM-4.1', period, store(h, 1).id),
}

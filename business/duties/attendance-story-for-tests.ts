import type { DutyHouse } from './house-for-tests.ts'
import { area, type Story } from './story-for-tests.ts'

const month = '2026-11'
interface Seen {
  readonly people: readonly { person: string; isOpen: boolean }[]
}
/** What of the month's last day nobody pressed is settled; each store confirms, then the area manager locks them all. */
async function lockAll(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = area(h)
  const day = '2026-11-30'
  for (const store of h.chain.stores.filter((s) => s.area === id)) {
    const { people } = await h.sees<Seen>(manager, at, 'attendance.day', { store: store.id, day })
    for (const { person } of people.filter((p) => p.isOpen))
      await h.does(manager, at, 'attendance.decide', { store: store.id, person, day, accepted: true })
    await h.does(store.manager, at, 'attendance.confirmMonth', { store: store.id, month })
    await h.does(manager, at, 'attendance.lockMonth', { store: store.id, month })
  }
}

export const attendanceStory: Story = {
  duty: 'AM-3.3',
  period: month,
  holder: (h) => area(h).manager,
  superior: (h) => h.chain.director,
  seat: (h) => area(h).id,
  open: '2026-12-02T10:00',
  overdue: '2026-12-03T18:10',
  act: lockAll,
  back: { never: 'a month that is locked for pay is not opened again; what was wrong goes into the next' },
}

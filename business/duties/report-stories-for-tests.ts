import { newId } from '../../platform/kinds/id.ts'
import type { DutyHouse } from './house-for-tests.ts'
import { type Story, store } from './story-for-tests.ts'

const day = '2026-11-23'
const associate = (h: DutyHouse, n: number) => store(h, n).associates[0]!
type Draft = { report: { id: string } | null }

/** An associate hands in the day, anew where it stands already; with what is practised, or without. */
const handIn = (n: number, isPractised: boolean) => async (h: DutyHouse, at: string) => {
  const where = { store: store(h, n).id, kind: 'day', day }
  const { report } = await h.sees<Draft>(associate(h, n), at, 'ownReports.draft', where)
  await h.does(associate(h, n), at, 'ownReports.submit', {
    id: newId(),
    ...where,
    basedOn: report?.id ?? null,
    well: '成套试穿的客人多',
    missing: '羊绒衫 M 码断了',
    practice: isPractised ? { what: 'ahead', step: '试衣间多拿一件配饰' } : null,
  })
}
async function askBack(h: DutyHouse, at: string): Promise<void> {
  const { id, manager } = store(h, 3)
  const { report } = await h.sees<Draft>(associate(h, 3), at, 'ownReports.draft', {
    store: id,
    kind: 'day',
    day,
  })
  await h.does(manager, at, 'ownReports.open', { store: id, id: report!.id })
  await h.does(manager, at, 'ownReports.askBack', { store: id, id: report!.id, words: '断的是哪几款？' })
}

/** An associate’s own evening: what is practised is a line of the report that is handed in. */
export const reportStories: readonly Story[] = [
  {
    duty: 'SA-5',
    period: day,
    holder: (h) => associate(h, 3),
    superior: (h) => store(h, 3).manager,
    seat: (h) => store(h, 3).id,
    open: '2026-11-23T21:00',
    overdue: '2026-11-23T23:00',
    act: handIn(3, false),
    back: askBack,
  },
  {
    duty: 'SA-1.4',
    period: day,
    holder: (h) => associate(h, 2),
    superior: (h) => store(h, 2).manager,
    seat: (h) => store(h, 2).id,
    open: '2026-11-23T21:00',
    overdue: '2026-11-23T23:00',
    act: handIn(2, true),
    back: handIn(2, false),
  },
]

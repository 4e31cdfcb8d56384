import type { DraftClause, DraftState, Terms } from '../business/duties/editions/shape.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { instant } from './moments.ts'

interface DraftView {
  readonly state: DraftState
  readonly clauses: readonly DraftClause[]
}

/** A draft of the job descriptions that personnel has written and handed in: it awaits the director's decision. */
export async function makeDraft(acts: Acts, today: Day, progress: (text: string) => void): Promise<void> {
  const personnel = acts.holder('personnel', {})
  const at = instant(addDays(today, -1), 15 * 60)
  const draft = newId()
  await acts.do(personnel, at, 'editions.begin', { id: draft, name: '冬季：日报放宽、客流一天两录' })
  const { clauses } = await acts.see<DraftView>(personnel, at, 'editions.draft', { draft })
  const report = clauses.find((c) => c.duty === 'SM-1.5')
  if (!report) return
  await acts.do(personnel, at, 'editions.saveClause', {
    draft,
    duty: report.duty,
    basedOn: report.revision,
    dropped: false,
    terms: {
      ...termsOf(report),
      calendar: report.calendar.map((t) => ('grace' in t ? { ...t, grace: t.grace + 30 } : t)),
      minutes: report.minutes + 2,
    },
  })
  await acts.do(personnel, at, 'editions.addDuty', {
    draft,
    position: 'storeManager',
    terms: {
      title: ['午市前录客流', 'Traffic entered before noon'],
      help: [
        '开门到中午的进店人数录进系统，下午才好排人。',
        'Enter who came in by noon, so that the afternoon can be staffed.',
      ],
      kind: 'perishable',
      calendar: [{ every: 'day', by: '13:00', late: 6 }],
      minutes: 5,
      weight: 2,
      lookedAfter: { by: 'areaManager', every: 'week' },
      standIns: ['salesAssociate'],
      own: { provedBy: 'traffic', each: false, indicators: [] },
    },
  })
  await acts.do(personnel, instant(addDays(today, -1), 16 * 60), 'editions.submit', {
    draft,
    words: '闭店后交日报太赶，各店都提过',
  })
  progress('  职责草稿 a draft of the job descriptions waits')
}

const termsOf = ({
  title,
  help,
  kind,
  calendar,
  minutes,
  weight,
  lookedAfter,
  standIns,
}: DraftClause): Omit<Terms, 'calendar'> & { calendar: DraftClause['calendar'] } => ({
  title,
  help,
  kind,
  calendar,
  minutes,
  weight,
  lookedAfter,
  standIns: [...standIns],
})

import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { factorNames } from '../../metrics/words.ts'
import { directiveWords } from '../directives/words.ts'
import { p } from '../page-words.ts'
import { saidText } from '../words.ts'
import type { Row } from './api.ts'
import { waited } from './due.ts'

export const toneOf = {
  given: 'plain',
  answered: 'accent',
  returned: 'late',
  accepted: 'done',
  withdrawn: 'excused',
} as const

/** 晚了多久，或几点前。 */
export function DueWords({ row }: { row: Pick<Row, 'dueNow' | 'overdue' | 'state'> }) {
  const say = useSay()
  const f = useFormat()
  if (!row.overdue) return <span className="num">{say(p.dueAt, { time: f.instant(row.dueNow) })}</span>
  const late = waited(row.dueNow, new Date())
  return (
    <span className="num directive-late">
      {say(p.overdueBy, { time: say(p[late.unit], { count: late.count }) })}
    </span>
  )
}

export function useReceiver(): (row: Pick<Row, 'level' | 'seatName' | 'seatNameEn'>) => string {
  const say = useSay()
  const name = useName()
  return (row) =>
    row.level === 'company' ? say(p.director) : name({ name: row.seatName ?? '', nameEn: row.seatNameEn })
}

/** One directive on the board: who asks whom, for what, until when. */
export function DirectiveCard({ row, onOpen }: { row: Row; onOpen: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const receiver = useReceiver()
  const answer = row.steps.findLast((s) => s.kind === 'answered')
  return (
    <button type="button" className={`directive${row.overdue ? ' is-overdue' : ''}`} onClick={onOpen}>
      <span className="directive-who">
        {say(p.fromTo, { from: row.givenByName, to: receiver(row) })}
        {row.state === 'given' ? null : (
          <Chip tone={toneOf[row.state]}>{say(directiveWords[row.state])}</Chip>
        )}
      </span>
      <b className="directive-says" translate="no">
        {saidText(row, language)}
      </b>
      {answer && row.state === 'answered' ? (
        <span className="directive-answer" translate="no">
          {answer.words}
        </span>
      ) : null}
      <span className="directive-foot">
        <DueWords row={row} />
        {row.factor ? <Chip>{say(factorNames[row.factor])}</Chip> : null}
      </span>
    </button>
  )
}

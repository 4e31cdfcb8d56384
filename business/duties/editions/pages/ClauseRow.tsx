import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { calendarWords } from '../calendar-words.ts'
import { clauseWords } from '../clause-words.ts'
import { editWords as w } from '../edit-words.ts'
import type { DraftClauseSeen } from './api.ts'

/** A clause of a draft in two lines: what and when; whether it is new, changed or left out. */
export function ClauseRow({ clause, onOpen }: { clause: DraftClauseSeen; onOpen: (() => void) | undefined }) {
  const say = useSay()
  const { minutes, weight } = clause
  return (
    <li className={clause.dropped ? 'is-dropped' : undefined}>
      <span className="draft-code num">{clause.duty}</span>
      <span className="draft-says">
        <b translate={clause.shipped ? undefined : 'no'}>{say(clause.title)}</b>
        {clause.dropped ? (
          <Chip tone="missed">{say(w.droppedHere)}</Chip>
        ) : clause.isNew ? (
          <Chip tone="accent">{say(w.isNew)}</Chip>
        ) : clause.changed && clause.changed.length > 0 ? (
          <Chip tone="late">{say(w.changed)}</Chip>
        ) : null}
        <span className="note">
          {say(calendarWords(clause.calendar))}
          {minutes > 0 ? ` · ${say(clauseWords.minutesOf, { minutes })}` : ''}
          {` · ${say(clauseWords.weightOf, { weight })}`}
        </span>
      </span>
      {onOpen ? (
        <Button onClick={onOpen} aria-label={`${say(w.edit)} ${clause.duty}`}>
          {say(w.edit)}
        </Button>
      ) : null}
    </li>
  )
}

import type { ReactNode } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { PointAnswers, WrongWords } from '../../editions/pages/PointAnswers.tsx'
import { useSays } from '../../editions/pages/says.ts'
import { v, wrongPhrases } from '../page-words.ts'
import { longestDue } from '../rules.ts'
import type { Points, VisitItem } from '../shape.ts'
import type { Finding, Form } from './api.ts'
import { type DraftScore, isFound } from './draft.ts'
import { keyOf, pointWords } from './points.ts'

/** One thing to look at: three big answers in reach of a thumb; below them, where it is wrong, who mends it by when. */
export function ScoreRow(props: {
  store: string
  item: VisitItem
  score: DraftScore | undefined
  /** What was found before and is not mended yet. */
  open: Finding | undefined
  /** How it stood last time; undefined where nobody has looked. */
  before: Points | undefined
  times: number
  today: Day
  people: Form['people']
  /** What the server said of its photograph. */
  photoWrong: string | undefined
  onScore: (part: Partial<DraftScore>) => void
}) {
  const { store, item, score, open, before, times, today, people, photoWrong, onScore } = props
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const told = [
    before === undefined || before === null ? '' : say(v.before, { how: say(pointWords[keyOf(before)]) }),
    times > 1 ? say(v.cameBack, { count: times }) : '',
  ].filter(Boolean)
  return (
    <div className={`score-row${score ? ` is-${keyOf(score.points)}` : ''}`}>
      <div className="score-asked">
        <p translate="no">{says(item)}</p>
        {told.length > 0 ? (
          <small className={times > 1 || before === 0 ? 'tone-late' : undefined}>{told.join(' · ')}</small>
        ) : null}
        {open ? (
          <small className="tone-missed" translate="no">
            {say(v.openSince, { day: f.day(open.day), wrong: open.wrong })}
          </small>
        ) : null}
      </div>
      <PointAnswers
        asked={says(item)}
        value={score?.points}
        words={pointWords}
        onChange={(points) => onScore({ points })}
      >
        <button
          type="button"
          className="score-null"
          aria-pressed={score !== undefined && score.points === null}
          onClick={() => onScore({ points: null })}
        >
          {say(v.notThere)}
        </button>
      </PointAnswers>
      {score?.points === 1 && !open ? (
        <label className="score-toggle">
          <input
            type="checkbox"
            checked={score.isFinding}
            onChange={(event) => onScore({ isFinding: event.target.checked })}
          />
          {say(v.asFinding)}
        </label>
      ) : null}
      {score && isFound(score, open !== undefined) ? (
        <FindingFields score={score} today={today} people={people} onScore={onScore}>
          <PhotoField
            act="visits.takePhoto"
            place={{ view: 'visits.photo', store }}
            label={say(v.photoOf)}
            isNeeded={item.photo}
            value={score.photo ?? null}
            wrong={photoWrong}
            onChange={(photo) => onScore({ photo })}
          />
        </FindingFields>
      ) : null}
    </div>
  )
}

function FindingFields(props: {
  score: DraftScore
  today: Day
  people: Form['people']
  onScore: (part: Partial<DraftScore>) => void
  children: ReactNode
}) {
  const { score, today, people, onScore, children } = props
  const say = useSay()
  const days: readonly [Day, string][] = [
    [today, say(v.todayStill)],
    [addDays(today, 1), say(v.tomorrow)],
    [addDays(today, 3), say(v.inDays, { count: 3 })],
    [addDays(today, 7), say(v.inDays, { count: 7 })],
  ]
  return (
    <div className="score-finding">
      <WrongWords
        label={say(v.whatWrong)}
        placeholder={say(v.whatWrong)}
        value={score.wrong}
        phrases={wrongPhrases}
        onChange={(wrong) => onScore({ wrong })}
      />
      {children}
      <div className="field">
        <b>{say(v.whoMendsIt)}</b>
        <Choices<string>
          label={say(v.whoMendsIt)}
          value={score.person}
          options={people.map((p) => ({ key: p.id, label: p.name }))}
          onChange={(person) => onScore({ person })}
        />
      </div>
      <div className="field">
        <b>{say(v.byWhen)}</b>
        <div className="score-due">
          <Choices<Day>
            label={say(v.byWhen)}
            value={score.due}
            options={days.map(([key, label]) => ({ key, label }))}
            onChange={(due) => onScore({ due })}
          />
          <DayInput
            label={say(v.byWhen)}
            value={score.due}
            min={today}
            max={addDays(today, longestDue)}
            onChange={(due) => onScore({ due })}
          />
        </div>
      </div>
    </div>
  )
}

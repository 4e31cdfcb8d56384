import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import { awaitedNames, cadenceNames, calendarWords, lateWords } from '../calendar-words.ts'
import { clauseWords as w } from '../clause-words.ts'
import { AreaBars } from './AreaBars.tsx'
import type { ClauseSeen, ClausesSeen } from './api.ts'

export const stateTones = {
  live: 'done',
  awaiting: 'plain',
  standing: 'plain',
  dropped: 'excused',
} as const

/** One clause to be read: what, by when, what proves it; at the right how it has gone. */
export function ClauseArticle(props: {
  clause: ClauseSeen
  areas: ClausesSeen['areas']
  counted: boolean
  withPosition: boolean
}) {
  const { clause, areas, counted, withPosition } = props
  const say = useSay()
  return (
    <article className={`clause clause-${clause.state}`}>
      <div className="clause-code num">
        {clause.id}
        {withPosition ? <small>{say(positionNames[clause.position])}</small> : null}
      </div>
      <div className="clause-says">
        <h3>
          <Go to={`/job/${clause.id}`}>{say(clause.title)}</Go>{' '}
          <Chip tone={stateTones[clause.state]}>{say(w[clause.state])}</Chip>
        </h3>
        <p>{say(clause.help)}</p>
        <p className="clause-when">{say(calendarWords(clause.calendar))}</p>
        <ClauseTerms clause={clause} />
      </div>
      <div className="clause-done">
        <ClauseRate clause={clause} counted={counted} />
        <AreaBars clause={clause} areas={areas} />
      </div>
    </article>
  )
}

/** Proof or what is awaited, effort, weight, who looks and who may stand in: one quiet line each. */
export function ClauseTerms({ clause }: { clause: ClauseSeen }) {
  const say = useSay()
  const areas = clause.awaits.map((name) => say(awaitedNames[name])).join(say(['、', ', ']))
  const listed = (all: readonly (readonly [string, string])[]) =>
    all.map((s) => say(s)).join(say(['；', '; ']))
  const late = lateWords(clause.kind, clause.calendar)
  return (
    <dl className="clause-terms">
      {clause.proofSays.length > 0 ? (
        <Term name={say(clause.proofSays.length > 1 ? w.proofOr : w.proof)}>{listed(clause.proofSays)}</Term>
      ) : null}
      {clause.part ? (
        <Term name={say(w.awaits)}>{say(w.awaitsPart, { areas, says: say(clause.part) })}</Term>
      ) : null}
      {clause.indicators.length > 0 ? (
        <Term name={say(w.indicators)}>{listed(clause.indicators)}</Term>
      ) : null}
      {clause.state === 'awaiting' ? <Term name={say(w.proof)}>{say(w.awaitsArea, { areas })}</Term> : null}
      <Term name={say(w.lookedAfter)}>
        {say(w.lookedAfterBy, {
          position: say(positionNames[clause.lookedAfter.by]),
          cadence: say(cadenceNames[clause.lookedAfter.every]).toLowerCase(),
        })}
        {clause.standIns.length > 0
          ? ` · ${say(w.standIns)} ${clause.standIns.map((p) => say(positionNames[p])).join(say(['、', ', ']))}`
          : ''}
      </Term>
      <Term name={say(w.weight)}>
        {say(w.weightOf, { weight: clause.weight })}
        {clause.minutes > 0 ? ` · ${say(w.minutesOf, { minutes: clause.minutes })}` : ''}
        {late ? ` · ${say(late)}` : ''}
      </Term>
    </dl>
  )
}
const Term = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

export function ClauseRate({ clause, counted }: { clause: ClauseSeen; counted: boolean }) {
  const say = useSay()
  const f = useFormat()
  if (!counted) return <p className="note">{clause.live ? say(w.notCounted) : ''}</p>
  if (clause.instances30d === 0) return <p className="note">{clause.live ? say(w.noInstances) : ''}</p>
  if (clause.ratedOf === 0)
    return (
      <p className="clause-rate">
        <span className="num">{say(w.noneJudged, { count: f.count(clause.instances30d) })}</span>
      </p>
    )
  const facts = { done: f.count(clause.counts.inTime), of: f.count(clause.ratedOf) }
  return (
    <p className="clause-rate">
      {clause.inTimeRate === null ? null : <b className="num">{f.percent(clause.inTimeRate)}</b>}
      <span className="num">
        {say(w.inTime)} {facts.done} / {facts.of}
        {clause.counts.excused > 0 ? ` · ${say(w.excusedNote, { count: clause.counts.excused })}` : ''}
        {clause.inTimeRate !== null && !clause.ranked ? ` · ${say(w.few)}` : ''}
      </span>
    </p>
  )
}

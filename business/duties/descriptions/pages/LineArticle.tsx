import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Checkbox, Select } from '../../../../platform/web/parts/Choice.tsx'
import { later } from '../../../../platform/web/parts/later.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import { awaitedNames, calendarWords } from '../../editions/calendar-words.ts'
import { pageWords as w } from '../page-words.ts'
import type { DescriptionSeen, LineSeen } from './api.ts'
import { type Choice, calendarOf, known } from './choices.ts'

const CalendarSheet = later(() => import('./CalendarSheet.tsx').then((m) => m.CalendarSheet))

/** A clause as it was read: its words, what it stands for, when it is due, what proves it. */
export function LineArticle(props: {
  line: LineSeen
  seen: DescriptionSeen
  choice: Choice
  onChange: (choice: Choice) => void
}) {
  const { line, seen, choice, onChange } = props
  const say = useSay()
  const f = useFormat()
  const [isSetting, set] = useState(false)
  const standsFor = known(seen, choice.duty)
  const scores = new Map(line.matches.map((m) => [m.duty, m.score]))
  const among = seen.known
    .filter((k) => k.position === line.position)
    .sort((a, b) => (scores.get(b.duty) ?? 0) - (scores.get(a.duty) ?? 0))
  const words = line.cadence?.words.join(say(['、', ', '])) ?? ''
  const undecided = line.cadence?.undecided ?? null
  return (
    <article className={choice.use ? 'read-line' : 'read-line is-left'}>
      <div className="read-code">
        <span className="num">{line.code}</span>
        {line.position ? <small>{say(positionNames[line.position])}</small> : null}
      </div>
      <div className="read-body">
        <Checkbox checked={choice.use} onChange={(e) => onChange({ ...choice, use: e.target.checked })}>
          <b translate="no">{line.text}</b>
        </Checkbox>
        {choice.use ? (
          <dl className="read-facts">
            <dt>{say(w.standsFor)}</dt>
            <dd>
              <Select
                aria-label={`${say(w.standsFor)} ${line.line}`}
                value={choice.duty ?? 'own'}
                options={[
                  { value: 'own', label: say(w.ownDuty) },
                  ...among.map((k) => {
                    const score = scores.get(k.duty)
                    const title = `${k.duty} ${say(k.title)}`
                    return {
                      value: k.duty,
                      label: score ? say(w.matched, { title, score: f.percent(score) }) : title,
                    }
                  }),
                ]}
                onChange={(value) => {
                  const duty = value === 'own' ? null : value
                  onChange({ ...choice, duty, calendar: calendarOf(line, known(seen, duty)) })
                }}
              />
              <small className="note">{say(...proofOf(standsFor, say))}</small>
            </dd>
            <dt>{say(w.when)}</dt>
            <dd>
              {choice.calendar ? (
                <span>{say(calendarWords(choice.calendar))}</span>
              ) : (
                <Chip tone="late">{say(w.decide)}</Chip>
              )}{' '}
              <Button size="small" onClick={() => set(true)}>
                {say(choice.calendar ? w.change : w.setWhen)}
              </Button>
              <small className="note" translate="no">
                {undecided ? say(w[undecided], { words }) : say(w.said, { words })}
                {undecided && choice.calendar && choice.calendar === standsFor?.calendar
                  ? ` · ${say(w.fromKnown)}`
                  : ''}
              </small>
            </dd>
          </dl>
        ) : null}
      </div>
      {isSetting ? (
        <CalendarSheet
          text={line.text}
          inStore={line.position === 'storeManager' || line.position === 'salesAssociate'}
          value={choice.calendar ?? suggested(line)}
          onClose={() => set(false)}
          onSet={(calendar) => {
            onChange({ ...choice, calendar })
            set(false)
          }}
        />
      ) : null}
    </article>
  )
}

/** What proves it, or that something still must. */
function proofOf(
  standsFor: DescriptionSeen['known'][number] | undefined,
  say: ReturnType<typeof useSay>,
): Parameters<ReturnType<typeof useSay>> {
  if (!standsFor) return [w.proofNone]
  if (standsFor.live)
    return [w.proofIs, { says: standsFor.proofSays.map((s) => say(s)).join(say(['；', '; '])) }]
  return [w.proofAwaits, { areas: standsFor.awaits.map((a) => say(awaitedNames[a])).join(say(['、', ', '])) }]
}

/** What could be read of it, to begin from. */
const suggested = (line: LineSeen) =>
  line.cadence && line.cadence.calendar.length > 0 ? line.cadence.calendar : null

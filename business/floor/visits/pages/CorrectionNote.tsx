import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import type { Points } from '../shape.ts'
import { type One, scoreSaid } from './api.ts'
import { keyOf, pointWords } from './points.ts'

/** Each correction with its reason, the score before and after, and what was scored differently: both versions stand. */
export function CorrectionNotes({ seen }: { seen: One }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const lines = seen.sections.flatMap((s) => s.lines)
  const said = (points: Points): string => say(pointWords[keyOf(points)])
  return seen.corrections.map((c) => (
    <section key={c.id} className="visit-corrected">
      <h3>{say(v.correctedFrom, { before: scoreSaid(c.scoreBefore), after: scoreSaid(c.scoreAfter) })}</h3>
      <p className="note">{say(v.correctedBy, { name: c.byName, when: f.instant(c.at) })}</p>
      <p translate="no">{c.reason}</p>
      <ul>
        {c.changes.map(({ code, before, after }) => {
          const line = lines.find((l) => l.code === code)
          return (
            <li key={code}>
              <span translate="no">{line ? says(line.item) : code}</span>
              <span>
                <s>{said(before)}</s> → <b>{said(after)}</b>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}

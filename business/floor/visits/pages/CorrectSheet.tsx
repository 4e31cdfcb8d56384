import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { PointAnswers } from '../../editions/pages/PointAnswers.tsx'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import { scoreOf } from '../rules.ts'
import type { Points } from '../shape.ts'
import { api, type One, scoreSaid } from './api.ts'
import { pointWords } from './points.ts'

/** The visit as it stands, each answer open to be set right; what the score will be is said before it is kept. */
export function CorrectSheet({ store, seen, onClose }: { store: string; seen: One; onClose: () => void }) {
  const say = useSay()
  const says = useSays()
  const [id] = useState(newId)
  const [changed, change] = useState<Readonly<Record<string, Points>>>({})
  const [reason, write] = useState('')
  const correct = api.useDo('visits.correct', {
    onDone: () => {
      notice(say(v.correctedNow))
      onClose()
    },
  })
  const lines = seen.sections.flatMap((s) => s.lines)
  const pointsOf = (code: string, points: Points): Points => (code in changed ? changed[code]! : points)
  const scores = lines.map((l) => ({
    code: l.code,
    points: pointsOf(l.code, l.points as Points),
    words: l.words,
  }))
  const differing = lines.filter((l) => pointsOf(l.code, l.points as Points) !== l.points)
  const after = scoreOf(
    seen.sections,
    lines.map((l) => l.item),
    scores,
  ).total
  const wrong = wrongFields(correct.error)
  const asked = differing.map((l) => ({ code: l.code, points: pointsOf(l.code, l.points as Points) }))
  const missing =
    differing.length === 0
      ? say(v.nothingChanged)
      : reason.trim().length < 2
        ? say(v.reasonMissing)
        : undefined
  return (
    <Sheet
      title={say(v.correctTitle)}
      width={640}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            block
            may="visits.correct"
            offBecause={missing}
            loading={correct.isPending}
            onClick={() =>
              correct.mutate({
                id,
                store,
                visit: seen.visit.id,
                basedOn: seen.corrections.length,
                reason,
                scores: asked,
              })
            }
          >
            {say(v.correctSave, {
              before: scoreSaid(seen.visit.score),
              after: after === null ? '–' : scoreSaid(after),
            })}
          </Act>
        </div>
      }
    >
      {correct.error ? <FormProblem problem={correct.error} /> : null}
      <p className="note">{say(v.correctNote)}</p>
      <div className="field">
        <b>{say(v.correctReason)}</b>
        <Input.TextArea
          aria-label={say(v.correctReason)}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={reason}
          onChange={(event) => write(event.target.value)}
        />
        <Wrong text={wrong.reason} />
      </div>
      {seen.sections
        .filter((s) => s.lines.length > 0)
        .map((s) => (
          <section key={s.code} className="visit-correct">
            <h3 translate="no">{says(s)}</h3>
            {s.lines.map((l) => {
              const points = pointsOf(l.code, l.points as Points)
              return (
                <div key={l.code} className={points === l.points ? undefined : 'is-changed'}>
                  <p translate="no">{says(l.item)}</p>
                  <PointAnswers
                    asked={says(l.item)}
                    value={points}
                    words={pointWords}
                    onChange={(next) => change({ ...changed, [l.code]: next })}
                  >
                    <button
                      type="button"
                      className="score-null"
                      aria-pressed={points === null}
                      onClick={() => change({ ...changed, [l.code]: null })}
                    >
                      {say(v.notThere)}
                    </button>
                  </PointAnswers>
                  <Wrong text={wrong[`scores.${differing.indexOf(l)}.points`]} />
                </div>
              )
            })}
          </section>
        ))}
    </Sheet>
  )
}

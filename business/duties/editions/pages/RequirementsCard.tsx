import { useFormat } from '../../../../platform/web/format.ts'
import { Card, Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import { clauseWords as w } from '../clause-words.ts'
import type { ProfileSeen } from './api.ts'

/** What a position asks of whoever holds it; folded, since one reads it seldom. */
export function RequirementsCard({ profile }: { profile: ProfileSeen }) {
  const say = useSay()
  const f = useFormat()
  const { requirements: r } = profile
  const listed = (all: readonly (readonly [string, string])[]) => (
    <ul className="requirement-list">
      {all.map((one) => (
        <li key={one[0]}>{say(one)}</li>
      ))}
    </ul>
  )
  return (
    <Card>
      <details className="requirements">
        <summary>
          <b>
            {say(positionNames[profile.position])} · {say(w.requirements)}
          </b>
          <span className="note">{say(w.people, { count: f.count(profile.people) })}</span>
        </summary>
        <Rows>
          <Row name={say(w.education)}>{say(r.education)}</Row>
          <Row name={say(w.years)}>
            {r.years.trade + r.years.leading === 0 ? say(w.noYears) : say(w.yearsOf, r.years)}
          </Row>
          <Row name={say(w.knowledge)}>{listed(r.knowledge)}</Row>
          <Row name={say(w.skills)}>{listed(r.skills)}</Row>
          <Row name={say(w.integrity)}>{say(r.integrity)}</Row>
          <Row name={say(w.tools)}>{listed(r.tools)}</Row>
        </Rows>
      </details>
    </Card>
  )
}

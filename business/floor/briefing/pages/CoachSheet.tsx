import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { b } from '../page-words.ts'
import { type Skill, skills } from '../shape.ts'
import { skillWords } from '../words.ts'
import { type AssociateSeen, api, useLeadsStore } from './api.ts'

/** One skill at a time: what was seen, what comes next; below it what was noted before. */
export function CoachSheet(props: { store: string; associate: AssociateSeen; onClose: () => void }) {
  const { store, associate, onClose } = props
  const say = useSay()
  const f = useFormat()
  const may = useLeadsStore(store)
  const [id] = useState(newId)
  const [skill, choose] = useState<Skill | undefined>(associate.notes[0]?.skill)
  const [observed, see] = useState('')
  const [nextStep, step] = useState('')
  const save = api.useDo('coaching.note', {
    about: () => associate.name,
    whenSafe: onClose,
    onDone: () => notice(say(b.saved)),
  })
  const wrong = wrongFields(save.error)
  const isWritten = observed.trim().length > 1 && nextStep.trim().length > 1
  const why = !skill ? b.chooseSkill : isWritten ? undefined : b.fillBoth
  return (
    <Sheet
      title={say(b.coach, { name: associate.name })}
      width={520}
      onClose={onClose}
      foot={
        may ? (
          <div className="sheet-foot">
            <Act
              type="primary"
              size="large"
              may="coaching.note"
              offBecause={why ? say(why) : undefined}
              loading={save.isPending}
              onClick={() =>
                skill && save.mutate({ id, store, person: associate.person, skill, observed, nextStep })
              }
            >
              {say(b.save)}
            </Act>
          </div>
        ) : undefined
      }
    >
      {may ? (
        <div className="day-form">
          {save.error ? <FormProblem problem={save.error} /> : null}
          <div className="field">
            <b>{say(b.skill)}</b>
            <Choices<Skill>
              label={say(b.skill)}
              value={skill}
              options={skills.map((key) => ({ key, label: say(skillWords[key]) }))}
              onChange={choose}
            />
          </div>
          <div className="field">
            <b>{say(b.observed)}</b>
            <Input.TextArea
              aria-label={say(b.observed)}
              placeholder={say(b.observedHint)}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={observed}
              onChange={(event) => see(event.target.value)}
            />
            <Wrong text={wrong.observed} />
          </div>
          <div className="field">
            <b>{say(b.nextStep)}</b>
            <Input.TextArea
              aria-label={say(b.nextStep)}
              placeholder={say(b.nextHint)}
              autoSize={{ minRows: 2, maxRows: 4 }}
              maxLength={300}
              value={nextStep}
              onChange={(event) => step(event.target.value)}
            />
            <Wrong text={wrong.nextStep} />
          </div>
        </div>
      ) : null}
      {associate.notes.length > 0 ? (
        <section className="coach-before">
          <h3>{say(b.before)}</h3>
          {associate.notes.map((n) => (
            <article key={n.id}>
              <span className="note">{`${f.day(n.day)} · ${say(skillWords[n.skill])} · ${n.byName}`}</span>
              <p translate="no">{n.observed}</p>
              <p className="coach-next" translate="no">
                {n.nextStep}
              </p>
              <span className="note">
                {say(n.seenAt ? b.seenAt : b.notSeen, { when: n.seenAt ? f.instant(n.seenAt) : '' })}
                {n.seenWords ? ` · ${n.seenWords}` : ''}
              </span>
            </article>
          ))}
        </section>
      ) : null}
    </Sheet>
  )
}

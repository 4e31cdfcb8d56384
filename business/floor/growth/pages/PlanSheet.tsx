import { type ReactNode, useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { type ProblemError, wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { type Skill, skills } from '../../briefing/shape.ts'
import { skillWords } from '../../briefing/words.ts'
import { g } from '../page-words.ts'
import { longestStep } from '../rules.ts'
import type { Outcome } from '../shape.ts'
import { api, type Planned } from './api.ts'

/** One skill, where she is to get, the first step and its day. */
export function PlanSheet(props: {
  store: string
  today: Day
  person: { person: string; name: string }
  onClose: () => void
}) {
  const { store, today, person, onClose } = props
  const say = useSay()
  const [id] = useState(newId)
  const [skill, choose] = useState<Skill>()
  const [goal, aim] = useState('')
  const [nextStep, step] = useState('')
  const [by, until] = useState<Day>(addDays(today, 14))
  const save = api.useDo('growth.plan', {
    onDone: () => {
      notice(say(g.saved))
      onClose()
    },
  })
  const wrong = wrongFields(save.error)
  const isWritten = skill && goal.trim().length > 1 && nextStep.trim().length > 1
  return (
    <StepSheet
      title={say(g.planFor, { name: person.name })}
      may="growth.plan"
      isWritten={Boolean(isWritten)}
      saving={save}
      onSave={() => skill && save.mutate({ id, store, person: person.person, skill, goal, nextStep, by })}
      onClose={onClose}
    >
      <div className="field">
        <b>{say(g.skill)}</b>
        <Choices<Skill>
          label={say(g.skill)}
          value={skill}
          options={skills.map((key) => ({ key, label: say(skillWords[key]) }))}
          onChange={choose}
        />
      </div>
      <Field label={say(g.goal)} hint={say(g.goalHint)} value={goal} wrong={wrong.goal} onChange={aim} />
      <Field
        label={say(g.nextStep)}
        hint={say(g.stepHint)}
        value={nextStep}
        wrong={wrong.nextStep}
        onChange={step}
      />
      <Until today={today} by={by} wrong={wrong.by} onChange={until} />
    </StepSheet>
  )
}

/** What became of the step, and how it goes on: the next one, or the end. */
export function ReviewSheet(props: { plan: Planned; today: Day; onClose: () => void }) {
  const { plan, today, onClose } = props
  const say = useSay()
  const [id] = useState(newId)
  const [words, became] = useState('')
  const [how, choose] = useState<'goesOn' | Outcome>('goesOn')
  const [nextStep, step] = useState('')
  const [by, until] = useState<Day>(addDays(today, 28))
  const save = api.useDo('growth.review', {
    onDone: () => {
      notice(say(g.reviewed))
      onClose()
    },
  })
  const wrong = wrongFields(save.error)
  const isWritten = words.trim().length > 1 && (how !== 'goesOn' || nextStep.trim().length > 1)
  return (
    <StepSheet
      title={say(g.reviewFor, { name: plan.personName })}
      may="growth.review"
      isWritten={isWritten}
      saving={save}
      onSave={() =>
        save.mutate({
          id,
          store: plan.store,
          plan: plan.id,
          words,
          next: how === 'goesOn' ? { step: nextStep, by } : { outcome: how },
        })
      }
      onClose={onClose}
    >
      <p className="growth-goal" translate="no">
        {plan.nextStep}
      </p>
      <Field label={say(g.became)} hint="" value={words} wrong={wrong.words} onChange={became} />
      <div className="field">
        <b>{say(g.how)}</b>
        <Choices<'goesOn' | Outcome>
          label={say(g.how)}
          value={how}
          options={(['goesOn', 'reached', 'stopped'] as const).map((key) => ({ key, label: say(g[key]) }))}
          onChange={choose}
        />
      </div>
      {how === 'goesOn' ? (
        <>
          <Field
            label={say(g.nextStep)}
            hint={say(g.stepHint)}
            value={nextStep}
            wrong={wrong['next.step']}
            onChange={step}
          />
          <Until today={today} by={by} wrong={wrong['next.by']} onChange={until} />
        </>
      ) : null}
    </StepSheet>
  )
}

function StepSheet(props: {
  title: string
  may: string
  isWritten: boolean
  saving: { isPending: boolean; error: ProblemError | null }
  onSave: () => void
  onClose: () => void
  children: ReactNode
}) {
  const { title, may, isWritten, saving, onSave, onClose, children } = props
  const say = useSay()
  return (
    <Sheet
      title={title}
      width={520}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            may={may}
            offBecause={isWritten ? undefined : say(g.fill)}
            loading={saving.isPending}
            onClick={onSave}
          >
            {say(g.save)}
          </Act>
        </div>
      }
    >
      <div className="growth-form">
        {saving.error ? <FormProblem problem={saving.error} /> : null}
        {children}
      </div>
    </Sheet>
  )
}

function Field(props: {
  label: string
  hint: string
  value: string
  wrong: string | undefined
  onChange: (text: string) => void
}) {
  const { label, hint, value, wrong, onChange } = props
  return (
    <div className="field">
      <b>{label}</b>
      <Input.TextArea
        aria-label={label}
        placeholder={hint}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Wrong text={wrong} />
    </div>
  )
}

function Until(props: { today: Day; by: Day; wrong: string | undefined; onChange: (day: Day) => void }) {
  const { today, by, wrong, onChange } = props
  const say = useSay()
  return (
    <div className="field">
      <b>{say(g.byWhen)}</b>
      <DayInput
        label={say(g.byWhen)}
        value={by}
        min={today}
        max={addDays(today, longestStep)}
        onChange={onChange}
      />
      <Wrong text={wrong} />
    </div>
  )
}

import { useState } from 'react'
import { drop as forget, keep, readKept } from '../../../../platform/web/kept.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Checkbox, Select } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { seatOf } from '../../../organization/shape.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import type { Timing } from '../../catalogue/types.ts'
import { cadenceNames, kindNames } from '../calendar-words.ts'
import { editWords as w } from '../edit-words.ts'
import type { TermsTyped } from '../shape.ts'
import { api, type DraftClauseSeen, type DraftSeen } from './api.ts'
import { CalendarField } from './CalendarField.tsx'
import { cadencesFor, superiorsOf, termsOf } from './clause-form.ts'
import { Field } from './Field.tsx'
import { OwnFields } from './OwnFields.tsx'
import { kindFor } from './timings.ts'

interface Kept {
  readonly basedOn: number
  readonly terms: TermsTyped
}

/** The form of one clause; what is typed stays on the device until it is saved. */
export function ClauseSheet(props: {
  draft: DraftSeen
  position: DutyPosition
  clause: DraftClauseSeen | undefined
  onClose: () => void
}) {
  const { draft, position, clause, onClose } = props
  const say = useSay()
  const inStore = seatOf[position] === 'store'
  const key = `clause.${draft.id}.${clause?.duty ?? `new.${position}`}`
  const [kept] = useState(() => readKept<Kept>(key))
  const [basedOn, base] = useState(kept?.basedOn ?? clause?.revision ?? 0)
  const [terms, write] = useState<TermsTyped>(kept?.terms ?? termsOf(clause, position, inStore))
  const change = (part: Partial<TermsTyped>): void => {
    const next = { ...terms, ...part }
    write(next)
    keep(key, { basedOn, terms: next })
  }
  const done = (): void => {
    forget(key)
    notice(say(w.saved))
    onClose()
  }
  const save = api.useDo('editions.saveClause', { onDone: done })
  const add = api.useDo('editions.addDuty', { onDone: done })
  const problem = save.error ?? add.error
  const crossed =
    problem?.why === 'changedMeanwhile'
      ? (problem.facts as { revision: number; theirs: DraftClauseSeen })
      : undefined
  const send = (dropped: boolean, on = basedOn): void => {
    if (clause) save.mutate({ draft: draft.id, duty: clause.duty, basedOn: on, terms, dropped })
    else if (terms.own) add.mutate({ draft: draft.id, position, terms: { ...terms, own: terms.own } })
  }
  return (
    <Sheet
      width={720}
      title={
        clause
          ? `${clause.duty} ${say(clause.title)}`
          : say(w.newDuty, { position: say(positionNames[position]) })
      }
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          {clause ? (
            <Button size="large" loading={save.isPending} onClick={() => send(!clause.dropped)}>
              {say(clause.dropped ? w.takeBack : w.leaveOut)}
            </Button>
          ) : null}
          <Button
            size="large"
            type="primary"
            loading={save.isPending || add.isPending}
            onClick={() => send(clause?.dropped ?? false)}
          >
            {say(w.save)}
          </Button>
        </div>
      }
    >
      {crossed ? (
        <div className="form-problem" role="alert">
          <span>{say(w.crossed, { name: crossed.theirs.savedByName ?? '' })}</span>
          <Button
            size="small"
            onClick={() => {
              forget(key)
              write(termsOf(crossed.theirs, position, inStore))
              base(crossed.revision)
              save.reset()
            }}
          >
            {say(w.useTheirs)}
          </Button>
          <Button
            size="small"
            onClick={() => {
              base(crossed.revision)
              send(clause?.dropped ?? false, crossed.revision)
            }}
          >
            {say(w.keepMine)}
          </Button>
        </div>
      ) : problem ? (
        <FormProblem problem={problem} />
      ) : kept ? (
        <p className="note">{say(w.unsaved)}</p>
      ) : null}
      <Sentences terms={terms} problem={problem} change={change} />
      <Field label={say(w.calendar)} at="terms.calendar" problem={problem}>
        <CalendarField
          value={terms.calendar as Timing[]}
          among={cadencesFor(clause)}
          inStore={inStore}
          shipped={clause?.shipped?.calendar ?? []}
          onChange={(calendar) =>
            change({ calendar: calendar as TermsTyped['calendar'], kind: kindFor(terms.kind, calendar) })
          }
        />
      </Field>
      <div className="edit-pair">
        <Field label={say(w.kind)} at="terms.kind" problem={problem}>
          <Select
            aria-label={say(w.kind)}
            value={terms.kind}
            disabled={terms.kind === 'standing'}
            options={(terms.kind === 'standing'
              ? (['standing'] as const)
              : (['perishable', 'debt'] as const)
            ).map((kind) => ({ value: kind, label: say(kindNames[kind]) }))}
            onChange={(kind) => change({ kind })}
          />
        </Field>
        <Field label={say(w.minutes)} id="clause-minutes" at="terms.minutes" problem={problem}>
          <InputNumber
            id="clause-minutes"
            min={0}
            max={960}
            precision={0}
            value={terms.minutes}
            onChange={(minutes) => change({ minutes: minutes ?? 0 })}
          />
        </Field>
        <Field label={say(w.weight)} id="clause-weight" at="terms.weight" problem={problem}>
          <InputNumber
            id="clause-weight"
            min={1}
            max={5}
            precision={0}
            value={terms.weight}
            onChange={(weight) => change({ weight: weight ?? 1 })}
          />
        </Field>
      </div>
      <People terms={terms} position={position} problem={problem} change={change} />
      {terms.own ? (
        <OwnFields
          own={terms.own}
          position={position}
          ways={draft.ways.filter((one) => one.position === position)}
          problem={problem}
          onChange={(own) => change({ own })}
        />
      ) : (
        <p className="note">{say(w.proofKept)}</p>
      )}
    </Sheet>
  )
}

interface Part {
  terms: TermsTyped
  problem: ReturnType<typeof api.useDo>['error']
  change: (part: Partial<TermsTyped>) => void
}

function Sentences({ terms, problem, change }: Part) {
  const say = useSay()
  const [title, help] = [terms.title, terms.help]
  return (
    <>
      <div className="edit-pair">
        <Field label={say(w.titleZh)} id="clause-title" at="terms.title" problem={problem}>
          <Input
            id="clause-title"
            maxLength={40}
            value={title[0]}
            onChange={(e) => change({ title: [e.target.value, title[1]] })}
          />
        </Field>
        <Field label={say(w.titleEn)} id="clause-title-en">
          <Input
            id="clause-title-en"
            maxLength={80}
            value={title[1]}
            onChange={(e) => change({ title: [title[0], e.target.value] })}
          />
        </Field>
      </div>
      <Field label={say(w.helpZh)} id="clause-help" at="terms.help" problem={problem}>
        <Input.TextArea
          id="clause-help"
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={help[0]}
          onChange={(e) => change({ help: [e.target.value, help[1]] })}
        />
      </Field>
      <Field label={say(w.helpEn)} id="clause-help-en">
        <Input.TextArea
          id="clause-help-en"
          maxLength={600}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={help[1]}
          onChange={(e) => change({ help: [help[0], e.target.value] })}
        />
      </Field>
    </>
  )
}

function People({ terms, position, problem, change }: Part & { position: DutyPosition }) {
  const say = useSay()
  const { lookedAfter, standIns } = terms
  const others = (['operationsDirector', 'areaManager', 'storeManager', 'salesAssociate'] as const).filter(
    (p) => p !== position,
  )
  return (
    <>
      <div className="edit-pair">
        <Field label={say(w.lookedAfterBy)} at="terms.lookedAfter" problem={problem}>
          <Select
            aria-label={say(w.lookedAfterBy)}
            value={lookedAfter.by}
            options={superiorsOf(position).map((p) => ({ value: p, label: say(positionNames[p]) }))}
            onChange={(by) => change({ lookedAfter: { ...lookedAfter, by } })}
          />
        </Field>
        <Field label={say(w.lookedAfterEvery)}>
          <Select
            aria-label={say(w.lookedAfterEvery)}
            value={lookedAfter.every}
            options={(['day', 'week', 'month', 'quarter', 'year'] as const).map((every) => ({
              value: every,
              label: say(cadenceNames[every]),
            }))}
            onChange={(every) => change({ lookedAfter: { ...lookedAfter, every } })}
          />
        </Field>
      </div>
      <Field label={say(w.standIns)} at="terms.standIns" problem={problem}>
        <span className="edit-checks">
          {others.map((p) => (
            <Checkbox
              key={p}
              checked={standIns.includes(p)}
              onChange={(e) =>
                change({ standIns: e.target.checked ? [...standIns, p] : standIns.filter((s) => s !== p) })
              }
            >
              {say(positionNames[p])}
            </Checkbox>
          ))}
        </span>
      </Field>
    </>
  )
}

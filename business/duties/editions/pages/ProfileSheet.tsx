import { useState } from 'react'
import { drop as forget, keep, readKept } from '../../../../platform/web/kept.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type DraftProfileSeen } from './api.ts'
import { Field } from './Field.tsx'
import { linesOf, textOf } from './lines.ts'

interface Written {
  readonly education: string
  readonly trade: number
  readonly leading: number
  readonly knowledge: string
  readonly skills: string
  readonly integrity: string
  readonly tools: string
}
const lists = ['knowledge', 'skills', 'tools'] as const

/** What a position asks for; for recruiting and training. Each list is a text with one line an item. */
export function ProfileSheet(props: { draft: string; profile: DraftProfileSeen; onClose: () => void }) {
  const { draft, profile, onClose } = props
  const { position, requirements: r, revision } = profile
  const say = useSay()
  const key = `profile.${draft}.${position}`
  const [kept] = useState(() => readKept<Written>(key))
  const [written, write] = useState<Written>(
    () =>
      kept ?? {
        education: textOf([r.education]),
        trade: r.years.trade,
        leading: r.years.leading,
        knowledge: textOf(r.knowledge),
        skills: textOf(r.skills),
        integrity: textOf([r.integrity]),
        tools: textOf(r.tools),
      },
  )
  const change = (part: Partial<Written>): void => {
    const next = { ...written, ...part }
    write(next)
    keep(key, next)
  }
  const save = api.useDo('editions.saveProfile', {
    onDone: () => {
      forget(key)
      notice(say(w.saved))
      onClose()
    },
  })
  const one = (text: string): [string, string] => linesOf(text)[0] ?? ['', '']
  const send = (): void =>
    save.mutate({
      draft,
      position,
      basedOn: revision,
      requirements: {
        education: one(written.education),
        years: { trade: written.trade, leading: written.leading },
        knowledge: linesOf(written.knowledge),
        skills: linesOf(written.skills),
        integrity: one(written.integrity),
        tools: linesOf(written.tools),
      },
    })
  const problem = save.error
  const years = (name: 'trade' | 'leading', label: string) => (
    <Field label={label} id={`profile-${name}`} at={`requirements.years.${name}`} problem={problem}>
      <InputNumber
        id={`profile-${name}`}
        min={0}
        max={40}
        precision={0}
        value={written[name]}
        onChange={(n) => change({ [name]: n ?? 0 })}
      />
    </Field>
  )
  return (
    <Sheet
      width={640}
      title={`${say(positionNames[position])} · ${say(w.requirements)}`}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" type="primary" loading={save.isPending} onClick={send}>
            {say(w.save)}
          </Button>
        </div>
      }
    >
      {problem ? <FormProblem problem={problem} /> : kept ? <p className="note">{say(w.unsaved)}</p> : null}
      <Field label={say(w.education)} id="profile-education" at="requirements.education" problem={problem}>
        <Input
          id="profile-education"
          value={written.education}
          onChange={(e) => change({ education: e.target.value })}
        />
      </Field>
      <div className="edit-pair">
        {years('trade', say(w.tradeYears))}
        {years('leading', say(w.leadingYears))}
      </div>
      {lists.map((name) => (
        <Field
          key={name}
          label={say(w[name])}
          id={`profile-${name}`}
          at={`requirements.${name}`}
          problem={problem}
        >
          <Input.TextArea
            id={`profile-${name}`}
            autoSize={{ minRows: 2, maxRows: 10 }}
            placeholder={say(w.oneALine)}
            value={written[name]}
            onChange={(e) => change({ [name]: e.target.value })}
          />
        </Field>
      ))}
      <Field label={say(w.integrity)} id="profile-integrity" at="requirements.integrity" problem={problem}>
        <Input
          id="profile-integrity"
          value={written.integrity}
          onChange={(e) => change({ integrity: e.target.value })}
        />
      </Field>
    </Sheet>
  )
}

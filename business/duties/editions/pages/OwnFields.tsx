import { Checkbox, Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import type { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import { editWords as w } from '../edit-words.ts'
import type { TermsTyped } from '../shape.ts'
import type { DraftSeen } from './api.ts'
import { Field } from './Field.tsx'
import { linesOf, textOf } from './lines.ts'

type Own = NonNullable<TermsTyped['own']>

/** What proves a duty of the company's own, chosen from the acts that leave a record; there is nothing to tick. */
export function OwnFields(props: {
  own: Own
  position: DutyPosition
  ways: DraftSeen['ways']
  problem: ProblemError | null | undefined
  onChange: (own: Own) => void
}) {
  const { own, position, ways, problem, onChange } = props
  const say = useSay()
  return (
    <>
      <Field label={say(w.provedBy)} at="terms.own.provedBy" problem={problem}>
        <Select
          aria-label={say(w.provedBy)}
          value={own.provedBy ?? 'none'}
          options={[
            ...ways.map((way) => ({ value: way.name, label: say(way.says) })),
            { value: 'none', label: say(w.noProof) },
          ]}
          onChange={(way) => onChange({ ...own, provedBy: way === 'none' ? null : way })}
        />
      </Field>
      {position === 'salesAssociate' ? (
        <Field label={say(w.each)} at="terms.own.each" problem={problem}>
          <Checkbox checked={own.each} onChange={(e) => onChange({ ...own, each: e.target.checked })}>
            {say(w.each)}
          </Checkbox>
        </Field>
      ) : null}
      {own.provedBy === null ? (
        <Field label={say(w.indicators)} id="clause-indicators" at="terms.own.indicators" problem={problem}>
          <Input.TextArea
            id="clause-indicators"
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={say(w.oneALine)}
            defaultValue={textOf(own.indicators)}
            onChange={(e) => onChange({ ...own, indicators: linesOf(e.target.value) })}
          />
        </Field>
      ) : null}
    </>
  )
}

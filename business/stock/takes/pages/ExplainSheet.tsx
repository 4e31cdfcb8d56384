import { useState } from 'react'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import { type Cause, causes } from '../shape.ts'
import { causeWords } from '../words.ts'
import { api } from './api.ts'

/** Why one line or several differ, and who was in charge of the pieces. */
export function ExplainSheet(props: {
  on: { store: string; take: string }
  skus: readonly string[]
  staff: readonly { readonly id: string; readonly name: string }[]
  onClose: () => void
}) {
  const { on, skus, staff, onClose } = props
  const say = useSay()
  const [cause, because] = useState<Cause>()
  const [person, charge] = useState('')
  const [words, write] = useState('')
  const explain = api.useDo('takes.explain', { onDone: onClose })
  return (
    <Sheet
      title={skus.length > 1 ? say(w.explainAll, { n: skus.length }) : say(w.explain)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="takes.explain"
            loading={explain.isPending}
            offBecause={cause ? undefined : say(w.cause)}
            onClick={() =>
              cause &&
              explain.mutate({ ...on, skus: [...skus], cause, person: person || null, words: words || null })
            }
          >
            {say(w.save)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <div className="field">
          <b>{say(w.cause)}</b>
          <Choices
            label={say(w.cause)}
            value={cause}
            options={causes.map((c) => ({ key: c, label: say(causeWords[c]) }))}
            onChange={because}
          />
        </div>
        <div className="field">
          <b>{say(w.person)}</b>
          <Choices
            label={say(w.person)}
            value={person}
            options={[{ key: '', label: say(w.nobody) }, ...staff.map((s) => ({ key: s.id, label: s.name }))]}
            onChange={charge}
          />
        </div>
        <div className="field">
          <label htmlFor="take-words">{say(w.words)}</label>
          <Input
            id="take-words"
            maxLength={300}
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {explain.error ? <FormProblem problem={explain.error} /> : null}
      </div>
    </Sheet>
  )
}

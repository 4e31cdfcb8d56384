import { useState } from 'react'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../platform/web/parts/AskSheet.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { type ProblemError, wrongFields } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import { p } from '../page-words.ts'

interface Answer {
  readonly plan: string
  readonly approve: boolean
  readonly words: string | null
}

/** Approves a plan that was handed in, or returns it with the reason. */
export function DecideBar(props: {
  plan: string
  may: string
  act: { error: ProblemError | null; isPending: boolean; mutate: (answer: Answer) => void }
}) {
  const { plan, may, act } = props
  const say = useSay()
  const [isReturning, giveBack] = useState(false)
  const [words, write] = useState('')
  return (
    <>
      {act.error && !isReturning ? <FormProblem problem={act.error} /> : null}
      <StickyBar>
        <Act size="large" may={may} onClick={() => giveBack(true)}>
          {say(p.giveBack)}
        </Act>
        <Act
          type="primary"
          size="large"
          may={may}
          loading={act.isPending}
          onClick={() => act.mutate({ plan, approve: true, words: null })}
        >
          {say(p.approve)}
        </Act>
      </StickyBar>
      {isReturning ? (
        <AskSheet
          title={say(p.giveBack)}
          may={may}
          says={say(p.giveBack)}
          isSending={act.isPending}
          problem={act.error}
          fields={['words']}
          onSend={() => act.mutate({ plan, approve: false, words: words.trim() || null })}
          onClose={() => giveBack(false)}
        >
          <Field label={say(p.giveBackWhy)} wrong={wrongFields(act.error).words}>
            <Input
              aria-label={say(p.giveBackWhy)}
              size="large"
              maxLength={300}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </Field>
        </AskSheet>
      ) : null}
    </>
  )
}

import { useState } from 'react'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import type { DirectiveAct } from '../directives/shape.ts'
import { directiveWords } from '../directives/words.ts'
import { p } from '../page-words.ts'
import { saidText } from '../words.ts'
import { api, type Row } from './api.ts'
import { Course } from './Course.tsx'
import { DueWords, toneOf, useReceiver } from './DirectiveCard.tsx'
import { DirectiveFigures } from './DirectiveFigures.tsx'
import { DueField } from './DueField.tsx'
import { type Due, usualDue } from './due.ts'

/** One directive: what is asked, the figure then and now, its course, and what whoever looks may do with it. */
export function DirectiveSheet({ row, onClose }: { row: Row; onClose: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const receiver = useReceiver()
  const one = api.useSee('directives.one', { store: row.store, directive: row.id })
  return (
    <Sheet title={say(p.fromTo, { from: row.givenByName, to: receiver(row) })} onClose={onClose} width={560}>
      <div className="directive-sheet">
        <p className="directive-says" translate="no">
          {saidText(row, language)}
        </p>
        <p className="directive-foot">
          <Chip tone={toneOf[row.state]}>{say(directiveWords[row.state])}</Chip>
          <DueWords row={row} />
          <span className="note">{row.holder ? say(p.holder, { name: row.holder }) : say(p.noHolder)}</span>
        </p>
        {row.figures ? <DirectiveFigures row={row} now={one.data?.figuresNow ?? null} /> : null}
        <Course row={row} />
        <Acts row={row} onDone={onClose} />
      </div>
    </Sheet>
  )
}

const verbs = { answer: p.answer, accept: p.accept, return: p.return, withdraw: p.withdraw } as const
const hints: Readonly<Partial<Record<DirectiveAct, Sentence>>> = {
  answer: p.answerHint,
  return: p.returnHint,
  withdraw: p.withdrawHint,
}

/** The acts of this state: first the one that usually follows; the others ask for their reason when pressed. */
function Acts({ row, onDone }: { row: Row; onDone: () => void }) {
  const say = useSay()
  const [chosen, choose] = useState<DirectiveAct | undefined>(row.may.answer ? 'answer' : undefined)
  const [words, write] = useState('')
  const [due, set] = useState<Due | null>(null)
  const done = (sentence: Sentence) => ({
    onDone: () => {
      notice(say(sentence))
      onDone()
    },
  })
  const acts = {
    answer: api.useDo('directives.answer', done(p.answered)),
    accept: api.useDo('directives.accept', done(p.accepted)),
    return: api.useDo('directives.return', done(p.returned)),
    withdraw: api.useDo('directives.withdraw', done(p.withdrawn)),
  }
  const which = { store: row.store, directive: row.id }
  const run = (act: DirectiveAct): void => {
    if (act === 'accept') acts.accept.mutate({ ...which, words: words || null })
    else if (act === 'return') acts.return.mutate({ ...which, words, due })
    else acts[act].mutate({ ...which, words })
  }
  const open = (['answer', 'accept', 'return', 'withdraw'] as const).filter((act) => row.may[act])
  if (open.length === 0) return null
  const problem = chosen ? acts[chosen].error : null
  const hint = chosen && hints[chosen]
  return (
    <div className="directive-acts">
      {problem ? <FormProblem problem={problem} /> : null}
      {chosen && hint ? (
        <Input.TextArea
          aria-label={say(hint)}
          placeholder={say(hint)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={500}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      ) : null}
      {chosen === 'return' ? (
        due ? (
          <DueField value={due} onChange={set} />
        ) : (
          <Button type="link" onClick={() => set(usualDue())}>
            {say(p.setNewDue)}
          </Button>
        )
      ) : null}
      <div className="directive-buttons">
        {open.map((act) => {
          const isNext = chosen ? act === chosen : act === 'accept'
          return (
            <Button
              key={act}
              size="large"
              type={isNext ? 'primary' : 'default'}
              loading={acts[act].isPending}
              onClick={() => (chosen === act || act === 'accept' ? run(act) : choose(act))}
            >
              {say(verbs[act])}
            </Button>
          )
        })}
      </div>
    </div>
  )
}

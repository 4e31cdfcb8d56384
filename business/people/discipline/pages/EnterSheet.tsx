import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { enteredBack } from '../rules.ts'
import { type EntryKind, entryKinds } from '../shape.ts'
import { api, type OfStore } from './api.ts'

/** Whom, which kind, when, and what happened; it cannot be changed afterwards, and says so before. */
export function EnterSheet({ seen, onClose }: { seen: OfStore; onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [person, choose] = useState<string>()
  const [kind, take] = useState<EntryKind>()
  const [day, on] = useState<Day>(seen.today)
  const [words, write] = useState('')
  const enter = api.useDo('discipline.enter', {
    onDone: () => {
      notice(say(p.saved))
      onClose()
    },
  })
  const wrong = wrongFields(enter.error)
  const isReady = person !== undefined && kind !== undefined && words.trim().length >= 4
  return (
    <AskSheet
      title={say(p.enterTitle)}
      width={480}
      may="discipline.enter"
      says={say(p.save)}
      offBecause={isReady ? undefined : say(p.fill)}
      isSending={enter.isPending}
      onSend={() => person && kind && enter.mutate({ id, store: seen.store.id, person, kind, day, words })}
      onClose={onClose}
      problem={enter.error}
      fields={['person', 'day', 'words']}
    >
      <div className="entry-form">
        <p className="note">{say(p.foreverNote)}</p>
        <Field label={say(p.who)} wrong={wrong.person}>
          <Choices<string>
            label={say(p.who)}
            value={person}
            options={seen.people.map((x) => ({ key: x.person, label: x.name }))}
            onChange={choose}
          />
        </Field>
        <Field label={say(p.kind)} wrong={wrong.kind}>
          <Choices<EntryKind>
            label={say(p.kind)}
            value={kind}
            options={entryKinds.map((key) => ({ key, label: say(p[key]) }))}
            onChange={take}
          />
        </Field>
        <Field label={say(p.day)} wrong={wrong.day}>
          <DayInput
            label={say(p.day)}
            value={day}
            min={addDays(seen.today, -enteredBack)}
            max={seen.today}
            onChange={on}
          />
        </Field>
        <Field label={say(p.words)} wrong={wrong.words}>
          <Input.TextArea
            aria-label={say(p.words)}
            placeholder={say(p.wordsHint)}
            autoSize={{ minRows: 3, maxRows: 6 }}
            maxLength={300}
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </Field>
      </div>
    </AskSheet>
  )
}

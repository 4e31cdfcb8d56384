import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { PersonView } from '../chart/shape.ts'
import { api } from './api.ts'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

interface Props {
  person: PersonView
  onClose: () => void
}

/** The whole number, after saying why; the reason stays on record. */
export function RevealForm({ person, onClose }: Props) {
  const say = useSay()
  const reveal = api.useDo('privacy.revealPhone')
  if (reveal.data)
    return (
      <Sheet title={person.name} onClose={onClose}>
        <p className="sign-in-code num" translate="no">
          <a href={`tel:${reveal.data.phone}`}>{reveal.data.phone}</a>
        </p>
      </Sheet>
    )
  return (
    <SheetForm<{ reason: string }>
      title={say(w.revealPhone)}
      doing={reveal}
      onSubmit={({ reason }) => reveal.mutate({ person: person.id, reason })}
      onClose={onClose}
    >
      <p>{say(w.revealNote, { name: person.name })}</p>
      <Reason />
    </SheetForm>
  )
}

export function EraseForm({ person, onClose }: Props) {
  const say = useSay()
  const erase = api.useDo('privacy.erase', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  return (
    <SheetForm<{ reason: string }>
      title={say(w.erase)}
      doing={erase}
      onSubmit={({ reason }) => erase.mutate({ person: person.id, reason })}
      onClose={onClose}
    >
      <p>{say(w.eraseNote, { name: person.name })}</p>
      <Reason />
    </SheetForm>
  )
}

function Reason() {
  const say = useSay()
  return (
    <Form.Item name="reason" label={say(w.reason)}>
      <Input maxLength={200} />
    </Form.Item>
  )
}

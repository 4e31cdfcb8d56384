import { useContext, useEffect, useState } from 'react'
import { Sheet } from '../parts/Sheet.tsx'
import { proveWith } from '../proof.ts'
import { useSay } from '../say.ts'
import { MeContext } from '../session.ts'
import { ProveFields } from './SecondStep.tsx'
import { accessWords as w } from './words.ts'

/** Waits until a weighty act asks who one is. */
export default function ProveSheet() {
  const say = useSay()
  const me = useContext(MeContext)
  const [answer, setAnswer] = useState<{ with: (proven: boolean) => void }>()
  useEffect(() => proveWith(() => new Promise<boolean>((resolve) => setAnswer({ with: resolve }))), [])
  if (!answer) return null
  const close = (proven: boolean) => {
    setAnswer(undefined)
    answer.with(proven)
  }
  return (
    <Sheet title={say(w.proveTitle)} onClose={() => close(false)}>
      <p className="prove-note">{say(w.proveByCode)}</p>
      <ProveFields
        onProven={() => close(true)}
        {...(me ? { username: me.person.jobNumber } : {})}
        {...(me?.demo ? { password: 'demo' } : {})}
      />
      {me?.demo ? <p className="note">{say(w.proveDemo)}</p> : null}
    </Sheet>
  )
}

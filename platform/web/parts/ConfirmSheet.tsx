import { type ReactNode, useId, useState } from 'react'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Button } from './Button.tsx'
import { FormProblem } from './FormProblem.tsx'
import { Input } from './Input.tsx'
import { Sheet } from './Sheet.tsx'

export interface ConfirmProps {
  title: string
  /** What will be so afterwards. */
  children?: ReactNode
  /** The verb on the button: 提交总经理. */
  verb: string
  isDanger?: boolean
  /** 'needed': cannot go on without a reason; 'optional': asked for; absent: not asked. */
  reason?: 'needed' | 'optional'
  /** Why it cannot go on yet, though a reason may be given. */
  waitsFor?: string | undefined
  isBusy?: boolean
  problem?: ProblemError | null
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** A last look before something that others will see, with the reason that goes into the record. */
export function ConfirmSheet(props: ConfirmProps) {
  const { title, children, verb, isDanger, reason, waitsFor, isBusy, problem, onConfirm, onClose } = props
  const say = useSay()
  const id = useId()
  const [text, write] = useState('')
  const isReady = waitsFor === undefined && (reason !== 'needed' || text.trim().length > 0)
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" onClick={onClose}>
            {say(webWords.cancel)}
          </Button>
          <Button
            size="large"
            type="primary"
            danger={isDanger ?? false}
            disabled={!isReady}
            title={waitsFor}
            loading={isBusy ?? false}
            onClick={() => onConfirm(text.trim())}
          >
            {verb}
          </Button>
        </div>
      }
    >
      {problem ? <FormProblem problem={problem} /> : null}
      {children}
      {reason ? (
        <div className="field">
          <label htmlFor={id}>{say(webWords.reason)}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={500}
            placeholder={say(webWords.reasonHint)}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </div>
      ) : null}
    </Sheet>
  )
}

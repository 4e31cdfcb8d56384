import { type ReactNode, useState } from 'react'
import type { Sentence } from '../../kinds/words.ts'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { Act } from './Act.tsx'
import { ConfirmSheet } from './ConfirmSheet.tsx'
import { FormProblem } from './FormProblem.tsx'
import { Sheet } from './Sheet.tsx'

interface Doing<Input> {
  readonly act: string
  readonly mutate: (input: Input) => void
  readonly isPending: boolean
  readonly error: ProblemError | null
}

/** What somebody handed in, and for her superior two buttons under it: confirm, or send back with a reason. */
export function ReviewSheet<On extends object>(props: {
  title: string
  width: number
  on: On
  /** False: it is read only. */
  mayReview: boolean
  isConfirmed: boolean
  words: Readonly<Record<'confirm' | 'confirmed' | 'sendBack' | 'sendBackTitle', Sentence>>
  confirm: Doing<On>
  sendBack: Doing<On & { words: string }>
  onClose: () => void
  children: ReactNode
}) {
  const { title, width, on, mayReview, isConfirmed, words, confirm, sendBack, onClose, children } = props
  const say = useSay()
  const [isBack, back] = useState(false)
  return (
    <Sheet
      title={title}
      width={width}
      onClose={onClose}
      {...(mayReview
        ? {
            foot: (
              <div className="sheet-foot">
                <Act size="large" may={sendBack.act} onClick={() => back(true)}>
                  {say(words.sendBack)}
                </Act>
                <Act
                  type="primary"
                  size="large"
                  may={confirm.act}
                  offBecause={isConfirmed ? say(words.confirmed) : undefined}
                  loading={confirm.isPending}
                  onClick={() => confirm.mutate(on)}
                >
                  {say(words.confirm)}
                </Act>
              </div>
            ),
          }
        : {})}
    >
      {confirm.error ? <FormProblem problem={confirm.error} /> : null}
      {children}
      {isBack ? (
        <ConfirmSheet
          title={say(words.sendBackTitle)}
          verb={say(words.sendBack)}
          reason="needed"
          isBusy={sendBack.isPending}
          problem={sendBack.error}
          onClose={() => back(false)}
          onConfirm={(reason) => sendBack.mutate({ ...on, words: reason })}
        />
      ) : null}
    </Sheet>
  )
}

import type { ReactNode } from 'react'
import { type ProblemError, wrongFields } from '../problem.ts'
import { Act } from './Act.tsx'
import { FormProblem } from './FormProblem.tsx'
import { Sheet } from './Sheet.tsx'
import { Wrong } from './Wrong.tsx'

export interface AskSheetProps {
  title: ReactNode
  /** px on the desk. */
  width?: number
  /** The action that its one button leads to, what the button says, and why it is off. */
  may: string
  says: string
  offBecause?: string | undefined
  isSending: boolean
  onSend: () => void
  onClose: () => void
  problem: ProblemError | null
  /** Fields that say themselves what is wrong with them ('words'; 'shifts' for 'shifts.0.code'); all else is said above. */
  fields?: readonly string[]
  children: ReactNode
}

/** A sheet that asks one thing: what is refused at its head or at the field, one button over its foot. */
export function AskSheet(props: AskSheetProps) {
  const {
    title,
    width = 440,
    may,
    says,
    offBecause,
    isSending,
    onSend,
    onClose,
    problem,
    fields = [],
  } = props
  const isAtField = Object.keys(wrongFields(problem)).some((name) => fields.includes(name.split('.')[0]!))
  return (
    <Sheet
      title={title}
      width={width}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            block
            may={may}
            offBecause={offBecause}
            loading={isSending}
            onClick={onSend}
          >
            {says}
          </Act>
        </div>
      }
    >
      {problem && !isAtField ? <FormProblem problem={problem} /> : null}
      {props.children}
    </Sheet>
  )
}

/** A field under its name, and beneath it what is wrong with it. */
export function Field({
  label,
  wrong,
  children,
}: {
  label: string
  wrong?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="field">
      <b>{label}</b>
      {children}
      <Wrong text={wrong} />
    </div>
  )
}

import { fieldErrors, type ProblemError } from '../problem.ts'
import type { FormInstance } from './Form.tsx'

/** A refusal above a form; what belongs to a field stands at the field (`fieldErrors`). What waits is said quietly. */
export function FormProblem({ problem }: { problem: ProblemError }) {
  return (
    <div className={problem.isWaiting ? 'form-problem is-waiting' : 'form-problem'} role="alert">
      <b aria-hidden="true">{problem.isWaiting ? '…' : '!'}</b>
      <span>{problem.message}</span>
    </div>
  )
}

/** Puts each error of a refusal at its field of the form, and the first of them in sight. */
export function showAtFields<Values>(form: FormInstance<Values>, problem: ProblemError): void {
  const fields = fieldErrors(problem) as Parameters<FormInstance<Values>['setFields']>[0]
  form.setFields(fields)
  const [first] = fields
  if (first) form.scrollToField(first.name, { block: 'center', behavior: 'smooth' })
}

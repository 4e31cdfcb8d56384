import type { ProblemError } from '../problem.ts'

/** A refusal above a form; what belongs to a field stands at the field (`fieldErrors`). */
export function FormProblem({ problem }: { problem: ProblemError }) {
  return (
    <div className="form-problem" role="alert">
      <b aria-hidden="true">!</b>
      <span>{problem.message}</span>
    </div>
  )
}

import type { ReactNode } from 'react'
import type { ProblemError } from '../../../../platform/web/problem.ts'

/** A field with its name and what is wrong with it; `at` is where the server names it, `terms.title` also for its parts. */
export function Field(props: {
  label: string
  id?: string
  at?: string
  problem?: ProblemError | null
  children: ReactNode
}) {
  const { label, id, at, problem, children } = props
  const wrong = at === undefined ? undefined : problemAt(problem, at)
  return (
    <div className="field">
      {id ? <label htmlFor={id}>{label}</label> : <b>{label}</b>}
      {children}
      {wrong ? (
        <small className="edit-problem" role="alert">
          {wrong}
        </small>
      ) : null}
    </div>
  )
}

export const problemAt = (problem: ProblemError | null | undefined, at: string): string | undefined =>
  problem?.fields.find(({ field }) => field === at || field.startsWith(`${at}.`))?.message

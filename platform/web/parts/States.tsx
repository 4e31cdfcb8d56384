import type { ReactNode } from 'react'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Button } from './Button.tsx'
import { WeaveMark, Weaving } from './WeaveMark.tsx'

/** Nothing here: what is so, and what to do next. */
export function Empty({ title, next, action }: { title: ReactNode; next?: ReactNode; action?: ReactNode }) {
  return (
    <div className="state">
      <WeaveMark size={40} />
      <h2>{title}</h2>
      {next ? <p>{next}</p> : null}
      {action}
    </div>
  )
}

/** The server's own sentence, and the way to try again. */
export function ErrorState({ problem, onRetry }: { problem: ProblemError; onRetry?: () => void }) {
  const say = useSay()
  return (
    <div className="state state-error" role="alert">
      <span className="state-sign" aria-hidden="true">
        !
      </span>
      <h2>{problem.message || say(webWords.pageFault)}</h2>
      {onRetry ? <Button onClick={onRetry}>{say(webWords.retry)}</Button> : null}
    </div>
  )
}

/** Without `lines` the weaving mark; with them grey lines where the text will stand. */
export function Loading({ lines }: { lines?: number }) {
  const say = useSay()
  if (!lines) return <Weaving />
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{say(webWords.loading)}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <span key={i} className="skeleton-line" style={{ width: `${92 - ((i * 23) % 40)}%` }} />
      ))}
    </div>
  )
}

/**
 * The three states of a view in one place:
 * `<Seen of={api.useSee('targets.plan', input)}>{(plan) => …}</Seen>`
 */
export function Seen<T>(props: {
  of: { data: T | undefined; error: ProblemError | null; isPending: boolean; refetch: () => unknown }
  lines?: number
  children: (answer: T) => ReactNode
}) {
  const { of: query, lines, children } = props
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
  return query.isPending ? <Loading lines={lines ?? 6} /> : null
}

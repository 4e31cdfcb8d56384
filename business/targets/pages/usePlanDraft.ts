import { useCallback, useMemo, useState } from 'react'
import { type Money, sum } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { differences, editMatrix, lockKey, type MatrixChange } from '../rules.ts'
import type { CellLock, MatrixLine } from '../shape.ts'
import type { SplitWhy } from '../split/words.ts'

interface State {
  readonly lines: readonly MatrixLine[]
  readonly locks: readonly CellLock[]
}
export type DraftOrigin = 'proposal' | 'hand' | 'import'
export interface PlanDraft extends State {
  readonly isChanged: boolean
  /** Cells that differ from the saved version, by `child month`. */
  readonly moved: ReadonlySet<string>
  /** What the last change made others give way by. */
  readonly gave: { readonly count: number; readonly amount: Money } | undefined
  readonly refusal: Refusal<SplitWhy> | undefined
  readonly origin: DraftOrigin
  change(change: MatrixChange): void
  /** What a change would do, without doing it. */
  preview(change: MatrixChange): { gave: PlanDraft['gave']; refusal: Refusal<SplitWhy> | undefined }
  toggleLock(child: string, month: number): void
  /** Takes lines in place of what is there: a proposal, or a file with its cells locked. */
  take(lines: readonly MatrixLine[], from: DraftOrigin, locks?: readonly CellLock[]): void
  undo: (() => void) | undefined
  reset(): void
}

/**
 * A matrix being edited: each change runs the same rule as the server, so what is shown is what will be stored.
 * `frozen` months are over and give way to nothing.
 */
export function usePlanDraft(
  saved: State,
  frozen: number,
  nameOf: (child: string) => string,
  monthName: (month: number) => string,
): PlanDraft {
  const [steps, setSteps] = useState<readonly State[]>([])
  const [refusal, setRefusal] = useState<Refusal<SplitWhy>>()
  const [gave, setGave] = useState<PlanDraft['gave']>()
  const [origin, setOrigin] = useState<DraftOrigin>('hand')
  const now = steps.at(-1) ?? saved

  const push = useCallback((next: State) => {
    setRefusal(undefined)
    setSteps((before) => [...before.slice(-49), next])
  }, [])
  const attempt = (what: MatrixChange) => {
    const over = now.lines.flatMap((line) =>
      Array.from({ length: frozen }, (_, m) => ({ child: line.child, month: m + 1 })),
    )
    const own = now.locks.filter((lock) => lock.month > frozen)
    const next = editMatrix({ lines: now.lines, locks: [...over, ...own] }, what, nameOf, monthName)
    if (isRefusal(next)) return next
    const moved = differences(now.lines, next.lines).filter(
      (cell) => what.kind !== 'cell' || cell.child !== what.child || cell.month !== what.month,
    )
    const lowered = moved.filter((cell) => cell.after < cell.before)
    const gave =
      moved.length === 0
        ? undefined
        : { count: moved.length, amount: sum(lowered.map((cell) => (cell.before - cell.after) as Money)) }
    return { next, gave }
  }
  const change = (what: MatrixChange) => {
    const outcome = attempt(what)
    if (isRefusal(outcome)) {
      setRefusal(outcome)
      return
    }
    setGave(outcome.gave)
    const { lines, locks } = outcome.next
    push({ lines, locks: locks.filter((lock) => lock.month > frozen) })
  }
  const preview = (what: MatrixChange) => {
    const outcome = attempt(what)
    return isRefusal(outcome)
      ? { gave: undefined, refusal: outcome }
      : { gave: outcome.gave, refusal: undefined }
  }
  const toggleLock = (child: string, month: number) => {
    if (month <= frozen) return
    const key = lockKey({ child, month })
    const without = now.locks.filter((lock) => lockKey(lock) !== key)
    push({
      lines: now.lines,
      locks: without.length < now.locks.length ? without : [...now.locks, { child, month }],
    })
  }
  const moved = useMemo(
    () => new Set(differences(saved.lines, now.lines).map(lockKey)),
    [saved.lines, now.lines],
  )
  const forget = () => {
    setRefusal(undefined)
    setGave(undefined)
  }
  return {
    ...now,
    isChanged: steps.length > 0,
    moved,
    gave,
    refusal,
    origin,
    change,
    preview,
    toggleLock,
    take: (lines, from, locks = []) => {
      setOrigin(from)
      setGave(undefined)
      push({ lines, locks: locks.filter((lock) => lock.month > frozen) })
    },
    undo:
      steps.length > 0
        ? () => {
            forget()
            setSteps((before) => before.slice(0, -1))
          }
        : undefined,
    reset: () => {
      forget()
      setOrigin('hand')
      setSteps([])
    },
  }
}

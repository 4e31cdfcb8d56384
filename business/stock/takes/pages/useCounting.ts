import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { keep, readKept } from '../../../../platform/web/kept.ts'
import { asProblem, type ProblemError } from '../../../../platform/web/problem.ts'
import type { Piece } from '../../view-tables.ts'
import { api } from './api.ts'
import { counted, delivered, type Kept, nothingKept, undone, waiting } from './counting.ts'

const atOnce = 200
const retryAfter = 4_000

/**
 * Counting in one zone on this phone: each scan is an entry with an id of its own, kept on the phone until the server has said
 * that it is in. A reply that got lost does no harm: sent again the entry changes nothing.
 */
export function useCounting(store: string, take: string, zone: string, standing: number | undefined) {
  const key = `takes.${take}.${zone}`
  const [kept, write] = useState<Kept>(() => readKept<Kept>(key) ?? nothingKept)
  const [all, know] = useState(standing ?? 0)
  const [problem, refuse] = useState<ProblemError>()
  const [attempt, again] = useState(0)
  const isSending = useRef(false)
  const set = (next: (now: Kept) => Kept): void =>
    write((now) => {
      const then = next(now)
      keep(key, then)
      return then
    })
  useEffect(() => {
    if (standing !== undefined) know(standing)
  }, [standing])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for another try, `set` is the page's own
  useEffect(() => {
    const batch = kept.outbox.slice(0, atOnce)
    if (batch.length === 0 || isSending.current) return
    isSending.current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const entries = batch.map((e) => ({ ...e }))
    api.do('takes.count', { store, take, zone, entries }).then(
      (answer) => {
        isSending.current = false
        refuse(undefined)
        know(answer.all)
        set((now) => delivered(now, batch, answer.refused))
        again((n) => n + 1)
      },
      (fault: unknown) => {
        isSending.current = false
        const why = asProblem(fault)
        // What was refused is refused again; only a dead network is worth another try.
        if (why.isNetwork) timer = setTimeout(() => again((n) => n + 1), retryAfter)
        else refuse(why)
      },
    )
    return () => clearTimeout(timer)
  }, [kept.outbox.length, attempt])
  return {
    kept,
    problem,
    /** Of the zone, by all phones, with what waits on this one. */
    total: all + waiting(kept),
    add: (piece: Piece, pieces = 1) =>
      set((now) =>
        counted(now, { id: newId(), sku: piece.sku, pieces, at: new Date().toISOString() }, piece),
      ),
    undo: () => set((now) => undone(now, newId(), new Date().toISOString())),
    forget: () => set((now) => ({ ...now, refused: [] })),
  }
}

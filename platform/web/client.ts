import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../kinds/id.ts'
import type { ActionName, InputOf, OutputOf, ViewName } from './contract.ts'
import { act, see } from './door.ts'
import { draftsBefore } from './kept.ts'
import { refreshAfter } from './live.ts'
import { networkNow } from './network.ts'
import { doKept, keepDrafts, waits, whenDelivered } from './outbox/outbox.ts'
import { asProblem, ProblemError } from './problem.ts'

/** Nothing was done, and the next try may get through. */
const mayPass = (fault: unknown): boolean =>
  fault instanceof ProblemError && (fault.isNetwork || fault.isBusy)
/** Ever longer, and not all at the same moment: those who were sent away together would come back together. */
const growing = (times: number): number => Math.min(8_000, 1_000 * 2 ** times) * (0.7 + 0.6 * Math.random())

/** Query keys are `[operation name, input]`, so that live events can find them by their area. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      // While it is known to be away, what was seen before or its absence is shown at once.
      retry: (times, fault) => mayPass(fault) && times < (networkNow().state === 'down' ? 1 : 3),
      retryDelay: growing,
    },
    mutations: {
      networkMode: 'always',
      // The idempotency key stays the same over retries, so a lost reply never makes a second ticket.
      retry: (times, fault) => mayPass(fault) && times < 2,
      retryDelay: growing,
    },
  },
})

whenDelivered((action) => refreshAfter(queryClient, { action }))

export interface SeeOptions<Output> {
  /** false: do not ask yet (an input is missing). */
  when?: boolean
  /** Keep showing the last answer while a changed input is being asked. */
  keep?: boolean
  /** Ask again every so many milliseconds. */
  every?: number | ((answer: Output | undefined) => number | false)
}
export interface DoOptions<Input, Output> {
  /** What was typed is safe: with the house, or on this phone where it waits for the network. Comes before `onDone`. */
  whenSafe?: (input: Input) => void
  /** Said of the act in the list of what waits: an amount, an hour. */
  about?: (input: Input) => string
  onDone?: (output: Output, input: Input) => void
  onRefused?: (problem: ProblemError, input: Input) => void
}

/**
 * The typed way to one area's operations:
 * `const api = client<typeof targetOperations>()`, then `api.useSee('targets.plan', { year })`,
 * `api.useDo('targets.split')`, and outside components `api.see(…)`, `api.do(…)`. All fail with ProblemError.
 */
export function client<Ops>() {
  type View = ViewName<Ops>
  type Action = ActionName<Ops>
  type Input<N extends View | Action> = InputOf<Ops[N]>
  type Output<N extends View | Action> = OutputOf<Ops[N]>

  const api = {
    /** A view as a query; live events of its area refresh it. */
    useSee<N extends View>(
      name: N,
      input: Input<N>,
      options: SeeOptions<Output<N>> = {},
    ): UseQueryResult<Output<N>, ProblemError> {
      const { every } = options
      return useQuery<Output<N>, ProblemError>({
        queryKey: [name, input],
        queryFn: ({ signal }) => see(name, input, signal) as Promise<Output<N>>,
        enabled: options.when ?? true,
        ...(options.keep ? { placeholderData: keepPreviousData } : {}),
        ...(every === undefined
          ? {}
          : { refetchInterval: typeof every === 'number' ? every : (query) => every(query.state.data) }),
      })
    },

    /**
     * An action as a mutation. One press, one idempotency key: it is kept while the same input is sent again
     * after a failed network, and changed once the server has answered.
     */
    useDo<N extends Action>(
      name: N,
      options: DoOptions<Input<N>, Output<N>> = {},
    ): UseMutationResult<Output<N>, ProblemError, Input<N>> {
      const queries = useQueryClient()
      const attempt = useRef({ body: '', key: '' })
      return useMutation<Output<N>, ProblemError, Input<N>>({
        mutationKey: [name],
        mutationFn: (input) => {
          const body = JSON.stringify(input)
          if (attempt.current.body !== body || attempt.current.key === '')
            attempt.current = { body, key: newId() }
          const { key } = attempt.current
          return (
            waits(name) ? doKept(name, input, key, options.about?.(input)) : act(name, input, key)
          ) as Promise<Output<N>>
        },
        onSuccess: (output, input) => {
          attempt.current = { body: '', key: '' }
          refreshAfter(queries, { action: name })
          options.whenSafe?.(input)
          options.onDone?.(output, input)
        },
        onError: (fault, input) => {
          const problem = asProblem(fault)
          const { key } = attempt.current
          if (!problem.isNetwork) attempt.current = { body: '', key: '' }
          if (problem.isWaiting)
            void keepDrafts(
              key,
              draftsBefore(() => options.whenSafe?.(input)),
            )
          else options.onRefused?.(problem, input)
        },
      })
    },

    see: <N extends View>(name: N, input: Input<N>): Promise<Output<N>> =>
      see(name, input) as Promise<Output<N>>,

    /** Pass the same `key` again to repeat a call whose answer was lost. */
    async do<N extends Action>(
      name: N,
      input: Input<N>,
      key: string = newId(),
      about?: string,
    ): Promise<Output<N>> {
      const output = (await (waits(name)
        ? doKept(name, input, key, about)
        : act(name, input, key))) as Output<N>
      refreshAfter(queryClient, { action: name })
      return output
    },
  }
  return api
}

import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { r } from '../page-words.ts'
import { swapState } from '../release-rules.ts'
import type { Swap, SwapState } from '../shape.ts'
import { api, useMakes, type WeekSeen } from './api.ts'

export const swapSaid = {
  asked: r.swapAsked,
  taken: r.swapTaken,
  refused: r.swapRefused,
  approved: r.swapApproved,
  declined: r.swapDeclined,
  withdrawn: r.swapWithdrawn,
} as const satisfies Record<SwapState, unknown>
export function useSwapLine(): (swap: Swap) => string {
  const say = useSay()
  const f = useFormat()
  return (s) =>
    say(r.swapLine, {
      from: s.fromName,
      day: `${f.day(s.fromDay)} ${f.weekday(s.fromDay)}`,
      to: s.toName,
      theirDay: `${f.day(s.toDay)} ${f.weekday(s.toDay)}`,
    })
}

/** Swaps that wait for the store manager first, then what became of the others. */
export function SwapsCard({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const line = useSwapLine()
  const makes = useMakes()
  const order = [...seen.swaps].sort(
    (a, b) => Number(swapState(b) === 'taken') - Number(swapState(a) === 'taken'),
  )
  if (order.length === 0) return null
  return (
    <Card title={say(r.swaps)} kind={order.some((s) => swapState(s) === 'taken') ? 'urgent' : 'plain'}>
      <ul className="roster-swaps">
        {order.map((swap) => (
          <li key={swap.id}>
            <span translate="no">
              {line(swap)}
              {swap.words ? <small className="note">{swap.words}</small> : null}
            </span>
            {swapState(swap) === 'taken' && makes ? (
              <Decide store={seen.store.id} swap={swap} />
            ) : (
              <small className="note">{say(swapSaid[swapState(swap)])}</small>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Decide({ store, swap }: { store: string; swap: Swap }) {
  const say = useSay()
  const [isDeclining, decline] = useState(false)
  const [words, write] = useState('')
  const decide = api.useDo('rosters.decideSwap')
  return (
    <span className="roster-buttons">
      {decide.error ? <FormProblem problem={decide.error} /> : null}
      {isDeclining ? (
        <Input
          aria-label={say(r.declineWhy)}
          placeholder={say(r.declineWhy)}
          maxLength={200}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      ) : null}
      <Act
        may="rosters.decideSwap"
        loading={decide.isPending}
        onClick={() =>
          isDeclining
            ? decide.mutate({ store, id: swap.id, approved: false, words: words || null })
            : decline(true)
        }
      >
        {say(r.decline)}
      </Act>
      {isDeclining ? null : (
        <Act
          type="primary"
          may="rosters.decideSwap"
          loading={decide.isPending}
          onClick={() => decide.mutate({ store, id: swap.id, approved: true })}
        >
          {say(r.approve)}
        </Act>
      )}
    </span>
  )
}

import { type ReactNode, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import type { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { e } from '../page-words.ts'
import './editions.css'

interface Editions {
  readonly current: { readonly from: Day; readonly isShipped: boolean }
  readonly planned: readonly {
    readonly id: string
    readonly from: Day
    readonly words: string | null
    readonly items: readonly unknown[]
  }[]
  readonly earlier: readonly { readonly from: Day; readonly isShipped: boolean }[]
}

/** The edition in force with what it asks, the next ones, and from when those before it were. */
export function EditionCard(props: {
  title: string
  of: Editions
  may: { publish: string; withdraw: string }
  withdrawing: { mutate: (input: { id: string }) => void; isPending: boolean; error: ProblemError | null }
  onNext: () => void
  children: ReactNode
}) {
  const { title, of, may, withdrawing, onNext, children } = props
  const say = useSay()
  const f = useFormat()
  const [asked, ask] = useState<string>()
  const { current, planned, earlier } = of
  // Withdrawn it is planned no more, and there is nothing left to ask.
  const gone = planned.find((next) => next.id === asked)
  return (
    <Card
      title={title}
      sub={current.isShipped ? say(e.shipped) : say(e.inForceFrom, { day: f.fullDay(current.from) })}
      extra={
        <Act may={may.publish} onClick={onNext}>
          {say(e.next)}
        </Act>
      }
    >
      {planned.map((next) => (
        <div key={next.id} className="items-planned">
          <p>
            <Chip tone="accent">{say(e.planned, { day: f.fullDay(next.from) })}</Chip>{' '}
            {say(e.itemsCount, { count: next.items.length })}
            {next.words ? <small translate="no"> {next.words}</small> : null}
          </p>
          <Act may={may.withdraw} onClick={() => ask(next.id)}>
            {say(e.withdraw)}
          </Act>
        </div>
      ))}
      {children}
      {earlier.length > 0 ? (
        <p className="note">
          {say(e.earlier, {
            days: earlier
              .map((before) => (before.isShipped ? say(e.shipped) : f.fullDay(before.from)))
              .join(say(e.comma)),
          })}
        </p>
      ) : null}
      {gone ? (
        <ConfirmSheet
          title={say(e.withdrawTitle)}
          verb={say(e.withdraw)}
          isBusy={withdrawing.isPending}
          problem={withdrawing.error}
          onClose={() => ask(undefined)}
          onConfirm={() => withdrawing.mutate({ id: gone.id })}
        />
      ) : null}
    </Card>
  )
}

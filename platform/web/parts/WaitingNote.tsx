import { useFormat } from '../format.ts'
import { useWaiting } from '../outbox/outbox.ts'
import { Go } from '../place.tsx'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/**
 * In place of a form whose act lies on this phone and waits for the network: it is not done yet, and not to be done twice.
 * `<WaitingNote of="cash.count" when={({ day }) => day === seen.day}>{the form}</WaitingNote>`
 */
export function WaitingNote<Input>(props: {
  of: string
  when?: (input: Input) => boolean
  children?: React.ReactNode
}) {
  const { of, when = () => true, children } = props
  const say = useSay()
  const f = useFormat()
  const last = useWaiting<Input>(of).findLast(({ input }) => when(input))
  if (!last) return children
  return (
    <p className="waiting-note" role="status">
      <span aria-hidden="true">…</span>
      <span>
        {say(webWords.waitsSince, { time: f.time(new Date(last.acted).toISOString()) })}{' '}
        <Go to="/outbox">{say(webWords.outbox)}</Go>
      </span>
    </p>
  )
}

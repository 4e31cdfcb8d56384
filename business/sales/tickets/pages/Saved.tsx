import { useEffect, useRef, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { ticketOperations } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import { undoMinutes } from '../rules.ts'

const api = client<typeof ticketOperations>()

export interface SavedTicket {
  id: string
  store: string
  number: string
  day: Day
  net: Money
  movedFrom: Day | null
}

/** It lies on this phone: no number yet. */
export interface WaitingTicket {
  waits: true
  net: Money
}

/** The ticket is noted and waits for the network: that is said, and the next one is in reach. */
export function Noted({ ticket, onNext }: { ticket: WaitingTicket; onNext: () => void }) {
  const say = useSay()
  const f = useFormat()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <section className="saved is-waiting" aria-live="polite">
      <span className="saved-sign">…</span>
      <h2>{say(pageWords.waitsTitle)}</h2>
      <b className="saved-net num">{f.money(ticket.net)}</b>
      <p className="note">{say(pageWords.waitsNote)}</p>
      <Button ref={next} type="primary" size="large" block onClick={onNext}>
        {say(pageWords.next)}
      </Button>
      <div className="saved-after">
        <Go to="/outbox">{say(pageWords.seeWaiting)}</Go>
      </div>
    </section>
  )
}

/** The ticket is in: its number, the next one in reach, and a way back for ten minutes. */
export function Saved({
  saved,
  own,
  onNext,
}: {
  saved: SavedTicket
  own: string | undefined
  onNext: () => void
}) {
  const say = useSay()
  const f = useFormat()
  const next = useRef<HTMLButtonElement>(null)
  const [reversal] = useState(newId)
  useEffect(() => next.current?.focus(), [])
  const undo = api.useDo('sales.undo', {
    onDone: () => {
      notice(say(pageWords.takenBack, { number: saved.number }))
      onNext()
    },
  })
  return (
    <section className="saved" aria-live="polite">
      <span className="saved-sign">
        <Icon name="check" size={34} />
      </span>
      <h2>{say(saved.net < 0 ? pageWords.savedReturn : pageWords.savedTitle)}</h2>
      <b className="saved-net num">{f.money(saved.net)}</b>
      <p className="num">{saved.number}</p>
      {saved.movedFrom ? (
        <p className="tone-late">
          {say(pageWords.savedMoved, { day: f.day(saved.movedFrom), on: f.day(saved.day) })}
        </p>
      ) : null}
      {own ? <p className="note">{own}</p> : null}
      {undo.error ? <FormProblem problem={undo.error} /> : null}
      <Button ref={next} type="primary" size="large" block onClick={onNext}>
        {say(pageWords.next)}
      </Button>
      <div className="saved-after">
        <Act
          may="sales.undo"
          size="large"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id: reversal, store: saved.store, ticket: saved.id })}
        >
          {say(pageWords.undo)}
        </Act>
        <Go to={`/tickets/${saved.store}/${saved.id}`}>{say(pageWords.look)}</Go>
      </div>
      <p className="note">{say(pageWords.undoHint, { minutes: undoMinutes })}</p>
    </section>
  )
}

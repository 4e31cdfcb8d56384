import { useEffect, useRef } from 'react'
import { useOutbox } from '../outbox/outbox.ts'
import { shortly } from '../outbox/rules.ts'
import { notice } from '../parts/notice.tsx'
import { Go, usePath } from '../place.tsx'
import { useSay } from '../say.ts'
import { useMe } from '../session.ts'
import { webWords } from '../words.ts'

/** Over every page while something lies on this phone: how much, what of it was done on this page, and the way to the list. */
export function OutboxLine() {
  const say = useSay()
  const path = usePath()
  const { waits } = useMe()
  const { acts } = useOutbox()
  const refused = acts.filter((act) => act.state === 'refused').length
  const waiting = acts.length - refused
  const most = useRef(0)
  useEffect(() => {
    if (waiting > most.current) most.current = waiting
    if (waiting > 0 || most.current === 0) return
    if (refused === 0) notice(say(webWords.sentAll, { count: most.current }))
    most.current = 0
  }, [waiting, refused, say])
  if (acts.length === 0 || path === '/outbox') return null
  const here = acts.filter((act) => act.page.split('?')[0] === path && act.state === 'waiting')
  const named = here
    .slice(-3)
    .map((act) => [shortly(say(waits[act.name] ?? webWords.outbox)), act.about].filter(Boolean))
  return (
    <Go to="/outbox" className={refused > 0 ? 'outbox-line is-refused' : 'outbox-line'}>
      <b className="outbox-count num">{acts.length}</b>
      <span>
        {[
          ...(refused > 0 ? [say(webWords.refusedCount, { count: refused })] : []),
          ...(waiting > 0 ? [say(webWords.waitingCount, { count: waiting })] : []),
        ].join(' · ')}
        {named.length > 0 ? (
          <small>
            {say(webWords.waitsHere, { what: named.map((n) => n.join(' ')).join(say(webWords.comma)) })}
          </small>
        ) : null}
      </span>
    </Go>
  )
}

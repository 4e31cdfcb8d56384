import { useState } from 'react'
import { useFormat } from '../format.ts'
import { putBack } from '../kept.ts'
import { drain, sendAgain, takeAway, useOutbox } from '../outbox/outbox.ts'
import { type KeptAct, shortly } from '../outbox/rules.ts'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { notice } from '../parts/notice.tsx'
import { Page } from '../parts/Page.tsx'
import { Empty } from '../parts/States.tsx'
import { Chip } from '../parts/Steps.tsx'
import { readSearch, useGo } from '../place.tsx'
import { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { useMe } from '../session.ts'
import { webWords } from '../words.ts'
import { outboxWords as w } from './outbox-words.ts'

/** What lies on this phone: what waits for the network, and what the house did not take until somebody deals with it. */
export default function Outbox() {
  const say = useSay()
  const { acts, isSending } = useOutbox()
  const refused = acts.filter((act) => act.state === 'refused')
  const waiting = acts.filter((act) => act.state === 'waiting')
  return (
    <Page title={say(webWords.outbox)} sub={say(w.sub)} width="reading">
      {acts.length === 0 ? <Empty title={say(w.none)} next={say(w.noneNext)} /> : null}
      {refused.length > 0 ? (
        <Card title={say(w.refusedTitle)} sub={say(w.refusedSub)} kind="urgent">
          <ul className="outbox">
            {refused.map((act) => (
              <Line key={act.n} act={act} />
            ))}
          </ul>
        </Card>
      ) : null}
      {waiting.length > 0 ? (
        <Card
          title={say(w.waitingTitle)}
          sub={say(w.waitingSub)}
          extra={
            <Button size="small" loading={isSending} onClick={() => void drain()}>
              {say(w.tryNow)}
            </Button>
          }
        >
          <ul className="outbox">
            {waiting.map((act) => (
              <Line key={act.n} act={act} isSending={isSending} />
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  )
}

function Line({ act, isSending = false }: { act: KeptAct; isSending?: boolean }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const { waits } = useMe()
  const [isAsking, ask] = useState(false)
  const time = f.instant(new Date(act.acted).toISOString())
  const what = [shortly(say(waits[act.name] ?? webWords.outbox)), act.about].filter(Boolean).join(' · ')
  const [to = '/', search = ''] = act.page.split('?')
  const isRefused = act.state === 'refused'
  const mend = async () => {
    putBack(act.drafts)
    await takeAway(act)
    go({ to, search: readSearch(search) })
  }
  return (
    <li className={isRefused ? 'outbox-act is-refused' : 'outbox-act'}>
      <div className="outbox-what">
        <b>{what}</b>
        <span className="note num">{say(w.doneAt, { time })}</span>
      </div>
      {isRefused ? (
        <p className="outbox-why">{new ProblemError(act.problem ?? { status: 0 }).message}</p>
      ) : (
        <Chip tone="late">{say(isSending ? w.sending : w.waits)}</Chip>
      )}
      <div className="outbox-acts">
        {isRefused && act.drafts.length > 0 ? (
          <Button type="primary" onClick={() => void mend()}>
            {say(w.mend)}
          </Button>
        ) : null}
        {isRefused && act.drafts.length === 0 ? (
          <Button onClick={() => go({ to, search: readSearch(search) })}>{say(w.open)}</Button>
        ) : null}
        {isRefused ? <Button onClick={() => void sendAgain(act)}>{say(w.again)}</Button> : null}
        <Button type="link" disabled={isSending} onClick={() => ask(true)}>
          {say(w.setAside)}
        </Button>
      </div>
      {isAsking ? (
        <ConfirmSheet
          title={say(w.setAsideTitle, { what })}
          verb={say(w.setAside)}
          isDanger
          onClose={() => ask(false)}
          onConfirm={() => {
            ask(false)
            void takeAway(act).then(() => notice(say(w.wasSetAside)))
          }}
        >
          <p>{say(w.setAsideNote, { time })}</p>
        </ConfirmSheet>
      ) : null}
    </li>
  )
}

import { useState } from 'react'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { h } from '../page-words.ts'
import { api, centsOf, type HandoverSeen, type Seen } from './api.ts'
import { Counts } from './GiveCard.tsx'
import { Lines } from './HandoverPage.tsx'

/** She counts for herself; what the giver counted is not shown before. Where it differs she is asked for a word. */
export function TakeCard({ seen, handover }: { seen: Seen; handover: HandoverSeen }) {
  const say = useSay()
  const [cash, setCash] = useState('')
  const [keys, setKeys] = useState('')
  const [words, write] = useState('')
  const take = api.useDo('handovers.take', { onDone: () => notice(say(h.taken)) })
  const wrong = wrongFields(take.error)
  const counted = centsOf(cash)
  const why = counted === undefined ? h.fillCash : keys === '' ? h.fillKeys : undefined
  return (
    <Card kind="urgent" title={say(h.takeTitle, { name: handover.givenByName })} sub={say(h.takeNote)}>
      {take.error && !wrong.words ? <FormProblem problem={take.error} /> : null}
      <div className="handover-form">
        <Lines of={handover} />
        <Counts cash={cash} keys={keys} wrong={wrong} onCash={setCash} onKeys={setKeys} />
        {wrong.words ? (
          <div className="field">
            <b>{say(h.differsWords)}</b>
            <Input
              aria-label={say(h.differsWords)}
              maxLength={200}
              size="large"
              value={words}
              onChange={(event) => write(event.target.value)}
            />
            <Wrong text={wrong.words} />
          </div>
        ) : null}
        <Act
          type="primary"
          size="large"
          block
          may="handovers.take"
          offBecause={why ? say(why) : undefined}
          loading={take.isPending}
          onClick={() =>
            counted !== undefined &&
            take.mutate({
              store: seen.store.id,
              id: handover.id,
              cash: counted,
              keys: Number(keys),
              words: words || null,
            })
          }
        >
          {say(h.take)}
        </Act>
      </div>
    </Card>
  )
}

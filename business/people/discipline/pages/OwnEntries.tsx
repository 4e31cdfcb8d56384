import { useState } from 'react'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { api, type EntrySeen } from './api.ts'
import { EntryCard } from './EntryCard.tsx'

/** What was entered about oneself; each is read once, with one's own answer or without. */
export function OwnEntries() {
  const say = useSay()
  const mine = api.useSee('discipline.mine', {})
  return (
    <Seen of={mine} lines={4}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Empty title={say(p.noneOwn)} />
        ) : (
          <ul className="entries">
            {entries.map((e) => (
              <EntryCard key={e.id} of={e}>
                {e.readAt === null && e.withdrawnAt === null ? <Read of={e} /> : null}
              </EntryCard>
            ))}
          </ul>
        )
      }
    </Seen>
  )
}

function Read({ of: e }: { of: EntrySeen }) {
  const say = useSay()
  const [answer, write] = useState('')
  const read = api.useDo('discipline.read', { onDone: () => notice(say(p.confirmed)) })
  return (
    <>
      {read.error ? <FormProblem problem={read.error} /> : null}
      <Input.TextArea
        aria-label={say(p.own)}
        placeholder={`${say(p.own)}：${say(p.ownHint)}`}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={300}
        value={answer}
        onChange={(event) => write(event.target.value)}
      />
      <p className="note">{say(p.confirmNote)}</p>
      <Act
        type="primary"
        size="large"
        block
        may="discipline.read"
        loading={read.isPending}
        onClick={() => read.mutate({ store: e.store, id: e.id, answer: answer || null })}
      >
        {say(p.confirm)}
      </Act>
    </>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act, see } from '../door.ts'
import { useFormat } from '../format.ts'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { notice } from '../parts/notice.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Seen } from '../parts/States.tsx'
import { Chip } from '../parts/Steps.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { PasskeySetUp, RecoveryCodes, TotpSetUp } from './SetUpFactor.tsx'
import { accessWords as w } from './words.ts'

interface Factor {
  id: string
  kind: 'totp' | 'passkey'
  name: string
  madeAt: string
  usedAt: string | null
}
interface Factors {
  isOffered: boolean
  isRequired: boolean
  factors: Factor[]
  codesLeft: number
}
type Doing = { add: 'totp' | 'passkey' } | { remove: Factor } | { codes: string[] }

/** What one signs in with besides the password, and the way to add, replace and remove it. */
export function SecondStepCard() {
  const say = useSay()
  const queries = useQueryClient()
  const [doing, start] = useState<Doing>()
  const factors = useQuery<Factors, ProblemError>({
    queryKey: ['access.factors', {}],
    queryFn: async ({ signal }) => (await see('access.factors', {}, signal)) as Factors,
  })
  const again = () =>
    void queries.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith('access.') })
  const done = ({ codes }: { codes?: string[] }) => {
    start(codes ? { codes } : undefined)
    again()
  }
  const renew = useMutation<{ codes: string[] }, ProblemError>({
    mutationFn: async () => (await act('access.newRecoveryCodes', {}, newId())) as { codes: string[] },
    onSuccess: done,
    onError: (problem) => notice(problem.message, 'problem'),
  })
  const remove = useMutation<unknown, ProblemError, string>({
    mutationFn: (id) => act('access.dropFactor', { id }, newId()),
    onSuccess: () => done({}),
  })
  return (
    <Card title={say(w.second)} sub={say(w.secondWhy)}>
      <Seen of={factors} lines={2}>
        {({ factors: held, codesLeft, isRequired, isOffered }) => (
          <>
            {held.length > 0 ? (
              <ul className="sessions">
                {held.map((factor) => (
                  <li key={factor.id}>
                    <FactorLine factor={factor} />
                    <Button
                      size="small"
                      aria-label={say(w.removeNamed, { name: say(w[factor.kind]) })}
                      onClick={() => start({ remove: factor })}
                    >
                      {say(w.remove)}
                    </Button>
                  </li>
                ))}
                <li>
                  <span className="note">{say(w.codesLeft, { count: codesLeft })}</span>
                  <Button size="small" loading={renew.isPending} onClick={() => renew.mutate()}>
                    {say(w.newCodes)}
                  </Button>
                </li>
              </ul>
            ) : isRequired && isOffered ? (
              <Chip tone="late">{say(w.secondRequired)}</Chip>
            ) : null}
            <div className="security-acts">
              <Button onClick={() => start({ add: 'passkey' })}>{say(w.addPasskey)}</Button>
              <Button onClick={() => start({ add: 'totp' })}>{say(w.addTotp)}</Button>
            </div>
          </>
        )}
      </Seen>
      {doing && 'add' in doing ? (
        <Sheet
          title={say(doing.add === 'totp' ? w.totpTitle : w.addPasskey)}
          onClose={() => start(undefined)}
        >
          {doing.add === 'totp' ? <TotpSetUp onDone={done} /> : <PasskeySetUp onDone={done} />}
        </Sheet>
      ) : null}
      {doing && 'codes' in doing ? (
        <Sheet title={say(w.codesTitle)} onClose={() => start(undefined)}>
          <RecoveryCodes
            codes={doing.codes}
            foot={
              <Button type="primary" size="large" block onClick={() => start(undefined)}>
                {say(w.codesKept)}
              </Button>
            }
          />
        </Sheet>
      ) : null}
      {doing && 'remove' in doing ? (
        <ConfirmSheet
          title={say(w.removeNamed, { name: say(w[doing.remove.kind]) })}
          verb={say(w.remove)}
          isDanger
          isBusy={remove.isPending}
          problem={remove.error}
          onConfirm={() => remove.mutate(doing.remove.id)}
          onClose={() => start(undefined)}
        >
          <p>{say(w.removeNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}

function FactorLine({ factor }: { factor: Factor }) {
  const say = useSay()
  const format = useFormat()
  return (
    <div className="session-place">
      <b>{say(w[factor.kind])}</b>
      {factor.kind === 'passkey' ? <span className="note">{factor.name}</span> : null}
      <span className="note num">
        {factor.usedAt
          ? say(w.factorUsed, { at: format.instant(factor.usedAt) })
          : say(w.factorMade, { at: format.instant(factor.madeAt) })}
      </span>
    </div>
  )
}

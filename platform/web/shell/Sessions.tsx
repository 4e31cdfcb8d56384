import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kinds/id.ts'
import { act, see } from '../door.ts'
import { useFormat } from '../format.ts'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { notice } from '../parts/notice.tsx'
import { Seen } from '../parts/States.tsx'
import { Chip } from '../parts/Steps.tsx'
import { asProblem, type ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { type SessionLine, signOut } from '../session.ts'
import { webWords } from '../words.ts'
import { accessWords as w } from './words.ts'

/** Where one is signed in: each place can be signed out by itself, or all at once. */
export function Sessions() {
  const say = useSay()
  const queries = useQueryClient()
  const [isLeaving, leave] = useState(false)
  const sessions = useQuery<SessionLine[], ProblemError>({
    queryKey: ['access.sessions', {}],
    queryFn: async ({ signal }) =>
      ((await see('access.sessions', {}, signal)) as { sessions: SessionLine[] }).sessions,
  })
  const end = useMutation<unknown, ProblemError, string>({
    mutationFn: (id) => act('access.endSession', { id }, newId()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['access.sessions'] }),
    onError: (problem) => notice(problem.message, 'problem'),
  })
  return (
    <Card
      title={say(w.sessions)}
      extra={
        <Button size="small" onClick={() => leave(true)}>
          {say(w.everywhere)}
        </Button>
      }
    >
      <Seen of={sessions} lines={2}>
        {(lines) => (
          <ul className="sessions">
            {lines.map((line) => (
              <li key={line.id}>
                <Place line={line} />
                {line.current ? (
                  <Chip tone="accent">{say(w.sessionNow)}</Chip>
                ) : (
                  <Button
                    size="small"
                    aria-label={say(w.sessionEndOf, { device: line.device })}
                    loading={end.isPending && end.variables === line.id}
                    onClick={() => end.mutate(line.id)}
                  >
                    {say(w.sessionEnd)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Seen>
      {isLeaving ? (
        <ConfirmSheet
          title={say(w.everywhere)}
          verb={say(w.everywhere)}
          onConfirm={() =>
            void signOut(true).catch((fault: unknown) => notice(asProblem(fault).message, 'problem'))
          }
          onClose={() => leave(false)}
        >
          <p>{say(w.everywhereNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}

const kinds = { pin: w.byPin, passkey: w.byPasskey, company: w.byCompany } as const

/** The browser in words, how it was signed in to, when it was last used and from where. */
export function Place({ line }: { line: Omit<SessionLine, 'current'> }) {
  const say = useSay()
  const format = useFormat()
  const at = format.instant(line.seenAt)
  const name = line.storeDevice ?? (line.device === 'web' ? say(webWords.browser) : line.device)
  return (
    <div className="session-place">
      <b>{name}</b>
      {line.kind === 'password' ? null : <span className="note">{say(kinds[line.kind])}</span>}
      <span className="note num">
        {line.address ? say(w.sessionLine, { at, address: line.address }) : say(w.sessionNoAddress, { at })}
      </span>
    </div>
  )
}

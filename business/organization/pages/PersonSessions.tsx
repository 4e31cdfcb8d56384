import { client } from '../../../platform/web/client.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { Place } from '../../../platform/web/shell/Sessions.tsx'
import type { sessionOperations } from '../access/session-actions.ts'
import { pageWords as w } from './words.ts'

const api = client<typeof sessionOperations>()

/** Where a person is signed in, for superiors and those who keep the people; and the way to end it. */
export function PersonSessions({ person }: { person: string }) {
  const say = useSay()
  const seen = api.useSee('access.sessionsOf', { person })
  const end = api.useDo('access.endSessionsOf', {
    onDone: ({ ended }) => notice(say(w.signInsEnded, { ended })),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  // Of a general manager or an administrator only an administrator sees the sign-ins.
  if (seen.error?.why === 'administratorOnly' || seen.error?.why === 'scope') return null
  return (
    <Card
      title={say(w.signIns)}
      extra={
        seen.data && seen.data.sessions.length > 0 ? (
          <Button size="small" loading={end.isPending} onClick={() => end.mutate({ person })}>
            {say(w.endSignIns)}
          </Button>
        ) : undefined
      }
    >
      <Seen of={seen} lines={1}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p className="note">{say(w.noSignIns)}</p>
          ) : (
            <ul className="sessions">
              {sessions.map((line) => (
                <li key={line.id}>
                  <Place line={line} />
                </li>
              ))}
            </ul>
          )
        }
      </Seen>
    </Card>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { noticeKindWords } from '../words.ts'
import { api, useTitle } from './api.ts'

/** What was published lately, and how far the stores are. */
export function PublishedTab() {
  const say = useSay()
  const f = useFormat()
  const title = useTitle()
  const published = api.useSee('notices.published', {}, { every: 60_000 })
  return (
    <Seen of={published}>
      {({ notices }) =>
        notices.length === 0 ? (
          <Card>
            <Empty title={say(p.nonePublished)} action={<Go to="/notices/write">{say(p.write)}</Go>} />
          </Card>
        ) : (
          <div className="bulletin-list">
            {notices.map((n) => (
              <Go
                key={n.id}
                to={`/notices/${n.id}`}
                className={`bulletin${n.state === 'inForce' ? '' : ' is-quiet'}`}
              >
                <span className="bulletin-title" translate="no">
                  {title(n)}
                </span>
                <Chip tone={n.state === 'withdrawn' ? 'missed' : 'plain'}>
                  {n.state === 'withdrawn' ? say(p.withdrawn) : say(noticeKindWords[n.kind])}
                </Chip>
                <span className="bulletin-note">
                  {say(p.by, { name: n.publishedByName, when: f.instant(n.publishedAt) })}
                  {n.version > 1 ? ` · ${say(p.version, { version: n.version })}` : ''}
                </span>
                {n.toRelay > 0 ? (
                  <span className="bulletin-bar">
                    <ProgressWeave
                      done={n.complete / n.toRelay}
                      size="thin"
                      note={say(p.relayedOf, { complete: n.complete, stores: n.toRelay })}
                    />
                  </span>
                ) : (
                  <span className="bulletin-note">{say(p.onlyRead)}</span>
                )}
              </Go>
            ))}
          </div>
        )
      }
    </Seen>
  )
}

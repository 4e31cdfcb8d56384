import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { r } from '../page-words.ts'
import type { WeekSeen } from './api.ts'

/** Who released what, when and why; the latest holds. */
export function VersionsCard({ versions }: { versions: WeekSeen['versions'] }) {
  const say = useSay()
  const f = useFormat()
  if (versions.length === 0) return null
  return (
    <Card title={say(r.versions)} kind="quiet">
      <ul className="roster-versions">
        {versions.map((v) => (
          <li key={v.version}>
            <span>{say(r.versionLine, { version: v.version, name: v.byName, when: f.instant(v.at) })}</span>
            <span className={v.inTime ? 'note' : 'tone-late'} translate="no">
              {v.why ?? say(v.inTime ? r.firstRelease : r.lateRelease)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

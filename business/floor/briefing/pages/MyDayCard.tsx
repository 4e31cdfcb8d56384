import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { clockOf } from '../../../roster/week/legal-rules.ts'
import { b } from '../page-words.ts'
import { helpWords } from '../words.ts'
import { type DaySeen, whole } from './api.ts'

/** What an associate hears at the briefing, also if she was not there: her own target, and who helped her. */
export function MyDayCard({ seen }: { seen: DaySeen }) {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const name = useName()
  const own = seen.people.find((p) => p.person === me.person.id)
  if (!own) return null
  const helped = seen.helps.filter((h) => h.person === own.person)
  return (
    <Card
      title={say(b.myTarget)}
      extra={
        <span className="num">
          {whole(f, own.net)}
          {own.target ? <small> / {whole(f, own.target)}</small> : null}
        </span>
      }
    >
      {own.shift ? (
        <p className="note num">{`${name(own.shift)} ${clockOf(own.shift.from)}–${clockOf(own.shift.to)}`}</p>
      ) : null}
      {own.target ? <ProgressWeave size="thin" done={own.net / own.target} /> : <p>{say(b.noTarget)}</p>}
      {helped.map((h) => (
        <p key={h.id} className="note" translate="no">
          {say(b.helpForMe, { time: f.time(h.at), name: h.byName, how: h.words ?? say(helpWords[h.how!]) })}
        </p>
      ))}
    </Card>
  )
}

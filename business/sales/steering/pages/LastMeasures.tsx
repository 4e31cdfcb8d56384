import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { saidText } from '../words.ts'
import type { ListSeen } from './api.ts'
import { Directed } from './ChaseCard.tsx'

/** Each measure of the last list with how its seat stood then and stands now. */
export function LastMeasures({ before }: { before: ListSeen['before'] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  if (!before || before.lines.length === 0) {
    return (
      <Card title={say(p.lastMeasures)}>
        {before ? (
          <p className="note">
            {say(p.lastOf, { day: f.day(before.day) })}
            {say(['：', ': '])}
            {say(p.noneBehind)}
          </p>
        ) : (
          <Empty title={say(p.noLast)} next={say(p.noLastNext)} />
        )}
      </Card>
    )
  }
  return (
    <Card title={say(p.lastMeasures)} sub={say(p.lastOf, { day: f.dayAndWeekday(before.day) })}>
      <ol className="last">
        {before.lines.map((line) => (
          <li key={line.seat}>
            <div className="last-head">
              <b>{name(line)}</b>
              <Chip tone={line.behindNow ? 'late' : 'done'}>
                {say(line.behindNow ? p.stillBehind : p.caughtUp)}
              </Chip>
            </div>
            <p translate="no">{saidText(line, language)}</p>
            <p className="note">
              {line.since ? (
                <>
                  {line.since.pace
                    ? `${say(p.paceMoved, {
                        from: f.percent(line.since.pace.from, 1),
                        to: f.percent(line.since.pace.to, 1),
                      })} · `
                    : null}
                  {say(p.sinceSold, {
                    days: line.since.days,
                    net: f.wan(line.since.net),
                    target: f.wan(line.since.target),
                  })}
                </>
              ) : (
                say(p.noSince)
              )}
            </p>
            {line.directive ? <Directed line={line} /> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

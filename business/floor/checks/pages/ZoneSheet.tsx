import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { useSays } from '../../editions/pages/says.ts'
import { p } from '../page-words.ts'
import { kindWords, zoneStateWords } from '../words.ts'
import type { ZoneAsk, ZoneSeen } from '../zone-rules.ts'
import type { Finding } from './api.ts'
import type { ChecksNow } from './as-of-now.ts'
import { useBegin } from './begin.ts'
import './zones.css'

const tones = { notYet: 'plain', open: 'accent', part: 'late', done: 'done' } as const
const said = { notYet: 'notYet', open: 'notBegun', part: 'part', done: 'done' } as const

/** One zone: what is still to be mended there, then by sheet what is looked at and whether it is done. */
export function ZoneSheet(props: {
  seen: ChecksNow
  of: ZoneSeen<Finding>
  onBegin: (kind: string) => void
  onClose: () => void
}) {
  const { seen, of, onBegin, onClose } = props
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  return (
    <Sheet title={of.zone ? say(zoneWords[of.zone]) : say(p.whole)} width={440} onClose={onClose}>
      {of.findings.length > 0 ? (
        <section className="zone-part">
          <h3>{say(p.findings)}</h3>
          <ul className="check-list">
            {of.findings.map((one) => (
              <li key={one.id}>
                <span translate="no">
                  <b className="tone-missed">! </b>
                  {one.wrong}
                </span>
                <small>
                  {says(one)} · {say(p.since, { name: one.byName, when: f.instant(one.at) })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {of.asks.length === 0 && of.findings.length === 0 ? <p className="note">{say(p.zoneFree)}</p> : null}
      {of.asks.map((ask) => (
        <Asked key={ask.kind} seen={seen} ask={ask} onBegin={() => onBegin(ask.kind)} />
      ))}
    </Sheet>
  )
}

function Asked({ seen, ask, onBegin }: { seen: ChecksNow; ask: ZoneAsk; onBegin: () => void }) {
  const say = useSay()
  const says = useSays()
  const card = seen.cards.find((c) => c.kind === ask.kind)!
  const { mayBegin } = useBegin()(card)
  return (
    <section className="zone-part">
      <header>
        <h3>{say(kindWords[ask.kind])}</h3>
        <Chip tone={tones[ask.state]}>{say(zoneStateWords[said[ask.state]])}</Chip>
        {mayBegin && ask.state !== 'done' ? <Button onClick={onBegin}>{say(p.begin)}</Button> : null}
      </header>
      <ul className="check-list">
        {card.items
          .filter((i) => ask.codes.includes(i.code))
          .map((item) => (
            <li key={item.code}>
              <span translate="no">{says(item)}</span>
            </li>
          ))}
      </ul>
    </section>
  )
}

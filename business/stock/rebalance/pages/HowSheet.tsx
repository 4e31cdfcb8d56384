import { useFormat } from '../../../../platform/web/format.ts'
import { Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import type { AreaSeen } from './api.ts'

/** What a round was made from, when, and by which edition of the engine: as it was kept with it. */
export function HowSheet({ round, onClose }: { round: NonNullable<AreaSeen['round']>; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const { inputs } = round
  return (
    <Sheet title={say(w.how)} onClose={onClose}>
      <p>{say(w.howText, { least: inputs.leastParcel, most: inputs.mostPieces })}</p>
      <Rows>
        <Row name={say(w.howShelf)}>
          {say(w.howShelfValue, {
            stores: inputs.stores,
            shades: f.count(inputs.shades),
            pieces: f.count(inputs.pieces),
          })}
        </Row>
        <Row name={say(w.howDays)}>
          {f.day(inputs.from)} – {f.day(inputs.until)}
        </Row>
        <Row name={say(w.howAfter)}>
          {say(w.howAfterValue, {
            a: f.count(inputs.before.broken),
            b: f.count(inputs.after.broken),
            c: f.count(inputs.before.whole),
            d: f.count(inputs.after.whole),
          })}
        </Row>
        <Row name={say(w.howMade)}>{f.instant(round.madeAt)}</Row>
        <Row name={say(w.howEngine)}>
          <span translate="no">{round.engine}</span>
        </Row>
      </Rows>
    </Sheet>
  )
}

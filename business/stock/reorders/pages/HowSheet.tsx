import { useFormat } from '../../../../platform/web/format.ts'
import { Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import type { WeekSeen } from './api.ts'

/** What a proposal was made from, when, and by which edition of the engine: as it was kept with it. */
export function HowSheet({
  proposal,
  onClose,
}: {
  proposal: NonNullable<WeekSeen['proposal']>
  onClose: () => void
}) {
  const say = useSay()
  const language = useLanguage()
  const f = useFormat()
  const { inputs } = proposal
  const seasons = Object.entries(inputs.season).sort(([, a], [, b]) => b - a)
  return (
    <Sheet title={say(w.how)} onClose={onClose}>
      <p>{say(w.howText)}</p>
      <Rows>
        <Row name={say(w.howDays)}>
          {f.day(inputs.from)} – {f.day(inputs.until)}
        </Row>
        <Row name={say(w.howShelf)}>
          {say(w.howShelfValue, {
            shades: f.count(inputs.shades),
            sizes: f.count(inputs.sizes),
            pieces: f.count(inputs.pieces),
          })}
        </Row>
        <Row name={say(w.howElsewhere)}>{f.count(inputs.elsewhere)}</Row>
        <Row name={say(w.howSeason)}>
          <span translate="no">
            {seasons
              .map(([category, ratio]) => `${categoryIn(category, language)} ×${f.count(ratio)}`)
              .join(' · ') || '—'}
          </span>
        </Row>
        <Row name={say(w.howDepot)}>
          {inputs.depotKnown === 0
            ? say(w.depotUnknown)
            : say(w.howDepotKnown, { n: f.count(inputs.depotKnown) })}
        </Row>
        <Row name={say(w.howMade)}>{f.instant(proposal.madeAt)}</Row>
        <Row name={say(w.howEngine)}>
          <span translate="no">{proposal.engine}</span>
        </Row>
      </Rows>
    </Sheet>
  )
}

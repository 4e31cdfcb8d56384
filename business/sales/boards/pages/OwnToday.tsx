import type { Money } from '../../../../platform/kinds/money.ts'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { cardOf } from '../../metrics/card.ts'
import { termWords } from '../../metrics/words.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import type { OwnStanding } from '../store-rules.ts'

type Own = OutputOf<(typeof boardOperations)['boards.mine']>

/** One's own day: what is sold, what is missing in pieces, and whom the next piece passes. */
export function OwnToday({ own }: { own: Own }) {
  const say = useSay()
  const f = useFormat()
  const whole = (amount: number) => f.money((Math.round(amount / 100) * 100) as Money)
  const language = useLanguage()
  const pace = paceOf(own)
  return (
    <Card>
      <Figure
        label={say(own.day === own.today ? w.today : w.theDay)}
        value={whole(own.net)}
        target={own.target === null ? undefined : whole(own.target)}
        explain={cardOf('netSales', { netSales: own.net }, language, [
          { label: say(w.ownHow), value: say(w.ownHowNote) },
          { label: say(termWords.saleTickets), value: f.count(own.saleTickets) },
          { label: say(termWords.netUnits), value: f.count(own.units) },
        ])}
      />
      {own.target ? (
        <ProgressWeave done={own.net / own.target} {...pace} note />
      ) : (
        <p className="note">{say(w.noTarget)}</p>
      )}
      {own.missing ? (
        <p className="missing-line">
          {own.missing.amount === 0 ? (
            say(w.reached)
          ) : (
            <>
              <b>{say(w.stillMissing, { amount: whole(own.missing.amount) })}</b>
              <br />
              {own.missing.pieces === null || own.averageUnitRetail === null ? null : (
                <span>
                  {say(w.piecesAbout, {
                    pieces: own.missing.pieces,
                    price: whole(own.averageUnitRetail),
                  })}
                </span>
              )}
            </>
          )}
        </p>
      ) : null}
      <div className="standings">
        <Standing standing={own.standing.day} says={own.day === own.today ? w.rankToday : w.rankDay} />
        <Standing standing={own.standing.month} says={w.rankMonth} />
      </div>
    </Card>
  )
}

export const paceOf = ({ clock }: Own): { pace?: number } =>
  clock.state === 'running' && clock.part !== null ? { pace: clock.part } : {}

function Standing({ standing, says }: { standing: OwnStanding | null; says: Sentence }) {
  const say = useSay()
  const f = useFormat()
  if (!standing) return null
  const { rank, of, toNext } = standing
  return (
    <p>
      <b>{say(says, { rank, of })}</b>{' '}
      <span>
        {toNext
          ? say(toNext.pieces === null ? w.toNext : w.toNextPieces, {
              amount: f.money((Math.ceil(toNext.amount / 100) * 100) as Money),
              name: toNext.name,
              pieces: toNext.pieces ?? 0,
            })
          : say(w.first)}
      </span>
    </p>
  )
}

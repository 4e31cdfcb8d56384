import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card, Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { factsOf } from '../../boards/rules.ts'
import { cardOf } from '../../metrics/card.ts'
import { showMetric } from '../../metrics/show.ts'
import { alignmentWords, metricNames } from '../../metrics/words.ts'
import { p } from '../page-words.ts'
import type { ReportFigures, Review } from '../shape.ts'

/** A report's figures: the same on the draft, in the record and for the superior. */
export function ReportFiguresView({ figures: r }: { figures: ReportFigures }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const facts = { ...factsOf(r.figures), netSales: r.net, ...(r.target === null ? {} : { target: r.target }) }
  const whole = (amount: number) => f.money((Math.round(amount / 100) * 100) as Money)
  const rates = [
    'conversionRate',
    'unitsPerTransaction',
    'averageTransactionValue',
    'averageUnitRetail',
  ] as const
  const countsOf = {
    conversionRate:
      r.figures.traffic > 0 ? `${f.count(r.figures.countedTickets)} / ${f.count(r.figures.traffic)}` : '',
    unitsPerTransaction: `${f.count(r.figures.units)} / ${f.count(r.figures.saleTickets)}`,
    averageTransactionValue: '',
    averageUnitRetail: '',
  }
  return (
    <>
      <Figure
        label={say(p.netHead)}
        value={whole(r.net)}
        target={r.target === null ? undefined : whole(r.target)}
        explain={cardOf('netSales', facts, language)}
      />
      {r.achieved === null ? null : <ProgressWeave done={r.achieved} note />}
      <div className="report-rates">
        {rates.map((code) => {
          const value = r.figures[code]
          const isMoney = code === 'averageTransactionValue' || code === 'averageUnitRetail'
          return (
            <Figure
              key={code}
              size="small"
              label={say(metricNames[code])}
              value={value === null ? '—' : isMoney ? whole(value) : showMetric(code, value, language)}
              note={countsOf[code]}
              explain={cardOf(code, facts, language)}
            />
          )
        })}
      </div>
      {r.month.achievedShare === null ? null : (
        <>
          <p className="report-label">
            {say(p.monthDone)}{' '}
            <span className="num">
              {f.wan(r.month.net)}
              {r.month.target === null ? '' : ` / ${f.wan(r.month.target)}`}
            </span>
          </p>
          <ProgressWeave
            size="thin"
            done={r.month.achievedShare}
            {...(r.month.elapsedShare === null ? {} : { pace: r.month.elapsedShare })}
            note
          />
        </>
      )}
    </>
  )
}

/** What stands behind the figures: people, other days, the gap. */
export function ReportDetails({ figures: r }: { figures: ReportFigures }) {
  const say = useSay()
  const f = useFormat()
  return (
    <>
      {r.gap && r.target !== null ? (
        <Card
          title={`${say(p.gap)}${say(['：', ': '])}${say(p.againstTarget, { amount: f.signedMoney((r.net - r.target) as Money) })}`}
        >
          <Rows>
            {r.gap.parts.map((part) => (
              <Row key={part.factor} name={say(part.name)}>
                <span className={`num ${part.amount < 0 ? 'report-down' : ''}`}>
                  {f.signedMoney(part.amount)}
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
      <Card title={say(p.people)}>
        <Rows>
          {r.people.map((one) => (
            <Row key={one.person} name={one.name}>
              <span className="num">
                {f.money(one.net)}
                {one.target ? ` · ${f.percent(one.net / one.target)}` : ''}
              </span>
            </Row>
          ))}
        </Rows>
      </Card>
      <Card title={say(p.compared)}>
        <Rows>
          {r.compared
            .filter((c) => c.by === c.alignment)
            .map((c) => (
              <Row key={c.alignment} name={`${say(alignmentWords[c.by])} ${f.day(c.day)}`}>
                {c.net === null ? '—' : f.wan(c.net)} <Delta ratio={c.ratio} />
              </Row>
            ))}
        </Rows>
      </Card>
    </>
  )
}

export function ReviewList({ reviews }: { reviews: readonly Review[] }) {
  const say = useSay()
  const f = useFormat()
  if (reviews.length === 0) return <p className="note">{say(p.notRead)}</p>
  const sentence = {
    opened: p.openedBy,
    confirmed: p.confirmedBy,
    askedBack: p.askedBy,
    answered: p.answeredBy,
  }
  return (
    <ul className="reviews">
      {reviews.map((r) => (
        <li key={r.id} className={`review-${r.kind}`}>
          {say(sentence[r.kind], { name: r.byName, time: f.instant(r.at), words: r.words ?? '' })}
        </li>
      ))}
    </ul>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { metricNames } from '../../metrics/words.ts'
import { minutesLate } from '../../reports/rules.ts'
import { o } from '../page-words.ts'
import type { OwnReport } from '../shape.ts'
import { isRate } from './api.ts'
import { OwnFiguresView } from './OwnFigures.tsx'
import { OwnStockView } from './OwnStockView.tsx'

/** A report that was handed in: its figures as they were, and what was said. */
export function OwnRecord({ report: r }: { report: OwnReport }) {
  const say = useSay()
  const f = useFormat()
  const late = minutesLate(r.submittedAt, r.dueAt)
  const said = [
    [o.well, r.well],
    [o.missing, r.missing],
    [o.wish, r.wish],
  ] as const
  return (
    <>
      <p className={late > 0 ? 'report-late' : 'note'}>
        {[
          say(o.submittedAt, { time: f.instant(r.submittedAt) }),
          say(late > 0 ? o.isLate : o.inTime),
          ...(r.version > 1 ? [say(o.version, { n: r.version })] : []),
        ].join(' · ')}
      </p>
      <OwnFiguresView figures={r.figures} />
      {r.figures.stock ? <OwnStockView stock={r.figures.stock} kind={r.kind} wanted={r.wanted} /> : null}
      <Rows>
        {r.practice && r.step ? (
          <Row name={say(o.practise)}>
            {isRate(r.practice)
              ? say(o.stepOf, { what: say(metricNames[r.practice]), step: r.step })
              : say(o.stepAhead, { step: r.step })}
          </Row>
        ) : null}
        {said.map(([label, text]) =>
          text ? (
            <Row key={label[0]} name={say(label)}>
              <span className="report-text" translate="no">
                {text}
              </span>
            </Row>
          ) : null,
        )}
      </Rows>
      <RecordNote records={[r.id]} hasOwnReview />
    </>
  )
}

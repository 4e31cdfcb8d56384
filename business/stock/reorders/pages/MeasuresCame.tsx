import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { Picture } from '../../../sales/tickets/pages/Picture.tsx'
import { measureWords, w } from '../page-words.ts'
import type { WeekSeen } from './api.ts'

/** What was done about slow sellers, and whether they have sold faster since: figures of the same store, nothing else taken out. */
export function MeasuresCame({ measures }: { measures: WeekSeen['measures'] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  if (measures.length === 0) return null
  return (
    <>
      <Band title={say(w.came)} note={String(measures.length)} />
      <Card kind="flush">
        <ul className="stock-list">
          {measures.map((m) => {
            const isFaster = m.daysSince > 0 && m.soldSince * m.days > m.sold * m.daysSince
            return (
              <li key={`${m.week} ${m.styleId} ${m.color}`} className="stock-line">
                <span className="stock-piece">
                  <Picture picture={m.picture} swatch={m.swatch} size="small" />
                  <span>
                    <b>
                      {name(m)} · {f.language === 'en' && m.colorEn ? m.colorEn : m.color}
                    </b>
                    <small>
                      {f.day(m.day)} {say(measureWords[m.measure])} ·{' '}
                      {m.daysSince === 0
                        ? say(w.cameSoon)
                        : say(w.cameLine, {
                            days: m.days,
                            sold: m.sold,
                            daysSince: m.daysSince,
                            soldSince: m.soldSince,
                          })}
                      {m.movedSince > 0 ? ` · ${say(w.cameMoved, { n: m.movedSince })}` : ''}
                    </small>
                  </span>
                </span>
                {m.daysSince > 0 ? (
                  <Chip tone={isFaster ? 'done' : 'plain'}>{say(isFaster ? w.better : w.same)}</Chip>
                ) : null}
              </li>
            )
          })}
        </ul>
      </Card>
    </>
  )
}

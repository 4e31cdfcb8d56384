import { useFormat } from '../../../../platform/web/format.ts'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { showMetric } from '../../metrics/show.ts'
import { metricNames } from '../../metrics/words.ts'
import { o } from '../page-words.ts'
import { lagging } from '../rules.ts'
import type { OwnFigures } from '../shape.ts'
import { rateCodes, whole } from './api.ts'

/** One's own figures of a period beside the store's: the same on the draft, in the record and for the manager. */
export function OwnFiguresView({ figures: r }: { figures: OwnFigures }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const behind: readonly string[] = lagging(r, r.store)
  const show = (code: (typeof rateCodes)[number], value: number | null) =>
    value === null
      ? '—'
      : code === 'averageTransactionValue'
        ? whole(f, value)
        : showMetric(code, value, language)
  const hasTarget = r.target !== null && r.target > 0
  return (
    <>
      <Figure
        label={say(o.net)}
        value={whole(f, r.net)}
        target={hasTarget ? whole(f, r.target!) : undefined}
        note={[
          r.rank === null ? say(o.noRank) : say(o.rank, { rank: r.rank, of: r.of }),
          ...(r.returned > 0 ? [say(o.returned, { amount: whole(f, r.returned) })] : []),
        ].join(' · ')}
      />
      {hasTarget ? <ProgressWeave done={r.net / r.target!} note /> : null}
      <div className="own-rates">
        {rateCodes.map((code) => (
          <Figure
            key={code}
            size="small"
            label={say(metricNames[code])}
            value={show(code, r[code])}
            tone={behind.includes(code) ? 'late' : 'plain'}
            note={`${say(o.store, { value: show(code, r.store[code]) })}${
              r.store[code] === null ? '' : ` · ${say(behind.includes(code) ? o.behind : o.ahead)}`
            }`}
          />
        ))}
      </div>
      {r.styles.length > 0 ? (
        <div className="own-styles">
          <p className="own-label">{say(o.best)}</p>
          {r.styles.map((s) => (
            <p key={`${s.style} ${s.color}`} className="own-style">
              <span>
                {language === 'en' ? (s.nameEn ?? s.name) : s.name}
                <small translate="no">{language === 'en' ? (s.colorEn ?? s.color) : s.color}</small>
              </span>
              <span className="num">{say(o.pieces, { count: s.units })}</span>
              <span className="num">{whole(f, s.net)}</span>
            </p>
          ))}
        </div>
      ) : null}
    </>
  )
}

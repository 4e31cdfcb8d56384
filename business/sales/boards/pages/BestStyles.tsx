import { useFormat } from '../../../../platform/web/format.ts'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import type { StyleSeen } from '../people-tables.ts'

/** Best sellers with their colour, or their picture where there is one. */
export function BestStyles({ styles }: { styles: readonly StyleSeen[] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  if (styles.length === 0) return <p className="note">{say(w.noBest)}</p>
  return (
    <ol className="styles">
      {styles.map((s) => (
        <li key={`${s.style} ${s.color}`}>
          {s.picture ? (
            <img src={s.picture} alt="" loading="lazy" />
          ) : (
            <i style={{ background: s.swatch ?? 'var(--press)' }} aria-hidden="true" />
          )}
          <div>
            <b>{name(s)}</b>
            <span>
              {s.style}
              {s.color ? ` · ${(language === 'en' && s.colorEn) || s.color}` : ''}
            </span>
          </div>
          <div className="styles-figures num">
            <b>{say(w.pieces, { units: f.count(s.units) })}</b>
            <span>{f.wan(s.net)}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

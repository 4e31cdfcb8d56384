import type { ReactNode } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { useName } from '../../../../platform/web/session.ts'
import { Garment } from '../../pages/Garment.tsx'

/** How a style-colour looks, beside what is to be said of it: people look at clothes first. */
export function Looks(props: {
  of: {
    readonly style: string
    readonly name: string
    readonly nameEn: string | null
    readonly category: string
    readonly picture: string | null
    readonly color: string
    readonly colorEn: string | null
    readonly swatch: string
  }
  extra?: ReactNode
  children?: ReactNode
}) {
  const { of, extra, children } = props
  const name = useName()
  const f = useFormat()
  return (
    <div className="reorder-looks">
      <span className="reorder-picture">
        {of.picture ? (
          <img src={of.picture} alt="" loading="lazy" />
        ) : (
          <Garment category={of.category} name={of.name} swatch={of.swatch} />
        )}
      </span>
      <div className="reorder-said">
        <h3>
          {name(of)}
          {extra}
        </h3>
        <small>
          <span translate="no">{of.style}</span> · {f.language === 'en' && of.colorEn ? of.colorEn : of.color}
        </small>
        {children}
      </div>
    </div>
  )
}

import { useFormat } from '../../../platform/web/format.ts'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Picture } from '../../sales/tickets/pages/Picture.tsx'
import type { Piece } from '../view-tables.ts'

/** The head of one style-colour: its cloth, its name, what kind of piece it is. */
export function ShadeHead({ piece }: { piece: Piece }) {
  const f = useFormat()
  return (
    <div className="stock-shade">
      <Picture picture={null} swatch={piece.swatch} size="small" />
      <span>
        <b>{f.language === 'en' && piece.nameEn ? piece.nameEn : piece.name}</b>
        <small>
          {piece.style} · {f.language === 'en' && piece.colorEn ? piece.colorEn : piece.color}
        </small>
      </span>
      <span translate="no">
        <Chip>{piece.category}</Chip>
      </span>
    </div>
  )
}

/** Lines of one style-colour together, in the order of the size run. */
export function shadesOf<L extends Piece>(lines: readonly L[]): { key: string; lines: L[] }[] {
  const shades = new Map<string, L[]>()
  for (const l of lines) {
    const key = `${l.style} ${l.color}`
    shades.set(key, [...(shades.get(key) ?? []), l])
  }
  return [...shades].map(([key, of]) => ({ key, lines: of }))
}

import { useFormat } from '../../../platform/web/format.ts'
import { useName } from '../../../platform/web/session.ts'
import { Picture } from '../../sales/tickets/pages/Picture.tsx'
import type { Piece } from '../view-tables.ts'

/** A piece in one line: its cloth, its name, colour and size. */
export function PieceLine({ piece, children }: { piece: Piece; children?: React.ReactNode }) {
  const name = useName()
  const f = useFormat()
  return (
    <span className="stock-piece">
      <Picture picture={null} swatch={piece.swatch} size="small" />
      <span>
        <b>
          {name(piece)} · {piece.size}
        </b>
        <small>
          {piece.style} · {f.language === 'en' && piece.colorEn ? piece.colorEn : piece.color}
        </small>
        {children}
      </span>
    </span>
  )
}

import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import type { Style } from '../../../goods/shape.ts'
import { Counter } from '../../pages/CountSheet.tsx'
import { StyleFinder, shadeName } from '../../pages/StyleFinder.tsx'
import type { Piece } from '../../view-tables.ts'
import { w } from '../page-words.ts'

/** Pieces without a barcode, or with one that cannot be read: by style and colour, then size by size with the thumb. */
export function FindSheet(props: { onPick: (piece: Piece, pieces: number) => void; onClose: () => void }) {
  const { onPick, onClose } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [shade, pick] = useState<{ style: Style; color: string }>()
  const [counts, count] = useState<Record<string, number>>({})
  const color = shade?.style.colors.find((c) => c.color === shade.color)
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const take = (): void => {
    if (!shade || !color) return
    const { code, name: own, nameEn, category } = shade.style
    for (const size of color.sizes) {
      const n = counts[size.sku] ?? 0
      if (n > 0) onPick({ ...color, ...size, style: code, name: own, nameEn, category }, n)
    }
    onClose()
  }
  return (
    <Sheet
      title={say(w.choose)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Button type="primary" size="large" disabled={total === 0} onClick={take}>
            {say(w.pieces, { n: f.count(total) })}
          </Button>
        </div>
      }
    >
      <div className="stock-form">
        <StyleFinder
          onPick={(picked) => {
            pick(picked)
            count({})
          }}
        />
        {shade && color ? (
          <div className="field">
            <b>
              {name(shade.style)} · {shadeName(shade.style, shade.color, f.language)}
            </b>
            {color.sizes.map((s) => (
              <Counter
                key={s.sku}
                label={s.size}
                value={counts[s.sku] ?? 0}
                most={999}
                onChange={(n) => count({ ...counts, [s.sku]: n })}
              />
            ))}
          </div>
        ) : null}
      </div>
    </Sheet>
  )
}

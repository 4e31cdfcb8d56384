import { useFormat } from '../../../../platform/web/format.ts'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { Picture } from '../../../sales/tickets/pages/Picture.tsx'
import { w } from '../page-words.ts'
import { sumOf } from '../rules.ts'
import type { ShadeSeen, WaveSeen } from './api.ts'
import type { useParts } from './useParts.ts'

/** A style-colour: what of it goes out and what stays; unfolded, each store with the reason and its sizes. */
export function ShadeParts(props: {
  shade: ShadeSeen
  stores: WaveSeen['stores']
  parts: ReturnType<typeof useParts>
  weeks: number
  isOpen: boolean
}) {
  const { shade, stores, parts, weeks, isOpen } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const all = sumOf(shade.sizes.map((z) => z.available))
  const given = parts.given(shade)
  const over = parts.over(shade)
  const to = shade.parts.filter((p) => sumOf(parts.of(shade, p.store)) > 0).length
  const nameOf = new Map(stores.map((s) => [s.id, name(s)]))
  return (
    <details className="wave-part" open={isOpen}>
      <summary>
        <Picture picture={shade.picture} swatch={shade.swatch} size="small" />
        <span className="wave-part-name">
          <b>{name(shade)}</b>
          <small>
            {shade.code} · {(f.language === 'en' && shade.colorEn) || shade.color}
          </small>
        </span>
        <span className="wave-part-sum num">
          {shade.parts.length === 0 ? say(w.nothing) : say(w.given, { n: f.count(sumOf(given)), stores: to })}
          <small>{say(w.left, { all: f.count(all), left: f.count(all - sumOf(given)) })}</small>
          {over ? <small className="wave-over">{say(w.tooMany, over)}</small> : null}
        </span>
      </summary>
      {shade.parts.length > 0 ? (
        <DataTable
          label={name(shade)}
          isFramed={false}
          rows={shade.parts}
          keyOf={(p) => p.store}
          columns={[
            {
              key: 'store',
              head: say(w.store),
              cell: (p) => (
                <span className="wave-store">
                  <b>{nameOf.get(p.store)}</b>
                  <small>
                    {say(p.isNew ? w.whyNew : w.why, {
                      pace: p.pace.toFixed(1),
                      weeks,
                      n: (p.pace * weeks).toFixed(1),
                    })}
                  </small>
                </span>
              ),
              total: say(w.sum),
            },
            ...shade.sizes.map((z, i) => ({
              key: z.sku,
              head: z.size,
              kind: 'figure' as const,
              cell: (p: ShadeSeen['parts'][number]) => (
                <InputNumber
                  aria-label={`${nameOf.get(p.store)} ${z.size}`}
                  value={parts.of(shade, p.store)[i]!}
                  min={0}
                  max={9_999}
                  precision={0}
                  onChange={(n) => parts.set(p.store, z.sku, n ?? 0)}
                />
              ),
              total: `${f.count(given[i]!)} / ${f.count(z.available)}`,
            })),
          ]}
        />
      ) : null}
    </details>
  )
}

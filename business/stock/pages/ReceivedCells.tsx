import type { OutputOf } from '../../../platform/web/contract.ts'
import { Photo } from '../../../platform/web/parts/Photo.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { stockOperations } from '../actions.ts'
import { differenceReasonWords, p } from '../page-words.ts'
import { type Counted, differenceOf, type Line, usualReason } from './receiving.ts'

export type Arrival = OutputOf<(typeof stockOperations)['stock.arrival']>

/** What differed in a style-colour, as it was photographed; an open shipment shows what came of its earlier parts. */
export function ShadePhotos({ store, lines }: { store: string; lines: Arrival['lines'] }) {
  const say = useSay()
  const shown = lines.flatMap((l) => (l.photo ? [{ size: l.size, photo: l.photo }] : []))
  if (shown.length === 0) return null
  return (
    <div className="stock-photos">
      {shown.map(({ size, photo }) => (
        <Photo
          key={photo.id}
          place={{ view: 'stock.photo', store }}
          id={photo.id}
          alt={`${say(p.differencePhoto)} · ${size}`}
          facts={photo}
        />
      ))}
    </div>
  )
}

/** A size being counted: how many came of how many, and what is different so far. */
export function SizeCell({
  line,
  counted: c,
  onPress,
}: {
  line: Line
  counted: Counted
  onPress: () => void
}) {
  const say = useSay()
  const d = differenceOf(line.inTransit, c)
  const isDone = c.arrived > 0 && d.short === 0 && d.over === 0 && d.rejected === 0
  const why = c.reason ?? usualReason(line.inTransit, c)
  const state = c.arrived === 0 ? '' : isDone ? ' is-done' : ' is-different'
  return (
    <button type="button" className={`stock-size${state}`} onClick={onPress}>
      <b>{line.size}</b>
      <strong className="num">{c.arrived}</strong>
      <small className="num">/ {line.inTransit}</small>
      {c.arrived > 0 && !isDone ? (
        <span>
          {d.rejected > 0
            ? say(p.rejectedN, { n: d.rejected })
            : d.over > 0
              ? say(p.over, { n: d.over })
              : say(p.short, { n: d.short })}
          {why ? ` · ${say(differenceReasonWords[why as keyof typeof differenceReasonWords])}` : ''}
        </span>
      ) : null}
    </button>
  )
}

/** A size as it was received. */
export function SeenCell({ line: l }: { line: Arrival['lines'][number] }) {
  const say = useSay()
  const differs = l.rejected + l.missing + l.surplus
  return (
    <span className={`stock-size${differs > 0 ? ' is-different' : ' is-done'}`}>
      <b>{l.size}</b>
      <strong className="num">{l.received + l.surplus}</strong>
      <small className="num">/ {l.shipped}</small>
      {differs > 0 ? (
        <span>
          {[
            l.rejected > 0 ? say(p.rejectedN, { n: l.rejected }) : '',
            l.missing > 0 ? say(p.short, { n: l.missing }) : '',
            l.surplus > 0 ? say(p.over, { n: l.surplus }) : '',
          ]
            .filter(Boolean)
            .join(' ')}
        </span>
      ) : null}
    </span>
  )
}

import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** Four warp threads; the weft passes over and under by turns. The logo, and in motion the loading state. */
export function WeaveMark({ size = 20, moving = false }: { size?: number; moving?: boolean }) {
  return (
    <svg
      className={moving ? 'weave-mark is-moving' : 'weave-mark'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 5.2, 10.4, 15.6].map((x) => (
        <rect key={x} className="weave-warp" x={x} y="0" width="4" height="20" rx="0.8" />
      ))}
      {[3.4, 9, 14.6].map((y, row) => (
        <g key={y} className="weave-weft" style={{ animationDelay: `${row * 0.18}s` }}>
          {[0, 5.2, 10.4, 15.6].map((x, column) =>
            (row + column) % 2 === 0 ? <rect key={x} x={x} y={y} width="4" height="1.7" /> : null,
          )}
        </g>
      ))}
    </svg>
  )
}

/** While something is fetched: the mark weaving, and its words for those who listen. */
export function Weaving({ size = 36 }: { size?: number }) {
  const say = useSay()
  return (
    <div className="weaving" role="status">
      <WeaveMark size={size} moving />
      <span className="sr-only">{say(webWords.loading)}</span>
    </div>
  )
}

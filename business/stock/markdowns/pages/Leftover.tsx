import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'

const [width, height] = [240, 64]

/** Pieces left week by week: at the price that stands, with the steps, and as it came. */
export function Leftover(props: {
  pieces: number
  kept: readonly number[]
  planned: readonly number[]
  came?: readonly number[]
}) {
  const { pieces, kept, planned, came } = props
  const say = useSay()
  const f = useFormat()
  const weeks = planned.length
  const line = (left: readonly number[]): string =>
    [pieces, ...left]
      .map((n, i) => `${(i / weeks) * width},${height - (Math.max(0, n) / pieces) * height}`)
      .join(' ')
  const says = say(w.chart, {
    kept: f.count(Math.round(kept.at(-1) ?? pieces)),
    left: f.count(Math.round(planned.at(-1) ?? pieces)),
  })
  return (
    <figure className="markdown-chart">
      <svg
        viewBox={`-3 -3 ${width + 6} ${height + 6}`}
        role="img"
        aria-label={says}
        preserveAspectRatio="none"
      >
        <polyline className="is-kept" points={line(kept)} />
        <polyline className="is-planned" points={line(planned)} />
        {came ? <polyline className="is-came" points={line(came)} /> : null}
      </svg>
      <figcaption>
        <span className="is-kept">{say(w.legendKept)}</span>
        <span className="is-planned">{say(w.legendPlan)}</span>
        {came ? <span className="is-came">{say(w.legendCame)}</span> : null}
      </figcaption>
    </figure>
  )
}

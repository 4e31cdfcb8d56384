import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import type { ChartProps } from './EChart.tsx'
import { Loading } from './States.tsx'

const Drawn = lazy(() => import('./EChart.tsx'))

/**
 * Lines over days or hours; the drawing library arrives in its own chunk when the first chart is shown. Values are
 * cents, counts or ratios as `kind` says; null leaves a gap. A table of the same figures stands hidden for the ear.
 */
export function LineChart(props: Omit<ChartProps, 'shape'>) {
  return <Chart {...props} shape="line" />
}

/** Bars over hours or days, with another series as a line over them if given as `kind: 'line'`. */
export function HourBars(props: Omit<ChartProps, 'shape'>) {
  return <Chart {...props} shape="bar" />
}

function Chart(props: ChartProps) {
  const height = props.height ?? 220
  const frame = useRef<HTMLElement>(null)
  const isNear = useNear(frame)
  return (
    <figure className="chart" aria-label={props.label} ref={frame}>
      <div style={{ minHeight: height }} aria-hidden="true">
        <Suspense fallback={<Loading />}>{isNear ? <Drawn {...props} height={height} /> : null}</Suspense>
      </div>
      <div className="sr-only">
        <table>
          <caption>{props.label}</caption>
          <tbody>
            {props.series.map((series) => (
              <tr key={series.name}>
                <th scope="row">{series.name}</th>
                {series.values.map((value, i) => (
                  <td key={props.at[i]}>{value === null ? '' : `${props.at[i]}: ${props.write(value)}`}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

/** True once the place has come near the screen: the library is the heaviest part of a page, and often below it. */
function useNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, come] = useState(false)
  useEffect(() => {
    if (!place.current || isNear) return
    const watch = new IntersectionObserver((seen) => seen.some((s) => s.isIntersecting) && come(true), {
      rootMargin: '300px',
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [place, isNear])
  return isNear
}

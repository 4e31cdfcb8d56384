import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { face, type ThemeName, type Tokens, themes } from '../look/tokens.ts'
import { usePreferences } from '../preferences.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, SVGRenderer])

export interface Series {
  name: string
  values: readonly (number | null)[]
  /** 'now': rouge; 'before': second ink, thin; 'target': dashed; 'good', 'bad'. */
  tone?: 'now' | 'before' | 'target' | 'good' | 'bad'
  kind?: 'line' | 'bar'
}
export interface ChartProps {
  label: string
  /** What stands under the drawing: hours, days. */
  at: readonly string[]
  series: readonly Series[]
  /** Writes a value for the axis and the tip: `format.wan`. */
  write: (value: number) => string
  height?: number
  shape: 'line' | 'bar'
}

export default function EChart({ at, series, write, height, shape }: ChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const { theme } = usePreferences()

  useEffect(() => {
    const element = room.current
    if (!element) return
    const drawn = init(element, null, { renderer: 'svg' })
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read from the page
  useEffect(() => {
    const name = (document.documentElement.dataset.theme ?? 'light') as ThemeName
    chart.current?.setOption(optionOf(themes[name], { at, series, write, shape }), { notMerge: true })
  }, [at, series, write, shape, theme])

  return <div ref={room} style={{ height: height ?? 220 }} />
}

function optionOf(t: Tokens, { at, series, write, shape }: Omit<ChartProps, 'label'>): EChartsCoreOption {
  const tones = { now: t.accent, before: t.weft, target: t.ink3, good: t.done, bad: t.missedMark }
  return {
    animationDuration: 180,
    textStyle: { fontFamily: face },
    grid: {
      left: 4,
      right: 12,
      top: 14,
      bottom: 2,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: t.card,
      borderColor: t.hairline,
      textStyle: { color: t.ink, fontSize: 13 },
      axisPointer: { type: 'line', lineStyle: { color: t.faint, width: 1 } },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '—'),
      confine: true,
    },
    xAxis: {
      type: 'category',
      data: [...at],
      boundaryGap: shape === 'bar',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: t.hairline } },
      axisLabel: { color: t.ink3, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: t.hairline } },
      axisLabel: { color: t.ink3, fontSize: 12, formatter: write },
    },
    series: series.map((one) => {
      const tone = one.tone ?? 'now'
      const kind = one.kind ?? shape
      return kind === 'bar'
        ? {
            type: 'bar',
            name: one.name,
            data: [...one.values],
            barMaxWidth: 26,
            itemStyle: { color: tones[tone], borderRadius: [3, 3, 0, 0] },
          }
        : {
            type: 'line',
            name: one.name,
            data: [...one.values],
            showSymbol: false,
            color: tones[tone],
            lineStyle: { width: tone === 'now' ? 2.4 : 1.4, type: tone === 'target' ? 'dashed' : 'solid' },
          }
    }),
  }
}

import { useState } from 'react'
import { cents } from '../../kinds/money.ts'
import { useFormat } from '../format.ts'
import { Card, Row, Rows } from '../parts/Card.tsx'
import { HourBars, LineChart } from '../parts/Chart.tsx'
import { Figure, FigureStrip } from '../parts/Figure.tsx'
import { Delta } from '../parts/Money.tsx'
import { notice } from '../parts/notice.tsx'
import { Columns, Page } from '../parts/Page.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { type Fall, Waterfall } from '../parts/Waterfall.tsx'
import { WeaveGrid, type WeaveState } from '../parts/WeaveGrid.tsx'
import { useSay } from '../say.ts'

const stores = [
  '杭州云栖百货',
  '杭州星河里',
  '上海汇澜',
  '上海百禾',
  '南京金陵湾',
  '苏州平江道',
  '无锡太湖里',
  '宁波月湖街',
]
const days = Array.from({ length: 28 }, (_, i) => String(((i + 25) % 30) + 1))
const states: WeaveState[] = [
  'done',
  'done',
  'mostly',
  'done',
  'late',
  'done',
  'done',
  'mostly',
  'missed',
  'done',
  'done',
]

/** What an area manager sees on the desk: the weave, whom to help first, where the gap lies. */
export function DeskSamples() {
  const say = useSay()
  const f = useFormat()
  const [view, look] = useState('weave')
  const words: Record<WeaveState, string> = {
    done: say(['全部按时', 'all in time']),
    mostly: say(['九成以上', '90% and more']),
    late: say(['有迟交', 'some late']),
    missed: say(['有漏做', 'some missed']),
    overdue: say(['过期未做', 'overdue']),
    excused: say(['停业或免除', 'closed or excused']),
    open: say(['今天', 'today']),
  }
  const rows = stores.map((name, s) => ({
    key: name,
    name,
    spoken: name,
    note: s % 3 === 0 ? say(['专柜', 'counter']) : say(['租赁', 'leased']),
    end: f.percent(0.9 - s * 0.035),
    cells: days.map((day, d) => {
      const state: WeaveState =
        d === 27
          ? 'open'
          : s === 7 && d < 9
            ? 'excused'
            : s === 4 && d > 21
              ? 'missed'
              : states[(s * 7 + d * (s + 2)) % states.length]!
      return { key: day, state, words: `${day}: ${words[state]}` }
    }),
  }))
  const falls: Fall[] = [
    { key: 'plan', kind: 'from', value: 221.1, text: '¥221.1万', label: say(['目标进度', 'Target to date']) },
    { key: 'traffic', kind: 'part', value: -3.9, text: '−3.9', label: say(['客流', 'Traffic']) },
    { key: 'conversion', kind: 'part', value: -4.8, text: '−4.8', label: say(['成交率', 'Conversion']) },
    { key: 'units', kind: 'part', value: 1.1, text: '+1.1', label: say(['连带率', 'Units a ticket']) },
    { key: 'price', kind: 'part', value: 1.1, text: '+1.1', label: say(['件单价', 'Price a unit']) },
    { key: 'actual', kind: 'to', value: 214.6, text: '¥214.6万', label: say(['实际', 'Actual']) },
  ]
  const hours = Array.from({ length: 12 }, (_, i) => `${i + 10}`)
  return (
    <Page
      title={say(['华东一区', 'East 1'])}
      sub={say(['8 店 · 54 人 · 月目标时间进度 73.2%', '8 stores · 54 people · 73.2% of the month'])}
      actions={
        <Tabs
          label={say(['看法', 'View'])}
          value={view}
          onChange={look}
          options={[
            { key: 'weave', label: say(['织面', 'Weave']) },
            { key: 'rank', label: say(['排名', 'Ranking']) },
            { key: 'goods', label: say(['货品', 'Goods']) },
          ]}
        />
      }
    >
      <FigureStrip>
        <Figure
          size="strip"
          label={say(['本月销售', 'This month'])}
          value={f.wan(cents(214_600_000))}
          note={say(['目标 ¥302.0万 · 71.1%', 'Target ¥3.02M · 71.1%'])}
          explain={{ definition: say(['本月净销售', 'Net sales of the month']) }}
        />
        <Figure
          size="strip"
          label={say(['预计月底', 'Month end'])}
          value={f.wan(cents(293_000_000))}
          note={<span className="tone-missed">{say(['差 ¥9万（285–301）', '¥90K short (2.85–3.01M)'])}</span>}
        />
        <Figure
          size="strip"
          label={say(['同店同比', 'Same stores'])}
          value="+6.4%"
          tone="rise"
          note={<Delta ratio={0.064} />}
        />
        <Figure
          size="strip"
          label={say(['连带率', 'Units a ticket'])}
          value="1.62"
          note={<Delta ratio={-0.031} />}
        />
        <Figure
          size="strip"
          label={say(['待我核查', 'For me to check'])}
          value="6"
          tone="missed"
          note={say(['2 份日报', '2 reports'])}
        />
      </FigureStrip>
      <Columns columns="2.5fr 1fr">
        <Card
          title={say(['织面：每店每日', 'The weave: every store, every day'])}
          sub={say(['深处是按时，断处是缺口', 'Dark is in time, a tear is a gap'])}
        >
          <WeaveGrid
            label={say(['织面', 'Weave'])}
            heads={days.map((text, i) => ({ key: String(i), text }))}
            endHead={say(['按时', 'in time'])}
            rows={rows}
            legend={(['done', 'mostly', 'late', 'missed', 'excused'] as const).map((state) => ({
              state,
              words: words[state],
            }))}
            onOpen={(row, cell) => notice(`${row} · ${cell}`)}
          />
        </Card>
        <Card
          title={say(['先帮谁', 'Whom to help first'])}
          sub={say(['按本月还能追回的金额', 'By what this month can still win back'])}
        >
          <Rows>
            <Row name={say(['南京金陵湾', 'Nanjing'])}>
              <b className="tone-missed">−¥4.1万</b>
            </Row>
            <Row name={say(['杭州云栖百货', 'Hangzhou'])}>
              <b className="tone-missed">−¥2.6万</b>
            </Row>
            <Row name={say(['苏州平江道', 'Suzhou'])}>
              <b className="tone-missed">−¥1.2万</b>
            </Row>
          </Rows>
        </Card>
      </Columns>
      <Card
        title={say(['差在哪里：本月至今比目标少 ¥6.5万', 'Where the gap lies'])}
        sub={say(['四个因素之和正好等于缺口', 'Four parts that sum exactly to the gap'])}
      >
        <Waterfall label={say(['差在哪里', 'Where the gap lies'])} falls={falls} />
      </Card>
      <Columns>
        <Card title={say(['本月走势', 'The month so far'])}>
          <LineChart
            label={say(['本月走势', 'The month so far'])}
            at={Array.from({ length: 23 }, (_, i) => `11/${i + 1}`)}
            write={(v) => f.wan(cents(Math.round(v)))}
            series={[
              {
                name: say(['今年', 'This year']),
                values: Array.from(
                  { length: 23 },
                  (_, i) => 6_000_000 + 2_400_000 * Math.sin(i * 0.9) + i * 110_000,
                ),
              },
              {
                name: say(['去年', 'Last year']),
                tone: 'before',
                values: Array.from(
                  { length: 23 },
                  (_, i) => 5_600_000 + 2_100_000 * Math.sin(i * 0.9 + 0.3) + i * 90_000,
                ),
              },
              {
                name: say(['目标', 'Target']),
                tone: 'target',
                values: Array.from({ length: 23 }, (_, i) => 7_000_000 + i * 100_000),
              },
            ]}
          />
        </Card>
        <Card title={say(['今天各时段', 'Today by hour'])}>
          <HourBars
            label={say(['今天各时段', 'Today by hour'])}
            at={hours}
            write={(v) => f.money(cents(Math.round(v)))}
            series={[
              {
                name: say(['今天', 'Today']),
                values: [12, 30, 42, 38, 55, 70, 66, 41, 39, null, null, null].map((v) =>
                  v === null ? null : v * 10_000,
                ),
              },
              {
                name: say(['上周同日', 'Last week']),
                tone: 'before',
                kind: 'line',
                values: [18, 28, 50, 44, 49, 60, 72, 58, 61, 66, 40, 22].map((v) => v * 10_000),
              },
            ]}
          />
        </Card>
      </Columns>
    </Page>
  )
}

import { useState } from 'react'
import { monthsOf } from '../../kinds/day.ts'
import { cents, type Money, sum } from '../../kinds/money.ts'
import { useFormat } from '../format.ts'
import { Act } from '../parts/Act.tsx'
import { BarList } from '../parts/BarList.tsx'
import { Card, Row, Rows } from '../parts/Card.tsx'
import { ConfirmSheet } from '../parts/ConfirmSheet.tsx'
import { type Column, DataTable } from '../parts/DataTable.tsx'
import { notice } from '../parts/notice.tsx'
import { Columns, Page } from '../parts/Page.tsx'
import { Proof } from '../parts/Proof.tsx'
import { Steps } from '../parts/Steps.tsx'
import { useSay } from '../say.ts'

interface AreaLine {
  name: string
  stores: number
  months: Money[]
}
const weights = [10.7, 9.8, 7.7, 7.5, 7.9, 6.8, 5.6, 5.7, 8.3, 8.9, 10.3, 10.8]
const line = (name: string, stores: number, year: number): AreaLine => ({
  name,
  stores,
  months: weights.map((w) => cents(Math.round((year * w) / 100) * 100_000)),
})
const areas = [line('华东一区', 8, 38_500), line('华东二区', 9, 35_500), line('华南区', 7, 26_000)]

/** The annual plan: a matrix whose totals prove themselves. */
export function PlanSamples() {
  const say = useSay()
  const f = useFormat()
  const [isAsking, ask] = useState(false)
  const columns: Column<AreaLine>[] = [
    {
      key: 'area',
      head: say(['区域', 'Area']),
      cell: (a) => (
        <>
          {a.name} <small>{say(['{n} 店', '{n} stores'], { n: a.stores })}</small>
        </>
      ),
      sortBy: (a) => a.name,
    },
    ...monthsOf(2027).map(
      (month, i): Column<AreaLine> => ({
        key: month,
        head: f.shortMonth(month),
        kind: 'figure',
        cell: (a) => (
          <>
            {f.wanPlain(a.months[i]!)}
            {i === 1 && a.stores === 8 ? <small> {say(['锁', 'locked'])}</small> : null}
          </>
        ),
        total: f.wanPlain(sum(areas.map((a) => a.months[i]!))),
        mark: (a) =>
          i === 1 && a.stores === 8
            ? 'locked'
            : i === 10
              ? a.stores === 9
                ? 'current'
                : 'changed'
              : undefined,
        sortBy: (a) => a.months[i]!,
      }),
    ),
    {
      key: 'year',
      head: say(['全年', 'Year']),
      unit: f.wanUnit,
      kind: 'figure',
      cell: (a) => <b>{f.wanPlain(sum(a.months))}</b>,
      total: f.wanPlain(sum(areas.flatMap((a) => a.months))),
      sortBy: (a) => sum(a.months),
    },
  ]
  const whole = f.money(sum(areas.flatMap((a) => a.months)), 'exact')
  return (
    <Page
      title={say(['2027 年销售计划', 'Sales plan 2027'])}
      sub={say(['草稿第 3 版 · 单位：{unit}，按分计算', 'Draft 3 · in {unit}, computed to the cent'], {
        unit: f.wanUnit,
      })}
      actions={
        <>
          <Act>{say(['从历史建议', 'Propose from history'])}</Act>
          <Act>{say(['与第 2 版比较', 'Compare with draft 2'])}</Act>
          <Act type="primary" onClick={() => ask(true)}>
            {say(['提交总经理', 'Submit'])}
          </Act>
        </>
      }
    >
      <Steps
        current="year"
        note={say(['四级，每一级合计都等于上一级', 'Four levels, each sums to the one above'])}
        steps={[
          { key: 'year', label: say(['公司 · 年 × 区域', 'Company · year × area']) },
          { key: 'area', label: say(['区域 · 店铺 × 月', 'Area · store × month']), to: '/gallery' },
          { key: 'store', label: say(['店铺 · 日', 'Store · day']), isDone: true },
          { key: 'person', label: say(['人 · 日', 'Person · day']) },
        ]}
      />
      <DataTable
        label={say(['年度计划', 'Annual plan'])}
        columns={columns}
        rows={areas}
        keyOf={(a) => a.name}
        onOpen={(a) => notice(a.name)}
      />
      <Proof note={say(['1 格锁定 · 2 格自动让出 ¥18.40万', '1 cell locked · 2 cells gave way'])}>
        {say(
          [
            '12 个月合计 {whole} ＝ 3 个区域合计 {whole}，分毫不差',
            '12 months {whole} = 3 areas {whole}, to the cent',
          ],
          { whole },
        )}
      </Proof>
      <Columns columns="repeat(3, 1fr)">
        <Card
          title={say(['为什么 11 月这样分', 'Why November is so'])}
          sub={say(['每个系数都可改，改了就记下是谁', 'Every factor can be changed, and who did is kept'])}
        >
          <BarList
            bars={[
              { key: 'share', label: say(['去年占比', 'Share last year']), value: 9.6, text: '9.6%' },
              {
                key: 'fest',
                label: say(['双十一活动', 'November campaign']),
                value: 4.6,
                text: '+31%',
                tone: 'strong',
              },
              {
                key: 'weekend',
                label: say(['周末多 1 天', 'One more weekend day']),
                value: 1.8,
                text: '+1.8%',
              },
              { key: 'lunar', label: say(['春节移动', 'Lunar new year moved']), value: -2.4, text: '−2.4%' },
              { key: 'works', label: say(['装修', 'Refit']), value: -0.9, text: '−0.9%' },
            ]}
          />
        </Card>
        <Card title={say(['版本', 'Versions'])}>
          <Rows>
            <Row name={say(['第 3 版', 'Draft 3'])}>{say(['今天 14:20 程远', 'Today 14:20 Cheng Yuan'])}</Row>
            <Row name={say(['第 2 版', 'Draft 2'])}>{say(['11月20日 程远', 'Nov 20 Cheng Yuan'])}</Row>
          </Rows>
        </Card>
        <Card title={say(['不成立时', 'When it does not hold'])}>
          <Proof holds={false}>{say(['差 ¥0.01', '¥0.01 apart'])}</Proof>
        </Card>
      </Columns>
      {isAsking ? (
        <ConfirmSheet
          title={say(['提交年度计划', 'Submit the plan'])}
          verb={say(['提交总经理', 'Submit'])}
          reason="needed"
          onClose={() => ask(false)}
          onConfirm={(reason) => {
            ask(false)
            notice(reason)
          }}
        >
          <p>
            {say([
              '提交后不能再改，总经理批准或退回。',
              'It cannot be changed until it is approved or sent back.',
            ])}
          </p>
        </ConfirmSheet>
      ) : null}
    </Page>
  )
}

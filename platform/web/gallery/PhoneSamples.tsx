import { useState } from 'react'
import { dayOf } from '../../kinds/day.ts'
import { cents } from '../../kinds/money.ts'
import { useFormat } from '../format.ts'
import { Button } from '../parts/Button.tsx'
import { Card, DutyCard, Row, Rows } from '../parts/Card.tsx'
import type { Explanation } from '../parts/Explanation.tsx'
import { Figure } from '../parts/Figure.tsx'
import { Band, Page } from '../parts/Page.tsx'
import { ProgressWeave } from '../parts/ProgressWeave.tsx'
import { Choices } from '../parts/Steps.tsx'
import { StickyBar } from '../parts/StickyBar.tsx'
import { useSay } from '../say.ts'

const takings: Explanation = {
  definition: '今天开出的小票减去今天退货，优惠后，按本店营业日。',
  numerator: { label: '成交', value: '¥13,240' },
  denominator: { label: '单数', value: '14 单' },
  rows: [
    { label: '小票', value: '14 张' },
    { label: '退货', value: '1 张，−¥380' },
  ],
  version: '第 1 版，2026年1月1日起',
}

/** What a store manager sees on the phone: the day's figure, what is due, a ticket's foot. */
export function PhoneSamples() {
  const say = useSay()
  const f = useFormat()
  const [size, choose] = useState<'S' | 'M' | 'L'>('M')
  const people = [
    { name: '沈一禾', amount: 512_000, done: 0.86, tone: 'plain' as const },
    { name: '顾盼', amount: 438_000, done: 0.71, tone: 'plain' as const },
    { name: '韩小满', amount: 336_000, done: 0.52, tone: 'missed' as const },
  ]
  return (
    <Page title={say(['今日', 'Today'])} sub={f.dayAndWeekday(dayOf('2026-11-23'))}>
      <Card>
        <Figure
          label={say(['今日销售', 'Sales today'])}
          value={f.money(cents(1_286_000))}
          target="18,600"
          explain={takings}
        />
        <ProgressWeave
          done={0.69}
          pace={0.74}
          note
          end={say(['预计收 ¥17,400 – 18,900', 'Expected ¥17,400 – 18,900'])}
        />
        <div className="figure-row">
          {people.map((p) => (
            <Figure
              key={p.name}
              size="small"
              label=""
              value={f.money(cents(p.amount))}
              tone={p.tone}
              note={`${p.name} · ${f.percent(p.done)}`}
            />
          ))}
        </div>
      </Card>
      <Band title={say(['现在', 'Now'])} note={say(['2 件', '2 things'])} />
      <div>
        <DutyCard
          state="late"
          when="15:00"
          whenNote={say(['已过', 'past'])}
          title={say(['补货申请 · 畅销款', 'Replenish best sellers'])}
          fact={say(['晚了 26 分钟，区长已能看到', '26 minutes late; the area manager sees it'])}
          action={
            <Button type="primary" size="large">
              {say(['办理', 'Do it'])}
            </Button>
          }
        />
        <DutyCard
          when="15:30"
          whenNote={say(['前', 'by'])}
          title={say(['交接班', 'Handover'])}
          fact={say(['现金 ¥2,140 · 留货 3 件', 'Cash ¥2,140 · 3 pieces held'])}
          action={
            <Button type="primary" size="large">
              {say(['办理', 'Do it'])}
            </Button>
          }
        />
        <DutyCard
          state="later"
          when="21:30"
          title={say(['清点收银 · 存行', 'Count and bank the till'])}
          fact={say(['应有现金约 ¥3,900', 'About ¥3,900 should be there'])}
        />
      </div>
      <Card
        title={say(['双面羊毛大衣', 'Double-faced wool coat'])}
        sub="QH26D-1107"
        extra={<b>{f.money(cents(239_200))}</b>}
      >
        <Choices
          label={say(['尺码', 'Size'])}
          value={size}
          onChange={choose}
          options={[
            { key: 'S', label: 'S' },
            { key: 'M', label: 'M' },
            { key: 'L', label: 'L', isGone: true },
          ]}
        />
      </Card>
      <Card kind="flush">
        <Rows>
          <Row name={say(['顾客', 'Customer'])}>{say(['苏女士 · 金卡', 'Ms Su · gold'])}</Row>
          <Row name={say(['业绩归属', 'Credited to'])} onPress={() => choose('S')}>
            {say(['沈一禾 60% · 顾盼 40%', 'Shen 60% · Gu 40%'])}
          </Row>
        </Rows>
      </Card>
      <StickyBar note={say(['2 件 · 优惠 ¥798', '2 pieces · ¥798 off'])} value={f.money(cents(357_200))}>
        <Button size="large">{say(['现金', 'Cash'])}</Button>
        <Button size="large">{say(['刷卡', 'Card'])}</Button>
        <Button size="large" type="primary">
          {say(['商场收银', 'Mall till'])}
        </Button>
      </StickyBar>
    </Page>
  )
}

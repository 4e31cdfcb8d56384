import { useState } from 'react'
import { dayOf, monthOf } from '../../kinds/day.ts'
import { cents } from '../../kinds/money.ts'
import { Act } from '../parts/Act.tsx'
import { Button } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { DayInput, MonthInput } from '../parts/DayInput.tsx'
import { ExportButton } from '../parts/ExportButton.tsx'
import { Form } from '../parts/Form.tsx'
import { FormProblem, showAtFields } from '../parts/FormProblem.tsx'
import { Input } from '../parts/Input.tsx'
import { Delta, Money, Wan } from '../parts/Money.tsx'
import { notice } from '../parts/notice.tsx'
import { Columns, Page } from '../parts/Page.tsx'
import { PinyinSelect } from '../parts/PinyinSelect.tsx'
import { ProgressWeave } from '../parts/ProgressWeave.tsx'
import { Empty, ErrorState, Loading } from '../parts/States.tsx'
import { Chip } from '../parts/Steps.tsx'
import { KeyHint } from '../parts/StickyBar.tsx'
import { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'

const refused = new ProblemError({
  status: 422,
  why: 'tooMuch',
  detail: '比保险柜里的多 ¥120.00',
  fields: [{ field: 'amount', message: '最多 ¥3,900.00' }],
})

/** Small parts and states. */
export function SmallSamples() {
  const say = useSay()
  const [day, setDay] = useState(dayOf('2026-11-23'))
  const [month, setMonth] = useState(monthOf('2026-11'))
  const [person, setPerson] = useState<string>()
  const [form] = Form.useForm<{ amount: string }>()
  return (
    <Page
      title={say(['小部件', 'Small parts'])}
      actions={<ExportButton view="targets.plan" input={{ year: 2027 }} />}
    >
      <Columns>
        <Card title={say(['数字', 'Figures'])}>
          <p>
            <Money amount={cents(1_286_050)} /> · <Money amount={cents(1_286_000)} exact /> ·{' '}
            <Wan amount={cents(214_600_000)} /> · <Wan amount={cents(-9_000_000)} />
          </p>
          <p>
            <Delta ratio={0.064} /> · <Delta ratio={-0.021} /> · <Delta ratio={0} /> ·{' '}
            <Delta amount={cents(-6_500_000)} /> · <Delta ratio={null} />
          </p>
          <ProgressWeave done={0.42} pace={0.5} />
          <ProgressWeave done={1.07} pace={0.9} />
          <ProgressWeave done={0.3} size="thin" />
        </Card>
        <Card title={say(['标签', 'Chips'])}>
          <p>
            <Chip>{say(['专柜', 'counter'])}</Chip> <Chip tone="accent">{say(['这台', 'this one'])}</Chip>{' '}
            <Chip tone="done">✓ {say(['按时', 'in time'])}</Chip>{' '}
            <Chip tone="late">{say(['迟交', 'late'])}</Chip>{' '}
            <Chip tone="missed">✕ {say(['漏做', 'missed'])}</Chip>{' '}
            <Chip tone="excused">{say(['免除', 'excused'])}</Chip>
          </p>
          <p>
            <KeyHint keys="Ctrl K" />
          </p>
        </Card>
      </Columns>
      <Columns>
        <Card title={say(['表单', 'Form'])}>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={() => showAtFields(form, refused)}
          >
            <FormProblem problem={refused} />
            <Form.Item name="amount" label={say(['存行金额', 'Amount banked'])}>
              <Input inputMode="decimal" suffix={say(['元', '¥'])} />
            </Form.Item>
            <div className="looks">
              <DayInput label={say(['日期', 'Day'])} value={day} onChange={setDay} />
              <MonthInput label={say(['月份', 'Month'])} value={month} onChange={setMonth} />
              <PinyinSelect
                label={say(['人员', 'Person'])}
                value={person}
                onChange={setPerson}
                options={['张晓燕', '沈一禾', '顾盼', '韩小满'].map((label, i) => ({
                  value: String(i),
                  label,
                  note: `1000${i}`,
                }))}
              />
              <Button type="primary" htmlType="submit">
                {say(['保存', 'Save'])}
              </Button>
              <Act offBecause={say(['已经提交，等总经理批准', 'Submitted; waiting for approval'])}>
                {say(['修改', 'Change'])}
              </Act>
              <Button onClick={() => notice(say(['已保存 3 格', '3 cells saved']))}>
                {say(['提示', 'Notice'])}
              </Button>
            </div>
          </Form>
        </Card>
        <Card title={say(['状态', 'States'])}>
          <Empty
            title={say(['今天还没有小票', 'No ticket yet today'])}
            next={say(['开出第一张，这里就有数了', 'The first one will show here'])}
          />
          <ErrorState
            problem={new ProblemError({ status: 503, detail: say(['正忙，请稍候', 'Busy']) })}
            onRetry={() => notice('…')}
          />
          <Loading lines={3} />
          <Loading />
        </Card>
      </Columns>
      <DataTable
        label={say(['空表', 'Empty'])}
        columns={[{ key: 'a', head: say(['名称', 'Name']), cell: (row: string) => row }]}
        rows={[]}
        keyOf={(row) => row}
      />
    </Page>
  )
}

import { useEffect } from 'react'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { fieldErrors } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import type { Company } from '../company/shape.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'

type Values = Omit<Company, 'demo'>

export default function CompanyPage() {
  const say = useSay()
  const company = api.useSee('organization.company', {})
  return (
    <Page title={say(w.company)} sub={say(w.companyNote)} width="reading">
      <Seen of={company}>{(answer) => <CompanyForm company={answer} />}</Seen>
    </Page>
  )
}

function CompanyForm({ company }: { company: Company }) {
  const say = useSay()
  const [form] = Form.useForm<Values>()
  const change = api.useDo('organization.changeCompany', { onDone: () => notice(say(w.saved)) })
  const { error } = change
  useEffect(() => {
    if (error) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0])
  }, [error, form])
  return (
    <Card>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={company}
        onFinish={(values) => change.mutate(values)}
      >
        {error && error.fields.length === 0 ? <FormProblem problem={error} /> : null}
        <Form.Item name="name" label={say(w.name)}>
          <Input />
        </Form.Item>
        <Form.Item name="nameEn" label={say(w.nameEn)}>
          <Input />
        </Form.Item>
        <Columns>
          <Form.Item name="currency" label={say(w.currency)}>
            <Input maxLength={3} />
          </Form.Item>
          <Form.Item name="timeZone" label={say(w.timeZone)}>
            <Input />
          </Form.Item>
        </Columns>
        <Form.Item name="riseColour" label={say(w.riseColour)}>
          <Select
            options={[
              { value: 'red', label: say(w.riseRed) },
              { value: 'green', label: say(w.riseGreen) },
            ]}
          />
        </Form.Item>
        <Form.Item name="secondStep" label={say(w.secondStep)}>
          <Select
            options={[
              { value: 'offered', label: say(w.secondOffered) },
              { value: 'required', label: say(w.secondRequired) },
            ]}
          />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" loading={change.isPending}>
          {say(w.save)}
        </Button>
      </Form>
    </Card>
  )
}

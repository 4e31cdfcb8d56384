import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../kinds/id.ts'
import { act } from '../door.ts'
import { Button } from '../parts/Button.tsx'
import { Form } from '../parts/Form.tsx'
import { FormProblem, showAtFields } from '../parts/FormProblem.tsx'
import { Input } from '../parts/Input.tsx'
import type { ProblemError } from '../problem.ts'
import { useLanguage, useSay } from '../say.ts'
import { startAfresh } from '../session.ts'
import { webWords } from '../words.ts'
import { Outside } from './Outside.tsx'

interface SetUpForm {
  companyName: string
  adminName: string
  jobNumber: string
  phone?: string
  password: string
  again: string
}
const shortest = 8

/** The very first page of an empty house: makes the company and its administrator, who is then signed in. */
export default function SetUp() {
  const say = useSay()
  const language = useLanguage()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const [form] = Form.useForm<SetUpForm>()
  const key = useRef(newId())
  const setUp = useMutation<void, ProblemError, SetUpForm>({
    mutationFn: async ({ again: _again, phone, ...company }) => {
      await act(
        'organization.setUp',
        { ...company, ...(phone ? { phone } : {}), timeZone, language },
        key.current,
      )
      await startAfresh()
    },
    onError: (problem) => {
      if (!problem.isNetwork) key.current = newId()
      showAtFields(form, problem)
    },
  })
  const needed = [{ required: true, message: say(webWords.required) }]
  return (
    <Outside title={say(webWords.setUpTitle)} sub={say(webWords.setUpSub)} width="narrow">
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(all) => setUp.mutate(all)}
      >
        {setUp.error ? <FormProblem problem={setUp.error} /> : null}
        <Form.Item name="companyName" label={say(webWords.companyName)} rules={needed}>
          <Input autoComplete="organization" autoFocus />
        </Form.Item>
        <Form.Item name="adminName" label={say(webWords.adminName)} rules={needed}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="jobNumber" label={say(webWords.jobNumber)} rules={needed}>
          <Input autoComplete="username" autoCapitalize="off" />
        </Form.Item>
        <Form.Item name="phone" label={say(webWords.phone)}>
          <Input type="tel" inputMode="tel" autoComplete="tel" />
        </Form.Item>
        <Form.Item
          name="password"
          label={say(webWords.password)}
          rules={[...needed, { min: shortest, message: say(webWords.passwordShort, { minimum: shortest }) }]}
        >
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={say(webWords.passwordAgain)}
          dependencies={['password']}
          rules={[
            ...needed,
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === getFieldValue('password')
                  ? Promise.resolve()
                  : Promise.reject(new Error(say(webWords.passwordDiffers))),
            }),
          ]}
        >
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={setUp.isPending}>
          {say(webWords.setUpGo)}
        </Button>
      </Form>
    </Outside>
  )
}

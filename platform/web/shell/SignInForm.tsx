import { Button, Form, Input } from 'antd'
import { FormProblem } from '../parts/FormProblem.tsx'
import type { ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

export interface Login {
  login: string
  password: string
}

/** Job number or phone, and password. */
export default function SignInForm(props: {
  isBusy: boolean
  problem: ProblemError | null
  onEnter: (login: Login) => void
}) {
  const say = useSay()
  const needed = [{ required: true, message: say(webWords.required) }]
  return (
    <Form<Login> layout="vertical" requiredMark={false} size="large" onFinish={props.onEnter}>
      {props.problem ? <FormProblem problem={props.problem} /> : null}
      <Form.Item name="login" label={say(webWords.login)} rules={needed}>
        <Input autoComplete="username" autoCapitalize="off" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={say(webWords.password)} rules={needed}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={props.isBusy}>
        {say(webWords.signIn)}
      </Button>
    </Form>
  )
}

import { type ReactNode, useEffect } from 'react'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Form, type FormInstance } from '../../../platform/web/parts/Form.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { fieldErrors, type ProblemError } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import { pageWords as w } from './words.ts'

export interface SheetFormProps<Values extends object> {
  title: ReactNode
  verb?: ReactNode
  initial?: Partial<Values>
  /** The mutation that it leads to: its refusal stands above the form and at the fields. */
  doing: { isPending: boolean; error: ProblemError | null }
  onSubmit: (values: Values) => void
  onClose: () => void
  isDanger?: boolean
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode)
}

/** A form in a sheet: the one way in which this area asks for something. */
export function SheetForm<Values extends object>(props: SheetFormProps<Values>) {
  const { title, verb, initial, doing, onSubmit, onClose, isDanger, children } = props
  const say = useSay()
  const [form] = Form.useForm<Values>()
  const { error } = doing
  useEffect(() => {
    if (error) form.setFields(fieldErrors(error) as Parameters<typeof form.setFields>[0])
  }, [error, form])
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            size="large"
            type="primary"
            danger={isDanger ?? false}
            loading={doing.isPending}
            onClick={() => form.submit()}
          >
            {verb ?? say(w.save)}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial ?? {}}
        onFinish={onSubmit}
      >
        {error && error.fields.length === 0 ? <FormProblem problem={error} /> : null}
        {typeof children === 'function' ? children(form) : children}
      </Form>
    </Sheet>
  )
}

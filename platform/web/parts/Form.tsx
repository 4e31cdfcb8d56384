import { Form as AntForm } from 'antd'
import { AntTheme } from '../look/AntTheme.tsx'

export type { FormInstance } from 'antd'

function Themed<Values>(props: Parameters<typeof AntForm<Values>>[0]) {
  return (
    <AntTheme>
      <AntForm<Values> {...props} />
    </AntTheme>
  )
}

/**
 * A form with its fields, their labels and messages. Heavier than anything else on a page: stands in a sheet that
 * comes `later`, or on a page that is nothing but a form.
 */
export const Form = Object.assign(Themed, {
  Item: AntForm.Item,
  useForm: AntForm.useForm,
  useWatch: AntForm.useWatch,
  useFormInstance: AntForm.useFormInstance,
})

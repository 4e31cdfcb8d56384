import { exportAddress } from '../door.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

/** Takes a view away as a file; the view must declare a `sheet`. */
export function ExportButton(props: {
  view: string
  input: unknown
  format?: 'xlsx' | 'csv'
  label?: string
}) {
  const { view, input, format = 'xlsx', label } = props
  const say = useSay()
  return (
    <Button href={exportAddress(view, input, format)} download icon={<Icon name="export" size={17} />}>
      {label ?? say(webWords.exportExcel)}
    </Button>
  )
}

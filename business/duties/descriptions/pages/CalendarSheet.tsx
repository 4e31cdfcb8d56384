import { useState } from 'react'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { Timing } from '../../catalogue/types.ts'
import { CalendarField } from '../../editions/pages/CalendarField.tsx'
import '../../editions/pages/editions.css'
import { usualTiming } from '../../editions/pages/timings.ts'
import { pageWords as w } from '../page-words.ts'

const regular = ['day', 'week', 'month', 'quarter', 'year', 'standing'] as const

/** When a line of a document is due, where its words do not say it or say it wrongly. */
export function CalendarSheet(props: {
  text: string
  inStore: boolean
  value: readonly Timing[] | null
  onSet: (calendar: readonly Timing[]) => void
  onClose: () => void
}) {
  const { text, inStore, value, onSet, onClose } = props
  const say = useSay()
  const [calendar, write] = useState<readonly Timing[]>(value ?? [usualTiming('day', inStore, [])])
  return (
    <Sheet
      width={640}
      title={say(w.when)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" type="primary" onClick={() => onSet(calendar)}>
            {say(w.done)}
          </Button>
        </div>
      }
    >
      <p translate="no">{text}</p>
      <CalendarField value={calendar} among={regular} inStore={inStore} shipped={[]} onChange={write} />
    </Sheet>
  )
}

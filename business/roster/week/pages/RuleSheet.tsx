import { useState } from 'react'
import { addDays, type Day, mondayOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { clockOf } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import type { RuleCode } from '../shape.ts'
import { api } from './api.ts'

/** In what a rule is typed: hours, days, or a time of the day. */
const typed = (code: RuleCode): 'hours' | 'days' | 'clock' =>
  code === 'nightFrom' ? 'clock' : code === 'runDays' || code === 'restDays' ? 'days' : 'hours'
function valueFrom(code: RuleCode, text: string): number | null {
  if (typed(code) === 'clock') {
    const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? []
    return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
  }
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number) || number < 0) return null
  return typed(code) === 'days' ? Math.round(number) : Math.round(number * 60)
}

/** One rule's value from a day on, with what it rests on: kinder than the law, never looser. */
export function RuleSheet(props: { code: RuleCode; value: number; today: Day; onClose: () => void }) {
  const { code, value, today, onClose } = props
  const say = useSay()
  const [id] = useState(newId)
  const [from, begin] = useState<Day>(addDays(mondayOf(today), 7))
  const [text, write] = useState(
    typed(code) === 'clock' ? clockOf(value) : String(typed(code) === 'days' ? value : value / 60),
  )
  const [source, rest] = useState('')
  const set = api.useDo('rosters.setRule', {
    onDone: () => {
      notice(say(r.saved))
      onClose()
    },
  })
  const wrong = wrongFields(set.error)
  const given = valueFrom(code, text)
  const why = given === null ? r.valueMissing : source.trim().length < 2 ? r.sourceMissing : undefined
  return (
    <AskSheet
      title={say(r[code])}
      may="rosters.setRule"
      says={say(r.save)}
      offBecause={why ? say(why) : undefined}
      isSending={set.isPending}
      onSend={() => given !== null && set.mutate({ id, code, from, value: given, source })}
      onClose={onClose}
      problem={set.error}
      fields={['value', 'from', 'source']}
    >
      <Field label={say(r.newValue)} wrong={wrong.value}>
        <Input
          aria-label={say(r.newValue)}
          size="large"
          {...(typed(code) === 'clock' ? { type: 'time' } : { inputMode: 'decimal' as const })}
          suffix={typed(code) === 'clock' ? undefined : say(typed(code) === 'days' ? r.days : r.hoursUnit)}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      <Field label={say(r.from)} wrong={wrong.from}>
        <DayInput label={say(r.from)} value={from} min={today} onChange={begin} />
      </Field>
      <Field label={say(r.source)} wrong={wrong.source}>
        <Input
          aria-label={say(r.source)}
          placeholder={say(r.sourceHint)}
          maxLength={200}
          size="large"
          value={source}
          onChange={(event) => rest(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}

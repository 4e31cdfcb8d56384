import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { sayWhy } from '../say.ts'
import { type DateOrder, fixable } from '../shape.ts'
import { api, type PreviewSeen } from './api.ts'
import type { Change } from './PreviewPage.tsx'
import { pageWords as w } from './words.ts'

/** What must be said before the file can be understood: which store, which day, day or month first. */
export function QuestionsCard({ preview, onChange }: { preview: PreviewSeen; onChange: Change }) {
  const say = useSay()
  const language = useLanguage()
  const stores = api.useSee('imports.stores', {})
  const called = useName()
  const { settings } = preview
  // What is asked of currencies stands with its answers in a card of its own.
  const questions = preview.questions.filter((q) => !q.field?.startsWith('currencies.'))
  if (questions.length === 0) return null
  const fix = (field: string, value: string) => onChange({ fixed: { ...settings.fixed, [field]: value } })
  const orders: { value: DateOrder; label: string }[] = [
    { value: 'dmy', label: say(w.orderDmy) },
    { value: 'mdy', label: say(w.orderMdy) },
    { value: 'ymd', label: say(w.orderYmd) },
  ]
  return (
    <Card title={say(w.questions)} kind="urgent">
      <ul className="import-list">
        {questions.map(({ why, facts, field }) => {
          const missing = field?.startsWith('columns.') && why === 'fieldMissing' ? field.slice(8) : undefined
          return (
            <li key={`${why}${field}`} className="import-field">
              <span>{sayWhy(why, facts, language)}</span>
              {field === 'dateOrder' ? (
                <Select
                  aria-label={say(w.questions)}
                  options={orders}
                  onChange={(dateOrder) => onChange({ dateOrder })}
                />
              ) : null}
              {missing === 'store' ? (
                <PinyinSelect
                  label={say(w.wholeFile)}
                  placeholder={say(w.wholeFile)}
                  options={(stores.data ?? []).map((s) => ({
                    value: s.code,
                    label: called(s),
                    note: s.code,
                  }))}
                  onChange={(code: string) => fix('store', code)}
                />
              ) : missing === 'day' ? (
                <Input
                  type="date"
                  aria-label={say(w.wholeFile)}
                  onChange={(event) => event.target.value && fix('day', event.target.value)}
                />
              ) : missing && (fixable as readonly string[]).includes(missing) ? (
                <Input
                  aria-label={say(w.wholeFile)}
                  placeholder={say(w.wholeFile)}
                  onBlur={(event) => event.target.value && fix(missing, event.target.value)}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

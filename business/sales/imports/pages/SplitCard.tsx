import { useState } from 'react'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { PreviewSeen } from './api.ts'
import type { Change } from './PreviewPage.tsx'
import { pageWords as w } from './words.ts'

/** A code that holds style, colour and size, cut by a template, with the first codes as examples. */
export function SplitCard({ preview, onChange }: { preview: PreviewSeen; onChange: Change }) {
  const say = useSay()
  const { settings, splits, splitExamples, columns } = preview
  const [column, setColumn] = useState(
    settings.split?.column ?? settings.columns.code ?? Object.keys(splits)[0],
  )
  const [template, setTemplate] = useState(settings.split?.template ?? '')
  if (settings.kind !== 'ticketLines') return null
  const proposal = column === undefined ? undefined : splits[column]
  const use = (text: string) => {
    setTemplate(text)
    if (column !== undefined)
      onChange({ split: text.trim() === '' ? undefined : { column, template: text.trim() } })
  }
  return (
    <Card title={say(w.split)} sub={say(w.splitNote)}>
      <div className="import-field">
        <Select
          aria-label={say(w.splitColumn)}
          value={column ?? null}
          placeholder={say(w.splitColumn)}
          options={columns.map((c) => ({ value: c.key, label: c.key }))}
          onChange={setColumn}
        />
        <Input
          className="import-code"
          aria-label={say(w.split)}
          placeholder="{style:4}{size:2}"
          value={template}
          onChange={(event) => setTemplate(event.target.value)}
          onBlur={() => template !== (settings.split?.template ?? '') && use(template)}
          onPressEnter={() => use(template)}
        />
        {proposal && proposal !== settings.split?.template ? (
          <Button onClick={() => use(proposal)}>{say(w.splitPropose, { template: proposal })}</Button>
        ) : null}
      </div>
      <ul className="import-list">
        {splitExamples.map(({ code, parts }) => (
          <li key={code} className="import-code">
            {code} →{' '}
            {parts
              ? Object.entries(parts)
                  .map(([part, value]) => `${part} ${value}`)
                  .join(' · ')
              : say(w.doesNotFit)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

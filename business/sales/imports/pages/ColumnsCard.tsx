import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { type Field, fieldsOf, type ImportKind, importKinds } from '../shape.ts'
import { fieldWords, importWords } from '../words.ts'
import type { PreviewSeen } from './api.ts'
import type { Change } from './PreviewPage.tsx'
import { pageWords as w } from './words.ts'

/** Each column of the file with its first values, and the field it is taken for. */
export function ColumnsCard({ preview, onChange }: { preview: PreviewSeen; onChange: Change }) {
  const say = useSay()
  const { settings, columns } = preview
  const fieldOf = new Map(Object.entries(settings.columns).map(([field, key]) => [key, field]))
  const take = (key: string, field: string) => {
    const next: Record<string, string> = { ...settings.columns }
    for (const [other, column] of Object.entries(next)) if (column === key) next[other] = ''
    if (field !== '') next[field] = key
    onChange({ columns: next })
  }
  const options = [
    { value: '', label: say(w.ignore) },
    ...fieldsOf[settings.kind].map((field) => ({
      value: field as string,
      label: say(fieldWords[field as Field]),
    })),
  ]
  return (
    <Card title={say(w.columns)} sub={say(w.columnsNote)}>
      <div className="import-field">
        <label htmlFor="import-kind">{say(w.takeAs)}</label>
        <Select<ImportKind>
          id="import-kind"
          value={settings.kind}
          options={importKinds.map((kind) => ({ value: kind, label: say(importWords[`kind_${kind}`]) }))}
          onChange={(kind) => onChange({ kind, columns: {} })}
        />
      </div>
      {preview.info.sheets && preview.info.sheets.length > 1 ? (
        <div className="import-field">
          <Select
            aria-label={say(w.file)}
            value={preview.info.sheet ?? ''}
            options={preview.info.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={(sheet) => onChange({ sheet, columns: {} })}
          />
        </div>
      ) : null}
      <div className="import-columns">
        {columns.map(({ key, samples }) => (
          <div className="import-column" key={key}>
            <div>
              <b>{key}</b>
              <p>{samples.length === 0 ? '—' : say(w.examples) + samples.join(' · ')}</p>
            </div>
            <Select
              aria-label={key}
              value={fieldOf.get(key) ?? ''}
              options={options}
              onChange={(field) => take(key, field)}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { api, type PreviewSeen } from './api.ts'
import type { Change } from './PreviewPage.tsx'
import { pageWords as w } from './words.ts'

const shown = 40

/** Stores and associates that the file names and nobody has filed: make them, or say which of ours they are. */
export function StoresCard({ preview, onChange }: { preview: PreviewSeen; onChange: Change }) {
  const say = useSay()
  const format = useFormat()
  const called = useName()
  const { missingStores, missingPeople, settings } = preview
  const stores = api.useSee('imports.stores', {}, { when: missingStores.length > 0 })
  if (missingStores.length === 0 && missingPeople.length === 0) return null
  const options = (stores.data ?? []).map((s) => ({ value: s.code, label: called(s), note: s.code }))
  return (
    <Card
      title={
        missingStores.length > 0
          ? say(w.unknownStores, { count: format.count(missingStores.length) })
          : undefined
      }
    >
      <Checkbox
        checked={settings.createMissing}
        onChange={(event) => onChange({ createMissing: event.target.checked })}
      >
        {say(w.createMissing)}
      </Checkbox>
      <div className="import-stores">
        {missingStores.slice(0, shown).map(({ text, name, rows }) => (
          <div key={text} style={{ display: 'contents' }}>
            <span>
              {text} {name}{' '}
              <span className="note">
                {format.count(rows)} {say(w.rows)}
              </span>
            </span>
            <PinyinSelect
              label={`${text} ${say(w.mapTo)}`}
              placeholder={say(w.mapTo)}
              options={options}
              onChange={(code: string) => onChange({ storeNames: { ...settings.storeNames, [text]: code } })}
            />
          </div>
        ))}
      </div>
    </Card>
  )
}

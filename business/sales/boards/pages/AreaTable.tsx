import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import type { ScopeProgress, YearAlignment } from '../shape.ts'
import { progressColumns } from './columns.tsx'

interface AreaRow {
  id: string | null
  name: string | null
  nameEn: string | null
  progress: ScopeProgress
}

/** Areas side by side; a press opens one. */
export function AreaTable(props: {
  areas: readonly AreaRow[]
  total: ScopeProgress
  by: YearAlignment
  day: string | undefined
}) {
  const { areas, total, by, day } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const go = useGo()
  const language = useLanguage()
  return (
    <Card kind="flush" title={say(w.areas)}>
      <DataTable
        label={say(w.areas)}
        isFramed={false}
        rows={areas}
        keyOf={(a) => a.id ?? ''}
        onOpen={(a) => a.id && go({ to: `/board/areas/${a.id}`, search: { day } })}
        columns={[
          {
            key: 'name',
            head: say(w.area),
            cell: (a) => (
              <>
                {name({ name: a.name ?? '—', nameEn: a.nameEn })}{' '}
                <small className="note">{a.progress.stores}</small>
              </>
            ),
          },
          ...progressColumns<AreaRow>(total, by, { say, f, language }),
        ]}
      />
    </Card>
  )
}

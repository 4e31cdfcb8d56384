import type { ReactNode } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { storeKindNames } from '../../../organization/words.ts'
import { w } from '../page-words.ts'
import type { ScopeProgress, StoreProgress, YearAlignment } from '../shape.ts'
import { progressColumns } from './columns.tsx'

/** The ranking of stores by pace; those without a target have no rank. */
export function StoreTable(props: {
  stores: readonly StoreProgress[]
  total: ScopeProgress
  by: YearAlignment
  day: string | undefined
  leftOff: number
  extra?: ReactNode
}) {
  const { stores, total, by, day, leftOff, extra } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const go = useGo()
  const language = useLanguage()
  const rows = stores.map((progress, i) => ({ progress, rank: progress.month.pace === null ? null : i + 1 }))
  return (
    <div className="wrap-head">
      <Card kind="flush" title={say(w.ranking)} sub={say(w.rankingHow)} extra={extra}>
        <DataTable
          label={say(w.ranking)}
          isFramed={false}
          rows={rows}
          keyOf={(r) => r.progress.store}
          onOpen={(r) => go({ to: `/board/stores/${r.progress.store}`, search: { day } })}
          columns={[
            {
              key: 'name',
              head: say(w.store),
              cell: ({ progress: p, rank }) => (
                <span className="rank-name">
                  <small className="num">{rank ?? '—'}</small>
                  <span>{name(p)}</span> <small className="note">{say(storeKindNames[p.kind])}</small>
                </span>
              ),
              sortBy: (r) => r.progress.pinyin,
            },
            ...progressColumns<(typeof rows)[number]>(total, by, { say, f, language }),
          ]}
        />
        {leftOff > 0 ? <p className="note board-more">{say(w.more, { count: leftOff })}</p> : null}
      </Card>
    </div>
  )
}

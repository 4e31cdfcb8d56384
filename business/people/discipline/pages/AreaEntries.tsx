import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type OfArea } from './api.ts'
import { EntryCard } from './EntryCard.tsx'

/** All stores looked after: how often each praised, reminded and warned, what is unread, and the latest entries. */
export function AreaEntries({ onOpen }: { onOpen: (store: string) => void }) {
  const area = api.useSee('discipline.area', {})
  return (
    <Seen of={area} lines={8}>
      {(seen) => <Whole seen={seen} onOpen={onOpen} />}
    </Seen>
  )
}

function Whole({ seen, onOpen }: { seen: OfArea; onOpen: (store: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const nameOf = (store: string): string => {
    const found = seen.stores.find((s) => s.id === store)
    return found ? name(found) : ''
  }
  const rows = [...seen.stores].sort(
    (a, b) =>
      b.warned - a.warned || b.unread - a.unread || b.reminded - a.reminded || (a.code < b.code ? -1 : 1),
  )
  const figure = (key: 'praised' | 'reminded' | 'warned' | 'unread', head: string) => ({
    key,
    head,
    kind: 'figure' as const,
    cell: (row: OfArea['stores'][number]) => (row[key] === 0 ? '' : f.count(row[key])),
    sortBy: (row: OfArea['stores'][number]) => row[key],
    total: f.count(seen.stores.reduce((sum, s) => sum + s[key], 0)),
  })
  return (
    <>
      <p className="note">{say(p.areaSub, { days: seen.days })}</p>
      <Card kind="flush">
        <DataTable
          label={say(p.discipline)}
          isFramed={false}
          rows={rows}
          keyOf={(row) => row.id}
          onOpen={(row) => onOpen(row.id)}
          totalLabel={say(p.allStores)}
          columns={[
            { key: 'store', head: say(p.store), cell: (row) => name(row) },
            figure('praised', say(p.praise)),
            figure('reminded', say(p.reminder)),
            figure('warned', say(p.warning)),
            figure('unread', say(p.unreadCount)),
          ]}
        />
      </Card>
      <Band title={say(p.latest)} />
      {seen.entries.length === 0 ? (
        <Empty title={say(p.noneArea)} />
      ) : (
        <ul className="entries entries-wide">
          {seen.entries.map((e) => (
            <EntryCard key={e.id} of={e} place={nameOf(e.store)} />
          ))}
        </ul>
      )}
    </>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { factorNames } from '../../metrics/words.ts'
import { adjustWords } from '../adjust/words.ts'
import { p } from '../page-words.ts'
import { type AreaSeen, api } from './api.ts'
import { NoteBody, verdictTone } from './NoteCard.tsx'
import './steering.css'
import { titles } from './titles.ts'

/** What the stores of an area change, who wrote nothing this week, and whether it helped. */
export default function AdjustmentsPage() {
  const say = useSay()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const own = me.appointments.find((a) => a.position === 'areaManager' && a.area)?.area
  const area = search.area ?? own?.id ?? ''
  const seen = api.useSee('adjust.area', { area }, { keep: true, when: area !== '' })
  return (
    <Page
      title={say(titles.adjustments)}
      sub={seen.data ? subOf(seen.data) : undefined}
      actions={area ? <ExportButton view="adjust.area" input={{ area }} /> : undefined}
    >
      {area === '' ? <Empty title={say(p.noArea)} /> : null}
      <Seen of={seen} lines={8}>
        {({ stores }) => (
          <Card kind="flush">
            <Table stores={stores} onOpen={(store) => change({ store })} />
          </Card>
        )}
      </Seen>
      {search.store ? (
        <Notes key={search.store} store={search.store} onClose={() => change({ store: undefined })} />
      ) : null}
    </Page>
  )

  function subOf({ area: named, stores }: AreaSeen): string {
    const wrote = say(p.wroteOf, { done: stores.filter((s) => s.thisWeek).length, all: stores.length })
    return named?.name ? `${name({ name: named.name, nameEn: named.nameEn })} · ${wrote}` : wrote
  }
}

function Table({ stores, onOpen }: { stores: AreaSeen['stores']; onOpen: (store: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  return (
    <DataTable
      label={say(titles.adjustments)}
      isFramed={false}
      rows={stores}
      keyOf={(s) => s.id}
      onOpen={(s) => onOpen(s.id)}
      columns={[
        { key: 'store', head: say(p.storeHead), cell: (s) => name(s) },
        {
          key: 'week',
          head: say(p.weekHead),
          cell: (s) =>
            s.thisWeek && s.note ? (
              <span className="num">{f.day(s.note.day)}</span>
            ) : (
              <Chip tone="late">{say(adjustWords.none)}</Chip>
            ),
        },
        {
          key: 'factor',
          head: say(p.factorHead),
          cell: (s) => (s.note ? say(factorNames[s.note.factor]) : '—'),
          desk: true,
        },
        {
          key: 'change',
          head: say(p.changeHead),
          cell: (s) => (
            <span className="line-change" translate="no">
              {s.note?.change ?? '—'}
            </span>
          ),
          desk: true,
        },
        {
          key: 'effect',
          head: say(p.effectHead),
          cell: (s) =>
            s.note ? (
              <Chip tone={verdictTone[s.note.effect.verdict]}>{say(adjustWords[s.note.effect.verdict])}</Chip>
            ) : (
              '—'
            ),
        },
      ]}
    />
  )
}

function Notes({ store, onClose }: { store: string; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const notes = api.useSee('adjust.notes', { store })
  return (
    <Sheet title={notes.data ? name(notes.data.store) : say(p.notes)} onClose={onClose} width={560}>
      <Seen of={notes} lines={4}>
        {({ notes: all }) =>
          all.length === 0 ? (
            <Empty title={say(p.noNote)} />
          ) : (
            <ol className="last">
              {all.map((note) => (
                <li key={note.id}>
                  <NoteBody note={note} />
                </li>
              ))}
            </ol>
          )
        }
      </Seen>
    </Sheet>
  )
}

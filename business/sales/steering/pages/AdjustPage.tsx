import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { GapCard } from '../../boards/pages/GapCard.tsx'
import { p } from '../page-words.ts'
import { AdjustForm } from './AdjustForm.tsx'
import { api, type DraftSeen } from './api.ts'
import { NoteBody } from './NoteCard.tsx'
import '../../boards/pages/boards.css'
import './steering.css'
import { titles } from './titles.ts'

/** The store manager's note: what came of the last change, where the week fell short, what changes now. */
export default function AdjustPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search] = useSearch()
  const own = me.appointments.flatMap((a) => (a.position === 'storeManager' && a.store ? [a.store.id] : []))
  const store = own.find((id) => id === search.store) ?? own[0] ?? ''
  const draft = api.useSee('adjust.draft', { store }, { keep: true, when: store !== '' })
  const notes = api.useSee('adjust.notes', { store }, { when: store !== '' })
  return (
    <Page
      title={say(titles.adjust)}
      sub={
        draft.data
          ? `${name(draft.data.store)} · ${say(p.lastWeekOf, {
              from: f.day(draft.data.figures.from),
              to: f.day(draft.data.figures.to),
            })}`
          : undefined
      }
      actions={store ? <ExportButton view="adjust.notes" input={{ store }} /> : undefined}
    >
      <Seen of={draft} lines={10}>
        {(seen) => (
          <Columns columns="minmax(0, 1.2fr) minmax(300px, 1fr)">
            <div className="stack">
              <LastNote seen={seen} />
              <Gap seen={seen} />
            </div>
            <div className="stack">
              <AdjustForm key={`${seen.store.id} ${seen.written.length}`} seen={seen} />
              <Seen of={notes} lines={3}>
                {({ notes: all }) =>
                  all.length === 0 ? null : (
                    <Card title={say(p.notes)}>
                      <ol className="last">
                        {all.map((note) => (
                          <li key={note.id}>
                            <NoteBody note={note} />
                          </li>
                        ))}
                      </ol>
                    </Card>
                  )
                }
              </Seen>
            </div>
          </Columns>
        )}
      </Seen>
    </Page>
  )
}

function LastNote({ seen }: { seen: DraftSeen }) {
  const say = useSay()
  return (
    <Card title={say(p.lastNote)}>
      {seen.last ? <NoteBody note={seen.last} /> : <Empty title={say(p.noNote)} next={say(p.noNoteNext)} />}
    </Card>
  )
}

function Gap({ seen }: { seen: DraftSeen }) {
  const say = useSay()
  const { gap, net, target } = seen.figures
  return (
    <GapCard
      gap={gap && target !== null ? { ...gap, target, actual: net } : null}
      says={(facts) => say(p.gapSays, facts)}
      reference={say(p.gapReference)}
    />
  )
}

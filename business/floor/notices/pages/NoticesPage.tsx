import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api } from './api.ts'
import { InboxList } from './InboxList.tsx'
import { PublishedTab } from './PublishedTab.tsx'
import { ReadSheet } from './ReadSheet.tsx'
import './notices.css'

type Tab = 'inbox' | 'published'

/** What the company and the area ask: unread first; for whoever publishes, what became of it. */
export default function NoticesPage() {
  const say = useSay()
  const [search, setSearch] = useSearch()
  const { may } = useMay('notices.publish')
  const tab: Tab = may && search.tab === 'published' ? 'published' : 'inbox'
  const inbox = api.useSee('notices.inbox', {}, { when: tab === 'inbox' })
  return (
    <Page
      width="reading"
      title={say(p.notices)}
      actions={
        may ? (
          <>
            <Tabs<Tab>
              label={say(p.notices)}
              value={tab}
              options={[
                { key: 'inbox', label: say(p.tabInbox) },
                { key: 'published', label: say(p.tabPublished) },
              ]}
              onChange={(key) => setSearch({ tab: key, open: undefined })}
            />
            <Go to="/notices/write" className="bulletin-write">
              {say(p.write)}
            </Go>
          </>
        ) : undefined
      }
    >
      {tab === 'inbox' ? (
        <Seen of={inbox}>{(seen) => <InboxList seen={seen} onOpen={(id) => setSearch({ open: id })} />}</Seen>
      ) : (
        <PublishedTab />
      )}
      {search.open ? (
        <ReadSheet
          key={search.open}
          id={search.open}
          onOpen={(id) => setSearch({ open: id })}
          onClose={() => setSearch({ open: undefined })}
        />
      ) : null}
    </Page>
  )
}

import { lazy, Suspense } from 'react'
import { client } from '../../../../platform/web/client.ts'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords } from '../page-words.ts'
import type { ticketViews } from '../view-actions.ts'
import { Till } from './Till.tsx'
import { useOwnStores, useStore } from './useStore.ts'
import './page.css'
import './till.css'

const StorePicker = lazy(() => import('./StorePicker.tsx').then((m) => ({ default: m.StorePicker })))
const api = client<typeof ticketViews>()

/** The quick ticket (开单): two pieces in fifteen seconds, on a phone held in one hand. */
export default function TicketPage() {
  const say = useSay()
  const own = useOwnStores()
  const [store, choose] = useStore()
  const counter = api.useSee('sales.counter', { store: store ?? '' }, { when: store !== undefined })
  if (!store) {
    return (
      <Page title={say(pageWords.quickTicket)}>
        <Empty title={say(pageWords.noStore)} />
      </Page>
    )
  }
  return (
    <Seen of={counter}>
      {(seen) => (
        <Till
          key={seen.store.id}
          counter={seen}
          picker={
            own.length > 1 ? (
              <Suspense>
                <StorePicker value={store} onChange={choose} />
              </Suspense>
            ) : null
          }
        />
      )}
    </Seen>
  )
}

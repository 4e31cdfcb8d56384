import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { w } from '../page-words.ts'
import { StoresBoard } from './StoresBoard.tsx'
import { StoreWeek } from './StoreWeek.tsx'
import '../../pages/stock.css'
import '../../pages/goods.css'
import './reorders.css'

/** A store's week: what to reorder and what to do about what lies. Who leads many stores sees whose request waits. */
export default function ReordersPage() {
  const say = useSay()
  const [store, choose] = useStore()
  const [search] = useSearch()
  const isManager = useHolds('storeManager')
  return (
    <Page
      title={say(w.reorders)}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          {!isManager && search.store ? <Go to="/reorders">{say(w.back)}</Go> : null}
        </>
      }
    >
      {store === undefined ? <StoresBoard /> : <StoreWeek key={store} store={store} />}
    </Page>
  )
}

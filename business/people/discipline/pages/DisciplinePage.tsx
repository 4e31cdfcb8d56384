import { useState } from 'react'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Band, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMay, useMe } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { p } from '../page-words.ts'
import { checkWithdrawn } from '../rules.ts'
import { AreaEntries } from './AreaEntries.tsx'
import { api, type EntrySeen, type OfStore } from './api.ts'
import { EnterSheet } from './EnterSheet.tsx'
import { EntryCard } from './EntryCard.tsx'
import { OwnEntries } from './OwnEntries.tsx'
import './discipline.css'

/** An associate reads and answers; who leads enters what happened and sees what was answered. */
export default function DisciplinePage() {
  const isOnlyAssociate = useMe().appointments.every((a) => a.position === 'salesAssociate')
  return isOnlyAssociate ? <Own /> : <OfOneStore />
}

function Own() {
  const say = useSay()
  return (
    <Page title={say(p.discipline)} sub={say(p.sub)} width="reading">
      <OwnEntries />
    </Page>
  )
}

function OfOneStore() {
  const say = useSay()
  const isManager = useHolds('storeManager')
  const isAbove = useHolds('areaManager', 'operationsDirector', 'generalManager')
  const [store, choose] = useStore()
  const [isEntering, enter] = useState(false)
  const all = api.useSee(
    'discipline.ofStore',
    { store: store ?? '' },
    { keep: true, when: store !== undefined },
  )
  const { may } = useMay('discipline.enter')
  return (
    <Page
      title={say(p.discipline)}
      sub={say(p.sub)}
      width={store === undefined ? 'full' : 'reading'}
      {...(store !== undefined && isAbove ? { back: { to: '/discipline', label: say(p.allStores) } } : {})}
      actions={
        <>
          {store === undefined ? null : <StorePicker value={store} onChange={choose} />}
          {may && all.data ? (
            <Act type="primary" may="discipline.enter" onClick={() => enter(true)}>
              {say(p.enter)}
            </Act>
          ) : null}
        </>
      }
    >
      {store === undefined ? (
        <AreaEntries onOpen={choose} />
      ) : (
        <Seen of={all} lines={5}>
          {(seen) => (
            <>
              <Entries seen={seen} />
              {isEntering ? <EnterSheet seen={seen} onClose={() => enter(false)} /> : null}
            </>
          )}
        </Seen>
      )}
      {isManager ? (
        <>
          <Band title={say(p.aboutMe)} />
          <OwnEntries />
        </>
      ) : null}
    </Page>
  )
}

function Entries({ seen }: { seen: OfStore }) {
  const say = useSay()
  const me = useMe().person.id
  const [taking, take] = useState<EntrySeen>()
  const withdraw = api.useDo('discipline.withdraw', { onDone: () => take(undefined) })
  const { may } = useMay('discipline.withdraw')
  const others = seen.entries.filter((e) => e.person !== me)
  if (others.length === 0) return <Empty title={say(p.none)} next={say(p.noneNext)} />
  return (
    <ul className="entries">
      {others.map((e) => (
        <EntryCard key={e.id} of={e}>
          {may && !checkWithdrawn(e, { person: me, isArea: seen.isAbove }) ? (
            <Act size="small" may="discipline.withdraw" onClick={() => take(e)}>
              {say(p.withdraw)}
            </Act>
          ) : null}
        </EntryCard>
      ))}
      {taking ? (
        <ConfirmSheet
          title={say(p.withdrawTitle)}
          verb={say(p.withdraw)}
          isDanger
          reason="needed"
          isBusy={withdraw.isPending}
          problem={withdraw.error}
          onConfirm={(reason) => withdraw.mutate({ store: seen.store.id, id: taking.id, reason })}
          onClose={() => take(undefined)}
        >
          <p>{say(p.withdrawNote)}</p>
        </ConfirmSheet>
      ) : null}
    </ul>
  )
}

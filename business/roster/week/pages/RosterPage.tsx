import { addDays, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { a } from '../approval-words.ts'
import { r } from '../page-words.ts'
import { api, useMakes, type WeekSeen } from './api.ts'
import { Board } from './Board.tsx'
import { BreachList } from './BreachList.tsx'
import { FairCard } from './FairCard.tsx'
import { Head } from './Head.tsx'
import { MinePage } from './MinePage.tsx'
import { PhoneBoard } from './PhoneBoard.tsx'
import { SwapsCard } from './SwapsCard.tsx'
import { TargetsCard } from './TargetsCard.tsx'
import { VersionsCard } from './VersionsCard.tsx'
import { WorkBar } from './WorkBar.tsx'
import './roster.css'
import './approvals.css'

/** An associate sees her own shifts; who leads the store works on the week's board. */
export default function RosterPage() {
  const isOnlyAssociate = useMe().appointments.every((a) => a.position === 'salesAssociate')
  return isOnlyAssociate ? <MinePage /> : <WeekPage />
}

function WeekPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const asked = search.week && isDay(search.week) ? { week: search.week } : {}
  const week = api.useSee(
    'rosters.week',
    { store: store ?? '', ...asked },
    {
      keep: true,
      when: store !== undefined,
      every: (seen) => (seen?.search && seen.search.endedAs === null ? 1_000 : false),
    },
  )
  const seen = week.data
  const turn = (by: number) => seen && change({ week: addDays(seen.week, 7 * by), cell: undefined })
  return (
    <Page
      title={say(r.roster)}
      sub={
        seen
          ? `${name(seen.store)} · ${say(r.weekOf, { from: f.day(seen.week), to: f.day(addDays(seen.week, 6)) })}`
          : undefined
      }
      actions={
        <div className="roster-actions">
          <StorePicker value={store} onChange={choose} />
          {seen ? (
            <>
              <Button
                aria-label={say(r.previous)}
                onClick={() => turn(-1)}
                icon={<Icon name="back" size={18} />}
              />
              <Button
                aria-label={say(r.next)}
                onClick={() => turn(1)}
                icon={<Icon name="forward" size={18} />}
              />
              <ExportButton view="rosters.week" input={{ store, week: seen.week }} />
              <span className="roster-print">
                <Button onClick={() => window.print()}>{say(r.print)}</Button>
              </span>
            </>
          ) : null}
        </div>
      }
    >
      {store === undefined ? (
        <Empty title={say(r.chooseStore)} next={say(r.chooseStoreNext)} />
      ) : (
        <Seen of={week} lines={8}>
          {(answer) => <Whole key={`${answer.store.id} ${answer.week}`} seen={answer} />}
        </Seen>
      )}
    </Page>
  )
}

function Whole({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const isPhone = useIsPhone()
  const makes = useMakes()
  const isOver = seen.week < seen.thisWeek
  const mayChange = makes && !isOver
  const isEmpty = seen.cells.length === 0
  return (
    <>
      <ApprovalLine seen={seen} />
      {isEmpty ? null : <Head seen={seen} />}
      {mayChange || seen.head ? <WorkBar seen={seen} mayChange={mayChange} /> : null}
      {isEmpty ? (
        <Card>
          <Empty
            title={say(isOver ? r.overNothing : r.nothingYet)}
            next={isOver ? undefined : say(makes ? r.nothingYetNext : r.notReleasedNext)}
          />
        </Card>
      ) : (
        <>
          {isPhone ? (
            <PhoneBoard seen={seen} mayChange={mayChange} />
          ) : (
            <Board seen={seen} mayChange={mayChange} />
          )}
          <BreachList seen={seen} />
        </>
      )}
      {makes ? <TargetsCard seen={seen} /> : null}
      <SwapsCard seen={seen} />
      {isPhone && !isEmpty ? <FairCard fair={named(seen)} sum={seen.fairSum} /> : null}
      <VersionsCard versions={seen.versions} />
    </>
  )
}

/** By which approval hours count in this store, and until when. */
function ApprovalLine({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  return seen.approvals.map((one) => (
    <p key={one.id} className={one.state === 'ending' ? 'approval-soon' : 'note'} translate="no">
      {say(a.onRoster, { number: one.number, period: say(a[one.period]), day: f.fullDay(one.to) })}
    </p>
  ))
}

const named = (seen: WeekSeen) =>
  seen.fair.map((f) => ({ ...f, name: seen.workers.find((w) => w.person === f.person)?.name ?? '' }))

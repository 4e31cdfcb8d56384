import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useMe } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { AskForm } from './AskForm.tsx'
import { AwayTab } from './AwayTab.tsx'
import { api } from './api.ts'
import { DecideTab } from './DecideTab.tsx'
import { MyLeaves } from './MyLeaves.tsx'
import './leave.css'

type Tab = 'mine' | 'decide' | 'away'

/** Ask in a few presses, decide with one, and see who is away. */
export default function LeavePage() {
  const say = useSay()
  const me = useMe()
  const [search, setSearch] = useSearch()
  const { may } = useMay('leave.decide')
  const mine = api.useSee('leave.mine', {})
  const waiting = api.useSee('leave.toDecide', {}, { when: may })
  const direct = waiting.data?.requests.filter((r) => r.isDirect).length ?? 0
  const asked = search.tab
  const tab: Tab =
    asked === 'away' || asked === 'mine' || (asked === 'decide' && may)
      ? asked
      : may && direct > 0
        ? 'decide'
        : 'mine'
  return (
    <Page
      width={tab === 'away' ? 'full' : 'reading'}
      title={say(p.leave)}
      actions={
        <Tabs<Tab>
          label={say(p.leave)}
          value={tab}
          options={[
            { key: 'mine', label: say(p.tabAsk) },
            ...(may ? [{ key: 'decide' as const, label: say(p.tabDecide, { count: direct || '' }) }] : []),
            { key: 'away', label: say(p.tabAway) },
          ]}
          onChange={(key) => setSearch({ tab: key })}
        />
      }
    >
      {tab === 'mine' ? (
        mine.data === undefined && mine.error?.isNetwork ? (
          // What was asked before is kept on no phone; to ask it is not needed.
          <>
            <AskForm seen={{ today: me.today, standIns: null }} />
            <Seen of={mine}>{() => null}</Seen>
          </>
        ) : (
          <Seen of={mine}>
            {(seen) => (
              <>
                <AskForm seen={seen} />
                <MyLeaves seen={seen} />
              </>
            )}
          </Seen>
        )
      ) : null}
      {tab === 'decide' ? <Seen of={waiting}>{(seen) => <DecideTab seen={seen} />}</Seen> : null}
      {tab === 'away' ? <Seen of={mine}>{(seen) => <AwayTab mine={seen} />}</Seen> : null}
    </Page>
  )
}

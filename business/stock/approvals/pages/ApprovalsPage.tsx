import { useEffect } from 'react'
import { addMonths } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { Waiting } from '../tables.ts'
import type { approvalOperations } from '../views.ts'
import { approvalWords as w } from '../words.ts'
import '../../open-to-buy/pages/open-to-buy.css'

const api = client<typeof approvalOperations>()
const pageOf = { markdown: '/markdowns/plan', openToBuy: '/open-to-buy/plan' } as const

/** What merchandising has handed in; a duty leads to its own plan at once. */
export default function ApprovalsPage() {
  const say = useSay()
  const go = useGo()
  const [{ of }] = useSearch()
  const seen = api.useSee('approvals.waiting', {})
  const asked = of ? seen.data?.waiting.find((x) => x.id === of) : undefined
  useEffect(() => {
    if (asked) go({ to: pageOf[asked.kind], search: { plan: asked.id }, replace: true })
  }, [asked, go])
  return (
    <Page title={say(w.approvals)}>
      <Seen of={seen}>
        {({ waiting }) => (
          <Card>
            {waiting.length === 0 ? (
              <Empty title={say(w.none)} next={say(w.noneNext)} />
            ) : (
              <ul className="otb-versions">
                {waiting.map((x) => (
                  <li key={x.id}>
                    <WaitingLine of={x} />
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </Seen>
    </Page>
  )
}

function WaitingLine({ of: x }: { of: Waiting }) {
  const say = useSay()
  const f = useFormat()
  const title = x.from
    ? say(w.openToBuy, {
        from: f.month(x.from),
        to: f.month(addMonths(x.from, (x.months ?? 1) - 1)),
        parts: x.parts,
      })
    : say(w.markdown, { season: x.season, parts: x.parts })
  return (
    <Go to={pageOf[x.kind]} search={{ plan: x.id }} className="approval">
      <span className="otb-version">
        <b>{title}</b>
        <small>{say(w.handedIn, { name: x.byName, at: f.instant(x.at) })}</small>
        <small className="num">
          {say(x.kind === 'markdown' ? w.expects : w.planned, { net: f.wan(x.net) })}
        </small>
        {x.words ? <span translate="no">{x.words}</span> : null}
      </span>
      <Icon name="forward" size={16} />
    </Go>
  )
}

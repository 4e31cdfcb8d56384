import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds, useMe } from '../../../platform/web/session.ts'
import { StorePicker } from '../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../sales/tickets/pages/useStore.ts'
import type { stockOperations } from '../actions.ts'
import { samplePageWords as w } from '../sample-words.ts'
import { PieceLine } from './PieceLine.tsx'
import { useIds } from './useIds.ts'
import './stock.css'

const api = client<typeof stockOperations>()

/** Samples looked through before the doors open: what is damaged or gone is one press, the rest is one more. */
export default function SamplesPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [store, choose] = useStore()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const seen = api.useSee('stock.samples', { store: store ?? '' }, { when: store !== undefined })
  const [id] = useState(newId)
  const ids = useIds()
  const check = api.useDo('stock.checkSamples', { onDone: () => notice(say(w.thanks)) })
  const note = api.useDo('stock.note', {
    onDone: (_noted, { sku, kind }) => {
      ids.done(`${sku} ${kind}`)
      notice(say(w.noted))
    },
  })
  const pieces = seen.data?.samples.reduce((sum, s) => sum + s.pieces, 0) ?? 0
  return (
    <Page
      title={say(w.samples)}
      sub={seen.data ? say(w.sub, { n: pieces }) : undefined}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          <Go to="/goods">{say(w.goods)}</Go>
        </>
      }
    >
      {store === undefined ? (
        <Card>
          <Empty title={say(w.chooseStore)} />
        </Card>
      ) : (
        <Seen of={seen}>
          {({ samples, checks }) => {
            const mine = checks.find((c) => c.person === me.person.id)
            return (
              <>
                <Card>
                  {samples.length === 0 ? (
                    <Empty title={say(w.none)} next={say(w.noneNext)} />
                  ) : (
                    <ul className="stock-list">
                      {samples.map((s) => (
                        <li key={s.sku} className="stock-line">
                          <PieceLine piece={s} />
                          {isFloor && store ? (
                            <span className="stock-line-end">
                              {(['damage', 'missing'] as const).map((kind) => (
                                <Act
                                  key={kind}
                                  may="stock.note"
                                  loading={note.isPending}
                                  onClick={() =>
                                    note.mutate({
                                      id: ids.of(`${s.sku} ${kind}`),
                                      store,
                                      sku: s.sku,
                                      kind,
                                      quantity: 1,
                                      why: kind === 'damage' ? 'torn' : 'notFound',
                                      isSample: true,
                                    })
                                  }
                                >
                                  {say(kind === 'damage' ? w.damaged : w.missing)}
                                </Act>
                              ))}
                            </span>
                          ) : null}
                        </li>
                      ))}
                    </ul>
                  )}
                </Card>
                <Card title={say(w.who)}>
                  {checks.length === 0 ? <p className="stock-note">{say(w.nobody)}</p> : null}
                  <ul className="stock-list">
                    {checks.map((c) => (
                      <li key={c.id} className="stock-line">
                        <span>
                          <b>{c.by}</b>
                          <small>{f.time(c.at)}</small>
                        </span>
                        {c.matters > 0 ? (
                          <Chip tone="late">{say(w.found, { n: c.matters })}</Chip>
                        ) : (
                          <Chip tone="done">✓</Chip>
                        )}
                      </li>
                    ))}
                  </ul>
                </Card>
                {check.error ? <FormProblem problem={check.error} /> : null}
                {note.error ? <FormProblem problem={note.error} /> : null}
                {isFloor && store ? (
                  <StickyBar>
                    <Act
                      type="primary"
                      size="large"
                      may="stock.checkSamples"
                      offBecause={mine ? say(w.again) : undefined}
                      loading={check.isPending}
                      onClick={() => check.mutate({ id, store })}
                    >
                      {say(w.fine)}
                    </Act>
                  </StickyBar>
                ) : null}
              </>
            )
          }}
        </Seen>
      )}
    </Page>
  )
}

import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { useOwnStores } from '../../../sales/tickets/pages/useStore.ts'
import { Looks } from '../../reorders/pages/Looks.tsx'
import { w } from '../page-words.ts'
import { api, priceText } from './api.ts'
import '../../pages/goods.css'
import '../../reorders/pages/reorders.css'

/** Which pieces get another label on which day: what comes first, what has come beneath it. */
export function StoreLabels() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const own = useOwnStores()
  const [search] = useSearch()
  const store = own.find((s) => s.id === search.store) ?? own[0]
  const seen = api.useSee('markdowns.ofStore', { store: store?.id ?? '' }, { when: store !== undefined })
  return (
    <Page
      title={say(w.labels)}
      sub={store ? name(store) : undefined}
      actions={<Button onClick={() => window.print()}>{say(w.print)}</Button>}
    >
      <Seen of={seen}>
        {({ today, changes }) =>
          changes.length === 0 ? (
            <Card>
              <Empty title={say(w.labelsNone)} next={say(w.labelsNoneNext)} />
            </Card>
          ) : (
            daysOf(changes, today).map((day) => {
              const of = changes.filter((c) => c.day === day)
              return (
                <section key={day} className="markdown-day">
                  <Band
                    title={
                      day === today
                        ? say(w.labelsToday)
                        : day < today
                          ? say(w.labelsPast, { day: f.dayAndWeekday(day) })
                          : f.dayAndWeekday(day)
                    }
                    note={say(w.labelPieces, { n: of.reduce((n, c) => n + c.pieces, 0) })}
                  />
                  <ul className="reorder-grid">
                    {of.map((c) => (
                      <li key={c.style} className="reorder-card">
                        <Looks of={{ ...c, style: c.code }}>
                          <p className="markdown-label num">
                            <s>{f.money(c.before)}</s> <b>{f.money(c.price)}</b>
                          </p>
                          <p>
                            {priceText(c.percent, say)} · {say(w.labelPieces, { n: c.pieces })}
                          </p>
                        </Looks>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            })
          )
        }
      </Seen>
    </Page>
  )
}

/** Today and what comes in its order, then what has come, the latest first. */
function daysOf(changes: readonly { readonly day: Day }[], today: Day): readonly Day[] {
  const days = [...new Set(changes.map((c) => c.day))].sort()
  return [...days.filter((d) => d >= today), ...days.filter((d) => d < today).reverse()]
}

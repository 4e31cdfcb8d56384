import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { w } from '../page-words.ts'
import { s } from '../share-words.ts'
import { api, type Scarce } from './api.ts'
import { shareSaid } from './said.ts'
import '../../pages/stock.css'
import '../../pages/goods.css'
import './reorders.css'

type Size = Scarce['sizes'][number]
type Ask = Size['asks'][number]
const keyOf = (a: Ask): string => `${a.request} ${a.sku}`

/** Sizes that several stores want and the warehouse has too few of: shared out by the rule, changed by hand, answered in one act. */
export default function ScarcePage() {
  const say = useSay()
  const seen = api.useSee('reorders.scarce', {})
  return (
    <Page title={say(s.title)} sub={say(s.rule)} back={{ to: '/reorders', label: say(s.back) }}>
      <Seen of={seen}>
        {(data) =>
          data.sizes.length === 0 ? (
            <Card>
              <Empty title={say(s.none)} next={say(s.noneNext)} />
            </Card>
          ) : (
            <Sharing seen={data} />
          )
        }
      </Seen>
    </Page>
  )
}

function Sharing({ seen }: { seen: Scarce }) {
  const { sizes, requests, today } = seen
  const say = useSay()
  const go = useGo()
  const [changed, change] = useState<Readonly<Record<string, number>>>({})
  const [dueOn, due] = useState<Day>(addDays(today, 3))
  const [words, write] = useState('')
  const act = api.useDo('reorders.shareOut', {
    onDone: (done) => {
      notice(say(s.done, { n: done.requests, pieces: done.pieces }))
      go({ to: '/reorders' })
    },
  })
  const granted = (size: Size, i: number): number => changed[keyOf(size.asks[i]!)] ?? size.shares[i]!.proposed
  const isOther = sizes.some((x) => x.asks.some((_, i) => granted(x, i) !== x.shares[i]!.proposed))
  const wrong = wrongFields(act.error)
  return (
    <>
      <ul className="reorder-grid">
        {sizes.map((size) => (
          <li key={size.sku}>
            <SizeCard
              size={size}
              granted={(i) => granted(size, i)}
              onChange={(ask, n) => change({ ...changed, [keyOf(ask)]: n })}
            />
          </li>
        ))}
      </ul>
      <Card>
        <div className="stock-form">
          <p className="stock-note">{say(s.rest)}</p>
          <div className="field">
            <label htmlFor="share-due">{say(w.dueOn)}</label>
            <DayInput id="share-due" value={dueOn} min={today} onChange={(day) => day && due(day)} />
          </div>
          {isOther ? (
            <div className="field">
              <label htmlFor="share-why">{say(s.why)}</label>
              <Input
                id="share-why"
                size="large"
                maxLength={300}
                value={words}
                onChange={(event) => write(event.target.value)}
              />
              <Wrong text={wrong.words} />
            </div>
          ) : null}
          {act.error && !wrong.words ? <FormProblem problem={act.error} /> : null}
        </div>
      </Card>
      <StickyBar>
        <Act
          type="primary"
          size="large"
          may="reorders.shareOut"
          offBecause={isOther && words.trim() === '' ? say(s.why) : undefined}
          loading={act.isPending}
          onClick={() =>
            act.mutate({
              dueOn,
              words: words.trim() || null,
              requests: requests.map(({ store, request }) => ({
                store,
                request,
                lines: sizes.flatMap((x) =>
                  x.asks.flatMap((a, i) =>
                    a.request === request ? [{ sku: a.sku, granted: granted(x, i) }] : [],
                  ),
                ),
              })),
            })
          }
        >
          {say(s.answer, { n: requests.length })}
        </Act>
      </StickyBar>
    </>
  )
}

function SizeCard(props: {
  size: Size
  granted: (i: number) => number
  onChange: (ask: Ask, n: number) => void
}) {
  const { size, granted, onChange } = props
  const { asks, shares, there } = size
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const total = asks.reduce((n, a) => n + a.asked, 0)
  const sum = asks.reduce((n, _, i) => n + granted(i), 0)
  return (
    <article className="reorder-card">
      <PieceLine piece={asks[0]!}>
        <small>{say(s.thereIs, { there, stores: asks.length, total })}</small>
      </PieceLine>
      <ul className="share-lines">
        {asks.map((a, i) => {
          const share = shares[i]!
          const n = granted(i)
          return (
            <li key={a.request} className="share-line">
              <b className="share-name">{name({ name: a.storeName, nameEn: a.storeNameEn })}</b>
              <small className="share-said">
                {[
                  say(s.asked, { n: a.asked }),
                  say(s.has, { n: a.onHand + a.onTheWay }),
                  share.cover === null ? say(s.noSale) : say(s.cover, { n: share.cover }),
                  n === share.proposed ? '' : say(s.proposed, { n: share.proposed }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {share.why === 'coreMissing' || share.why === 'coreToo' ? (
                  <>
                    {' '}
                    <Chip tone="missed">{say(s.core)}</Chip>
                  </>
                ) : null}
                <br />
                {shareSaid(share, say)}
              </small>
              <span className="reorder-step share-step">
                <button
                  type="button"
                  disabled={n === 0}
                  aria-label={`${name({ name: a.storeName, nameEn: a.storeNameEn })} −1`}
                  onClick={() => onChange(a, n - 1)}
                >
                  −
                </button>
                <strong className="num">{f.count(n)}</strong>
                <button
                  type="button"
                  disabled={n >= a.asked || sum >= there}
                  aria-label={`${name({ name: a.storeName, nameEn: a.storeNameEn })} +1`}
                  onClick={() => onChange(a, n + 1)}
                >
                  +
                </button>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="stock-note num">{say(s.shared, { n: sum, there })}</p>
    </article>
  )
}

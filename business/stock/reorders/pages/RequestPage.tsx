import { useState } from 'react'
import { addDays } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Band, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Go, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { declineWords, requestWords, w } from '../page-words.ts'
import { stateOf } from '../rules.ts'
import { api, type RequestSeen, toneOf } from './api.ts'
import { Looks } from './Looks.tsx'
import { MeasuresCame } from './MeasuresCame.tsx'
import { shadeSaid, shareSaid } from './said.ts'
import '../../pages/stock.css'
import '../../pages/goods.css'
import './reorders.css'

type Line = RequestSeen['lines'][number]

/** One request: what the store asks for beside what was proposed, and what headquarters grants of it. */
export default function RequestPage() {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const { store = '', request = '' } = useParams()
  const seen = api.useSee('reorders.request', { store, request })
  const isManager = useHolds('storeManager')
  const head = seen.data?.request
  return (
    <Page
      title={head ? `${name(head)} · ${say(w.request)}` : say(w.request)}
      sub={head ? say(w.ofWeek, { day: f.day(head.week) }) : undefined}
      back={{ to: '/reorders', label: say(isManager ? w.reorders : w.back) }}
    >
      <Seen of={seen}>{(data) => <Lines key={String(data.request.granted)} seen={data} />}</Seen>
    </Page>
  )
}

function Lines({ seen }: { seen: RequestSeen }) {
  const { request, lines, today } = seen
  const say = useSay()
  const f = useFormat()
  const state = stateOf(request)
  const decides = useHolds('areaManager', 'merchandising') && state === 'submitted'
  const open = lines.filter((l) => l.asked > 0)
  const most = (l: Line): number => Math.min(l.asked, Math.max(0, l.depot ?? l.asked))
  const [granted, grant] = useState<Record<string, number>>({})
  const [dueOn, due] = useState(addDays(today, 3))
  const [words, write] = useState('')
  // What the warehouse has may shrink while somebody looks: another store has been granted of it.
  const of = (l: Line): number => Math.min(granted[l.sku] ?? most(l), most(l))
  const sum = open.reduce((n, l) => n + of(l), 0)
  const isCut = open.some((l) => of(l) < l.asked)
  const act = api.useDo('reorders.decide', {
    onDone: (answer) =>
      notice(answer.pieces > 0 ? say(w.grantDone, { n: answer.pieces }) : say(w.refusedDone)),
  })
  const shades = new Map<string, Line[]>()
  for (const l of lines)
    shades.set(`${l.style} ${l.color}`, [...(shades.get(`${l.style} ${l.color}`) ?? []), l])
  return (
    <>
      <RecordNote records={[request.id]} />
      <Card kind="flush">
        <div className="stock-line">
          <span>
            <b>{say(w.line, { proposed: f.count(request.proposed), asked: f.count(request.asked) })}</b>
            <small>
              {request.byName} {f.instant(request.at)}
              {request.words ? ` · ${request.words}` : ''}
            </small>
            {request.decidedAt ? (
              <small>
                {say(w.decidedBy, { name: request.decidedByName ?? '', at: f.instant(request.decidedAt) })}
                {request.decision ? ` · ${request.decision}` : ''}
              </small>
            ) : null}
          </span>
          <span className="stock-line-end">
            {request.granted === null ? null : (
              <b className="num">{say(w.lineGranted, { n: f.count(request.granted) })}</b>
            )}
            <Chip tone={toneOf(state)}>{say(requestWords[state])}</Chip>
            {request.shipment ? (
              <Go to={`/stock/arrivals/${request.store}/${request.shipment}`}>{say(w.openNotice)}</Go>
            ) : null}
          </span>
        </div>
      </Card>
      {decides && open.length > 0 ? (
        <div className="reorder-tools">
          <Button type="text" onClick={() => grant(Object.fromEntries(open.map((l) => [l.sku, most(l)])))}>
            {say(w.grantWhat)}
          </Button>
          <Button type="text" onClick={() => grant(Object.fromEntries(open.map((l) => [l.sku, 0])))}>
            {say(w.grantNone)}
          </Button>
        </div>
      ) : null}
      <ul className="reorder-grid">
        {[...shades].map(([key, sizes]) => (
          <li key={key}>
            <article className="reorder-card">
              <Looks of={sizes[0]!}>
                {sizes.some((s) => s.reason) ? (
                  <p>
                    {shadeSaid(
                      sizes.flatMap((s) => (s.reason ? [{ size: s.size, reason: s.reason }] : [])),
                      say,
                    )}
                  </p>
                ) : null}
                {sizes.some((s) => s.why) ? (
                  <p>{say(w.reasonOf, { why: say(declineWords[sizes.find((s) => s.why)!.why!]) })}</p>
                ) : null}
              </Looks>
              <ul className="reorder-lines">
                {sizes.map((s) => (
                  <li key={s.sku}>
                    <b translate="no">{s.size}</b>
                    <small>
                      {[
                        say(w.line, { proposed: s.proposed, asked: s.asked }),
                        say(w.has, { n: s.onHand }),
                        s.depot === null ? '' : say(w.depotHas, { n: Math.max(0, s.depot) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                      {s.share ? ` · ${shareSaid(s.share, say)}` : ''}
                    </small>
                    {decides && s.asked > 0 ? (
                      <span className="reorder-step">
                        <button
                          type="button"
                          disabled={of(s) === 0}
                          aria-label={`${s.size} −1`}
                          onClick={() => grant({ ...granted, [s.sku]: of(s) - 1 })}
                        >
                          −
                        </button>
                        <strong className="num">{f.count(of(s))}</strong>
                        <button
                          type="button"
                          disabled={of(s) >= most(s)}
                          aria-label={`${s.size} +1`}
                          onClick={() => grant({ ...granted, [s.sku]: of(s) + 1 })}
                        >
                          +
                        </button>
                      </span>
                    ) : s.granted !== null && s.asked > 0 ? (
                      <strong className="num">{say(w.lineGranted, { n: s.granted })}</strong>
                    ) : null}
                  </li>
                ))}
              </ul>
            </article>
          </li>
        ))}
      </ul>
      <MeasuresCame measures={seen.measures} />
      {decides ? (
        <>
          <Band title={say(w.grant)} />
          <Card>
            <div className="stock-form">
              <div className="field">
                <label htmlFor="reorder-due">{say(w.dueOn)}</label>
                <DayInput id="reorder-due" value={dueOn} min={today} onChange={(day) => day && due(day)} />
              </div>
              {isCut ? (
                <div className="field">
                  <label htmlFor="reorder-why">{say(w.grantWhy)}</label>
                  <Input
                    id="reorder-why"
                    size="large"
                    maxLength={300}
                    value={words}
                    onChange={(event) => write(event.target.value)}
                  />
                </div>
              ) : null}
              {act.error ? <FormProblem problem={act.error} /> : null}
            </div>
          </Card>
          <StickyBar note={say(w.granted)} value={f.count(sum)}>
            <Act
              type="primary"
              size="large"
              may="reorders.decide"
              offBecause={isCut && words.trim() === '' ? say(w.grantWhy) : undefined}
              loading={act.isPending}
              onClick={() =>
                act.mutate({
                  store: request.store,
                  request: request.id,
                  dueOn,
                  lines: open.map((l) => ({ sku: l.sku, granted: of(l) })),
                  words: words.trim() || null,
                })
              }
            >
              {say(sum > 0 ? w.grant : w.grantNone)}
            </Act>
          </StickyBar>
        </>
      ) : null}
    </>
  )
}

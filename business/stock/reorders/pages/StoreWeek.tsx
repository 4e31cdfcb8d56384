import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { BeginCard } from '../../pages/OpeningSheet.tsx'
import { requestWords, w } from '../page-words.ts'
import { stateOf } from '../rules.ts'
import { api, toneOf, type WeekSeen } from './api.ts'
import { FloorWants } from './FloorWants.tsx'
import { HowSheet } from './HowSheet.tsx'
import { MeasuresCame } from './MeasuresCame.tsx'
import { ShadeCard } from './ShadeCard.tsx'
import { SlowCard } from './SlowCard.tsx'
import { useRequest } from './useRequest.ts'

export function StoreWeek({ store }: { store: string }) {
  const say = useSay()
  const seen = api.useSee('reorders.week', { store })
  return (
    <Seen of={seen}>
      {(data) =>
        data.begunOn === null ? (
          <BeginCard store={store} />
        ) : data.proposal ? (
          <Week key={`${data.proposal.id} ${data.request?.version ?? 0}`} store={store} seen={data} />
        ) : (
          <>
            <Card>
              <Empty title={say(w.nothing)} next={say(w.noneWaitsNext)} />
            </Card>
            <MeasuresCame measures={data.measures} />
            <Past store={store} seen={data} />
          </>
        )
      }
    </Seen>
  )
}

function Week({ store, seen }: { store: string; seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  const isManager = useHolds('storeManager')
  const request = useRequest(seen, newId)
  const [isAsking, explain] = useState(false)
  const [words, write] = useState('')
  const act = api.useDo('reorders.submit', {
    onDone: () => {
      request.handedIn()
      notice(say(w.submitted))
    },
  })
  const again = api.useDo('reorders.again', { onDone: () => notice(say(w.recomputed)) })
  const isDecided = seen.request !== null && seen.request.granted !== null
  const pieces = seen.sizes.reduce((n, s) => n + s.proposed, 0)
  return (
    <>
      {seen.request ? <Standing store={store} request={seen.request} /> : null}
      <Band
        title={`${say(w.toOrder)} · ${say(w.ofWeek, { day: f.day(seen.week) })}`}
        note={say(w.shades, { n: request.shades.length, pieces })}
      />
      <div className="reorder-tools">
        <Button type="text" onClick={() => explain(true)}>
          {say(w.how)}
        </Button>
        {isManager ? (
          <Act
            type="text"
            may="reorders.again"
            loading={again.isPending}
            onClick={() => again.mutate({ store })}
          >
            {say(w.recompute)}
          </Act>
        ) : null}
      </div>
      {request.shades.length === 0 ? (
        <Card>
          <Empty title={say(w.nothing)} next={say(w.nothingNext)} />
        </Card>
      ) : (
        <ul className="reorder-grid">
          {request.shades.map((shade) => (
            <li key={shade.key}>
              <ShadeCard shade={shade} request={request} isOff={!isManager} />
            </li>
          ))}
        </ul>
      )}
      <FloorWants seen={seen} request={request} isOff={!isManager} />
      <Band title={say(w.slow)} note={seen.slow.length > 0 ? String(seen.slow.length) : undefined} />
      {seen.slow.length === 0 ? (
        <Card>
          <Empty title={say(w.noSlow)} next={say(w.noSlowNext)} />
        </Card>
      ) : (
        <ul className="reorder-grid">
          {seen.slow.map((s) => (
            <li key={`${s.styleId} ${s.color}`}>
              <SlowCard slow={s} request={request} isOff={!isManager} />
            </li>
          ))}
        </ul>
      )}
      <MeasuresCame measures={seen.measures} />
      <Past store={store} seen={seen} />
      {isManager ? (
        <>
          <div className="field reorder-words">
            <label htmlFor="reorder-words">{say(w.words)}</label>
            <Input
              id="reorder-words"
              size="large"
              maxLength={300}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </div>
          {act.error ? <FormProblem problem={act.error} /> : null}
          <StickyBar
            note={request.toSay > 0 ? say(w.toSay, { n: request.toSay }) : say(w.request)}
            value={say(w.askedFor, { n: f.count(request.pieces) })}
          >
            {request.toSay > 0 ? (
              <Act
                type="primary"
                size="large"
                may="reorders.submit"
                onClick={() => document.querySelector('.is-open-matter')?.scrollIntoView({ block: 'center' })}
              >
                {say(w.goSay)}
              </Act>
            ) : (
              <Act
                type="primary"
                size="large"
                may="reorders.submit"
                loading={act.isPending}
                onClick={() => act.mutate({ store, ...request.input(words.trim() || null) })}
              >
                {say(seen.request && !isDecided ? w.again : w.submit)}
              </Act>
            )}
          </StickyBar>
        </>
      ) : null}
      {isAsking ? <HowSheet proposal={seen.proposal!} onClose={() => explain(false)} /> : null}
    </>
  )
}

/** The request that counts, where it stands, and which duty it discharges. */
function Standing({ store, request }: { store: string; request: NonNullable<WeekSeen['request']> }) {
  const say = useSay()
  const f = useFormat()
  const state = stateOf(request)
  return (
    <>
      <RecordNote records={[request.id]} />
      <Card kind="flush">
        <Go className="stock-line" to={`/reorders/${store}/${request.id}`}>
          <span>
            <b>
              {say(w.request)} · {say(w.ofWeek, { day: f.day(request.week) })}
            </b>
            <small>
              {request.byName} {f.instant(request.at)} · {say(w.askedFor, { n: f.count(request.asked) })}
            </small>
          </span>
          <span className="stock-line-end">
            {request.granted === null ? null : (
              <b className="num">{say(w.lineGranted, { n: f.count(request.granted) })}</b>
            )}
            <Chip tone={toneOf(state)}>{say(requestWords[state])}</Chip>
          </span>
        </Go>
      </Card>
    </>
  )
}

function Past({ store, seen }: { store: string; seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  const past = seen.requests.filter((r) => r.id !== seen.request?.id)
  if (past.length === 0) return null
  return (
    <>
      <Band title={say(w.past)} />
      <Card kind="flush">
        <ul className="stock-list">
          {past.map((r) => (
            <li key={r.id}>
              <Go className="stock-line" to={`/reorders/${store}/${r.id}`}>
                <span>
                  <b>{say(w.ofWeek, { day: f.day(r.week) })}</b>
                  <small>
                    {say(w.line, { proposed: f.count(r.proposed), asked: f.count(r.asked) })}
                    {r.granted === null ? '' : ` · ${say(w.lineGranted, { n: f.count(r.granted) })}`}
                  </small>
                </span>
                <span className="stock-line-end">
                  <Chip tone={toneOf(stateOf(r))}>{say(requestWords[stateOf(r)])}</Chip>
                </span>
              </Go>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Band, Page } from '../../../platform/web/parts/Page.tsx'
import { Photo } from '../../../platform/web/parts/Photo.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { stockOperations } from '../actions.ts'
import type { OpenDifference } from '../arrival-view-tables.ts'
import { answerWords, differenceReasonWords, differenceWords, p } from '../page-words.ts'
import { type Answer, answersTo } from '../shape.ts'
import { PieceLine } from './PieceLine.tsx'
import './stock.css'

const api = client<typeof stockOperations>()

/** What stores found to differ when they received: each is answered once, and the books follow the answer. */
export default function DifferencesPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search] = useSearch()
  const area = search.area ? { area: search.area } : {}
  const seen = api.useSee('stock.differences', area, { every: 60_000 })
  const [chosen, choose] = useState<OpenDifference>()
  return (
    <Page
      title={say(p.differences)}
      sub={
        seen.data
          ? say(p.waitsForAnswer, { n: seen.data.open.reduce((sum, d) => sum + d.quantity, 0) })
          : undefined
      }
      actions={<Go to="/stock/deliveries">{say(p.deliveries)}</Go>}
    >
      <Seen of={seen}>
        {({ open, isCut, answered }) => (
          <>
            {open.length === 0 ? (
              <Card>
                <Empty title={say(p.noDifferences)} next={say(p.noDifferencesNext)} />
              </Card>
            ) : (
              shipmentsIn(open).map(({ key, all }) => (
                <Card
                  key={key}
                  title={name({ name: all[0]!.storeName, nameEn: all[0]!.storeNameEn })}
                  sub={
                    <Go to={`/stock/arrivals/${all[0]!.store}/${all[0]!.shipment}`}>
                      {all[0]!.number} · {f.instant(all[0]!.since)} · {all[0]!.by}
                    </Go>
                  }
                >
                  <ul className="stock-list">
                    {all.map((d) => (
                      <li key={`${d.sku} ${d.about}`} className="stock-line">
                        <PieceLine piece={d}>
                          {d.reason || d.words ? (
                            <small>
                              {d.reason
                                ? say(differenceReasonWords[d.reason as keyof typeof differenceReasonWords])
                                : ''}
                              {d.words ? <span translate="no"> · {d.words}</span> : null}
                            </small>
                          ) : null}
                        </PieceLine>
                        {d.photo ? (
                          <Photo
                            place={{ view: 'stock.photo', store: d.store }}
                            id={d.photo.id}
                            alt={`${d.style} ${d.size} · ${say(differenceWords[d.about])}`}
                            facts={d.photo}
                          />
                        ) : null}
                        <span className="stock-line-end">
                          <Chip tone={d.about === 'surplus' ? 'late' : 'missed'}>
                            {say(differenceWords[d.about])} {d.quantity}
                          </Chip>
                          <Act may="stock.answer" onClick={() => choose(d)}>
                            {say(p.answer)}
                          </Act>
                        </span>
                      </li>
                    ))}
                  </ul>
                </Card>
              ))
            )}
            {isCut ? <p className="stock-note">{say(p.isCut)}</p> : null}
            {answered.length > 0 ? (
              <section>
                <Band title={say(p.lastAnswered)} />
                <Card kind="flush">
                  <ul className="stock-list">
                    {answered.map((a) => (
                      <li key={a.id} className="stock-line">
                        <span>
                          <b>
                            {name({ name: a.storeName, nameEn: a.storeNameEn })} · {a.style}{' '}
                            <span translate="no">
                              {a.color} {a.size}
                            </span>
                          </b>
                          <small>
                            {f.instant(a.at)} · {a.by}
                            {a.words ? <span translate="no"> · {a.words}</span> : null}
                          </small>
                        </span>
                        <span className="stock-line-end">
                          <Chip>
                            {say(differenceWords[a.about])} {a.quantity}
                          </Chip>
                          <Chip tone="done">{say(answerWords[a.answer])}</Chip>
                        </span>
                      </li>
                    ))}
                  </ul>
                </Card>
              </section>
            ) : null}
            {chosen ? (
              <AnswerSheet key={chosen.sku} difference={chosen} onClose={() => choose(undefined)} />
            ) : null}
          </>
        )}
      </Seen>
    </Page>
  )
}

function AnswerSheet({ difference: d, onClose }: { difference: OpenDifference; onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [answer, choose] = useState<Answer>()
  const [words, write] = useState('')
  const act = api.useDo('stock.answer', {
    onDone: () => {
      notice(say(p.answered))
      onClose()
    },
  })
  return (
    <Sheet
      title={say(p.answerTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" onClick={onClose}>
            {say(p.back)}
          </Button>
          <Act
            type="primary"
            size="large"
            may="stock.answer"
            offBecause={answer ? undefined : say(p.answerTitle)}
            loading={act.isPending}
            onClick={() =>
              answer &&
              act.mutate({
                id,
                store: d.store,
                shipment: d.shipment,
                sku: d.sku,
                about: d.about,
                answer,
                words: words || null,
              })
            }
          >
            {say(p.answer)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <PieceLine piece={d} />
        {d.photo ? (
          <Photo
            place={{ view: 'stock.photo', store: d.store }}
            id={d.photo.id}
            alt={`${d.style} ${d.size} · ${say(differenceWords[d.about])}`}
            facts={d.photo}
            fit="whole"
            isLarge
          />
        ) : null}
        <p className="stock-big num">
          {say(differenceWords[d.about])} {d.quantity}
        </p>
        <Choices
          label={say(p.answerTitle)}
          value={answer}
          options={answersTo[d.about].map((key) => ({ key: key as Answer, label: say(answerWords[key]) }))}
          onChange={choose}
        />
        <div className="field">
          <label htmlFor="stock-answer">{say(p.words)}</label>
          <Input
            id="stock-answer"
            size="large"
            maxLength={300}
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {act.error ? <FormProblem problem={act.error} /> : null}
      </div>
    </Sheet>
  )
}

function shipmentsIn(open: readonly OpenDifference[]): { key: string; all: OpenDifference[] }[] {
  const of = new Map<string, OpenDifference[]>()
  for (const d of open) of.set(d.shipment, [...(of.get(d.shipment) ?? []), d])
  return [...of].map(([key, all]) => ({ key, all }))
}

import { useState } from 'react'
import { addMonths, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe, useName } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { stateWords, w } from '../page-words.ts'
import { differenceOf, monthOfTake, worthOf } from '../rules.ts'
import { causeWords } from '../words.ts'
import { api, signed, toneOf } from './api.ts'
import { Shares } from './Shares.tsx'
import '../../pages/stock.css'
import './takes.css'

type AreaSeen = NonNullable<ReturnType<typeof useAnalysis>['data']>
const useAnalysis = (area: string, month: Month) =>
  api.useSee('takes.analysis', { area, month }, { when: area !== '', keep: true })

/** An area's stocktakes of a month: who has counted, where the differences are, and what the area manager makes of them. */
export default function AnalysisPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [search, change] = useSearch()
  const area = search.area ?? me.appointments.find((a) => a.area)?.area?.id ?? ''
  const month = (search.month as Month | undefined) ?? monthOfTake(me.today)
  const seen = useAnalysis(area, month)
  const months = [0, 1, 2].map((n) => addMonths(monthOf(me.today), -n))
  return (
    <Page title={say(w.analysis)} back={{ to: '/takes', label: say(w.takes) }}>
      <Choices
        label={say(w.month)}
        value={month}
        options={months.map((m) => ({ key: m, label: f.month(m) }))}
        onChange={(m) => change({ ...search, month: m })}
      />
      {area === '' ? (
        <Card>
          <Empty title={say(w.chooseArea)} />
        </Card>
      ) : (
        <Seen of={seen}>
          {(data) => <Analysed key={data.analysis?.version ?? 0} area={area} seen={data} />}
        </Seen>
      )}
    </Page>
  )
}

function Analysed({ area, seen }: { area: string; seen: AreaSeen }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { total, before, analysis } = seen
  const net = total.short + total.over
  const turned = Math.abs(total.short) + total.over
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(w.net)}
          value={signed(f, net)}
          unit={say(w.piecesOf)}
          note={`${f.money(total.value)} ${say(w.byTag)}`}
        />
        <Figure size="strip" label={say(w.short)} value={signed(f, total.short)} />
        <Figure size="strip" label={say(w.over)} value={signed(f, total.over)} />
        <Figure
          size="strip"
          label={say(w.rate)}
          value={f.percent(total.pieces > 0 ? turned / total.pieces : 0)}
          note={
            before
              ? say(w.againstLast, {
                  month: f.month(addMonths(seen.month, -1)),
                  pieces: signed(f, before.short + before.over),
                })
              : undefined
          }
        />
      </FigureStrip>
      <Columns columns="2fr 1fr">
        <div className="take-column">
          <Card kind="flush">
            <ul className="stock-list">
              {seen.stores.map((s) => {
                const take = seen.takes.find((t) => t.store === s.id)
                return (
                  <li key={s.id} className="stock-line">
                    <span>
                      <b>{name(s)}</b>
                      {take ? (
                        <small>
                          {say(w.sealed, {
                            skus: f.count(take.skus),
                            pieces: f.count(take.pieces),
                            n: f.count(take.differing),
                          })}
                        </small>
                      ) : null}
                    </span>
                    <span className="stock-line-end">
                      {take && take.skus > 0 ? (
                        <b className="num">{signed(f, take.short + take.over)}</b>
                      ) : null}
                      {take ? (
                        <Go to={`/takes/${s.id}/${take.id}`}>
                          <Chip tone={toneOf(take.state)}>{say(stateWords[take.state])}</Chip>
                        </Go>
                      ) : (
                        <Chip tone="late">{say(w.notYet)}</Chip>
                      )}
                    </span>
                  </li>
                )
              })}
            </ul>
          </Card>
          {seen.worst.length > 0 ? (
            <Card title={say(w.worst)}>
              <ul className="stock-list">
                {seen.worst.map((l) => (
                  <li key={`${l.store} ${l.sku}`} className="stock-line">
                    <PieceLine piece={l}>
                      <small>
                        {name({ name: l.storeName, nameEn: l.storeNameEn })}
                        {l.cause ? ` · ${say(causeWords[l.cause])}` : ''}
                      </small>
                    </PieceLine>
                    <b className="num stock-line-end">
                      {signed(f, differenceOf(l))} · {f.money(worthOf(l))}
                    </b>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
        <div className="take-column">
          <WriteCard area={area} seen={seen} />
          <Shares title={say(w.byCause)} shares={seen.byCause} by="cause" />
          <Shares title={say(w.byCategory)} shares={seen.byCategory} by="category" />
          <Shares title={say(w.byPerson)} shares={seen.byPerson} by="person" />
        </div>
      </Columns>
      {analysis ? <RecordNote records={[analysis.id]} /> : null}
    </>
  )
}

function WriteCard({ area, seen }: { area: string; seen: AreaSeen }) {
  const say = useSay()
  const f = useFormat()
  const isWriter = useHolds('areaManager')
  const { analysis, month } = seen
  const [id] = useState(newId)
  const [words, write] = useState(analysis?.words ?? '')
  const hand = api.useDo('takes.analyse', { onDone: () => notice(say(w.handedInAnalysis)) })
  return (
    <Card
      title={say(w.analysis)}
      sub={
        analysis
          ? say(w.version, { n: analysis.version, name: analysis.byName, at: f.instant(analysis.at) })
          : undefined
      }
    >
      {isWriter ? (
        <div className="stock-form">
          <div className="field">
            <label htmlFor="take-analysis">{say(w.write)}</label>
            <Input.TextArea
              id="take-analysis"
              rows={5}
              maxLength={2000}
              placeholder={say(w.writeHint)}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </div>
          {hand.error ? <FormProblem problem={hand.error} /> : null}
          <Act
            type="primary"
            may="takes.analyse"
            loading={hand.isPending}
            onClick={() =>
              hand.mutate({ id, area, month, basedOn: analysis?.version ?? 0, words: words.trim() })
            }
          >
            {say(w.handInAnalysis)}
          </Act>
        </div>
      ) : (
        <p translate="no">{analysis?.words ?? '—'}</p>
      )}
    </Card>
  )
}

import { useState } from 'react'
import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { stateWords, w } from '../page-words.ts'
import { type LinePart, partOf } from '../rules.ts'
import { mayWhen, type TakeState } from '../shape.ts'
import { api, type Result, type ResultLine, signed, toneOf } from './api.ts'
import { ExplainSheet } from './ExplainSheet.tsx'
import { LineRow } from './LineRow.tsx'
import { RecountSheet } from './RecountSheet.tsx'
import { Shares } from './Shares.tsx'
import '../../pages/stock.css'
import './takes.css'

/** What a stocktake found: the dearest difference first, counted again, its cause said, handed up, reviewed, booked. */
export default function ResultPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { store = '', take = '' } = useParams()
  const result = api.useSee('takes.result', { store, take })
  const head = result.data?.take
  return (
    <Page
      title={head ? name({ name: head.storeName, nameEn: head.storeNameEn }) : say(w.result)}
      sub={
        head ? (
          <>
            {say(w.ofMonth, { month: f.month(head.month) })} ·{' '}
            {head.categories ? <span translate="no">{head.categories.join('、')}</span> : say(w.whole)}
          </>
        ) : undefined
      }
      actions={head ? <Chip tone={toneOf(head.state)}>{say(stateWords[head.state])}</Chip> : undefined}
      back={{ to: '/takes', search: { store }, label: say(w.takes) }}
    >
      <Seen of={result}>{(seen) => <Found seen={seen} />}</Seen>
    </Page>
  )
}

const may = (what: keyof typeof mayWhen, state: TakeState): boolean =>
  (mayWhen[what] as readonly TakeState[]).includes(state)

function Found({ seen }: { seen: Result }) {
  const say = useSay()
  const f = useFormat()
  const { take: head, lines, before, parts: counts } = seen
  const isManager = useHolds('storeManager')
  const isReviewer = useHolds('areaManager')
  const first: LinePart = counts.again > 0 ? 'again' : counts.explain > 0 ? 'explain' : 'settled'
  const [chosen, choose] = useState<LinePart>()
  const part = chosen ?? first
  const [touched, touch] = useState<ResultLine>()
  const [explained, explain] = useState<readonly string[]>()
  const [asked, ask] = useState<'submit' | 'approve' | 'sendBack'>()
  const isOpen = isManager && may('settle', head.state)
  const onDone = (): void => ask(undefined)
  const submit = api.useDo('takes.submit', { onDone })
  const decide = api.useDo('takes.decide', {
    onDone: ({ state }) => {
      onDone()
      if (state === 'approved') notice(say(w.booked))
    },
  })
  const on = { store: head.store, take: head.id }
  const net = head.short + head.over
  const value = (head.shortValue + head.overValue) as Money
  const shown = lines.filter((l) => partOf(l) === part)
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(w.net)}
          value={signed(f, net)}
          unit={say(w.piecesOf)}
          note={`${f.money(value)} ${say(w.byTag)}`}
        />
        <Figure
          size="strip"
          label={say(w.short)}
          value={signed(f, head.short)}
          tone={head.short < 0 ? 'missed' : 'plain'}
          note={f.money(head.shortValue)}
        />
        <Figure
          size="strip"
          label={say(w.over)}
          value={signed(f, head.over)}
          tone={head.over > 0 ? 'late' : 'plain'}
          note={f.money(head.overValue)}
        />
      </FigureStrip>
      <p className="note">
        {say(w.sealed, {
          skus: f.count(head.skus),
          pieces: f.count(head.pieces),
          n: f.count(head.differing),
        })}
        {before
          ? ` · ${say(w.againstLast, { month: f.month(before.month), pieces: signed(f, before.short + before.over) })}`
          : ''}
      </p>
      <Columns columns="2fr 1fr">
        <div className="take-column">
          {lines.length === 0 ? (
            <Card>
              <Empty title={say(w.noDifference)} next={say(w.noDifferenceNext)} />
            </Card>
          ) : (
            <>
              <Tabs
                label={say(w.result)}
                value={part}
                options={(['again', 'explain', 'settled'] as const).map((key) => ({
                  key,
                  label: say({ again: w.again, explain: w.toExplain, settled: w.settled }[key], {
                    n: f.count(counts[key]),
                  }),
                }))}
                onChange={choose}
              />
              {isOpen && part === 'explain' && shown.length > 1 ? (
                <div className="stock-quick">
                  <Act may="takes.explain" onClick={() => explain(shown.map((l) => l.sku))}>
                    {say(w.explainAll, { n: shown.length })}
                  </Act>
                </div>
              ) : null}
              {shown.length < counts[part] ? (
                <p className="note">
                  {say(part === 'settled' ? w.partCut : w.partNext, { n: f.count(shown.length) })}
                </p>
              ) : null}
              <Card kind="flush">
                <ul className="stock-list">
                  {shown.map((l) => (
                    <LineRow
                      key={l.sku}
                      line={l}
                      isOpen={isOpen}
                      onRecount={() => touch(l)}
                      onExplain={() => explain([l.sku])}
                    />
                  ))}
                </ul>
              </Card>
            </>
          )}
        </div>
        <div className="take-column">
          <Shares title={say(w.byCause)} shares={seen.byCause} by="cause" />
          <Shares title={say(w.byCategory)} shares={seen.byCategory} by="category" />
          {seen.byPerson.some((s) => s.key) ? (
            <Shares title={say(w.byPerson)} shares={seen.byPerson} by="person" />
          ) : null}
          <Steps seen={seen} />
        </div>
      </Columns>
      {isOpen ? (
        <StickyBar note={say(w.net)} value={`${signed(f, net)} · ${f.money(value)}`}>
          <Act
            type="primary"
            size="large"
            may="takes.submit"
            offBecause={
              counts.again > 0
                ? say(w.again, { n: counts.again })
                : counts.explain > 0
                  ? say(w.toExplain, { n: counts.explain })
                  : undefined
            }
            onClick={() => ask('submit')}
          >
            {say(w.submit)}
          </Act>
        </StickyBar>
      ) : null}
      {isReviewer && may('decide', head.state) ? (
        <StickyBar note={say(w.net)} value={`${signed(f, net)} · ${f.money(value)}`}>
          <Act size="large" may="takes.decide" onClick={() => ask('sendBack')}>
            {say(w.sendBack)}
          </Act>
          <Act type="primary" size="large" may="takes.decide" onClick={() => ask('approve')}>
            {say(w.approve)}
          </Act>
        </StickyBar>
      ) : null}
      {touched ? <RecountSheet on={on} line={touched} onClose={() => touch(undefined)} /> : null}
      {explained ? (
        <ExplainSheet on={on} skus={explained} staff={seen.staff} onClose={() => explain(undefined)} />
      ) : null}
      {asked === 'submit' ? (
        <ConfirmSheet
          title={say(w.submitTitle)}
          verb={say(w.submit)}
          reason="optional"
          isBusy={submit.isPending}
          problem={submit.error}
          onConfirm={(words) => submit.mutate({ ...on, words: words || null })}
          onClose={onDone}
        >
          <p>{say(w.submitNote)}</p>
        </ConfirmSheet>
      ) : null}
      {asked === 'approve' || asked === 'sendBack' ? (
        <ConfirmSheet
          title={say(asked === 'approve' ? w.approveTitle : w.sendBackTitle)}
          verb={say(asked === 'approve' ? w.approve : w.sendBack)}
          reason={asked === 'approve' ? 'optional' : 'needed'}
          isBusy={decide.isPending}
          problem={decide.error}
          onConfirm={(words) => decide.mutate({ ...on, approve: asked === 'approve', words: words || null })}
          onClose={onDone}
        >
          {asked === 'approve' ? (
            <p>{say(w.approveNote, { pieces: signed(f, net), value: f.money(value) })}</p>
          ) : null}
        </ConfirmSheet>
      ) : null}
    </>
  )
}

function Steps({ seen: { take: head, steps } }: { seen: Result }) {
  const say = useSay()
  const f = useFormat()
  return (
    <Card title={say(w.steps)}>
      <ul className="stock-list">
        <li className="stock-line">
          <span>
            <b>{say(w.planned)}</b>
            <small>
              {head.byName} · {f.instant(head.at)}
            </small>
          </span>
        </li>
        {steps.map((s) => (
          <li key={s.at} className="stock-line">
            <span>
              <b>{say(stateWords[s.step])}</b>
              <small>
                {s.byName} · {f.instant(s.at)}
                {s.words ? <span translate="no"> · {s.words}</span> : null}
              </small>
              {s.seal ? (
                <span className="take-seal num">{say(w.seal, { seal: s.seal.slice(0, 16) })}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

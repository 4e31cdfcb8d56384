import { Fragment, useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { RecordNote } from '../../../../platform/web/slots.tsx'
import { w } from '../page-words.ts'
import { freightOfLines } from '../rules.ts'
import { type AreaSeen, api, type BundleSeen } from './api.ts'
import { BundleCard } from './BundleCard.tsx'
import { Came } from './Came.tsx'
import { HowSheet } from './HowSheet.tsx'
import { useAnswers } from './useAnswers.ts'

export function AreaWeek({ area }: { area: string }) {
  const seen = api.useSee('rebalance.area', { area })
  return <Seen of={seen}>{(data) => <Week key={data.round?.id ?? ''} area={area} seen={data} />}</Seen>
}

function Week({ area, seen }: { area: string; seen: AreaSeen }) {
  const { round, bundles, stores, week } = seen
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [isAsking, explain] = useState(false)
  const decides = useHolds('areaManager', 'merchandising')
  const names = new Map(stores.map((s) => [s.id, name(s)]))
  const answers = useAnswers(round?.id ?? '', bundles)
  const again = api.useDo('rebalance.again', { onDone: () => notice(say(w.recomputed)) })
  const isOpen = round !== null && round.decidedAt === null
  if (round === null)
    return (
      <>
        <Card>
          <Empty
            title={say(w.notMade)}
            next={say(w.notMadeNext)}
            action={
              decides ? (
                <Act may="rebalance.again" loading={again.isPending} onClick={() => again.mutate({ area })}>
                  {say(w.recompute)}
                </Act>
              ) : undefined
            }
          />
          {again.error ? <FormProblem problem={again.error} /> : null}
        </Card>
        <Came came={seen.came} />
      </>
    )
  const { before, after } = round.inputs
  const pieces = bundles.reduce((n, b) => n + b.lines.reduce((m, l) => m + l.pieces, 0), 0)
  const mended = before.broken - after.broken
  return (
    <>
      {round.decidedAt ? <RecordNote records={[round.id]} /> : null}
      <FigureStrip>
        <Figure
          size="strip"
          label={say(w.broken)}
          value={f.count(after.broken)}
          unit={say(w.runs)}
          note={say(w.before, { n: f.count(before.broken) })}
        />
        <Figure
          size="strip"
          label={say(w.whole)}
          value={f.count(after.whole)}
          unit={say(w.runs)}
          note={say(w.before, { n: f.count(before.whole) })}
        />
        <Figure size="strip" label={say(w.pieces)} value={f.count(pieces)} unit={say(w.pcs)} />
        <Figure
          size="strip"
          label={say(w.perCell)}
          value={mended > 0 ? f.count(Math.round((pieces / mended) * 10) / 10) : '—'}
          unit={say(w.pcs)}
        />
      </FigureStrip>
      <Band title={say(w.ofWeek, { day: f.day(week) })} note={round.decidedAt ? undefined : say(w.waits)} />
      <div className="reorder-tools">
        <Button type="text" onClick={() => explain(true)}>
          {say(w.how)}
        </Button>
        {decides ? (
          <Act
            type="text"
            may="rebalance.again"
            loading={again.isPending}
            onClick={() => again.mutate({ area })}
          >
            {say(w.recompute)}
          </Act>
        ) : null}
      </div>
      {round.decidedAt ? (
        <p className="stock-note">
          <Chip tone="done">
            {say(w.decided, { name: round.decidedByName ?? '', at: f.instant(round.decidedAt) })}
          </Chip>{' '}
          {round.words}
        </p>
      ) : null}
      {bundles.length === 0 ? (
        <Card>
          <Empty title={say(w.none)} next={say(w.noneNext)} />
        </Card>
      ) : (
        waysOf(bundles).map((way) => (
          <Fragment key={way.key}>
            <Band
              title={say(w.way, { from: names.get(way.from) ?? '', to: names.get(way.to) ?? '' })}
              note={
                seen.freight
                  ? say(w.wayFreight, {
                      n: way.pieces,
                      x: f.money(
                        freightOfLines(
                          way.bundles.flatMap((b) => b.lines.map((l) => ({ ...l, n: b.n }))),
                          seen.freight,
                        ),
                      ),
                    })
                  : say(w.wayPieces, { n: way.pieces })
              }
            />
            <ul className="reorder-grid">
              {way.bundles.map((b) => (
                <li key={b.n}>
                  <BundleCard
                    bundle={b}
                    answers={answers}
                    nameOf={(id) => names.get(id) ?? ''}
                    isOff={!decides || !isOpen}
                  />
                </li>
              ))}
            </ul>
          </Fragment>
        ))
      )}
      <Came came={seen.came} />
      {decides && isOpen ? (
        <Decide area={area} round={round.id} answers={answers} freight={seen.freight} />
      ) : null}
      {isAsking ? <HowSheet round={round} onClose={() => explain(false)} /> : null}
    </>
  )
}

/** Bundles that go the same way, in the order of the round; one that needs two stores stands with its first. */
function waysOf(bundles: AreaSeen['bundles']) {
  const ways = new Map<string, { from: string; to: string; bundles: BundleSeen[] }>()
  for (const b of bundles) {
    const { from, to } = b.lines[0]!
    const way = ways.get(`${from} ${to}`)
    if (way) way.bundles.push(b)
    else ways.set(`${from} ${to}`, { from, to, bundles: [b] })
  }
  return [...ways].map(([key, way]) => ({
    key,
    ...way,
    pieces: way.bundles.reduce((n, b) => n + b.lines.reduce((m, l) => m + l.pieces, 0), 0),
  }))
}

function Decide(props: {
  area: string
  round: string
  answers: ReturnType<typeof useAnswers>
  freight: AreaSeen['freight']
}) {
  const { area, round, answers, freight } = props
  const say = useSay()
  const f = useFormat()
  const [words, write] = useState('')
  const act = api.useDo('rebalance.decide', {
    onDone: (done) => {
      answers.decided()
      notice(say(w.decidedNow, { n: done.transfers }))
    },
  })
  return (
    <>
      <div className="field reorder-words">
        <label htmlFor="rebalance-words">{say(w.words)}</label>
        <Input
          id="rebalance-words"
          size="large"
          maxLength={300}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      {act.error ? <FormProblem problem={act.error} /> : null}
      <StickyBar
        note={
          answers.toSay > 0
            ? say(w.toSay, { n: answers.toSay })
            : say(w.sum, {
                accepted: f.count(answers.taken),
                pieces: f.count(answers.pieces),
                parcels: f.count(answers.parcels),
              }) + (freight ? say(w.freight, { x: f.money(freightOfLines(answers.lines, freight)) }) : '')
        }
      >
        <Act
          type="primary"
          size="large"
          may="rebalance.decide"
          loading={act.isPending}
          onClick={() =>
            answers.toSay > 0
              ? document.querySelector('.is-open-matter')?.scrollIntoView({ block: 'center' })
              : act.mutate({ area, round, answers: answers.answers(), words: words.trim() || null })
          }
        >
          {say(answers.toSay > 0 ? w.goSay : answers.taken > 0 ? w.decide : w.decideNone)}
        </Act>
      </StickyBar>
    </>
  )
}

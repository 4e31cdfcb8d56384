import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { healthOperations } from '../actions.ts'
import type { Finding, Level } from '../shape.ts'
import { checkNames, findingWords } from '../words.ts'
import { w } from './words.ts'
import './health.css'

const api = client<typeof healthOperations>()
const every = 30_000
const rank: Readonly<Record<Level, number>> = { ill: 0, watch: 1, well: 2 }
const shortOf = { ill: w.illShort, watch: w.watchShort, well: w.wellShort }

/** How the house does, in plain words: what wants somebody first, then what it carries and where it is slow. */
export default function HealthPage() {
  const say = useSay()
  const f = useFormat()
  const seen = api.useSee('health.now', {}, { every, keep: true })
  return (
    <Page title={say(w.health)} sub={say(w.sub)}>
      <Seen of={seen}>
        {({ level, findings, process, listeners, engine, slowest }) => {
          const open = findings.filter((one) => one.level !== 'well').length
          const longest = Math.max(1, ...slowest.map((s) => s.worstMs))
          return (
            <>
              <section className={`health-verdict is-${level}`} aria-live="polite">
                <h2>{level === 'well' ? say(w.well) : say(w[level], { n: open })}</h2>
                <p className="note">
                  {engine === 'pglite' ? say(w.embedded) : say(w.postgres)} · {say(w.up)}{' '}
                  {lasting(say, process.sinceMinutes)}
                </p>
              </section>
              <ul className="health-findings">
                {[...findings]
                  .sort((a, b) => rank[a.level] - rank[b.level])
                  .map((one) => (
                    <FindingLine key={one.check} finding={one} />
                  ))}
              </ul>
              <FigureStrip>
                <Figure size="strip" label={say(w.requests)} value={f.count(process.requests)} />
                <Figure size="strip" label={say(w.listeners)} value={f.count(listeners)} />
                <Figure size="strip" label={say(w.memory)} value={f.count(process.memoryMb)} unit="MB" />
                <Figure
                  size="strip"
                  label={say(w.late)}
                  value={f.count(Math.round(process.lateMs))}
                  unit="ms"
                  note={say(w.lateNote)}
                />
              </FigureStrip>
              <Card title={say(w.slowest)} sub={say(w.slowestSub)}>
                {slowest.length === 0 ? (
                  <Empty title={say(w.none)} />
                ) : (
                  <ul className="health-slow">
                    {slowest.map((s) => (
                      <li key={s.name}>
                        <span>{say(s.title)}</span>
                        <b className="num">{f.count(Math.round(s.worstMs))} ms</b>
                        <i style={{ width: `${Math.max(1, (s.worstMs / longest) * 100)}%` }} />
                        <small className="note">
                          {say(w.times, { n: s.requests, mean: f.count(Math.round(s.meanMs)) })}
                        </small>
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
              <p className="note">{say(w.metrics)}</p>
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

function FindingLine({ finding }: { finding: Finding }) {
  const say = useSay()
  const { check, level, says, facts } = finding
  return (
    <li className={`health-finding is-${level}`}>
      <span className="health-mark">{say(shortOf[level])}</span>
      <b>{say(checkNames[check])}</b>
      <span>{say(findingWords[says as keyof typeof findingWords], facts)}</span>
    </li>
  )
}

const lasting = (say: ReturnType<typeof useSay>, minutes: number): string =>
  minutes < 120
    ? say(w.minutes, { n: minutes })
    : minutes < 2_880
      ? say(w.hours, { n: Math.floor(minutes / 60) })
      : say(w.days, { n: Math.floor(minutes / 1_440) })

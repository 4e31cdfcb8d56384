import type { ReactNode } from 'react'
import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../../platform/web/parts/Page.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import type { ProblemError } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { behindPace } from '../rules.ts'
import { api, type CompanySeen, type ListSeen } from './api.ts'
import { ChaseCard } from './ChaseCard.tsx'
import { LastMeasures } from './LastMeasures.tsx'
import { useList } from './useList.ts'

type Seen = ListSeen | CompanySeen

/** The list of an area, or the director's over areas: who lags, what is done, what came of the last measures. */
export function ChaseBoard(props: {
  seen: Seen
  /** The area; undefined: the director's list. */
  area?: string | undefined
  /** Whether whoever looks hands this list in. */
  isMine: boolean
  below?: (seat: string) => ReactNode
}) {
  const { seen, area, isMine, below } = props
  const say = useSay()
  const list = useList(`${area ?? 'company'}.${seen.day}`, seen)
  const [missing, mark] = useState<readonly string[]>([])
  const options = {
    onDone: ({ directives }: { directives: readonly unknown[] }) => {
      list.handedIn()
      mark([])
      notice(directives.length > 0 ? say(p.keptDirectives, { count: directives.length }) : say(p.kept))
    },
    onRefused: (problem: ProblemError) => {
      const seats = Array.isArray(problem.facts.seats) ? problem.facts.seats.map(String) : []
      mark(seats)
      document.getElementById(`chase-${seats[0]}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    },
  }
  const submit = api.useDo('chase.submit', options)
  const steer = api.useDo('chase.steer', options)
  const mayWrite = isMine && seen.day === seen.today
  const behind = seen.lines.filter((l) => l.behind)
  const done = behind.filter((l) => {
    const line = list.lineOf(l)
    return line.measure !== null || line.words !== null
  }).length
  const problem = submit.error ?? steer.error
  return (
    <>
      <ScopeStrip seen={seen} isArea={area !== undefined} />
      <Columns columns="minmax(0, 1.5fr) minmax(300px, 1fr)">
        <div className="chase-stack">
          {behind.length === 0 && (area || seen.lines.length === 0) ? (
            <Card>
              <Empty
                title={say(seen.asOf === null ? p.firstDay : area ? p.noneBehind : p.noAreaBehind)}
                next={mayWrite && !seen.filed ? say(p.noneNext) : undefined}
              />
            </Card>
          ) : (
            seen.lines.map((seat) => (
              <ChaseCard
                key={seat.seat}
                seat={seat}
                draft={list.lineOf(seat)}
                mayWrite={mayWrite}
                isMissing={missing.includes(seat.seat)}
                onChange={(part) => list.write(seat, part)}
              >
                {below?.(seat.seat)}
              </ChaseCard>
            ))
          )}
          <p className="note">{say(p.behindHow, { least: `${Math.round(behindPace * 100)}%` })}</p>
        </div>
        <div className="chase-stack">
          <LastMeasures before={seen.before} />
        </div>
      </Columns>
      {problem ? <FormProblem problem={problem} /> : null}
      {mayWrite ? (
        <StickyBar
          note={behind.length > 0 ? say(p.written, { done, all: behind.length }) : say(p.nothingToWrite)}
        >
          <Act
            type="primary"
            size="large"
            block
            may={area ? 'chase.submit' : 'chase.steer'}
            offBecause={seen.filed && !list.isChanged ? filedWords() : undefined}
            loading={submit.isPending || steer.isPending}
            onClick={() => (area ? submit.mutate({ area, ...list.input() }) : steer.mutate(list.input()))}
          >
            {say(seen.filed ? p.correct : p.submit)}
          </Act>
        </StickyBar>
      ) : null}
    </>
  )

  function filedWords(): string {
    return say(p.kept)
  }
}

/** How the whole stands, and how many lag. */
function ScopeStrip({ seen, isArea }: { seen: Seen; isArea: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { figures } = seen
  const behind = seen.lines.filter((l) => l.behind).length
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(isArea ? p.behindStores : p.behindAreas)}
        value={f.count(behind)}
        tone={behind > 0 ? 'late' : 'plain'}
        note={[
          say(isArea ? p.ofAll : p.ofAllAreas, { onPace: seen.onPace }),
          ...(seen.withoutTarget > 0 ? [say(p.withoutTarget, { count: seen.withoutTarget })] : []),
        ].join(' · ')}
      />
      <Figure
        size="strip"
        label={say(p.winBack)}
        value={figures ? f.wan(figures.winBack) : '—'}
        note={'handedIn' in seen ? say(p.areasHandedIn, { done: seen.handedIn, all: seen.seats }) : null}
      />
      <Figure
        size="strip"
        label={say(p.monthDone)}
        value={figures ? f.wan(figures.net) : '—'}
        target={figures ? f.wan(figures.target) : undefined}
        note={
          figures ? (
            <ProgressWeave size="thin" done={figures.achievedShare} pace={figures.elapsedShare} note />
          ) : null
        }
      />
      <Figure
        size="strip"
        label={say(p.monthEnd)}
        value={figures ? f.wan(figures.expected) : '—'}
        tone={figures && figures.off < 0 ? 'missed' : 'plain'}
        note={
          figures
            ? say(figures.off < 0 ? p.lacks : p.exceeds, {
                amount: f.wan(Math.abs(figures.off) as typeof figures.off),
              })
            : null
        }
      />
    </FigureStrip>
  )
}

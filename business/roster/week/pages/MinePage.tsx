import { useState } from 'react'
import { addDays, type Day, mondayOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useWaiting } from '../../../../platform/web/outbox/outbox.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import { zoneSaid } from '../../../organization/plans/words.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { clockOf, weekDays } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { swapMay, swapState } from '../release-rules.ts'
import type { Swap, WishKind } from '../shape.ts'
import { api, type MineSeen } from './api.ts'
import { FairCard } from './FairCard.tsx'
import { ShiftChip } from './ShiftFace.tsx'
import { SwapSheet } from './SwapSheet.tsx'
import { swapSaid, useSwapLine } from './SwapsCard.tsx'
import './roster.css'

/** An associate's shifts: the next one large, then day by day; wishes for the week that is not made yet; swaps. */
export function MinePage() {
  const say = useSay()
  const [store, choose] = useStore()
  const mine = api.useSee('rosters.mine', { store: store ?? '' }, { keep: true, when: store !== undefined })
  return (
    <Page title={say(r.mine)} width="reading" actions={<StorePicker value={store} onChange={choose} />}>
      {store === undefined ? (
        <Empty title={say(r.chooseStore)} />
      ) : (
        <Seen of={mine} lines={6}>
          {(seen) => <Mine seen={seen} />}
        </Seen>
      )}
    </Page>
  )
}

function Mine({ seen }: { seen: MineSeen }) {
  const me = useMe().person.id
  const [search, change] = useSearch()
  const day = search.swap as Day | undefined
  return (
    <>
      <NextShift seen={seen} me={me} />
      <WaitingNote of="rosters.askSwap" />
      <Swaps seen={seen} me={me} />
      {seen.weeks.map((w) => (
        <WeekCard key={w.week} seen={seen} of={w} me={me} onSwap={(d) => change({ swap: d })} />
      ))}
      <FairCard fair={seen.fair} sum={seen.fairSum} self={me} />
      {day ? (
        <SwapSheet key={day} seen={seen} me={me} day={day} onClose={() => change({ swap: undefined })} />
      ) : null}
    </>
  )
}

function NextShift({ seen, me }: { seen: MineSeen; me: string }) {
  const say = useSay()
  const f = useFormat()
  const own = seen.weeks.flatMap((w) => w.cells.filter((c) => c.person === me && c.day >= seen.today))
  const [next] = own.sort((a, b) => (a.day < b.day ? -1 : 1))
  if (!next) return <Empty title={say(r.noNext)} next={say(r.notReleasedNext)} />
  const when =
    next.day === seen.today
      ? say(r.todayIs)
      : next.day === addDays(seen.today, 1)
        ? say(r.tomorrowIs)
        : say(r.nextShift)
  const people = seen.weeks.flatMap((w) => w.people)
  const beside = seen.weeks
    .flatMap((w) => w.cells)
    .filter((c) => c.day === next.day && c.person !== me && c.from < next.to && c.to > next.from)
    .map((c) => people.find((p) => p.person === c.person)?.name ?? '')
  return (
    <Card title={when} sub={f.dayAndWeekday(next.day)} extra={<ShiftChip shift={next} />}>
      <p className="roster-next num">{`${clockOf(next.from)}–${clockOf(next.to)}`}</p>
      <p className="note">
        {next.break > 0 ? `${say(r.restMinutes, { minutes: next.break })} · ` : null}
        {next.zone ? (
          <>
            <span translate="no">{zoneSaid(next.zone, say)}</span> ·{' '}
          </>
        ) : null}
        {beside.length > 0 ? say(r.with, { names: beside.join(say(r.comma)) }) : say(r.alone)}
      </p>
    </Card>
  )
}

function WeekCard(props: {
  seen: MineSeen
  of: MineSeen['weeks'][number]
  me: string
  onSwap: (day: Day) => void
}) {
  const { seen, of, me, onSwap } = props
  const say = useSay()
  const f = useFormat()
  const isThis = of.week === mondayOf(seen.today)
  const title = isThis ? say(r.thisWeek) : of.week === addDays(mondayOf(seen.today), 7) ? say(r.nextWeek) : ''
  const isAway = (day: Day) => seen.away.some((a) => a.from <= day && a.to >= day)
  if (!of.version && isThis) return null
  return (
    <Card
      title={title || say(r.weekOf, { from: f.day(of.week), to: f.day(addDays(of.week, 6)) })}
      sub={of.version ? undefined : `${say(r.notReleased)} · ${say(r.wishNote)}`}
    >
      <ul className="roster-mine">
        {weekDays(of.week)
          .filter((d) => d >= seen.today)
          .map((day) => {
            const cell = of.cells.find((c) => c.person === me && c.day === day)
            return (
              <li key={day} className={day === seen.today ? 'is-today' : undefined}>
                <span>
                  <b>{f.weekday(day)}</b>
                  <small className="note">{f.day(day)}</small>
                </span>
                {of.version ? (
                  <>
                    {cell ? (
                      <ShiftChip shift={cell} />
                    ) : (
                      <span className="shift shift-line shift-off">{say(isAway(day) ? r.away : r.off)}</span>
                    )}
                    {isAway(day) ? null : (
                      <Button type="link" onClick={() => onSwap(day)}>
                        {say(r.askSwap)}
                      </Button>
                    )}
                  </>
                ) : isAway(day) ? (
                  <span className="shift shift-line shift-away">{say(r.away)}</span>
                ) : (
                  <WishChoice seen={seen} day={day} />
                )}
              </li>
            )
          })}
      </ul>
    </Card>
  )
}

function WishChoice({ seen, day }: { seen: MineSeen; day: Day }) {
  const say = useSay()
  const f = useFormat()
  const wish = api.useDo('rosters.wish', {
    about: ({ day: on }) => f.dayAndWeekday(on as Day),
    onDone: () => notice(say(r.wishSaved)),
    onRefused: (problem) => notice(problem.message),
  })
  const waiting = useWaiting<{ day: Day; kind: WishKind | null }>('rosters.wish').findLast(
    ({ input }) => input.day === day,
  )
  const standing = waiting ? waiting.input.kind : seen.wishes.find((w) => w.day === day)?.kind
  return (
    <Choices<WishKind | 'any'>
      label={say(r.wishTitle)}
      value={standing ?? 'any'}
      options={[
        { key: 'any', label: say(r.anything) },
        { key: 'off', label: say(r.wishOff) },
        { key: 'early', label: say(r.wishEarly) },
        { key: 'late', label: say(r.wishLate) },
      ]}
      onChange={(kind) =>
        wish.mutate({ id: newId(), store: seen.store.id, day, kind: kind === 'any' ? null : kind })
      }
    />
  )
}

function Swaps({ seen, me }: { seen: MineSeen; me: string }) {
  const say = useSay()
  const line = useSwapLine()
  const waits = (s: Swap): boolean => s.toPerson === me && swapMay(s, 'answer')
  if (seen.swaps.length === 0) return null
  return (
    <Card title={say(r.swaps)} kind={seen.swaps.some(waits) ? 'urgent' : 'plain'}>
      <ul className="roster-swaps">
        {seen.swaps.map((s) => (
          <li key={s.id}>
            <span translate="no">
              {line(s)}
              {s.words ? <small className="note">{s.words}</small> : null}
            </span>
            {waits(s) || (s.fromPerson === me && swapMay(s, 'withdraw')) ? (
              <Answer store={seen.store.id} swap={s} isOwn={s.fromPerson === me} />
            ) : (
              <small className="note">
                {say(swapSaid[swapState(s)])}
                {s.decidedWords ? ` · ${s.decidedWords}` : ''}
              </small>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answer({ store, swap, isOwn }: { store: string; swap: Swap; isOwn: boolean }) {
  const say = useSay()
  const [asked] = useState(swapState(swap))
  const answer = api.useDo('rosters.answerSwap')
  const withdraw = api.useDo('rosters.withdrawSwap')
  const problem = answer.error ?? withdraw.error
  const on = { store, id: swap.id }
  return (
    <span className="roster-buttons">
      {problem ? <FormProblem problem={problem} /> : null}
      {isOwn ? (
        <>
          <small className="note">{say(swapSaid[asked])}</small>
          <Act may="rosters.withdrawSwap" loading={withdraw.isPending} onClick={() => withdraw.mutate(on)}>
            {say(r.withdraw)}
          </Act>
        </>
      ) : (
        <>
          <Act
            may="rosters.answerSwap"
            loading={answer.isPending}
            onClick={() => answer.mutate({ ...on, taken: false })}
          >
            {say(r.disagree)}
          </Act>
          <Act
            type="primary"
            may="rosters.answerSwap"
            loading={answer.isPending}
            onClick={() => answer.mutate({ ...on, taken: true })}
          >
            {say(r.agree)}
          </Act>
        </>
      )}
    </span>
  )
}

import { addMonths, isMonth } from '../../../../platform/kinds/day.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { inHours } from '../../../roster/week/legal-rules.ts'
import { a } from '../page-words.ts'
import { api, type MonthSeen } from './api.ts'

/** A month as it goes to pay: confirmed by the store, verified and locked by the area. */
export function MonthTab({ store }: { store: string }) {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const asked = search.month && isMonth(search.month) ? { month: search.month } : {}
  const month = api.useSee('attendance.month', { store, ...asked }, { keep: true })
  const seen = month.data
  return (
    <Seen of={month} lines={8}>
      {(answer) => (
        <Card
          title={say(a.monthTitle, { month: f.month(answer.month) })}
          extra={
            seen ? (
              <span className="attendance-buttons">
                <Button
                  aria-label={say(a.previous)}
                  icon={<Icon name="back" size={18} />}
                  onClick={() => change({ month: addMonths(answer.month, -1) })}
                />
                <Button
                  aria-label={say(a.next)}
                  icon={<Icon name="forward" size={18} />}
                  onClick={() => change({ month: addMonths(answer.month, 1) })}
                />
                <ExportButton view="attendance.month" input={{ store, month: answer.month }} />
              </span>
            ) : undefined
          }
        >
          <Steps seen={answer} />
          {answer.lines.length === 0 ? <Empty title={say(a.nothingYet)} /> : <Lines seen={answer} />}
        </Card>
      )}
    </Seen>
  )
}

function Steps({ seen }: { seen: MonthSeen }) {
  const say = useSay()
  const f = useFormat()
  const isArea = useHolds('areaManager')
  const isStore = useHolds('storeManager')
  const { head, store, month } = seen
  const on = { store: store.id, month }
  const done = { onDone: () => notice(say(a.done)) }
  const confirm = api.useDo('attendance.confirmMonth', done)
  const lock = api.useDo('attendance.lockMonth', done)
  const problem = confirm.error ?? lock.error
  const off = !seen.isOver ? a.monthRuns : undefined
  return (
    <div className="attendance-steps">
      {problem ? <FormProblem problem={problem} /> : null}
      {head ? (
        <span className="tone-done">
          ✓ {say(a.confirmed, { name: head.confirmedByName, when: f.instant(head.confirmedAt) })}
        </span>
      ) : (
        <span className={seen.open > 0 ? 'tone-late' : 'tone-done'}>
          {seen.open > 0 ? say(a.open, { count: seen.open }) : `✓ ${say(a.allSettled)}`}
        </span>
      )}
      {head?.lockedAt ? (
        <span className="tone-done">
          ✓ {say(a.locked, { name: head.lockedByName, when: f.instant(head.lockedAt) })}
        </span>
      ) : isArea ? (
        <Act
          type="primary"
          may="attendance.lockMonth"
          offBecause={head ? undefined : say(a.confirmFirst)}
          loading={lock.isPending}
          onClick={() => lock.mutate(on)}
        >
          {say(a.lock)}
        </Act>
      ) : isStore && !head ? (
        <Act
          type="primary"
          may="attendance.confirmMonth"
          offBecause={off ? say(off) : seen.open > 0 ? say(a.open, { count: seen.open }) : undefined}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(on)}
        >
          {say(a.confirm)}
        </Act>
      ) : (
        <span className="note">{say(head ? a.areaLocks : a.confirmFirst)}</span>
      )}
    </div>
  )
}

function Lines({ seen }: { seen: MonthSeen }) {
  const say = useSay()
  const f = useFormat()
  const { lines } = seen
  const total = (of: (l: MonthSeen['lines'][number]) => number): number =>
    lines.reduce((all, l) => all + of(l), 0)
  const net = sum(lines.map((l) => l.net))
  const marked = (n: number) => <td className={`num${n > 0 ? ' tone-late' : ''}`}>{n || '–'}</td>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="attendance-scroll" aria-label={say(a.tabMonth)} tabIndex={0}>
      <table className="attendance-month">
        <thead>
          <tr>
            <th scope="col">{say(a.person)}</th>
            {[
              a.rostered,
              a.worked,
              a.hours,
              a.lateTimes,
              a.earlyTimes,
              a.missing,
              a.away,
              a.ownPhone,
              a.praised,
              a.warned,
              a.overtimeHours,
              a.net,
            ].map((title) => (
              <th key={title[1]} scope="col" className="num">
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.person}>
              <th scope="row" translate="no">
                {l.name}
              </th>
              <td className="num">{l.rostered}</td>
              <td className="num">{l.worked}</td>
              <td className="num">{inHours(l.minutes)}</td>
              {marked(l.late)}
              {marked(l.early)}
              {marked(l.missing)}
              <td className="num">{l.away || '–'}</td>
              <td className="num">{l.ownPhone || '–'}</td>
              <td className="num">{l.praised || '–'}</td>
              {marked(l.warned)}
              <td className="num">{l.overtime > 0 ? inHours(l.overtime) : '–'}</td>
              <td className="num">{f.money(l.net)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(a.total)}</th>
            <td className="num">{total((l) => l.rostered)}</td>
            <td className="num">{total((l) => l.worked)}</td>
            <td className="num">{inHours(total((l) => l.minutes))}</td>
            <td className="num">{total((l) => l.late)}</td>
            <td className="num">{total((l) => l.early)}</td>
            <td className="num">{total((l) => l.missing)}</td>
            <td className="num">{total((l) => l.away)}</td>
            <td className="num">{total((l) => l.ownPhone)}</td>
            <td className="num">{total((l) => l.praised)}</td>
            <td className="num">{total((l) => l.warned)}</td>
            <td className="num">{inHours(total((l) => l.overtime))}</td>
            <td className="num">{f.money(net)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="note">{say(a.proof, { count: lines.length, net: f.money(net) })}</p>
    </section>
  )
}

import { type Day, dayOf, isDay, monthOf } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { alignmentWords } from '../../metrics/words.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import { type YearAlignment, yearAlignments } from '../shape.ts'
import { AreaTable } from './AreaTable.tsx'
import { BestStyles } from './BestStyles.tsx'
import './boards.css'
import { GapCard } from './GapCard.tsx'
import { HelpFirst } from './HelpFirst.tsx'
import { LeftOut } from './LeftOut.tsx'
import { ScopeFigures } from './ScopeFigures.tsx'
import { StoreTable } from './StoreTable.tsx'

const api = client<typeof boardOperations>()

/** Sales progress of the company or an area: first what can still be won back, then where the gap is, then the ranking. */
export function ScopeBoard({ area, isOpened }: { area?: string | undefined; isOpened?: boolean }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const day: Day = search.day && isDay(search.day) ? search.day : me.today
  const alignment = yearAlignments.find((a) => a === search.by)
  const input = { ...(area ? { area } : {}), ...(search.day && isDay(search.day) ? { day: search.day } : {}) }
  const board = api.useSee('boards.progress', input, { keep: true, every: 60_000 })
  const own = me.appointments.find((a) => a.area && a.area.id === area)?.area
  const seenArea = board.data?.areas.find((a) => a.id === area)
  const title = seenArea?.name
    ? name({ name: seenArea.name, nameEn: seenArea.nameEn })
    : own
      ? name(own)
      : name(me.company)
  return (
    <Page
      title={title}
      sub={
        board.data
          ? subOf(board.data.day, board.data.total.stores, board.data.total.month.elapsedShare)
          : undefined
      }
      {...(isOpened
        ? { back: { to: '/board', search: { day: search.day }, label: say(w.companyShort) } }
        : {})}
      actions={
        <>
          <DayInput
            label={say(w.day)}
            value={day}
            max={me.today}
            onChange={(d) => change({ day: d === me.today ? undefined : d })}
          />
          <ExportButton view="boards.progress" input={input} />
        </>
      }
    >
      <Seen of={board} lines={10}>
        {(seen) => {
          const by = alignment ?? suggested(seen.total.years)
          return (
            <>
              <ScopeFigures seen={seen} by={by} area={area} />
              <Columns columns="minmax(300px, 1fr) minmax(0, 1.7fr)">
                <HelpFirst help={seen.help} stores={seen.stores} day={search.day} />
                <div className="stack">
                  <GapCard
                    gap={seen.gap}
                    says={(facts) => say(w.gapMonth, facts)}
                    reference={say(
                      seen.gap?.reference === 'lastYear' ? w.referenceLastYear : w.referenceMonth,
                    )}
                  />
                  <Card title={say(w.best)} sub={say(w.bestWeek)}>
                    <BestStyles styles={seen.best} />
                  </Card>
                </div>
              </Columns>
              {area ? null : <AreaTable areas={seen.areas} total={seen.total} by={by} day={search.day} />}
              <StoreTable
                stores={seen.stores}
                total={seen.total}
                by={by}
                day={search.day}
                leftOff={seen.storesLeftOff}
                extra={
                  <Tabs
                    label={say(w.alignedBy)}
                    value={by}
                    options={yearAlignments.map((key) => ({ key, label: say(alignmentWords[key]) }))}
                    onChange={(key) => change({ by: key })}
                  />
                }
              />
              <LeftOut stores={seen.stores} by={by} />
            </>
          )
        }}
      </Seen>
    </Page>
  )

  function subOf(on: Day, stores: number, share: number | null) {
    const first = say(w.storesOnDay, { stores, day: f.dayAndWeekday(on) })
    return share === null ? first : `${first} · ${say(w.timeOfMonth, { share: f.percent(share, 1) })}`
  }
}

/** Near lunar new year the festival decides, else the weekday. */
export const suggested = (years: readonly { alignment: YearAlignment; by: string }[]): YearAlignment =>
  years.some((y) => y.alignment === 'lunarFestival' && y.by === 'lunarFestival') ? 'lunarFestival' : 'weekday'

/** First day of the month of a day, for explanations. */
export const monthStart = (day: Day): Day => dayOf(`${monthOf(day)}-01`)

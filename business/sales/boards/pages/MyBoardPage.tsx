import { isDay } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { cardOf } from '../../metrics/card.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import './boards.css'
import { useExplain } from './explained.ts'
import { MonthGrid } from './MonthGrid.tsx'
import { OwnToday, paceOf } from './OwnToday.tsx'

const api = client<typeof boardOperations>()

/** One associate's own day: what is sold, what is missing, who is next, and the month so far. */
export default function MyBoardPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const asked = search.day && isDay(search.day) ? { day: search.day } : {}
  const board = api.useSee('boards.mine', asked, { keep: true, every: 60_000 })
  const language = useLanguage()
  const explain = useExplain({ store: board.data?.store.id })
  return (
    <Page
      title={me.person.name}
      sub={board.data ? `${name(board.data.store)} · ${f.dayAndWeekday(board.data.day)}` : undefined}
      actions={
        <DayInput
          label={say(w.day)}
          value={board.data?.day ?? me.today}
          max={me.today}
          onChange={(d) => change({ day: d === me.today ? undefined : d })}
        />
      }
    >
      <Seen of={board}>
        {(own) => {
          const pace = paceOf(own)
          return (
            <Columns columns="minmax(0, 1fr) minmax(0, 1fr)">
              <div className="stack">
                <OwnToday own={own} />
                <Card title={say(w.storeToday)}>
                  <Figure
                    size="strip"
                    label={name(own.store)}
                    value={f.wan(own.storeDay.net)}
                    target={own.storeDay.target === null ? undefined : f.wan(own.storeDay.target)}
                    explain={explain('netSales', own.day, own.day)}
                  />
                  {own.storeDay.achieved === null ? null : (
                    <ProgressWeave done={own.storeDay.achieved} {...pace} note />
                  )}
                </Card>
              </div>
              <Card title={say(w.calendar)} sub={say(w.calendarHow, { unit: f.wanUnit })}>
                <Figure
                  size="strip"
                  label={say(w.own)}
                  value={f.wan(own.monthNet)}
                  target={own.monthTarget === null ? undefined : f.wan(own.monthTarget)}
                  explain={cardOf('netSales', { netSales: own.monthNet }, language, [
                    { label: say(w.ownHow), value: say(w.ownHowNote) },
                    ...own.calendar
                      .filter((c) => c.day <= own.day && c.net !== 0)
                      .map((c) => ({ label: f.dayAndWeekday(c.day), value: f.money(c.net) })),
                  ])}
                />
                {own.monthTarget ? (
                  <ProgressWeave
                    done={own.monthNet / own.monthTarget}
                    {...(own.monthToDateTarget === null
                      ? {}
                      : { pace: own.monthToDateTarget / own.monthTarget })}
                    note
                  />
                ) : null}
                <MonthGrid days={own.calendar} here={own.day} today={own.today} />
              </Card>
            </Columns>
          )
        }}
      </Seen>
    </Page>
  )
}

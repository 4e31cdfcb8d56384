import { useEffect } from 'react'
import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useParams, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import { BestStyles } from './BestStyles.tsx'
import './boards.css'
import { ComparedCard } from './ComparedCard.tsx'
import { useExplain } from './explained.ts'
import { GapCard } from './GapCard.tsx'
import { HoursCard } from './HoursCard.tsx'
import { RateStrip } from './RateStrip.tsx'
import { StoreToday } from './StoreToday.tsx'

const api = client<typeof boardOperations>()

/** One store's day, made for the manager's phone; superiors open the same page. */
export default function StoreBoardPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const params = useParams()
  const [search, change] = useSearch()
  const own = me.appointments.find((a) => a.store && a.position === 'storeManager')?.store
  const store = params.store ?? own?.id ?? ''
  const explain = useExplain({ store })
  const asked = search.day && isDay(search.day) ? { day: search.day } : {}
  const board = api.useSee(
    'boards.store',
    { store, ...asked },
    { keep: true, every: 60_000, when: store !== '' },
  )
  const day: Day = board.data?.day ?? me.today
  const { see } = search
  const isSeen = board.data !== undefined
  useEffect(() => {
    if (see && isSeen) document.getElementById(see)?.scrollIntoView({ block: 'start' })
  }, [see, isSeen])
  const ofMonth = search.gap === 'month'
  return (
    <Page
      title={board.data ? name(board.data.store) : own && !params.store ? name(own) : say(w.store)}
      sub={
        board.data
          ? say(w.ofStore, {
              area: name({ name: board.data.store.areaName ?? '', nameEn: board.data.store.areaNameEn }),
              day: f.dayAndWeekday(day),
            })
          : undefined
      }
      {...(params.store && board.data?.store.area && params.store !== own?.id
        ? {
            back: {
              to: `/board/areas/${board.data.store.area}`,
              search: { day: search.day },
              label: name({
                name: board.data.store.areaName ?? say(w.area),
                nameEn: board.data.store.areaNameEn,
              }),
            },
          }
        : {})}
      actions={
        <>
          <DayInput
            label={say(w.day)}
            value={day}
            max={board.data?.today ?? me.today}
            onChange={(d) => change({ day: d === board.data?.today ? undefined : d })}
          />
          <ExportButton view="boards.store" input={{ store, ...asked }} />
        </>
      }
    >
      <Seen of={board} lines={10}>
        {(seen) => (
          <>
            <Columns columns="minmax(0, 1.15fr) minmax(0, 1fr)">
              <StoreToday seen={seen} explain={explain} />
              <GapCard
                gap={ofMonth ? seen.monthGap : seen.gap}
                says={(facts) =>
                  ofMonth
                    ? say(w.gapMonth, facts)
                    : seen.gap?.until == null
                      ? say(w.gapDay, facts)
                      : say(w.gapUntil, { ...facts, hour: seen.gap.until })
                }
                reference={
                  ofMonth
                    ? say(w.referenceStore)
                    : say(w.reference, { from: f.day(seen.base.from), to: f.day(seen.base.to) })
                }
                extra={
                  <Tabs
                    label={say(w.span)}
                    value={ofMonth ? 'month' : 'day'}
                    options={[
                      { key: 'day', label: say(seen.day === seen.today ? w.today : w.theDay) },
                      { key: 'month', label: say(w.monthSoFar) },
                    ]}
                    onChange={(key) => change({ gap: key === 'month' ? key : undefined })}
                  />
                }
              />
            </Columns>
            <RateStrip
              figures={seen.progress.day}
              base={seen.base}
              isRunning={seen.progress.clock.state === 'running'}
              explain={(metric) => explain(metric, day, day)}
            />
            <Columns columns="minmax(0, 1.6fr) minmax(0, 1fr)">
              <div className="stack">
                <HoursCard seen={seen} />
                <div id="best">
                  <Card
                    title={say(w.best)}
                    extra={
                      <Tabs
                        label={say(w.best)}
                        value={search.best === 'week' ? 'week' : 'day'}
                        options={[
                          { key: 'day', label: say(seen.day === seen.today ? w.today : w.theDay) },
                          { key: 'week', label: say(w.bestWeek) },
                        ]}
                        onChange={(key) => change({ best: key === 'week' ? key : undefined })}
                      />
                    }
                  >
                    <BestStyles styles={search.best === 'week' ? seen.best.week : seen.best.day} />
                  </Card>
                </div>
              </div>
              <ComparedCard progress={seen.progress} day={day} explain={explain} />
            </Columns>
            {params.store ? <Go to={`/reports/${store}`}>{say(w.allReports)}</Go> : null}
          </>
        )}
      </Seen>
    </Page>
  )
}

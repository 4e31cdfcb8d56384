import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type ListSeen } from './api.ts'
import { ChaseBoard } from './ChaseBoard.tsx'
import './steering.css'
import { titles } from './titles.ts'

/** The area manager's chase list; his superiors read it. */
export default function ChasePage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const own = me.appointments.flatMap((a) => (a.position === 'areaManager' && a.area ? [a.area] : []))
  const area = search.area ?? own[0]?.id ?? ''
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const list = api.useSee('chase.list', { area, ...asked }, { keep: true, when: area !== '' })
  const day = list.data?.day ?? asked.day ?? me.today
  const isMine = own.some((a) => a.id === area)
  return (
    <Page
      title={say(titles.chase)}
      sub={list.data ? <SubLine seen={list.data} /> : undefined}
      {...(isMine ? {} : { back: { to: '/steer', search: { day: search.day }, label: say(titles.steer) } })}
      actions={
        <>
          <DayInput
            label={say(p.day)}
            value={day}
            max={me.today}
            onChange={(d) => change({ day: d === me.today ? undefined : d })}
          />
          {area ? (
            <>
              <Go to="/chase/month" search={{ area }} className="link chase-link">
                {say(p.monthLink)}
              </Go>
              <ExportButton view="chase.list" input={{ area, ...asked }} />
            </>
          ) : null}
        </>
      }
    >
      {own.length > 1 ? (
        <Tabs
          label={say(p.area)}
          value={area}
          options={own.map((a) => ({ key: a.id, label: name(a) }))}
          onChange={(key) => change({ area: key })}
        />
      ) : null}
      {area === '' ? <Empty title={say(p.noArea)} /> : null}
      <Seen of={list} lines={10}>
        {(seen) => (
          <ChaseBoard
            key={`${seen.area} ${seen.day} ${seen.filed?.version ?? 0}`}
            seen={seen}
            area={seen.area}
            isMine={isMine}
          />
        )}
      </Seen>
    </Page>
  )

  function SubLine({ seen }: { seen: ListSeen }) {
    return <>{[f.dayAndWeekday(seen.day), ...statusOf(seen)].join(' · ')}</>
  }
  function statusOf(seen: ListSeen): string[] {
    const { filed, asOf } = seen
    const figures = asOf === null ? [] : [say(p.asOf, { day: f.day(asOf) })]
    if (!filed) return figures
    const facts = { name: filed.madeByName, time: f.time(filed.madeAt), version: filed.version }
    return [...figures, say(filed.version > 1 ? p.filedVersion : p.filed, facts)]
  }
}

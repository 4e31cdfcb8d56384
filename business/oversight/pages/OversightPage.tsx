import { type Day, isDay } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type ListSeen } from './api.ts'
import { MatterBoard } from './MatterBoard.tsx'
import './oversight.css'
import { titles } from './titles.ts'

/** What of goods and money does not add up in the stores of an area, each with its cause; superiors and finance read it. */
export default function OversightPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const own = me.appointments.flatMap((a) => (a.position === 'areaManager' && a.area ? [a.area] : []))
  const area = search.area ?? own[0]?.id ?? ''
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const list = api.useSee('oversight.list', { area, ...asked }, { keep: true, when: area !== '' })
  const day = list.data?.day ?? asked.day ?? me.today
  const may = useMay('oversight.submit')
  const isMine = own.some((a) => a.id === area)
  return (
    <Page
      title={say(titles.list)}
      sub={list.data ? subLine(list.data) : undefined}
      {...(isMine
        ? {}
        : { back: { to: '/oversight/company', search: { day: search.day }, label: say(titles.company) } })}
      actions={
        <>
          <DayInput
            label={say(p.day)}
            value={day}
            max={me.today}
            onChange={(d) => change({ day: d === me.today ? undefined : d })}
          />
          {area ? <ExportButton view="oversight.list" input={{ area, ...asked }} /> : null}
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
          <MatterBoard
            key={`${seen.area} ${seen.day} ${seen.filed?.version ?? 0}`}
            seen={seen}
            mayWrite={may.may && seen.day === seen.today}
          />
        )}
      </Seen>
    </Page>
  )

  function subLine({ day, filed, kept }: ListSeen): string {
    const head = [f.dayAndWeekday(day), ...(kept ? [say(p.keptBooks, { ...kept })] : [])].join(' · ')
    if (!filed) return head
    const facts = { name: filed.madeByName, time: f.time(filed.madeAt), version: filed.version }
    return `${head} · ${say(filed.version > 1 ? p.filedVersion : p.filed, facts)}`
  }
}

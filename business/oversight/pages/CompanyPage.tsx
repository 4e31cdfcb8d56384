import { type Day, daysBetween, isDay } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { matterNames } from '../words.ts'
import { api } from './api.ts'
import './oversight.css'
import { titles } from './titles.ts'

/** Area by area: what does not add up now, since when, and whether the day's list is in. */
export default function CompanyPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const seen = api.useSee('oversight.company', asked, { keep: true })
  const day = seen.data?.day ?? asked.day ?? me.today
  return (
    <Page
      title={say(titles.company)}
      sub={f.dayAndWeekday(day)}
      actions={
        <DayInput
          label={say(p.day)}
          value={day}
          max={me.today}
          onChange={(d) => change({ day: d === me.today ? undefined : d })}
        />
      }
    >
      <Seen of={seen} lines={6}>
        {({ areas, today }) =>
          areas.length === 0 ? (
            <Empty title={say(p.noAreas)} />
          ) : (
            <div className="matter-grid">
              {areas.map((a) => {
                const days = a.oldest === null ? 0 : Math.max(0, daysBetween(a.oldest, today))
                return (
                  <Card key={a.area}>
                    <div className="matter-head">
                      <h2>
                        <Go to="/oversight" search={{ area: a.area, ...asked }}>
                          {name(a)}
                        </Go>
                      </h2>
                      <b className="matter-count num">{f.count(a.open)}</b>
                    </div>
                    <p className="matter-what">
                      <Chip tone={a.filed ? 'done' : 'late'}>{say(a.filed ? p.inTime : p.notFiled)}</Chip>
                      {a.filed ? (
                        <span>
                          <span translate="no">{a.filed.madeByName}</span> {f.time(a.filed.madeAt)} ·{' '}
                          {say(p.written, { done: a.filed.answered, all: a.filed.matters })}
                        </span>
                      ) : null}
                      {a.open > 0 ? (
                        <Chip tone={days > 7 ? 'missed' : 'plain'}>
                          {say(p.oldest)} {say(p.days, { n: days })}
                        </Chip>
                      ) : null}
                    </p>
                    {a.kinds.length > 0 ? (
                      <ul className="matter-kinds">
                        {a.kinds.map(({ kind, n }) => (
                          <li key={kind}>
                            <span>{say(matterNames[kind])}</span>
                            <span className="num">{f.count(n)}</span>
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </Card>
                )
              })}
            </div>
          )
        }
      </Seen>
    </Page>
  )
}

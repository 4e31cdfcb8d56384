import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type LoadRow, type LoadSeen } from './api.ts'
import './editions.css'
import { titleWords } from './title-words.ts'

/** How full of duties everybody's day is: a bar a seat, the fullest first, against the time there is for them. */
export default function LoadPage() {
  const say = useSay()
  const f = useFormat()
  const load = api.useSee('editions.load', {})
  return (
    <Page
      title={say(titleWords.load)}
      sub={load.data ? say(w.loadSub, { shift: f.count(load.data.setting.shiftMinutes / 60) }) : undefined}
      back={{ to: '/job', label: say(titleWords.job) }}
      actions={<ExportButton view="editions.load" input={{}} />}
    >
      <Seen of={load}>{(seen) => <Loads seen={seen} />}</Seen>
    </Page>
  )
}

function Loads({ seen }: { seen: LoadSeen }) {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const positions = [...new Set(seen.rows.map((r) => r.position))]
  const position = positions.find((p) => p === search.position) ?? positions[0]
  if (!position)
    return (
      <Card>
        <Empty title={say(w.noSeats)} next={say(w.noSeatsNext)} />
      </Card>
    )
  const rows = seen.rows.filter((r) => r.position === position)
  const over = rows.filter((r) => r.over >= 0.5).length
  const { setting } = seen
  return (
    <>
      {positions.length > 1 ? (
        <Tabs
          label={say(titleWords.load)}
          value={position}
          options={positions.map((p) => ({ key: p as string, label: say(positionNames[p]) }))}
          onChange={(key) => change({ position: key })}
        />
      ) : null}
      <Card
        title={say(positionNames[position])}
        extra={
          <Chip tone={over > 0 ? 'missed' : 'done'}>
            {over > 0 ? say(w.loadOver, { count: f.count(over) }) : say(w.loadWithin)}
          </Chip>
        }
      >
        <Bars rows={rows} />
      </Card>
      <Card kind="quiet" title={say(w.setting)}>
        <p className="note">
          {say(w.settingNote, {
            days: f.count(setting.workDays),
            od: f.percent(setting.shares.operationsDirector),
            am: f.percent(setting.shares.areaManager),
            sm: f.percent(setting.shares.storeManager),
            sa: f.percent(setting.shares.salesAssociate),
          })}
        </p>
      </Card>
    </>
  )
}

function Bars({ rows }: { rows: readonly LoadRow[] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const minutes = (n: number): string => f.count(Math.round(n))
  // On a phone the bar needs the room that the minutes would take.
  const isPhone = useIsPhone()
  const most = rows[0]?.most ?? []
  return (
    <>
      <BarList
        label={say(titleWords.load)}
        max={Math.max(1.15, ...rows.map((r) => r.ratio))}
        mark={1}
        room={isPhone ? '3.5em' : '13em'}
        bars={rows.map((r) => ({
          key: `${r.seat} ${r.position}`,
          label: r.name ? name({ name: r.name, nameEn: r.nameEn }) : say(w.headquarters),
          value: r.ratio,
          text: isPhone
            ? f.percent(r.ratio)
            : `${f.percent(r.ratio)} · ${say(w.loadOfPosition, { minutes: minutes(r.minutes), available: minutes(r.available) })}`,
          tone: r.over >= 0.5 ? 'missed' : r.ratio >= 0.8 ? 'late' : 'done',
        }))}
      />
      <p className="note load-most">{say(w.loadMark)}</p>
      {most.length > 0 ? (
        <p className="note load-most">
          {say(w.heaviest, {
            list: most.map((m) => `${say(m.title)} ${minutes(m.minutes)}`).join(say(['、', ', '])),
          })}
          {' · '}
          {say(w.laterNote, { minutes: minutes(Math.max(...rows.map((r) => r.later.minutes))) })}
        </p>
      ) : null}
    </>
  )
}

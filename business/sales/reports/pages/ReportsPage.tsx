import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { cardOf } from '../../metrics/card.ts'
import type { reportOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { ReportLine } from '../rollup.ts'
import { LineTable } from './LineTable.tsx'
import { AreaPdfLink } from './PdfLink.tsx'
import { ReportSheet } from './ReportSheet.tsx'
import './reports.css'

const api = client<typeof reportOperations>()

/** The reports of a day: who filed, late or not at all; unread first; confirm or ask back. */
export default function ReportsPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  const me = useMe()
  const [search, change] = useSearch()
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const board = api.useSee('reports.area', asked, { keep: true, every: 60_000 })
  const day = board.data?.day ?? asked.day ?? me.today
  const areas = board.data?.areas ?? []
  const area = areas.find((a) => a.id === search.area)
  const file = { ...(area?.id ? { area: area.id } : {}), ...asked }
  return (
    <Page
      title={say(p.reports)}
      sub={f.dayAndWeekday(day)}
      actions={
        <>
          <DayInput
            label={say(p.day)}
            value={day}
            max={me.today}
            onChange={(d) => change({ day: d === me.today ? undefined : d, store: undefined })}
          />
          <ExportButton view="reports.area" input={file} />
          <AreaPdfLink input={file} />
        </>
      }
    >
      <Seen of={board}>
        {(seen) => {
          const { rollUp } = seen
          const lines = area ? seen.lines.filter((l) => l.area === area.id) : seen.lines
          return (
            <>
              <FigureStrip>
                <Figure
                  size="strip"
                  label={say(p.filed)}
                  value={say(p.filedOf, { ...rollUp })}
                  note={say(p.inTime, { count: rollUp.inTime })}
                />
                <Figure
                  size="strip"
                  label={say(p.late)}
                  value={f.count(rollUp.late)}
                  tone={rollUp.late > 0 ? 'late' : 'plain'}
                />
                <Figure
                  size="strip"
                  label={say(p.missing)}
                  value={f.count(rollUp.missing)}
                  tone={rollUp.missing > 0 ? 'missed' : 'plain'}
                  note={rollUp.open > 0 ? say(p.openNote, { count: rollUp.open }) : say(p.missingNote)}
                />
                <Figure
                  size="strip"
                  label={say(p.unread)}
                  value={f.count(rollUp.unread)}
                  note={rollUp.unread > 0 ? say(p.unreadNote) : say(p.allRead)}
                />
                <Figure
                  size="strip"
                  label={say(p.net)}
                  value={f.wan(rollUp.net)}
                  note={
                    rollUp.target
                      ? say(p.netOf, {
                          target: f.wan(rollUp.target),
                          done: f.percent(rollUp.aimedNet / rollUp.target),
                        })
                      : null
                  }
                  explain={cardOf(
                    'netSales',
                    { netSales: rollUp.net },
                    language,
                    seen.lines.flatMap((l) =>
                      l.figures ? [{ label: name(l), value: f.money(l.figures.net) }] : [],
                    ),
                  )}
                />
              </FigureStrip>
              {seen.areas.length > 1 ? (
                <Tabs
                  label={say(p.area)}
                  value={area?.id ?? ''}
                  options={[
                    { key: '', label: say(p.allAreas) },
                    ...seen.areas.map((a) => ({
                      key: a.id ?? '-',
                      label: name({ name: a.name ?? '—', nameEn: a.nameEn }),
                    })),
                  ]}
                  onChange={(key) => change({ area: key || undefined })}
                />
              ) : null}
              <LineTable
                lines={lines}
                onOpen={(line) => change({ store: line.store })}
                selected={search.store}
              />
              {search.store ? (
                <ReportSheet
                  key={search.store}
                  store={search.store}
                  day={seen.day}
                  line={seen.lines.find((l) => l.store === search.store)}
                  next={nextOf(lines, search.store, search.among)}
                  onNext={(store) => change({ store })}
                />
              ) : null}
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

/** The next one to read: of a stated sample the next that nobody has confirmed or asked about, else the next unread. */
function nextOf(lines: readonly ReportLine[], here: string, among: string | undefined): string | undefined {
  const sample = among?.split(',')
  const waits = (l: ReportLine): boolean =>
    sample ? sample.includes(l.store) && l.state === 'submitted' : l.unread
  return lines.find((l) => waits(l) && l.store !== here)?.store
}

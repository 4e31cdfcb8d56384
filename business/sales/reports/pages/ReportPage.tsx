import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { reportOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { DraftForm } from './DraftForm.tsx'
import { FiledReport } from './FiledReport.tsx'
import './reports.css'

const api = client<typeof reportOperations>()

/** The store manager's daily report: figures are there already, two sentences, submit. */
export default function ReportPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search] = useSearch()
  const managed = me.appointments.flatMap((a) =>
    a.position === 'storeManager' && a.store ? [a.store.id] : [],
  )
  // Whoever manages two stores comes here for the one named in the address.
  const store = managed.find((id) => id === search.store) ?? managed[0] ?? ''
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const draft = api.useSee(
    'reports.draft',
    { store, ...asked },
    { keep: true, every: 60_000, when: store !== '' },
  )
  return (
    <Page
      width="reading"
      title={say(p.report)}
      sub={draft.data ? `${name(draft.data.store)} · ${f.dayAndWeekday(draft.data.day)}` : undefined}
      actions={store ? <Go to={`/reports/${store}`}>{say(p.history)}</Go> : undefined}
    >
      <Seen of={draft}>
        {(seen) => (
          <>
            {seen.missing.length > 0 && seen.day === seen.today ? (
              <div className="report-missing">
                <span>{say(p.missingDays, { count: seen.missing.length })}</span>
                {seen.missing.slice(-3).map((day) => (
                  <Go key={day} to="/report" search={{ day, store }}>
                    {say(p.fileNow, { day: f.day(day) })}
                  </Go>
                ))}
              </div>
            ) : null}
            {seen.report ? (
              <FiledReport key={seen.day} report={seen.report} store={store} />
            ) : (
              <DraftForm key={seen.day} seen={seen} store={store} />
            )}
          </>
        )}
      </Seen>
    </Page>
  )
}

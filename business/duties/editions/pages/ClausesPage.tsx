import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import { cadenceNames } from '../calendar-words.ts'
import { clauseWords as w } from '../clause-words.ts'
import { type ClauseSeen, type ClausesSeen, duties } from './api.ts'
import { ClauseArticle } from './ClauseArticle.tsx'
import { RequirementsCard } from './RequirementsCard.tsx'
import './job.css'
import { titleWords } from './title-words.ts'

const states = ['live', 'awaiting', 'standing', 'dropped'] as const
const cadences = ['day', 'week', 'month', 'quarter', 'year', 'event', 'standing'] as const

/** The job descriptions: one's own first, all 74 for whoever leads somebody. */
export default function ClausesPage() {
  const say = useSay()
  const f = useFormat()
  const clauses = duties.useSee('duties.clauses', {}, { keep: true })
  const shown = clauses.data?.clauses ?? []
  const edition = clauses.data?.edition
  const sum = say(w.sub, {
    count: f.count(shown.length),
    live: f.count(shown.filter((c) => c.live).length),
    instances: f.count(shown.reduce((n, c) => n + c.instances30d, 0)),
  })
  return (
    <Page
      title={say(w.job)}
      sub={
        clauses.data
          ? edition
            ? `${sum} · ${say(w.inForceSince, { day: f.fullDay(edition.from) })}`
            : sum
          : undefined
      }
      actions={
        <>
          <Go to="/load">{say(titleWords.load)}</Go>
          <Go to="/editions">{say(titleWords.editions)}</Go>
          <ExportButton view="duties.clauses" input={{}} />
        </>
      }
    >
      <Seen of={clauses}>{(all) => <Descriptions all={all} />}</Seen>
    </Page>
  )
}

function Descriptions({ all }: { all: ClausesSeen }) {
  const say = useSay()
  const [search, change] = useSearch()
  const own = all.profiles.find((p) => all.mine.includes(p.position))
  const position = search.position ?? own?.position ?? 'all'
  const profile = all.profiles.find((p) => p.position === position)
  const shown = all.clauses.filter((c) => fits(c, { ...search, position }))
  return (
    <>
      {all.profiles.length > 1 ? (
        <Tabs
          label={say(w.byPosition)}
          value={position}
          options={[
            { key: 'all', label: say(w.all) },
            ...all.profiles.map((p) => ({
              key: p.position as string,
              label: say(positionNames[p.position]),
            })),
          ]}
          onChange={(key) => change({ position: key })}
        />
      ) : null}
      <Filters all={all} position={position} />
      {profile ? <RequirementsCard profile={profile} /> : null}
      <Card kind="flush">
        {shown.length === 0 ? (
          <Empty title={say(w.noneFit)} next={say(w.noneFitNext)} />
        ) : (
          <div className="clauses">
            {shown.map((c) => (
              <ClauseArticle
                key={c.id}
                clause={c}
                areas={all.areas}
                counted={all.profiles.find((p) => p.position === c.position)?.counted ?? false}
                withPosition={position === 'all'}
              />
            ))}
          </div>
        )}
      </Card>
    </>
  )
}

/** Each choice says how many clauses it leaves. */
function Filters({ all, position }: { all: ClausesSeen; position: string }) {
  const say = useSay()
  const [search, change] = useSearch()
  const here = all.clauses.filter((c) => position === 'all' || c.position === position)
  const inState = here.filter((c) => !search.state || c.state === search.state)
  const option = (value: string, label: string, count: number) => ({ value, label: `${label} ${count}` })
  return (
    <div className="clause-filters">
      <Select
        aria-label={say(w.byState)}
        value={search.state ?? ''}
        onChange={(state) => change({ state })}
        options={[
          option('', say(w.anyState), here.length),
          ...states
            .map((state) => option(state, say(w[state]), here.filter((c) => c.state === state).length))
            .filter((o) => !o.label.endsWith(' 0')),
        ]}
      />
      <Select
        aria-label={say(w.byCadence)}
        value={search.cadence ?? ''}
        onChange={(cadence) => change({ cadence })}
        options={[
          option('', say(w.allCadences), inState.length),
          ...cadences
            .map((name) =>
              option(name, say(cadenceNames[name]), inState.filter((c) => c.cadence.includes(name)).length),
            )
            .filter((o) => !o.label.endsWith(' 0')),
        ]}
      />
    </div>
  )
}

const fits = (clause: ClauseSeen, by: Readonly<Record<string, string>>): boolean =>
  (by.position === 'all' || clause.position === by.position) &&
  (!by.state || clause.state === by.state) &&
  (!by.cadence || clause.cadence.includes(by.cadence as never))

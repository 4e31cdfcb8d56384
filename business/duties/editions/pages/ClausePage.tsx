import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useParams, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import { dutyStates } from '../../shape.ts'
import { calendarWords } from '../calendar-words.ts'
import { clauseWords as w } from '../clause-words.ts'
import { AreaBars } from './AreaBars.tsx'
import { api, type OneClauseSeen } from './api.ts'
import { ClauseRate, ClauseTerms, stateTones } from './ClauseArticle.tsx'
import { periodWords } from './periods.ts'
import './job.css'

const tones = {
  ahead: 'plain',
  open: 'plain',
  overdue: 'missed',
  inTime: 'done',
  late: 'late',
  missed: 'missed',
  excused: 'excused',
} as const

/** One clause from its words to the records that proved it. */
export default function ClausePage() {
  const say = useSay()
  const { duty = '' } = useParams()
  const [search] = useSearch()
  const seen = api.useSee(
    'editions.clause',
    {
      duty,
      ...(search.area ? { area: search.area } : {}),
      ...(search.state ? { state: search.state as 'missed' } : {}),
    },
    { keep: true },
  )
  const clause = seen.data?.clause
  return (
    <Page
      title={clause ? `${clause.id} ${say(clause.title)}` : duty}
      sub={
        clause ? `${say(positionNames[clause.position])} · ${say(calendarWords(clause.calendar))}` : undefined
      }
      back={{
        to: '/job',
        label: say(w.job),
        ...(clause ? { search: { position: clause.position } } : {}),
      }}
    >
      <Seen of={seen}>{(one) => <OneClause one={one} />}</Seen>
    </Page>
  )
}

function OneClause({ one }: { one: OneClauseSeen }) {
  const say = useSay()
  const { clause } = one
  return (
    <>
      <Columns columns="3fr 2fr">
        <Card title={say(w.help)} extra={<Chip tone={stateTones[clause.state]}>{say(w[clause.state])}</Chip>}>
          <div className="clause-facts">
            <p>{say(clause.help)}</p>
            <ClauseTerms clause={clause} />
          </div>
        </Card>
        <Card title={say(w.instances)}>
          <div className="clause-done">
            <ClauseRate clause={clause} counted={one.counted} />
            {clause.live ? null : <p className="note">{say(w.notLiveNext)}</p>}
            <AreaBars clause={clause} areas={one.areas} />
          </div>
        </Card>
      </Columns>
      <Instances one={one} />
    </>
  )
}

function Instances({ one }: { one: OneClauseSeen }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search, change] = useSearch()
  const isFiltered = Boolean(search.area || search.state)
  if (one.instances.length === 0 && !isFiltered)
    return (
      <Card title={say(w.recent)}>
        <Empty title={say(w.noneYet)} next={say(one.clause.live ? w.noneYetNext : w.notLiveNext)} />
      </Card>
    )
  return (
    <Card title={say(w.recent)} sub={say(w.recentNote, { count: one.instances.length })} kind="flush">
      <div className="clause-filters clause-filters-inside">
        <Select
          aria-label={say(w.byState)}
          value={search.state ?? ''}
          onChange={(state) => change({ state })}
          options={[
            { value: '', label: say(w.anyState) },
            ...dutyStates.filter((s) => s !== 'ahead').map((s) => ({ value: s as string, label: say(w[s]) })),
          ]}
        />
        <Select
          aria-label={say(w.areas)}
          value={search.area ?? ''}
          onChange={(area) => change({ area })}
          options={[
            { value: '', label: say(w.everyArea) },
            ...one.areas.map((a) => ({ value: a.id, label: name(a) })),
          ]}
        />
      </div>
      <DataTable
        label={say(w.recent)}
        isFramed={false}
        rows={one.instances}
        keyOf={(i) => i.id}
        empty={say(w.noneFit)}
        columns={[
          {
            key: 'seat',
            head: say(w.seat),
            cell: (i) => (
              <>
                {i.seatName ? name({ name: i.seatName, nameEn: i.seatNameEn }) : say(w.headquarters)}
                {i.holderName ? <small className="note"> {i.holderName}</small> : null}
              </>
            ),
          },
          {
            key: 'period',
            head: say(w.period),
            cell: (i) => say(periodWords(i.period, f)),
            sortBy: (i) => i.dueAt,
          },
          { key: 'due', head: say(w.due), cell: (i) => f.instant(i.dueAt), desk: true },
          {
            key: 'state',
            head: say(w.state),
            cell: (i) => <Chip tone={tones[i.state]}>{say(w[i.state])}</Chip>,
          },
          {
            key: 'by',
            head: say(w.doneBy),
            cell: (i) =>
              i.proof
                ? `${i.proof.byName} ${f.instant(i.proof.at)}`
                : (i.excuse?.why ?? i.excuse?.byName ?? '—'),
            desk: true,
          },
        ]}
      />
    </Card>
  )
}

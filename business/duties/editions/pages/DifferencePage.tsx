import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type EditionsSeen } from './api.ts'
import { Differences } from './Differences.tsx'
import './editions.css'
import './job.css'
import { titleWords } from './title-words.ts'

/** Two editions of the company beside each other: what appears, changes and lapses, for how many. */
export default function DifferencePage() {
  const say = useSay()
  const editions = api.useSee('editions.list', {})
  return (
    <Page title={say(titleWords.difference)} back={{ to: '/editions', label: say(titleWords.editions) }}>
      <Seen of={editions}>{(all) => <Compare all={all} />}</Seen>
    </Page>
  )
}

function Compare({ all }: { all: EditionsSeen }) {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const latest = all.history[0]
  const to = search.to ?? latest?.id ?? ''
  const from = search.from ?? all.history.find((e) => e.id === to)?.replaces ?? all.history.at(-1)?.id ?? ''
  const seen = api.useSee('editions.difference', { from, to }, { when: from !== '' && to !== '', keep: true })
  const options = all.history.map((e) => ({
    value: e.id,
    label: e.reason ? `${f.fullDay(e.from)} ${e.reason}` : f.fullDay(e.from),
  }))
  return (
    <>
      <div className="clause-filters">
        <Select
          aria-label={say(w.fromEdition)}
          value={from}
          options={options}
          onChange={(id) => change({ from: id })}
        />
        <Select
          aria-label={say(w.toEdition)}
          value={to}
          options={options}
          onChange={(id) => change({ to: id })}
        />
      </div>
      <Seen of={seen}>
        {(d) => (
          <>
            <p className="edition-sum num">{say(w.changesOf, d)}</p>
            {d.clauses.length + d.profiles.length === 0 ? (
              <Card>
                <Empty title={say(w.nothingDiffers)} next={say(w.nothingDiffersNext)} />
              </Card>
            ) : (
              <Differences clauses={d.clauses} profiles={d.profiles} concerned={d.concerned} />
            )}
          </>
        )}
      </Seen>
    </>
  )
}

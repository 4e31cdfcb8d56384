import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import { toneOf } from '../rules.ts'
import type { Points } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type One, scoreSaid } from './api.ts'
import { CorrectionNotes } from './CorrectionNote.tsx'
import { CorrectSheet } from './CorrectSheet.tsx'
import { FindingCard } from './FindingCard.tsx'
import { keyOf, pointSigns, pointWords } from './points.ts'
import './corrections.css'

/** One visit: how its score came about, section by section, and each thing beside how it stood the time before. */
export function VisitSheet({ store, id, onClose }: { store: string; id: string; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [beside, choose] = useState<string>()
  const visit = api.useSee('visits.one', { store, id, ...(beside ? { beside } : {}) }, { keep: true })
  const [isCorrecting, correct] = useState(false)
  const one = visit.data
  if (isCorrecting && one) return <CorrectSheet store={store} seen={one} onClose={() => correct(false)} />
  return (
    <Sheet
      title={one ? `${f.dayAndWeekday(one.visit.day)} · ${say(kindWords[one.visit.kind])}` : say(v.history)}
      width={640}
      onClose={onClose}
    >
      <Seen of={visit} lines={8}>
        {(seen) => (
          <div className="visit-one">
            <Score seen={seen} />
            <CorrectionNotes seen={seen} />
            {seen.mayCorrect ? (
              <Act may="visits.correct" onClick={() => correct(true)}>
                {say(v.correct)}
              </Act>
            ) : null}
            <Comparison seen={seen} onChoose={choose} />
            {seen.sections
              .filter((s) => s.lines.length > 0)
              .map((s) => (
                <Section key={s.code} section={s} isCompared={seen.beside !== null} />
              ))}
            {seen.findings.map((finding) => (
              <FindingCard key={finding.id} finding={finding} />
            ))}
          </div>
        )}
      </Seen>
    </Sheet>
  )
}

function Score({ seen }: { seen: One }) {
  const say = useSay()
  const says = useSays()
  const { visit } = seen
  const minutes = Math.max(1, Math.round((Date.parse(visit.at) - Date.parse(visit.begunAt)) / 60_000))
  return (
    <>
      <p className="visit-score">
        <b className={`num tone-${toneOf(visit.score)}`}>{scoreSaid(visit.score)}</b> {say(v.outOf)}
        <small>
          {visit.byName} · {say(v.minutes, { count: minutes })}
        </small>
      </p>
      {visit.words ? (
        <p className="visit-words" translate="no">
          {visit.words}
        </p>
      ) : null}
      <BarList
        label={say(v.score)}
        max={Math.max(...seen.sections.map((s) => s.full))}
        room="11em"
        bars={seen.sections
          .filter((s) => s.of > 0)
          .map((s) => ({
            key: s.code,
            label: <span translate="no">{says(s)}</span>,
            value: s.part,
            text: `${say(v.partOf, { part: scoreSaid(s.part), full: scoreSaid(s.full) })} · ${say(v.points, { got: s.got, of: s.of })}`,
            tone: toneOf((1000 * s.got) / s.of),
          }))}
      />
      <p className="note">{say(v.explain)}</p>
    </>
  )
}

function Comparison({ seen, onChoose }: { seen: One; onChoose: (id: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const { beside, others } = seen
  if (!beside) return <p className="note">{say(v.noneBefore)}</p>
  const lines = seen.sections.flatMap((s) => s.lines)
  const both = lines.filter((l) => l.points !== null && l.before !== null && l.before !== undefined)
  const better = both.filter((l) => l.points! > l.before!).length
  const worse = both.filter((l) => l.points! < l.before!).length
  return (
    <div className="visit-beside">
      <Select
        aria-label={say(v.compareWith)}
        value={beside.id}
        options={others.map((o) => ({
          value: o.id,
          label: `${say(v.compare, { day: f.day(o.day) })} · ${scoreSaid(o.score)}`,
        }))}
        onChange={onChoose}
      />
      <span>
        <b className="tone-done">↑ {say(v.better, { count: better })}</b>{' '}
        <b className="tone-missed">↓ {say(v.worse, { count: worse })}</b> {say(v.same)}
      </span>
    </div>
  )
}

function Section({ section, isCompared }: { section: One['sections'][number]; isCompared: boolean }) {
  const say = useSay()
  const says = useSays()
  return (
    <table className="visit-lines">
      <thead>
        <tr>
          <th scope="col" translate="no">
            {says(section)}
          </th>
          {isCompared ? <th scope="col">{say(v.earlier)}</th> : null}
          <th scope="col">{say(v.now)}</th>
        </tr>
      </thead>
      <tbody>
        {section.lines.map((l) => (
          <tr key={l.code} className={turnOf(l.points, l.before)}>
            <th scope="row" translate="no">
              {says(l.item)}
              {l.words ? <small>{l.words}</small> : null}
            </th>
            {isCompared ? (
              <td>{l.before === undefined ? '' : <Mark points={l.before as Points} />}</td>
            ) : null}
            <td>
              <Mark points={l.points as Points} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
const turnOf = (now: number | null, before: number | null | undefined): string =>
  now === null || before === null || before === undefined || now === before
    ? ''
    : now > before
      ? 'is-better'
      : 'is-worse'

function Mark({ points }: { points: Points }) {
  const say = useSay()
  const key = keyOf(points)
  return (
    <span className={`visit-mark is-${key}`} title={say(pointWords[key])}>
      <span aria-hidden="true">{pointSigns[key]}</span>
      <span className="sr-only">{say(pointWords[key])}</span>
    </span>
  )
}

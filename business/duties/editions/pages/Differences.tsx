import type { ReactNode } from 'react'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import type { Requirements } from '../../catalogue/types.ts'
import type { Clause } from '../../shape.ts'
import { cadenceNames, calendarWords, kindNames } from '../calendar-words.ts'
import { clauseWords } from '../clause-words.ts'
import { textDifference } from '../diff-rules.ts'
import { editWords as w } from '../edit-words.ts'
import type { ChangeSeen, ProfileChangeSeen } from './api.ts'

interface Concerned {
  readonly position: DutyPosition
  readonly people: number
  readonly seats: number
}
const tones = { appears: 'accent', changes: 'late', lapses: 'missed' } as const

/** Clause by clause what one edition says otherwise than another, position by position, with how many it concerns. */
export function Differences(props: {
  clauses: readonly ChangeSeen[]
  profiles: readonly ProfileChangeSeen[]
  concerned: readonly Concerned[]
  whoIs?: (position: DutyPosition) => ReactNode
}) {
  const { clauses, profiles, concerned, whoIs } = props
  const say = useSay()
  const positions = [...new Set([...clauses, ...profiles].map((c) => c.position))]
  return positions.map((position) => {
    const whom = concerned.find((c) => c.position === position)
    const profile = profiles.find((p) => p.position === position)
    return (
      <Card
        key={position}
        kind="flush"
        title={say(positionNames[position])}
        sub={whom ? say(w.concerned, { people: whom.people, seats: whom.seats }) : undefined}
        extra={whoIs?.(position)}
      >
        <ul className="differences">
          {clauses
            .filter((c) => c.position === position)
            .map((c) => (
              <Difference key={c.duty} change={c} />
            ))}
          {profile ? (
            <li>
              <span className="draft-code" />
              <div>
                <b>{say(w.requirements)}</b> <Chip tone="late">{say(w.changes)}</Chip>
                <Words before={requirementWords(profile.before)} after={requirementWords(profile.after)} />
              </div>
            </li>
          ) : null}
        </ul>
      </Card>
    )
  })
}

function Difference({ change }: { change: ChangeSeen }) {
  const say = useSay()
  const { before, after } = change
  return (
    <li className={`difference-${change.what}`}>
      <span className="draft-code num">{change.duty}</span>
      <div>
        <b>{say(change.title)}</b> <Chip tone={tones[change.what]}>{say(w[change.what])}</Chip>
        {before && after ? (
          <dl className="clause-terms">
            {rows(before, after).map(([name, was, is]) => (
              <div key={name[0]}>
                <dt>{say(name)}</dt>
                <dd>
                  <Words before={was} after={is} />
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="note">
            {say((after ?? before)!.help)} · {say(calendarWords((after ?? before)!.calendar))}
          </p>
        )}
      </div>
    </li>
  )
}

/** The fields that differ, as people read them. */
function rows(before: Clause, after: Clause): [Sentence, Sentence, Sentence][] {
  const number = (n: number): Sentence => [String(n), String(n)]
  const names = (all: readonly (keyof typeof positionNames)[]): Sentence =>
    all.length === 0
      ? clauseWords.nobody
      : [all.map((p) => positionNames[p][0]).join('、'), all.map((p) => positionNames[p][1]).join(', ')]
  const looked = ({ lookedAfter: { by, every } }: Clause): Sentence => [
    `${positionNames[by][0]}${cadenceNames[every][0]}`,
    `${positionNames[by][1]}, ${cadenceNames[every][1].toLowerCase()}`,
  ]
  const indicators = ({ own }: Clause): Sentence => [
    own?.indicators.map((s) => s[0]).join('；') ?? '',
    own?.indicators.map((s) => s[1]).join('; ') ?? '',
  ]
  const all: [Sentence, Sentence, Sentence][] = [
    [clauseWords.title, before.title, after.title],
    [clauseWords.help, before.help, after.help],
    [clauseWords.deadline, calendarWords(before.calendar), calendarWords(after.calendar)],
    [clauseWords.kind, kindNames[before.kind], kindNames[after.kind]],
    [clauseWords.minutes, number(before.minutes), number(after.minutes)],
    [clauseWords.weight, number(before.weight), number(after.weight)],
    [clauseWords.lookedAfter, looked(before), looked(after)],
    [clauseWords.standIns, names(before.standIns), names(after.standIns)],
    [clauseWords.indicators, indicators(before), indicators(after)],
  ]
  return all.filter(([, was, is]) => was[0] !== is[0] || was[1] !== is[1])
}

/** One text with what went struck through and what came marked. */
function Words({ before, after }: { before: Sentence; after: Sentence }) {
  const language = useLanguage()
  const at = language === 'zh' ? 0 : 1
  return (
    <span className="word-difference">
      {textDifference(before[at], after[at]).map((run, i) =>
        run.kind === 'gone' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text have no name but their place
          <del key={i}>{run.text}</del>
        ) : run.kind === 'new' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={i}>{run.text}</ins>
        ) : (
          run.text
        ),
      )}
    </span>
  )
}

const requirementWords = (r: Requirements | null): Sentence => {
  if (!r) return ['', '']
  const at = (i: 0 | 1): string =>
    [
      r.education[i],
      i === 0
        ? `女装零售 ${r.years.trade} 年，带人 ${r.years.leading} 年`
        : `${r.years.trade} in the trade, ${r.years.leading} leading people`,
      ...[...r.knowledge, ...r.skills].map((s) => s[i]),
      r.integrity[i],
      ...r.tools.map((s) => s[i]),
    ].join(i === 0 ? '；' : '; ')
  return [at(0), at(1)]
}

import { useState } from 'react'
import { sum } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Empty } from '../../../platform/web/parts/States.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../platform/web/parts/StickyBar.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { age, isAsked, keyOf, usualCauses } from '../rules.ts'
import { subjectText } from '../sentences.ts'
import { isOfDay, type MatterKind, matterKinds } from '../shape.ts'
import { causeNames, matterNames } from '../words.ts'
import { api, type ListSeen } from './api.ts'
import { MatterCard } from './MatterCard.tsx'
import { type Answers, useAnswers } from './useAnswers.ts'

/** The day's matters by kind, each with its cause in one press; one cause for many where they are alike. */
export function MatterBoard({ seen, mayWrite }: { seen: ListSeen; mayWrite: boolean }) {
  const say = useSay()
  const answers = useAnswers(seen)
  const [missing, mark] = useState<readonly string[]>([])
  const [only, show] = useState<MatterKind | ''>('')
  const submit = api.useDo('oversight.submit', {
    onDone: () => {
      answers.handedIn()
      mark([])
      notice(say(p.kept))
    },
    onRefused: (problem) => {
      const keys = Array.isArray(problem.facts.matters) ? problem.facts.matters.map(String) : []
      mark(keys)
      show('')
      document.getElementById(`matter-${keys[0]}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    },
  })
  const kinds = matterKinds.filter((kind) => seen.matters.some((m) => m.kind === kind))
  const done = answers.asked.filter(answers.isDone).length
  // What is asked about today comes first, then what was answered lately; each with the oldest before.
  const ofKind = seen.matters.filter((m) => only === '' || m.kind === only)
  const shown = [
    ...ofKind.filter((m) => isAsked(m.said, seen.day)),
    ...ofKind.filter((m) => !isAsked(m.said, seen.day)),
  ]
  const isOver = seen.day < seen.today
  const isBlind = seen.kept !== null && seen.kept.tills + seen.kept.books === 0
  return (
    <>
      <Strip seen={seen} toAnswer={answers.asked.length - done} />
      {kinds.length > 1 ? (
        <Tabs
          label={say(p.open)}
          value={only}
          options={[
            { key: '', label: `${say(p.everyKind)} ${seen.matters.length}` },
            ...kinds.map((kind) => ({
              key: kind,
              label: `${say(matterNames[kind])} ${seen.matters.filter((m) => m.kind === kind).length}`,
            })),
          ]}
          onChange={show}
        />
      ) : null}
      {seen.matters.length === 0 ? (
        <Card>
          <Empty
            title={say(isOver && !seen.filed ? p.nothingFiled : isBlind ? p.noneKept : p.none)}
            next={mayWrite && !seen.filed ? say(p.noneNext) : undefined}
          />
        </Card>
      ) : null}
      {only !== '' && mayWrite ? <Alike kind={only} answers={answers} /> : null}
      <div className="matter-grid">
        {shown.map((m) => (
          <MatterCard
            key={keyOf(m)}
            matter={m}
            day={seen.day}
            answer={answers.of(m)}
            isDone={answers.isDone(m)}
            isAsked={answers.asked.includes(m)}
            isMissing={missing.includes(keyOf(m)) && !answers.isDone(m)}
            mayWrite={mayWrite}
            onChange={(part) => answers.write([m], part)}
          />
        ))}
      </div>
      {seen.isCut ? <p className="note">{say(p.isCut)}</p> : null}
      {isOver ? null : <p className="note">{say(p.howOften)}</p>}
      <Mended matters={seen.mended} />
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      {mayWrite ? (
        <StickyBar
          note={
            answers.asked.length > 0
              ? say(p.written, { done, all: answers.asked.length })
              : say(p.nothingToWrite)
          }
        >
          <Act
            type="primary"
            size="large"
            block
            may="oversight.submit"
            offBecause={seen.filed && !answers.isChanged ? say(p.kept) : undefined}
            loading={submit.isPending}
            onClick={() =>
              submit.mutate({
                area: seen.area,
                day: seen.day,
                basedOn: seen.filed?.version ?? 0,
                lines: answers.lines(),
              })
            }
          >
            {say(seen.filed ? p.correct : p.submit)}
          </Act>
        </StickyBar>
      ) : null}
    </>
  )
}

/** Many of one kind mostly have one cause: said once for all of them. */
function Alike({ kind, answers }: { kind: MatterKind; answers: Answers }) {
  const say = useSay()
  const open = answers.asked.filter((m) => m.kind === kind)
  const first = open[0]
  if (!first || open.length < 3) return null
  const { cause } = answers.of(first)
  const label = say(p.allAlike, { n: open.length })
  return (
    <div className="matter-alike">
      <span>{label}</span>
      <Choices
        label={label}
        value={cause !== null && open.every((m) => answers.of(m).cause === cause) ? cause : undefined}
        options={usualCauses[kind]
          .filter((one) => one !== 'other')
          .map((one) => ({ key: one, label: say(causeNames[one]) }))}
        onChange={(one) => answers.write(open, { cause: one })}
      />
    </div>
  )
}

function Strip({ seen, toAnswer }: { seen: ListSeen; toAnswer: number }) {
  const say = useSay()
  const f = useFormat()
  const { matters, day } = seen
  const held = matters.filter((m) => m.said && m.said.day < day).length
  const oldest = matters.reduce((most, m) => Math.max(most, age(m, day)), 0)
  const money = sum(
    matters.flatMap((m) => (m.amount === null ? [] : [Math.abs(m.amount) as typeof m.amount])),
  )
  const pieces = matters.reduce((all, m) => all + Math.abs(m.pieces ?? 0), 0)
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(p.open)}
        value={f.count(matters.length)}
        note={held > 0 && day === seen.today ? say(p.held, { n: held }) : null}
      />
      {day === seen.today ? (
        <Figure
          size="strip"
          label={say(p.toAnswer)}
          value={f.count(toAnswer)}
          tone={toAnswer > 0 ? 'late' : 'plain'}
        />
      ) : null}
      <Figure size="strip" label={say(p.money)} value={f.money(money)} />
      <Figure size="strip" label={say(p.pieces)} value={f.count(pieces)} />
      <Figure
        size="strip"
        label={say(p.oldest)}
        value={matters.length > 0 ? say(p.days, { n: oldest }) : '—'}
        tone={oldest > 7 ? 'missed' : 'plain'}
      />
    </FigureStrip>
  )
}

/** What was answered and adds up now: that overseeing had an effect. */
function Mended({ matters }: { matters: ListSeen['mended'] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  if (matters.length === 0) return null
  return (
    <Card title={say(p.mended)}>
      <Rows>
        {matters.slice(0, 12).map((m) => (
          <Row
            key={keyOf(m)}
            name={
              <>
                {name({ name: m.storeName, nameEn: m.storeNameEn })} · {say(matterNames[m.kind])}{' '}
                <small className="note">{isOfDay(m.kind) ? f.day(m.since) : subjectText(m, language)}</small>
              </>
            }
          >
            {m.said ? say(causeNames[m.said.cause]) : null}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

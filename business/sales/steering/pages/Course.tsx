import type { Sentence } from '../../../../platform/kinds/words.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import type { StepKind } from '../directives/shape.ts'
import { p } from '../page-words.ts'
import { saidText } from '../words.ts'
import type { Row } from './api.ts'

const sentenceOf: Readonly<Record<StepKind, Sentence>> = {
  answered: p.answeredIt,
  accepted: p.acceptedIt,
  returned: p.returnedIt,
  withdrawn: p.withdrewIt,
}

/** From the giving to the last step, each with who, when and what was said. */
export function Course({ row }: { row: Row }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  return (
    <section aria-label={say(p.course)}>
      <h3>{say(p.course)}</h3>
      <ol className="course">
        <li>
          <b>{say(p.gaveIt, { name: row.givenByName, time: f.instant(row.givenAt) })}</b>
          <span translate="no">{saidText(row, language)}</span>
        </li>
        {row.steps.map((step) => (
          <li key={step.id} className={`course-${step.kind}`}>
            <b>{say(sentenceOf[step.kind], { name: step.byName, time: f.instant(step.at) })}</b>
            {step.words ? <span translate="no">{step.words}</span> : null}
            {step.dueAt ? <span>{say(p.newDue, { time: f.instant(step.dueAt) })}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

import { useEffect, useState } from 'react'
import { asProblem, type ProblemError } from '../problem.ts'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'
import { Row, Rows } from './Card.tsx'
import { Sheet } from './Sheet.tsx'
import { ErrorState, Loading } from './States.tsx'

/** How a figure came about: its definition, the two numbers it is made of, what went into it, and which edition. */
export interface Explanation {
  definition: string
  numerator?: { label: string; value: string }
  denominator?: { label: string; value: string }
  rows?: readonly { label: string; value: string }[]
  version?: string
}

export function ExplanationSheet(props: {
  label: string
  value: string
  explain: Explanation | (() => Promise<Explanation>)
  onClose: () => void
}) {
  const { label, value, explain, onClose } = props
  const say = useSay()
  const [told, learn] = useState<Explanation>()
  // What is given as it is follows the language; what was asked for was told in the one of then.
  const known = typeof explain === 'function' ? told : explain
  const [problem, fail] = useState<ProblemError>()
  const [attempt, again] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks once more
  useEffect(() => {
    if (typeof explain !== 'function') return
    let isHere = true
    explain().then(
      (answer) => isHere && learn(answer),
      (fault: unknown) => isHere && fail(asProblem(fault)),
    )
    return () => {
      isHere = false
    }
  }, [explain, attempt])

  return (
    <Sheet title={label} onClose={onClose}>
      <div className="explain-value">{value}</div>
      {known ? (
        <>
          <p className="explain-definition">{known.definition}</p>
          {known.numerator && known.denominator ? (
            <div className="explain-fraction">
              <div>
                <span>{known.numerator.label}</span>
                <b>{known.numerator.value}</b>
              </div>
              <i aria-hidden="true">÷</i>
              <div>
                <span>{known.denominator.label}</span>
                <b>{known.denominator.value}</b>
              </div>
            </div>
          ) : null}
          {known.rows?.length ? (
            <Rows>
              {known.rows.map((row) => (
                <Row key={row.label} name={row.label}>
                  {row.value}
                </Row>
              ))}
            </Rows>
          ) : null}
          {known.version ? (
            <p className="explain-version">
              {say(webWords.version)} ·{' '}
              {/^\d+$/.test(known.version)
                ? say(webWords.edition, { version: known.version })
                : known.version}
            </p>
          ) : null}
        </>
      ) : problem ? (
        <ErrorState
          problem={problem}
          onRetry={() => {
            fail(undefined)
            again(attempt + 1)
          }}
        />
      ) : (
        <Loading lines={3} />
      )}
    </Sheet>
  )
}

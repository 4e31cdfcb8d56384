import { useFormat } from '../../../../platform/web/format.ts'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { Looks } from '../../reorders/pages/Looks.tsx'
import { refusalWords, w } from '../page-words.ts'
import { refusalReasons } from '../shape.ts'
import type { BundleSeen } from './api.ts'
import type { Answers } from './useAnswers.ts'

/** One set of sizes that moves: the size runs of the stores it concerns drawn before and after, and whether it is to be. */
export function BundleCard(props: {
  bundle: BundleSeen
  answers: Answers
  nameOf: (store: string) => string
  isOff: boolean
}) {
  const { bundle: b, answers, nameOf, isOff } = props
  const say = useSay()
  const f = useFormat()
  const why = answers.why(b)
  const isDecided = b.accepted !== null
  const isRefused = isDecided ? !b.accepted : why !== undefined
  return (
    <article
      className={`reorder-card${isRefused ? ' is-none' : ''}${why === 'unsaid' ? ' is-open-matter' : ''}`}
    >
      <Looks of={b}>
        <p>{say(b.aim === 'completes' ? w.completes : w.clears, { store: nameOf(b.target) })}</p>
        {isDecided ? (
          <span>
            <Chip tone={b.accepted ? 'done' : 'plain'}>
              {b.accepted ? say(w.accepted) : say(w.refused, { why: b.why ? say(refusalWords[b.why]) : '' })}
            </Chip>
          </span>
        ) : null}
      </Looks>
      <div className="runs-scroll">
        <table className="runs">
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{say(w.areas)}</span>
              </th>
              {b.sizes.map((size) => (
                <th key={size} scope="col" translate="no">
                  {size}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{say(w.whole)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {b.runs.map((run) => (
              <tr key={run.store}>
                <th scope="row">{nameOf(run.store)}</th>
                {b.sizes.map((size, i) => (
                  <Cell key={size} before={run.before[i] ?? 0} after={run.after[i] ?? 0} />
                ))}
                <td className="runs-end">
                  {run.after.every((n) => n === 0)
                    ? say(w.becomesEmpty)
                    : isWhole(run.after) && !isWhole(run.before)
                      ? say(w.becomesWhole)
                      : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="reorder-whys">
        {b.lines.map((l) => (
          <li key={`${l.sku} ${l.from} ${l.to}`}>
            {say(w.from, { size: l.size, n: f.count(l.pieces), from: nameOf(l.from), to: nameOf(l.to) })}
          </li>
        ))}
      </ul>
      {isOff || isDecided ? null : b.isGone ? (
        <Chip tone="late">{say(w.gone)}</Chip>
      ) : (
        <div className="reorder-because">
          <Choices
            label={say(w.rebalance)}
            value={why === undefined ? 'accept' : 'refuse'}
            options={[
              { key: 'accept', label: say(w.accept) },
              { key: 'refuse', label: say(w.refuse) },
            ]}
            onChange={(key) => (key === 'accept' ? answers.accept(b) : answers.refuse(b, 'unsaid'))}
          />
          {why === undefined ? null : (
            <>
              <span>{say(w.why)}</span>
              <Choices
                label={say(w.why)}
                value={why === 'unsaid' ? undefined : why}
                options={refusalReasons
                  .filter((r) => r !== 'stockMoved')
                  .map((r) => ({ key: r, label: say(refusalWords[r]) }))}
                onChange={(r) => answers.refuse(b, r)}
              />
            </>
          )}
        </div>
      )}
    </article>
  )
}

/** What was there, and beside it what will be: a gap stays a gap for the eye, what comes and what goes is told by sign and shape. */
function Cell({ before, after }: { before: number; after: number }) {
  const f = useFormat()
  const change = after - before
  const state = after <= 0 ? 'is-gap' : before <= 0 ? 'is-filled' : ''
  return (
    <td className={`num ${state}`}>
      {change === 0 ? (
        f.count(after)
      ) : (
        <>
          <s>{f.count(before)}</s>
          <b>{f.count(after)}</b>
        </>
      )}
    </td>
  )
}

const isWhole = (run: readonly number[]): boolean => run.every((n) => n > 0)

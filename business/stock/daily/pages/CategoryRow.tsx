import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { WeaveSign } from '../../../../platform/web/parts/WeaveGrid.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { reasonWords } from '../words.ts'
import { api, type Category, type Count, signed, woven } from './api.ts'
import type { DraftRow } from './draft.ts'

/** A category: its last evenings, its figures for the floor and the back, and what the comparison said. */
export function CategoryRow(props: {
  of: Category
  on: { store: string; day: string }
  draft?: DraftRow | undefined
  /** Absent where it is only looked at. */
  onType?: (part: Partial<Pick<DraftRow, 'shelf' | 'back'>>) => void
  onExplain?: () => void
}) {
  const { of, on, draft, onType, onExplain } = props
  const say = useSay()
  const { count } = of
  const category = categoryIn(of.category, useLanguage())
  const isTyping = draft !== undefined
  const needsFigure = onType && (count === null || count.again || isTyping)
  return (
    <li className={`daily-row${count?.again && !isTyping ? ' is-again' : ''}`}>
      <div className="daily-what">
        <b>{category}</b>
        <Past of={of} />
      </div>
      {needsFigure ? (
        <div className="daily-figures">
          {(['shelf', 'back'] as const).map((place) => (
            <InputNumber
              key={place}
              placeholder={say(w[place])}
              size="large"
              inputMode="numeric"
              precision={0}
              min={0}
              max={99_999}
              className="num"
              aria-label={say(place === 'shelf' ? w.shelfOf : w.backOf, { category })}
              value={draft?.[place] ?? null}
              onChange={(pieces) => onType({ [place]: pieces })}
            />
          ))}
        </div>
      ) : null}
      {count && !isTyping ? (
        <Said of={of} count={count} on={on} onType={onType} onExplain={onExplain} />
      ) : null}
    </li>
  )
}

function Said(props: {
  of: Category
  count: Count
  on: { store: string; day: string }
  onType?: ((part: { shelf: number | null }) => void) | undefined
  onExplain?: (() => void) | undefined
}) {
  const { of, count, on, onType, onExplain } = props
  const say = useSay()
  const f = useFormat()
  const explain = api.useDo('dailyCounts.explain')
  const who = say(w.atTime, { name: count.byName, time: f.time(count.at) })
  const recount = onType ? (
    <Button type="text" onClick={() => onType({ shelf: count.shelf })}>
      {say(w.recount)}
    </Button>
  ) : null
  if (count.off === null || (count.again && onType))
    return <p className="daily-said tone-late">{say(w.again)}</p>
  if (count.off === 0)
    return (
      <div className="daily-said">
        <p>
          <span className="tone-done">✓ {say(w.agrees, { n: f.count(count.shelf + count.back) })}</span>
          <small>
            {who}
            {count.low === count.high
              ? ''
              : ` · ${say(w.agreesAlso, { expected: count.expected!, low: count.low!, high: count.high! })}`}
          </small>
        </p>
        {recount}
      </div>
    )
  const known = of.known && count.reason === null && of.known.off === count.off ? of.known : undefined
  return (
    <div className="daily-said">
      <p>
        <span className={count.reason ? 'tone-late' : 'tone-missed'}>
          <strong className="num">{signed(f, count.off)}</strong>{' '}
          {say(w.differs, { expected: f.count(count.expected!), counted: f.count(count.shelf + count.back) })}
        </span>
        <small>
          {count.reason ? (
            <>
              {say(w.said, { reason: say(reasonWords[count.reason]), name: count.saidByName ?? '' })}
              {count.words ? <span translate="no">：{count.words}</span> : null}
            </>
          ) : (
            who
          )}
        </small>
      </p>
      {onExplain ? (
        <span className="daily-acts">
          {recount}
          {known ? (
            <Button
              loading={explain.isPending}
              onClick={() =>
                explain.mutate({
                  id: newId(),
                  ...on,
                  categories: [of.category],
                  reason: known.reason,
                  words: known.words,
                })
              }
            >
              {say(w.asBefore, { reason: say(reasonWords[known.reason]) })}
            </Button>
          ) : null}
          {count.reason ? null : (
            <Button type="primary" onClick={onExplain}>
              {say(w.explain)}
            </Button>
          )}
        </span>
      ) : null}
      {explain.error ? <FormProblem problem={explain.error} /> : null}
    </div>
  )
}

/** The evenings before, oldest first: agreed, differed and explained, not finished. */
function Past({ of }: { of: Category }) {
  const say = useSay()
  const f = useFormat()
  return (
    <ol className="daily-past" aria-label={say(w.lastEvenings)}>
      {of.before.map((b) => {
        const words = say(w.cell, {
          day: f.day(b.day),
          state: say({ equal: w.equal, said: w.explained, open: w.open }[b.is]),
        })
        return (
          <li key={b.day} title={words}>
            <WeaveSign state={woven[b.is]} />
            <span className="sr-only">{words}</span>
          </li>
        )
      })}
    </ol>
  )
}

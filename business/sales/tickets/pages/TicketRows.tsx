import { useFormat } from '../../../../platform/web/format.ts'
import { Card, Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords } from '../page-words.ts'
import type { Counter } from '../view-tables.ts'
import { type Draft, ownDay, ownShare } from './draft.ts'

/** Below the pieces: who is credited, what it does to one's own day, try-ons, a note. */
export function TicketRows(props: {
  draft: Draft
  counter: Counter
  own: string | undefined
  edit: (change: (draft: Draft) => Draft) => void
  onCredits: () => void
}) {
  const { draft, counter, own, edit, onCredits } = props
  const say = useSay()
  const f = useFormat()
  const all = draft.credits.reduce((n, c) => n + c.share, 0)
  const credited = draft.credits.map((c) => {
    const name = counter.people.find((p) => p.id === c.person)?.name ?? '—'
    return draft.credits.length === 1 ? name : `${name} ${f.percent(c.share / all)}`
  })
  const day = own ? ownDay(counter.mine, ownShare(draft, own)) : undefined
  const tried = (by: number) => () => edit((d) => ({ ...d, tryOns: d.tryOns + by }))
  return (
    <Card kind="flush">
      <Rows>
        <Row name={say(pageWords.credited)} onPress={onCredits}>
          {credited.join(' · ') || say(pageWords.nobody)}
        </Row>
        {own ? (
          <Row name={say(pageWords.ownDay)}>
            <span className="num">
              {day && day.after === day.before
                ? say(pageWords.ownNow, { before: f.percent(day.before) })
                : day
                  ? say(pageWords.ownAfter, { before: f.percent(day.before), after: f.percent(day.after) })
                  : say(pageWords.ownNoTarget, { net: f.money(counter.mine.net) })}
            </span>
          </Row>
        ) : null}
        <Row name={say(pageWords.tryOns)}>
          <span className="stepper">
            <button
              type="button"
              aria-label={say(pageWords.fewer)}
              disabled={draft.tryOns === 0}
              onClick={tried(-1)}
            >
              −
            </button>
            <span className="num">{say(pageWords.tryOnsCount, { count: draft.tryOns })}</span>
            <button type="button" aria-label={say(pageWords.more)} onClick={tried(1)}>
              +
            </button>
          </span>
        </Row>
        <Row name={say(pageWords.note)}>
          <input
            className="row-input"
            maxLength={300}
            aria-label={say(pageWords.note)}
            placeholder={say(pageWords.noteHint)}
            value={draft.note}
            onChange={(event) => edit((d) => ({ ...d, note: event.target.value }))}
          />
        </Row>
      </Rows>
    </Card>
  )
}

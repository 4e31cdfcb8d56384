import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Chip, Choices } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { varianceWords } from '../../cash/reason-words.ts'
import { p } from '../page-words.ts'
import { age, isAsked, keyOf, usualCauses } from '../rules.ts'
import { subjectText } from '../sentences.ts'
import { isOfDay } from '../shape.ts'
import { causeNames, matterNames } from '../words.ts'
import type { MatterSeen } from './api.ts'
import type { Answer } from './useAnswers.ts'

/** One matter: where, what, since when, and its cause in one press. */
export function MatterCard(props: {
  matter: MatterSeen
  day: Day
  answer: Answer
  isDone: boolean
  isAsked: boolean
  isMissing: boolean
  mayWrite: boolean
  onChange: (part: Partial<Answer>) => void
}) {
  const { matter, day, answer, isDone, isMissing, mayWrite, onChange } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  const [isOpen, open] = useState(false)
  const days = age(matter, day)
  const store = name({ name: matter.storeName, nameEn: matter.storeNameEn })
  const asks = mayWrite && (props.isAsked || isOpen)
  const what = isOfDay(matter.kind) ? f.dayAndWeekday(matter.since) : subjectText(matter, language)
  return (
    <article
      className={`card matter${isDone ? ' is-done' : ''}${isMissing ? ' is-missing' : ''}`}
      id={`matter-${keyOf(matter)}`}
      aria-label={`${store} ${what}`}
    >
      <div className="matter-head">
        <h2>
          {isDone ? <Icon name="check" size={15} /> : null}
          {store}
        </h2>
        <b className="num">{amountText()}</b>
      </div>
      <p className="matter-what">
        <span>
          {say(matterNames[matter.kind])} · {what}
        </span>
        <Chip tone={days > 7 ? 'missed' : days > 2 ? 'late' : 'plain'}>
          {days === 0 ? say(p.sinceToday) : say(p.days, { n: days })}
        </Chip>
        <Look matter={matter} />
      </p>
      {matter.kind === 'overShort' ? <StoreSays matter={matter} /> : null}
      {matter.said && !isAsked(matter.said, day) ? (
        <Before matter={matter} asks={asks} mayWrite={mayWrite} onAgain={() => open(true)} />
      ) : null}
      {asks ? (
        <>
          <Choices
            label={say(p.causeOf, { what: `${store} ${what}` })}
            value={answer.cause ?? undefined}
            options={usualCauses[matter.kind].map((cause) => ({ key: cause, label: say(causeNames[cause]) }))}
            onChange={(cause) => onChange({ cause: cause === answer.cause ? null : cause })}
          />
          {answer.cause ? (
            <Input
              aria-label={say(p.ownWords)}
              maxLength={300}
              placeholder={say(answer.cause === 'other' ? p.ownWordsNeeded : p.ownWords)}
              value={answer.words ?? ''}
              onChange={(event) => onChange({ words: event.target.value || null })}
            />
          ) : null}
        </>
      ) : matter.said && isAsked(matter.said, day) ? (
        <Before matter={matter} asks mayWrite={false} onAgain={() => undefined} />
      ) : null}
    </article>
  )

  function amountText(): string {
    if (matter.amount !== null)
      return matter.kind === 'overShort' ? f.signedMoney(matter.amount) : f.money(matter.amount)
    return matter.pieces === null ? '' : say(p.piecesOf, { n: f.count(matter.pieces) })
  }
}

function Before(props: { matter: MatterSeen; asks: boolean; mayWrite: boolean; onAgain: () => void }) {
  const { matter, asks, mayWrite, onAgain } = props
  const say = useSay()
  const f = useFormat()
  const said = matter.said!
  return (
    <p className="matter-before">
      {say(p.saidBefore, { day: f.day(said.day), cause: say(causeNames[said.cause]) })}{' '}
      <span translate="no">{said.words}</span>
      {mayWrite && !asks ? (
        <Button type="text" size="small" onClick={onAgain}>
          {say(p.again)}
        </Button>
      ) : null}
    </p>
  )
}

/** What the store itself wrote about an over or short. */
function StoreSays({ matter }: { matter: MatterSeen }) {
  const say = useSay()
  const { why, said } = matter.subject
  if (!why) return <p className="note">{say(p.storeSilent)}</p>
  const reason = say(varianceWords[why as keyof typeof varianceWords])
  return (
    <p className="note">
      {say(p.storeSays, { why: reason })} <span translate="no">{said}</span>
    </p>
  )
}

/** The page where it is seen and put right. */
function Look({ matter }: { matter: MatterSeen }) {
  const say = useSay()
  const { store, kind, about, since, subject } = matter
  const [to, search] =
    kind === 'negativeStock'
      ? ['/goods', { store, style: subject.style }]
      : kind === 'notArrived'
        ? [`/stock/arrivals/${store}/${about}`, {}]
        : kind === 'notShipped'
          ? [`/stock/transfers/${store}/${about}`, {}]
          : kind === 'piecesOpen'
            ? ['/daily-count', { store, day: since }]
            : ['/cash', { store, day: since }]
  return (
    <Go to={to as string} search={search as Record<string, string | undefined>} className="link">
      {say(p.look)}
    </Go>
  )
}

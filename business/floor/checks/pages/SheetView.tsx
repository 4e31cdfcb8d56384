import { useEffect } from 'react'
import type { PhotoSeen } from '../../../../platform/photos/tables.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Photo, PhotoFacts } from '../../../../platform/web/parts/Photo.tsx'
import { ReviewSheet } from '../../../../platform/web/parts/ReviewSheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe } from '../../../../platform/web/session.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { useSays } from '../../editions/pages/says.ts'
import { p } from '../page-words.ts'
import { kindWords } from '../words.ts'
import { api, type Handed } from './api.ts'

/** A sheet as it was handed in: how long it took, what is shown of it, each answer; for the superior two buttons. */
export function SheetView({ store, id, onClose }: { store: string; id: string; onClose: () => void }) {
  const say = useSay()
  const me = useMe()
  const isReviewer = useHolds('storeManager', 'areaManager')
  const one = api.useSee('checks.sheet', { store, id })
  const open = api.useDo('checks.open')
  const done = (sentence: (typeof p)['confirmed' | 'wasSentBack']) => ({
    onDone: () => {
      notice(say(sentence))
      onClose()
    },
  })
  const confirm = api.useDo('checks.confirm', done(p.confirmed))
  const sendBack = api.useDo('checks.sendBack', done(p.wasSentBack))
  const seen = one.data
  const isMine = seen?.sheet.by === me.person.id
  const mayReview = isReviewer && seen?.stands === true && !isMine
  const isNew = mayReview && seen.sheet.state === 'handedIn'
  const { mutate } = open
  // Who has looked is recorded once, when it is first opened.
  useEffect(() => {
    if (isNew) mutate({ store, id })
  }, [isNew, store, id, mutate])
  return (
    <ReviewSheet
      title={seen ? say(kindWords[seen.sheet.kind]) : say(p.checks)}
      width={560}
      on={{ store, id }}
      mayReview={mayReview && seen.sheet.state !== 'sentBack'}
      isConfirmed={seen?.sheet.state === 'confirmed'}
      words={p}
      confirm={{ ...confirm, act: 'checks.confirm' }}
      sendBack={{ ...sendBack, act: 'checks.sendBack' }}
      onClose={onClose}
    >
      <Seen of={one}>
        {(there) => (
          <>
            <Head sheet={there.sheet} stands={there.stands} />
            <Lines store={store} lines={there.lines} />
          </>
        )}
      </Seen>
    </ReviewSheet>
  )
}

function Head({ sheet: s, stands }: { sheet: Handed; stands: boolean }) {
  const say = useSay()
  const f = useFormat()
  const took =
    s.seconds < 120
      ? say(p.seconds, { seconds: s.seconds })
      : say(p.minutes, { minutes: Math.floor(s.seconds / 60), seconds: s.seconds % 60 })
  return (
    <>
      <p className="check-meta">
        {[
          s.zone ? say(zoneWords[s.zone as Zone]) : '',
          s.kind === 'fitting' ? say(p.hour, { hour: s.round }) : '',
          say(p.handedInBy, { name: s.byName, time: f.instant(s.at) }),
          took,
          s.version > 1 ? say(p.version, { version: s.version }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {stands ? null : <p className="check-flag">{say(p.newer)}</p>}
      {s.flags.includes('fast') ? (
        <p className="check-flag">{say(p.fast, { seconds: s.seconds, items: s.items })}</p>
      ) : null}
      {s.flags.includes('perfect') ? <p className="check-flag">{say(p.perfect)}</p> : null}
      {s.state === 'confirmed' && s.reviewedAt ? (
        <p className="tone-done">
          {say(p.confirmedBy, { name: s.reviewedBy, when: f.instant(s.reviewedAt) })}
        </p>
      ) : null}
      {s.state === 'sentBack' ? (
        <p className="check-flag" translate="no">
          {say(p.sentBackWords, { words: s.reviewWords })}
        </p>
      ) : null}
    </>
  )
}

interface Line {
  readonly item: Parameters<ReturnType<typeof useSays>>[0] & {
    code: string
    number: { unit: 'celsius' | 'pieces' } | null
  }
  readonly answer: {
    inOrder: boolean
    how: string
    value: number | null
    wrong: string | null
    done: string | null
    photo: PhotoSeen | null
  }
}
/** What was wrong first. */
function Lines({ store, lines }: { store: string; lines: readonly Line[] }) {
  const say = useSay()
  const says = useSays()
  const sorted = [...lines].sort((a, b) => Number(a.answer.inOrder) - Number(b.answer.inOrder))
  return (
    <ul className="check-read">
      {sorted.map(({ item, answer }) => (
        <li key={item.code} className={answer.inOrder ? '' : 'is-wrong'}>
          <span className="check-sign" aria-hidden="true">
            {answer.inOrder ? '✓' : '✕'}
          </span>
          <span className="check-what" translate="no">
            {says(item)}
            {answer.inOrder ? null : <b>{answer.wrong}</b>}
            {answer.done ? <small>{answer.done}</small> : null}
            {answer.photo ? (
              <span className="check-photo">
                <Photo
                  place={{ view: 'checks.photo', store }}
                  id={answer.photo.id}
                  alt={answer.wrong ?? says(item)}
                  facts={answer.photo}
                />
                <PhotoFacts of={answer.photo} />
              </span>
            ) : null}
          </span>
          <small>
            <span className="sr-only">{say(answer.inOrder ? p.inOrder : p.notInOrder)}</span>
            {answer.value !== null && item.number
              ? `${answer.value} ${say(p[item.number.unit])}`
              : say(answer.how === 'rest' ? p.answeredRest : p.answeredOne)}
          </small>
        </li>
      ))}
    </ul>
  )
}

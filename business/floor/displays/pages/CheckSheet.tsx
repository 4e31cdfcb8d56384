import { useFormat } from '../../../../platform/web/format.ts'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Photo, PhotoFacts } from '../../../../platform/web/parts/Photo.tsx'
import { ReviewSheet } from '../../../../platform/web/parts/ReviewSheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe } from '../../../../platform/web/session.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { secondsEach, toneOf } from '../rules.ts'
import { mayWhen } from '../shape.ts'
import { api, type Check, type One, ofManual, ofStore, scoreSaid } from './api.ts'
import { pointWords } from './PageRow.tsx'
import './displays.css'

/** One check: each page of the manual with the store beside it; for the superior two buttons. */
export function CheckSheet({ store, id, onClose }: { store: string; id: string; onClose: () => void }) {
  const say = useSay()
  const me = useMe()
  const isReviewer = useHolds('areaManager', 'operationsDirector')
  const one = api.useSee('displays.one', { store, id })
  const done = (sentence: (typeof d)['confirmed' | 'sentBack']) => ({
    onDone: () => {
      notice(say(sentence))
      onClose()
    },
  })
  const confirm = api.useDo('displays.confirm', done(d.confirmed))
  const sendBack = api.useDo('displays.sendBack', done(d.sentBack))
  const check = one.data?.check
  const may = (act: keyof typeof mayWhen): boolean =>
    isReviewer &&
    check !== undefined &&
    check.by !== me.person.id &&
    (mayWhen[act] as readonly string[]).includes(check.state)
  return (
    <ReviewSheet
      title={check ? say(d.history) : say(d.displays)}
      width={720}
      on={{ store, id }}
      mayReview={may('sendBack')}
      isConfirmed={!may('confirm')}
      words={d}
      confirm={{ ...confirm, act: 'displays.confirm' }}
      sendBack={{ ...sendBack, act: 'displays.sendBack' }}
      onClose={onClose}
    >
      <Seen of={one} lines={8}>
        {(seen) => (
          <div className="display-column">
            <Head check={seen.check} />
            {seen.pages.map((line) => (
              <Line key={line.page.code} store={store} line={line} />
            ))}
          </div>
        )}
      </Seen>
    </ReviewSheet>
  )
}

function Head({ check: c }: { check: Check }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const seconds = Math.round((Date.parse(c.at) - Date.parse(c.begunAt)) / 1_000)
  return (
    <>
      <p className="display-score">
        <b className={`num tone-${toneOf(c.score)}`}>{scoreSaid(c.score)}</b> {say(d.outOf)}
        <small translate="no">
          {says({ says: c.title, saysEn: c.titleEn })} · {c.byName} · {f.instant(c.at)} ·{' '}
          {say(d.took, { minutes: Math.max(1, Math.round(seconds / 60)) })}
        </small>
      </p>
      {seconds < secondsEach * c.pages ? (
        <p className="tone-missed">{say(d.fast, { pages: c.pages, seconds })}</p>
      ) : null}
      {c.alike > 0 ? <p className="tone-missed">{say(d.alike, { count: c.alike })}</p> : null}
      {c.words ? <p translate="no">{c.words}</p> : null}
      {c.state === 'confirmed' && c.reviewedAt ? (
        <p className="tone-done">
          {say(d.confirmedBy, { name: c.reviewedBy, when: f.instant(c.reviewedAt) })}
        </p>
      ) : null}
      {c.state === 'sentBack' ? (
        <p className="tone-missed" translate="no">
          {say(d.wasSentBack, { words: c.reviewWords })}
        </p>
      ) : null}
    </>
  )
}

function Line({ store, line }: { store: string; line: One['pages'][number] }) {
  const say = useSay()
  const says = useSays()
  const { page, photo, scores } = line
  return (
    <section className="display-page">
      <h2 translate="no">{says(page)}</h2>
      <div className="display-sides">
        <figure>
          <Photo place={ofManual} id={page.picture} alt={`${say(d.byTheManual)} · ${says(page)}`} />
          <figcaption>{say(d.byTheManual)}</figcaption>
        </figure>
        <figure>
          <Photo place={ofStore(store)} id={photo.id} alt={`${say(d.ours)} · ${says(page)}`} facts={photo} />
          <figcaption>
            {say(d.ours)} <PhotoFacts of={photo} />
          </figcaption>
        </figure>
      </div>
      <ul className="display-read">
        {page.points.map((point) => {
          const score = scores.find((s) => s.point === point.code)
          return score ? (
            <li key={point.code} className={`is-${score.points}`}>
              <span translate="no">
                {says(point)}
                {score.wrong ? <b>{score.wrong}</b> : null}
              </span>
              <small>{say(pointWords[score.points])}</small>
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

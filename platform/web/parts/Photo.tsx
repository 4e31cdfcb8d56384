import { useRef } from 'react'
import type { PhotoSize } from '../../photos/shape.ts'
import type { PhotoSeen } from '../../photos/tables.ts'
import { useFormat } from '../format.ts'
import { useSay } from '../say.ts'
import { Icon } from './Icon.tsx'
import './photos.css'
import { photoPartWords as w } from './photo-words.ts'

/** Where photographs of a kind of record are seen: the name of their view, and the store. */
export interface PhotoPlace {
  readonly view: string
  readonly store?: string
}
export const photoAddress = ({ view, store }: PhotoPlace, id: string, size: PhotoSize): string =>
  `/api/see/${view}?input=${encodeURIComponent(JSON.stringify({ ...(store ? { store } : {}), id, size }))}`

export interface PhotoProps {
  place: PhotoPlace
  id: string
  /** What it shows, for those who do not see it. */
  alt: string
  /** Said of it where it is large; see PhotoFacts. */
  facts?: PhotoSeen
  /** cover: cropped to its frame. */
  fit?: 'cover' | 'whole'
  /** The large picture in the page itself. */
  isLarge?: boolean
}

/** A photograph as a small picture that opens large. */
export function Photo({ place, id, alt, facts, fit = 'cover', isLarge = false }: PhotoProps) {
  const say = useSay()
  const large = useRef<HTMLDialogElement>(null)
  const close = () => large.current?.close()
  return (
    <>
      <button
        type="button"
        className={`photo is-${fit}`}
        aria-label={say(w.enlarge, { alt })}
        onClick={() => large.current?.showModal()}
      >
        <img src={photoAddress(place, id, isLarge ? 'large' : 'small')} alt={alt} loading="lazy" />
      </button>
      <dialog ref={large} className="photo-large" aria-label={alt}>
        <button type="button" className="photo-close" onClick={close}>
          <Icon name="cross" size={22} label={say(w.close)} />
        </button>
        <img src={photoAddress(place, id, 'large')} alt={alt} loading="lazy" />
        <div className="photo-told">
          <b translate="no">{alt}</b>
          {facts ? <PhotoFacts of={facts} /> : null}
        </div>
      </dialog>
    </>
  )
}

const lateAfter = 3_600_000

/** Who took it when, and what makes one look twice. */
export function PhotoFacts({ of }: { of: PhotoSeen }) {
  const say = useSay()
  const f = useFormat()
  const late = Date.parse(of.at) - Date.parse(of.takenAt)
  return (
    <p className="photo-facts">
      <span translate="no">{say(w.takenBy, { name: of.byName, when: f.instant(of.takenAt) })}</span>
      {of.code === null ? null : <span>{say(w.code, { code: of.code })}</span>}
      {late > lateAfter ? (
        <span className="tone-late">{say(w.sentLate, { hours: Math.floor(late / 3_600_000) })}</span>
      ) : null}
      {of.likeAt ? (
        <span className="tone-missed" translate="no">
          {say(w.like, { name: of.likeBy, when: f.instant(of.likeAt) })}
        </span>
      ) : null}
    </p>
  )
}

/** What was found and what became of it, one beside the other. */
export function BeforeAfter(props: {
  place: PhotoPlace
  alt: string
  before: PhotoSeen | null
  after: PhotoSeen | null
}) {
  const { place, alt, before, after } = props
  const say = useSay()
  const shown = [
    ...(before ? [{ of: before, says: say(w.before) }] : []),
    ...(after ? [{ of: after, says: say(w.after) }] : []),
  ]
  if (shown.length === 0) return null
  return (
    <div className="photo-pair">
      {shown.map(({ of, says }) => (
        <figure key={of.id}>
          {/* What is wrong was written by a person, in her own words. */}
          <span translate="no">
            <Photo place={place} id={of.id} alt={`${says} · ${alt}`} facts={of} />
          </span>
          <figcaption>
            <b>{says}</b>
            <PhotoFacts of={of} />
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

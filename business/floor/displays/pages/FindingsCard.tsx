import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Photo, PhotoFacts } from '../../../../platform/web/parts/Photo.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay } from '../../../../platform/web/session.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { api, type Finding, ofManual, ofStore } from './api.ts'

/** What deviates from the manual: its picture, the store as it was found, and as it is mended. */
export function FindingCard({ finding: one, place }: { finding: Finding; place?: string }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const keeps = useMay('displays.mend').may
  const [isAsked, ask] = useState(false)
  const [photo, shoot] = useState<string | null>(null)
  const mend = api.useDo('displays.mend', {
    about: () => one.wrong,
    whenSafe: () => {
      ask(false)
      shoot(null)
    },
    onDone: () => notice(say(d.mended)),
  })
  const page = says({ says: one.pageSays, saysEn: one.pageSaysEn })
  const last = one.mendedPhoto ?? one.photo
  return (
    <article className={`display-finding${one.mendedAt ? ' is-mended' : ''}`}>
      <header>
        <b translate="no">{place ? `${place} · ${one.wrong}` : one.wrong}</b>
        <small translate="no">
          {page} · {says(one)}
        </small>
      </header>
      <div className="display-sides">
        <figure>
          <Photo place={ofManual} id={one.picture} alt={`${say(d.byTheManual)} · ${page}`} />
          <figcaption>{say(d.byTheManual)}</figcaption>
        </figure>
        <figure>
          <Photo place={ofStore(one.store)} id={last.id} alt={`${say(d.ours)} · ${page}`} facts={last} />
          <figcaption>
            {say(d.ours)} <PhotoFacts of={last} />
          </figcaption>
        </figure>
      </div>
      <footer>
        <small translate="no">
          {one.mendedAt
            ? say(d.mendedBy, {
                name: one.mendedBy,
                when: f.instant(one.mendedAt),
                words: one.mendedWords,
              })
            : say(d.foundBy, { name: one.byName, when: f.instant(one.at) })}
        </small>
        {one.mendedAt || !keeps ? null : (
          <Act type="primary" may="displays.mend" onClick={() => ask(true)}>
            {say(d.mend)}
          </Act>
        )}
      </footer>
      {isAsked ? (
        <ConfirmSheet
          title={say(d.mendTitle)}
          verb={say(d.mend)}
          reason="needed"
          waitsFor={photo ? undefined : say(d.photoFirst)}
          isBusy={mend.isPending}
          problem={mend.error}
          onClose={() => ask(false)}
          onConfirm={(words) => mend.mutate({ store: one.store, id: one.id, words, photo })}
        >
          <p translate="no">{one.wrong}</p>
          <Photo place={ofManual} id={one.picture} alt={`${say(d.byTheManual)} · ${page}`} />
          <PhotoField
            act="displays.takePhoto"
            place={ofStore(one.store)}
            label={say(d.mendedPhoto)}
            isNeeded
            value={photo}
            wrong={wrongFields(mend.error).photo}
            onChange={shoot}
          />
        </ConfirmSheet>
      ) : null}
    </article>
  )
}

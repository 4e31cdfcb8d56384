import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Photo } from '../../../../platform/web/parts/Photo.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { zoneWords } from '../../checks/words.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d, wrongPhrases } from '../page-words.ts'
import { type ManualPage, mostPoints, type Point, type Points } from '../shape.ts'
import { ofManual, ofStore } from './api.ts'
import type { DraftPage } from './draft.ts'

const offered: readonly Points[] = [2, 1, 0]
const signs: Readonly<Record<Points, string>> = { 2: '✓', 1: '◐', 0: '✕' }
export const pointWords = { 2: d.asShown, 1: d.partly, 0: d.not } as const

/** A page of the manual with the store's own photo beside it, and a score for each of its points. */
export function PageRow(props: {
  store: string
  no: number
  page: ManualPage
  own: DraftPage
  wrongs: Readonly<Record<string, string>>
  onChange: (part: Partial<DraftPage>) => void
}) {
  const { store, no, page, own, wrongs, onChange } = props
  const say = useSay()
  const says = useSays()
  const score = (point: Point, part: { points?: Points; wrong?: string }) =>
    onChange({
      scores: { ...own.scores, [point.code]: { points: 2, wrong: '', ...own.scores[point.code], ...part } },
    })
  return (
    <section className="display-page">
      <h2 translate="no">
        <span className="num display-no">{no}</span> {says(page)}
        {page.zone ? <small className="display-tag">{say(zoneWords[page.zone])}</small> : null}
      </h2>
      <div className="display-sides">
        <figure>
          <Photo place={ofManual} id={page.picture} alt={`${say(d.byTheManual)} · ${says(page)}`} />
          <figcaption>{say(d.byTheManual)}</figcaption>
        </figure>
        <PhotoField
          act="displays.takePhoto"
          place={ofStore(store)}
          label={say(d.ours)}
          value={own.photo}
          isNeeded
          isTall
          wrong={wrongs.photo}
          onChange={(photo) => onChange({ photo })}
        />
      </div>
      <ul className="display-points">
        {page.points.map((point) => {
          const given = own.scores[point.code]
          return (
            <li key={point.code}>
              <p translate="no">{says(point)}</p>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as three buttons in every browser */}
              <div className="display-answers" role="group" aria-label={says(point)}>
                {offered.map((points) => (
                  <button
                    key={points}
                    type="button"
                    className={`is-${points}`}
                    aria-pressed={given?.points === points}
                    onClick={() => score(point, { points })}
                  >
                    <span aria-hidden="true">{signs[points]}</span> {say(pointWords[points])}
                  </button>
                ))}
              </div>
              {given && given.points < mostPoints ? (
                <div className="display-wrong">
                  <Input
                    size="large"
                    maxLength={200}
                    aria-label={`${says(point)} · ${say(d.howWrong)}`}
                    placeholder={say(d.howWrong)}
                    value={given.wrong}
                    onChange={(event) => score(point, { wrong: event.target.value })}
                  />
                  <div className="choices">
                    {wrongPhrases.map((phrase) => (
                      <button
                        key={phrase[0]}
                        type="button"
                        className={`choice${given.wrong === say(phrase) ? ' is-taken' : ''}`}
                        aria-pressed={given.wrong === say(phrase)}
                        onClick={() => score(point, { wrong: say(phrase) })}
                      >
                        {say(phrase)}
                      </button>
                    ))}
                  </div>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

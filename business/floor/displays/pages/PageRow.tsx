import { Photo } from '../../../../platform/web/parts/Photo.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { PointAnswers, WrongWords } from '../../editions/pages/PointAnswers.tsx'
import { useSays } from '../../editions/pages/says.ts'
import { d, wrongPhrases } from '../page-words.ts'
import { type ManualPage, mostPoints, type Point, type Points } from '../shape.ts'
import { ofManual, ofStore } from './api.ts'
import type { DraftPage } from './draft.ts'

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
              <PointAnswers
                asked={says(point)}
                value={given?.points}
                words={pointWords}
                onChange={(points) => score(point, { points })}
              />
              {given && given.points < mostPoints ? (
                <div className="display-wrong">
                  <WrongWords
                    label={`${says(point)} · ${say(d.howWrong)}`}
                    placeholder={say(d.howWrong)}
                    value={given.wrong}
                    phrases={wrongPhrases}
                    onChange={(wrong) => score(point, { wrong })}
                  />
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { factorNames } from '../../metrics/words.ts'
import type { Verdict } from '../adjust/shape.ts'
import { adjustWords } from '../adjust/words.ts'
import { p } from '../page-words.ts'
import { factorText, measuredText } from '../show.ts'
import type { NoteSeen } from './api.ts'

export const verdictTone = {
  notYet: 'plain',
  tooFew: 'excused',
  reached: 'done',
  better: 'done',
  same: 'plain',
  worse: 'late',
} as const satisfies Record<Verdict, string>

/** One change and what came of it: the factor before and since, with the counts. */
export function NoteBody({ note }: { note: NoteSeen }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const { effect, factor } = note
  return (
    <div className="note-body">
      <div className="last-head">
        <b translate="no">{note.change}</b>
        <Chip tone={verdictTone[effect.verdict]}>{say(adjustWords[effect.verdict])}</Chip>
      </div>
      <p className="note">
        {say(p.fromDay, { day: f.day(note.from) })} ·{' '}
        {say(p.expectedTo, {
          factor: say(factorNames[factor]),
          value: factorText(factor, note.expected, language),
        })}
        {' · '}
        {note.writtenByName}
      </p>
      {effect.before && effect.since ? (
        <p className="note-effect num">
          {say(factorNames[factor])}{' '}
          {say(p.beforeSince, {
            before: measuredText(factor, effect.before, language),
            since: measuredText(factor, effect.since, language),
          })}
        </p>
      ) : null}
      {effect.days > 0 ? <p className="note">{say(p.sameWeekdays, { days: effect.days })}</p> : null}
      {effect.others ? (
        <p className="note">
          {say(p.othersMoved, {
            before: factorText(factor, effect.others.before.value, language),
            since: factorText(factor, effect.others.since.value, language),
          })}
        </p>
      ) : null}
    </div>
  )
}

import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { w } from '../page-words.ts'
import { differenceOf, worthOf } from '../rules.ts'
import { causeWords } from '../words.ts'
import { type ResultLine, signed } from './api.ts'

/** One line of a stocktake that differs or is unclear: by how much, where it was counted, why. */
export function LineRow(props: {
  line: ResultLine
  isOpen: boolean
  onRecount: () => void
  onExplain: () => void
}) {
  const { line: l, isOpen, onRecount, onExplain } = props
  const say = useSay()
  const f = useFormat()
  const difference = differenceOf(l)
  const said = [l.personName, l.words].filter(Boolean).join(' · ')
  return (
    <li className="take-line">
      <div className="take-line-head">
        <PieceLine piece={l}>
          <small>
            {say(w.seenAs, { counted: f.count(l.counted), expected: f.count(l.expected) })}
            {l.zones.length > 0 ? <span translate="no"> · {l.zones.join(' ')}</span> : null}
          </small>
        </PieceLine>
        <b className={`num ${difference < 0 ? 'take-short' : difference > 0 ? 'take-over' : ''}`}>
          {signed(f, difference)}
          <small>{f.money(worthOf(l) as Money)}</small>
        </b>
      </div>
      <div className="take-line-foot">
        {l.unclear ? <Chip tone="late">{say(w.unclear)}</Chip> : null}
        {l.recounted ? <Chip tone="done">{say(w.recounted)}</Chip> : null}
        {l.cause ? <Chip>{say(causeWords[l.cause])}</Chip> : null}
        {said ? (
          <small className="note" translate="no">
            {said}
          </small>
        ) : null}
        {isOpen ? (
          <span className="take-picks">
            <Act may="takes.recount" onClick={onRecount}>
              {say(w.recount)}
            </Act>
            {difference !== 0 && !l.again ? (
              <Act may="takes.explain" onClick={onExplain}>
                {say(w.explain)}
              </Act>
            ) : null}
          </span>
        ) : null}
      </div>
    </li>
  )
}

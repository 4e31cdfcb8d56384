import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'

/** What stands in the three columns of a month. */
export function HeadRow({ unit }: { unit: string }) {
  const say = useSay()
  return (
    <div className="otb-row">
      <span>{unit}</span>
      <span className="num">{say(w.sales)}</span>
      <span className="num">{say(w.markdowns)}</span>
      <span className="num">{say(w.closing)}</span>
    </div>
  )
}

import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { Counter } from '../../pages/CountSheet.tsx'
import { PieceLine } from '../../pages/PieceLine.tsx'
import { w } from '../page-words.ts'
import { api, type ResultLine } from './api.ts'

/** A SKU counted again at one moment, beginning at nothing, so that nobody copies what was counted first. */
export function RecountSheet(props: {
  on: { store: string; take: string }
  line: ResultLine
  onClose: () => void
}) {
  const { on, line, onClose } = props
  const say = useSay()
  const [id] = useState(newId)
  const [counted, count] = useState(0)
  const recount = api.useDo('takes.recount', {
    onDone: (out) => {
      if (out.counted === out.expected) notice(say(w.same))
      onClose()
    },
  })
  return (
    <Sheet
      title={say(w.recountTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="takes.recount"
            loading={recount.isPending}
            onClick={() => recount.mutate({ ...on, id, sku: line.sku, counted })}
          >
            {say(w.save)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <PieceLine piece={line} />
        <Counter label={say(w.countedNow)} value={counted} onChange={count} />
        {recount.error ? <FormProblem problem={recount.error} /> : null}
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import { api } from './api.ts'

/** Two columns copied from a sheet; what was not understood is named by its line and stays to be mended. */
export function DepotSheet({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [text, write] = useState('')
  const act = api.useDo('reorders.tellDepot')
  const told = act.data
  return (
    <Sheet
      title={say(w.tellDepot)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="reorders.tellDepot"
            loading={act.isPending}
            onClick={() => act.mutate({ text })}
          >
            {say(w.tellDepot)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <div className="field">
          <label htmlFor="depot-text">{say(w.depotHint)}</label>
          <Input.TextArea
            id="depot-text"
            rows={10}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {act.error ? <FormProblem problem={act.error} /> : null}
        {told ? (
          <div className="stock-read" role="status">
            <b>{say(w.depotDone, { skus: f.count(told.skus), pieces: f.count(told.pieces) })}</b>
            {told.unread.length > 0 ? <p>{say(w.depotUnread, { rows: told.unread.join(' ') })}</p> : null}
            {told.unknown.length > 0 ? (
              <p>{say(w.depotStrange, { codes: told.unknown.map((u) => u.barcode).join(' ') })}</p>
            ) : null}
          </div>
        ) : null}
      </div>
    </Sheet>
  )
}

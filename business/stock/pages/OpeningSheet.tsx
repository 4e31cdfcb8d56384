import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Empty } from '../../../platform/web/parts/States.tsx'
import { asProblem, type ProblemError } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import { sendFile } from '../../../platform/web/send-file.ts'
import { useMay, useMe } from '../../../platform/web/session.ts'
import type { stockOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { stockWords } from '../words.ts'

const api = client<typeof stockOperations>()
type Read = Awaited<ReturnType<typeof read>>
const read = (input: { store: string; text?: string; file?: string }) => api.see('stock.readOpening', input)

/** Where a store keeps no stock book yet: what that means, and the way to begin one. */
export function BeginCard({ store }: { store: string }) {
  const say = useSay()
  const { may } = useMay('stock.open')
  const [isOpen, open] = useState(false)
  return (
    <Card>
      <Empty
        title={say(p.notBegun)}
        next={say(may ? p.notBegunNext : p.askManager)}
        action={
          may ? (
            <Button type="primary" size="large" onClick={() => open(true)}>
              {say(p.begin)}
            </Button>
          ) : undefined
        }
      />
      {isOpen ? <OpeningSheet store={store} onClose={() => open(false)} /> : null}
    </Card>
  )
}

/** An opening balance pasted or from a file, looked over before it is entered; every row that cannot be read is told. */
function OpeningSheet({ store, onClose }: { store: string; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [text, write] = useState('')
  const [day, choose] = useState<Day>(me.today)
  const [seen, show] = useState<Read>()
  const [problem, tell] = useState<ProblemError>()
  const [id] = useState(newId)
  const open = api.useDo('stock.open', {
    onDone: () => {
      notice(say(p.begun))
      onClose()
    },
  })
  const look = (input: { text?: string; file?: string }): void => {
    tell(undefined)
    read({ store, ...input }).then(show, (fault) => tell(asProblem(fault)))
  }
  const send = (file: File | undefined): void => {
    if (!file) return
    sendFile(file, f.language, () => undefined).then(
      (sent) => look({ file: sent }),
      (fault) => tell(asProblem(fault)),
    )
  }
  const fault = problem ?? open.error
  return (
    <Sheet
      title={say(p.begin)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button size="large" disabled={text.trim() === ''} onClick={() => look({ text })}>
            {say(p.read)}
          </Button>
          <Act
            type="primary"
            size="large"
            may="stock.open"
            offBecause={seen && seen.lines.length > 0 ? undefined : say(p.read)}
            loading={open.isPending}
            onClick={() => seen && open.mutate({ id, store, day, lines: seen.lines })}
          >
            {say(p.beginNow)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <p className="stock-note">{say(p.openingHint)}</p>
        <div className="field">
          <label htmlFor="stock-opening">{say(p.begin)}</label>
          <Input.TextArea
            id="stock-opening"
            rows={7}
            value={text}
            onChange={(event) => {
              write(event.target.value)
              show(undefined)
            }}
          />
        </div>
        <label className="stock-file">
          <span>{say(p.chooseFile)}</span>
          <input
            type="file"
            accept=".xlsx,.csv,.tsv,.txt"
            onChange={(event) => send(event.target.files?.[0])}
          />
        </label>
        <div className="field">
          <b>{say(p.asOf)}</b>
          <div>
            <DayInput label={say(p.asOf)} value={day} max={me.today} onChange={choose} />
          </div>
        </div>
        {seen ? (
          <div className="stock-read" aria-live="polite">
            <b>{say(p.readOf, { rows: seen.rowsRead, skus: seen.lines.length, pieces: seen.pieces })}</b>
            {seen.rejected.length > 0 ? (
              <>
                <p>{say(p.rejectedRows, { n: seen.rejected.length })}</p>
                <ul>
                  {seen.rejected.slice(0, 40).map((r) => (
                    <li key={r.row}>
                      {say(p.row, { n: r.row })} · {say(stockWords[r.why])} · {r.text}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        ) : null}
        {fault ? <FormProblem problem={fault} /> : null}
      </div>
    </Sheet>
  )
}

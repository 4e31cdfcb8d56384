import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'

const api = client<typeof cashOperations>()
const key = 'cash.statement'
interface Draft {
  readonly id: string
  readonly name: string
  readonly text: string
}

/** A statement pasted from a sheet, or read from a CSV file; afterwards what became of its rows. */
export function StatementForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [draft, write] = useState<Draft>(() => readKept<Draft>(key) ?? { id: newId(), name: '', text: '' })
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const enter = api.useDo('cash.enterStatement', { onDone: () => drop(key) })
  const isReady = draft.name.trim() !== '' && draft.text.trim() !== ''
  return (
    <Sheet
      title={say(p.enterStatement)}
      onClose={onClose}
      width={620}
      foot={
        enter.data ? undefined : (
          <div className="sheet-foot">
            <span />
            <Act
              type="primary"
              size="large"
              may="cash.enterStatement"
              offBecause={isReady ? undefined : say(draft.name.trim() ? p.pasteHint : p.statementName)}
              loading={enter.isPending}
              onClick={() => enter.mutate(draft)}
            >
              {say(p.entering)}
            </Act>
          </div>
        )
      }
    >
      {enter.data ? (
        <Became data={enter.data} />
      ) : (
        <div className="cash-form">
          <p className="note">{say(p.pasteHint)}</p>
          <div className="field">
            <label htmlFor="cash-statement-name">{say(p.statementName)}</label>
            <Input
              id="cash-statement-name"
              size="large"
              maxLength={120}
              placeholder={say(p.nameHint)}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </div>
          <label className="field">
            <span>{say(p.chooseFile)}</span>
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={async (event) => {
                const file = event.target.files?.[0]
                if (file) set({ text: await textOf(file), name: draft.name || file.name })
              }}
            />
          </label>
          <div className="field">
            <label htmlFor="cash-statement-text">{say(p.line)}</label>
            <Input.TextArea
              id="cash-statement-text"
              rows={10}
              spellCheck={false}
              value={draft.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          </div>
          {enter.error ? <FormProblem problem={enter.error} /> : null}
        </div>
      )}
    </Sheet>
  )
}

function Became({ data }: { data: OutputOf<(typeof cashOperations)['cash.enterStatement']> }) {
  const say = useSay()
  return (
    <div className="cash-form">
      <p>{say(p.enteredLines, { entered: data.entered, matched: data.matched, known: data.known })}</p>
      {data.rejected.length > 0 ? (
        <>
          <b>{say(p.rejectedRows, { n: data.rejected.length })}</b>
          <ul className="cash-reject">
            {data.rejected.map((r) => (
              <li key={r.row}>
                {say(p.row, { n: r.row })} · {say(p[r.why])} ·{' '}
                <span className="note" translate="no">
                  {r.text}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

/** Banks write UTF-8 or GB18030; what is not the one is the other. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault
    return new TextDecoder('gb18030').decode(bytes)
  }
}

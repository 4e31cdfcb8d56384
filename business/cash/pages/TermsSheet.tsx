import { useState } from 'react'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Checkbox } from '../../../platform/web/parts/Choice.tsx'
import { TimeInput } from '../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { InputNumber } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay } from '../../../platform/web/session.ts'
import { YuanField } from '../../sales/tickets/pages/PriceSheet.tsx'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { Terms } from '../shape.ts'

const api = client<typeof cashOperations>()

/** The company's terms, and for finance the way to change them. */
export function TermsButton({ terms }: { terms: Terms }) {
  const say = useSay()
  const f = useFormat()
  const may = useMay('cash.setTerms')
  const [isOpen, open] = useState(false)
  const note = say(p.termsNote, { time: terms.payInBy, tolerance: f.money(terms.tolerance) })
  return may.may ? (
    <>
      <Button title={note} onClick={() => open(true)}>
        {say(p.terms)}
      </Button>
      {isOpen ? <TermsSheet terms={terms} onClose={() => open(false)} /> : null}
    </>
  ) : (
    <span className="note">{note}</span>
  )
}

function TermsSheet({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const say = useSay()
  const [draft, write] = useState(terms)
  const save = api.useDo('cash.setTerms', {
    onDone: () => {
      notice(say(p.savedTerms))
      onClose()
    },
  })
  return (
    <Sheet
      title={say(p.termsTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="cash.setTerms"
            loading={save.isPending}
            onClick={() => save.mutate(draft)}
          >
            {say(p.saveTerms)}
          </Act>
        </div>
      }
    >
      <div className="cash-form">
        <div className="field">
          <label htmlFor="cash-days">{say(p.workingDays)}</label>
          <InputNumber
            id="cash-days"
            size="large"
            min={0}
            max={5}
            precision={0}
            value={draft.workingDays}
            onChange={(days) => write({ ...draft, workingDays: days ?? 0 })}
          />
        </div>
        <div className="field">
          <b>{say(p.payInBy)}</b>
          <TimeInput
            label={say(p.payInBy)}
            value={draft.payInBy}
            onChange={(payInBy) => write({ ...draft, payInBy })}
          />
        </div>
        <Checkbox
          checked={draft.weekends}
          onChange={(event) => write({ ...draft, weekends: event.target.checked })}
        >
          {say(p.weekends)}
        </Checkbox>
        <YuanField
          label={say(p.tolerance)}
          value={draft.tolerance}
          onChange={(tolerance) => write({ ...draft, tolerance: tolerance ?? (0 as Terms['tolerance']) })}
        />
        {save.error ? <FormProblem problem={save.error} /> : null}
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../platform/web/kept.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { YuanField } from '../../sales/tickets/pages/PriceSheet.tsx'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { payInWords, payOutWords } from '../reason-words.ts'
import { payInReasons, payOutReasons } from '../shape.ts'

const api = client<typeof cashOperations>()
export type Moving = 'float' | 'payIn' | 'payOut' | 'change'
interface Draft {
  readonly id: string
  readonly amount: Money | null
  readonly why: string | undefined
  readonly receipt: string
  readonly words: string
}

/** Money into the till, out of it, or between till and safe; also the float. What is typed stays until it is entered. */
export function MoveSheet(props: { kind: Moving; store: string; float: Money | null; onClose: () => void }) {
  const { kind, store, float, onClose } = props
  const say = useSay()
  const f = useFormat()
  const key = `cash.${kind}.${store}`
  const [draft, write] = useState<Draft>(
    () =>
      readKept<Draft>(key) ?? {
        id: newId(),
        amount: kind === 'float' ? float : null,
        why: undefined,
        receipt: '',
        words: '',
      },
  )
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const done = {
    about: () => (draft.amount === null ? '' : f.money(draft.amount)),
    whenSafe: () => {
      drop(key)
      onClose()
    },
    onDone: () => notice(say(p.entered)),
  }
  const setFloat = api.useDo('cash.float', done)
  const payIn = api.useDo('cash.payIn', done)
  const payOut = api.useDo('cash.payOut', done)
  const change = api.useDo('cash.change', done)
  const act = { float: setFloat, payIn, payOut, change }[kind]
  const options = optionsOf(kind).map(([option, sentence]) => ({ key: option, label: say(sentence) }))
  const why = draft.why ?? (kind === 'float' ? 'company' : undefined)
  const needsReceipt = kind === 'payIn' || kind === 'payOut'
  const isReady =
    draft.amount !== null &&
    (draft.amount > 0 || kind === 'float') &&
    why !== undefined &&
    (!needsReceipt || draft.receipt.trim() !== '')
  const send = () => {
    const base = { id: draft.id, store, words: draft.words || null }
    const amount = draft.amount ?? 0
    if (kind === 'float') setFloat.mutate({ ...base, float: amount, from: why as 'company' | 'safe' })
    else if (kind === 'change') change.mutate({ ...base, amount, to: why as 'till' | 'safe' })
    else if (kind === 'payIn')
      payIn.mutate({ ...base, amount, receipt: draft.receipt, why: why as (typeof payInReasons)[number] })
    else
      payOut.mutate({ ...base, amount, receipt: draft.receipt, why: why as (typeof payOutReasons)[number] })
  }
  return (
    <Sheet
      title={say(kind === 'float' ? p.setFloat : p[kind])}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may={`cash.${kind}`}
            offBecause={isReady ? undefined : say(needsReceipt && why && draft.amount ? p.receipt : p.why)}
            loading={act.isPending}
            onClick={send}
          >
            {say(p.save)}
          </Act>
        </div>
      }
    >
      <div className="cash-form">
        <YuanField
          isFirst
          label={say(kind === 'float' ? p.float : p.amount)}
          value={draft.amount}
          onChange={(amount) => set({ amount })}
        />
        <div className="field">
          <b>{say(kind === 'float' ? p.fromWhere : p.why)}</b>
          <Choices
            label={say(p.why)}
            value={why}
            options={options}
            onChange={(chosen) => set({ why: chosen })}
          />
        </div>
        {needsReceipt ? (
          <div className="field">
            <label htmlFor="cash-receipt">{say(p.receipt)}</label>
            <Input
              id="cash-receipt"
              size="large"
              maxLength={60}
              autoComplete="off"
              value={draft.receipt}
              onChange={(event) => set({ receipt: event.target.value })}
            />
          </div>
        ) : null}
        <div className="field">
          <label htmlFor="cash-move-words">{say(p.words)}</label>
          <Input
            id="cash-move-words"
            size="large"
            maxLength={300}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        </div>
        {act.error ? <FormProblem problem={act.error} /> : null}
      </div>
    </Sheet>
  )
}

function optionsOf(kind: Moving): (readonly [string, readonly [string, string]])[] {
  if (kind === 'payIn') return payInReasons.map((r) => [r, payInWords[r]])
  if (kind === 'payOut') return payOutReasons.map((r) => [r, payOutWords[r]])
  if (kind === 'change')
    return [
      ['till', p.toTill],
      ['safe', p.toSafe],
    ]
  return [
    ['company', p.company],
    ['safe', p.safe],
  ]
}

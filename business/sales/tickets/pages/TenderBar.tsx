import { Button } from 'antd'
import { useState } from 'react'
import { cents, type Money, subtract, sum, zero } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { StoreKind } from '../../../organization/shape.ts'
import { pageWords, tenderWords } from '../page-words.ts'
import { type Tender, tenders } from '../shape.ts'
import { YuanField } from './PriceSheet.tsx'

export type Paid = { tender: Tender; amount: Money }[]

/** The four that a store of this kind uses most; the last is the one to press. */
const usual = (kind: StoreKind): readonly Tender[] =>
  kind === 'concession' ? ['cash', 'card', 'wechat', 'mallTill'] : ['cash', 'card', 'alipay', 'wechat']

/** The big amount and how it is paid: one press finishes the ticket. */
export function TenderBar(props: {
  kind: StoreKind
  net: Money
  /** Nothing on the ticket yet: the ways to pay stand there already, at rest. */
  isEmpty: boolean
  note: string
  /** What is missing, in words: then nothing can be paid yet. */
  lack: string | undefined
  isBusy: boolean
  onPaid: (paid: Paid) => void
}) {
  const { kind, net, isEmpty, note, lack, isBusy, onPaid } = props
  const say = useSay()
  const f = useFormat()
  const [isMixed, mix] = useState(false)
  const main = usual(kind)
  const off = lack !== undefined || isBusy
  return (
    <>
      <StickyBar
        note={
          <>
            {lack ?? note}
            {net !== 0 ? (
              <button type="button" className="mixed" disabled={off} onClick={() => mix(true)}>
                {say(pageWords.mixed)}
              </button>
            ) : null}
          </>
        }
        value={f.money(net)}
      >
        {net === 0 && !isEmpty ? (
          <Button
            size="large"
            type="primary"
            block
            disabled={off}
            loading={isBusy}
            onClick={() => onPaid([])}
          >
            {say(pageWords.finishFree)}
          </Button>
        ) : (
          main.map((tender, i) => (
            <Button
              key={tender}
              size="large"
              type={i === main.length - 1 ? 'primary' : 'default'}
              disabled={off}
              loading={isBusy && i === main.length - 1}
              onClick={() => onPaid([{ tender, amount: net }])}
            >
              {say(tenderWords[tender])}
            </Button>
          ))
        )}
      </StickyBar>
      {isMixed ? (
        <MixedSheet
          net={net}
          onClose={() => mix(false)}
          onPaid={(paid) => {
            mix(false)
            onPaid(paid)
          }}
        />
      ) : null}
    </>
  )
}

function MixedSheet({
  net,
  onPaid,
  onClose,
}: {
  net: Money
  onPaid: (paid: Paid) => void
  onClose: () => void
}) {
  const say = useSay()
  const f = useFormat()
  const [amounts, set] = useState<Partial<Record<Tender, Money>>>({})
  const left = subtract(net, sum(Object.values(amounts)))
  const paid: Paid = tenders.flatMap((tender) =>
    amounts[tender] ? [{ tender, amount: amounts[tender] }] : [],
  )
  const state =
    left === 0
      ? say(pageWords.exact)
      : left > 0 === net > 0
        ? say(pageWords.stillDue, { amount: f.money(left) })
        : say(pageWords.overDue, { amount: f.money(cents(-left)) })
  return (
    <Sheet
      title={say(pageWords.mixed)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span aria-live="polite">{state}</span>
          <Button size="large" type="primary" disabled={left !== 0} onClick={() => onPaid(paid)}>
            {say(pageWords.take)} {f.money(net)}
          </Button>
        </div>
      }
    >
      <div className="mixed-grid">
        {tenders.map((tender) => (
          <div key={tender}>
            <YuanField
              label={say(tenderWords[tender])}
              value={amounts[tender] ?? null}
              maySubtract={net < 0}
              onChange={(amount) => set({ ...amounts, [tender]: amount ?? zero })}
            />
            {left !== 0 ? (
              <button
                type="button"
                className="link-button"
                onClick={() => set({ ...amounts, [tender]: cents((amounts[tender] ?? 0) + left) })}
              >
                {f.money(cents((amounts[tender] ?? 0) + left))}
              </button>
            ) : null}
          </div>
        ))}
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import { cents, type Money, subtract, sum, zero } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { pageWords, tenderWords } from '../page-words.ts'
import { type Tender, tenders } from '../shape.ts'
import { YuanField } from './PriceSheet.tsx'
import type { Paid } from './TenderBar.tsx'

/** Several ways to pay for one ticket (组合收款): finished when they come to the amount exactly. */
export function MixedSheet({
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

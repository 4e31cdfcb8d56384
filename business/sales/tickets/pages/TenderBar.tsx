import { Suspense, useState } from 'react'
import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { later } from '../../../../platform/web/parts/later.ts'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { StoreKind } from '../../../organization/shape.ts'
import { pageWords, tenderWords } from '../page-words.ts'
import type { Tender } from '../shape.ts'

const MixedSheet = later(() => import('./MixedSheet.tsx').then((m) => m.MixedSheet))

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
        <Suspense>
          <MixedSheet
            net={net}
            onClose={() => mix(false)}
            onPaid={(paid) => {
              mix(false)
              onPaid(paid)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}

import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { InputNumber } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { wrongFields } from '../../../platform/web/problem.ts'
import { useSay } from '../../../platform/web/say.ts'
import { useMay } from '../../../platform/web/session.ts'
import type { stockOperations } from '../actions.ts'
import type { FreightTerms } from '../freight-rules.ts'
import { t } from '../transfer-words.ts'

const api = client<typeof stockOperations>()

/** What a parcel costs now; headquarters set it from a day on. */
export function FreightCard({ terms, today }: { terms: FreightTerms | null; today: Day }) {
  const say = useSay()
  const f = useFormat()
  const { may } = useMay('stock.setFreight')
  const [isSetting, set] = useState(false)
  return (
    <>
      <Card
        kind="quiet"
        title={say(t.freight)}
        sub={
          terms
            ? say(t.freightNow, {
                near: f.money(terms.near),
                far: f.money(terms.far),
                parcel: terms.parcel,
                day: f.day(terms.fromDay),
              })
            : say(t.freightNone)
        }
        extra={
          may ? (
            <Act may="stock.setFreight" onClick={() => set(true)}>
              {say(t.freightSet)}
            </Act>
          ) : null
        }
      />
      {isSetting ? <FreightSheet terms={terms} today={today} onClose={() => set(false)} /> : null}
    </>
  )
}

function FreightSheet(props: { terms: FreightTerms | null; today: Day; onClose: () => void }) {
  const { terms, today, onClose } = props
  const say = useSay()
  const [near, putNear] = useState<number | null>(terms ? terms.near / 100 : 15)
  const [far, putFar] = useState<number | null>(terms ? terms.far / 100 : 30)
  const [parcel, putParcel] = useState<number | null>(terms?.parcel ?? 20)
  const [fromDay, begin] = useState(today)
  const act = api.useDo('stock.setFreight', {
    onDone: () => {
      notice(say(t.freightDone))
      onClose()
    },
  })
  const wrong = wrongFields(act.error)
  const amount = (yuan: number | null) => cents(Math.round((yuan ?? 0) * 100))
  return (
    <AskSheet
      title={say(t.freight)}
      may="stock.setFreight"
      says={say(t.freightSet)}
      isSending={act.isPending}
      problem={act.error}
      fields={['near', 'far', 'parcel', 'fromDay']}
      onSend={() => act.mutate({ fromDay, near: amount(near), far: amount(far), parcel: parcel ?? 0 })}
      onClose={onClose}
    >
      <div className="stock-form">
        <Field label={say(t.freightNearRate)} wrong={wrong.near}>
          <InputNumber
            aria-label={say(t.freightNearRate)}
            size="large"
            min={0}
            precision={2}
            value={near}
            onChange={putNear}
          />
        </Field>
        <Field label={say(t.freightFarRate)} wrong={wrong.far}>
          <InputNumber
            aria-label={say(t.freightFarRate)}
            size="large"
            min={0}
            precision={2}
            value={far}
            onChange={putFar}
          />
        </Field>
        <Field label={say(t.freightParcel)} wrong={wrong.parcel}>
          <InputNumber
            aria-label={say(t.freightParcel)}
            size="large"
            min={1}
            max={500}
            precision={0}
            value={parcel}
            onChange={putParcel}
          />
        </Field>
        <Field label={say(t.freightFrom)} wrong={wrong.fromDay}>
          <DayInput
            label={say(t.freightFrom)}
            value={fromDay}
            min={today}
            onChange={(day) => day && begin(day)}
          />
        </Field>
      </div>
    </AskSheet>
  )
}

import { useState } from 'react'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { Style } from '../../goods/shape.ts'
import type { stockOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { Counter } from './CountSheet.tsx'
import { StyleFinder, shadeName } from './StyleFinder.tsx'
import { useIds } from './useIds.ts'

const api = client<typeof stockOperations>()

/** One style-colour in its sizes to the stores chosen: a set of sizes moves, not single pieces. */
export function DeliverSheet(props: {
  stores: readonly { id: string; code: string; name: string; nameEn: string | null }[]
  today: Day
  onClose: () => void
}) {
  const { stores, today, onClose } = props
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const ids = useIds()
  const [shade, pick] = useState<{ style: Style; color: string }>()
  const [to, address] = useState<string[]>([])
  const [counts, count] = useState<Record<string, number>>({})
  const [dueOn, choose] = useState<Day>(addDays(today, 2))
  const [carrier, write] = useState('')
  const act = api.useDo('stock.deliver', {
    onDone: ({ notices }) => {
      notice(say(p.sent, { n: notices.length }))
      onClose()
    },
  })
  const sizes = shade?.style.colors.find((c) => c.color === shade.color)?.sizes ?? []
  const lines = sizes.flatMap((s) => (counts[s.sku] ? [{ sku: s.sku, quantity: counts[s.sku]! }] : []))
  const isReady = lines.length > 0 && to.length > 0
  return (
    <Sheet
      title={say(p.sendTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="stock.deliver"
            offBecause={
              isReady ? undefined : say(shade ? (to.length > 0 ? p.eachStore : p.chooseStores) : p.noStyle)
            }
            loading={act.isPending}
            onClick={() =>
              act.mutate({
                dueOn,
                carrier: carrier || null,
                notices: to.map((store) => ({ id: ids.of(store), store, lines })),
              })
            }
          >
            {say(p.sendNow)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <div className="field">
          <b>{say(p.chooseStyle)}</b>
          <StyleFinder
            onPick={(picked) => {
              pick(picked)
              count({})
            }}
          />
        </div>
        {shade ? (
          <div className="field">
            <b>
              {name(shade.style)} · {shade.style.code} · {shadeName(shade.style, shade.color, f.language)} ·{' '}
              {say(p.eachStore)}
            </b>
            {sizes.map((s) => (
              <Counter
                key={s.sku}
                label={s.size}
                value={counts[s.sku] ?? 0}
                onChange={(n) => count({ ...counts, [s.sku]: n })}
              />
            ))}
          </div>
        ) : null}
        <div className="field">
          <b>{say(p.chooseStores)}</b>
          <PinyinSelect
            many
            label={say(p.chooseStores)}
            options={stores.map((s) => ({ value: s.id, label: name(s), note: s.code }))}
            value={to}
            onChange={address}
          />
        </div>
        <div className="field">
          <b>{say(p.dueDay)}</b>
          <div>
            <DayInput label={say(p.dueDay)} value={dueOn} min={today} onChange={choose} />
          </div>
        </div>
        <div className="field">
          <label htmlFor="stock-carrier">{say(p.carrier)}</label>
          <Input
            id="stock-carrier"
            maxLength={60}
            value={carrier}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {act.error ? <FormProblem problem={act.error} /> : null}
      </div>
    </Sheet>
  )
}

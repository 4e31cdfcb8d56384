import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { type StoreKind, storeKinds } from '../../../organization/shape.ts'
import { storeKindNames } from '../../../organization/words.ts'
import { p } from '../page-words.ts'
import { type CheckItem, type Unit, units, type Zone, zones } from '../shape.ts'
import { zoneWords } from '../words.ts'

/** One thing to look at, as headquarters write it: in both languages, where, for which stores, with a number or without. */
export function ItemFields(props: {
  item: CheckItem
  no: number
  onChange: (part: Partial<CheckItem>) => void
  onUp: (() => void) | undefined
  onRemove: () => void
}) {
  const { item, no, onChange, onUp, onRemove } = props
  const say = useSay()
  const number = item.number
  const toggle = (kind: StoreKind) => {
    const taken = item.storeKinds ?? storeKinds
    const next = taken.includes(kind) ? taken.filter((k) => k !== kind) : [...taken, kind]
    onChange({ storeKinds: next.length === 0 || next.length === storeKinds.length ? null : next })
  }
  return (
    <fieldset className="check-fields">
      <legend className="num">{no}</legend>
      <Input
        size="large"
        maxLength={120}
        aria-label={`${no} ${say(p.itemZh)}`}
        placeholder={say(p.itemZh)}
        value={item.says}
        onChange={(event) => onChange({ says: event.target.value })}
      />
      <Input
        maxLength={160}
        aria-label={`${no} ${say(p.itemEn)}`}
        placeholder={say(p.itemEn)}
        value={item.saysEn ?? ''}
        onChange={(event) => onChange({ saysEn: event.target.value || null })}
      />
      <div className="check-fields-row">
        <Select
          aria-label={`${no} ${say(p.zone)}`}
          value={item.zone ?? 'none'}
          options={[
            { value: 'none', label: say(p.noZone) },
            ...zones.slice(0, 5).map((z) => ({ value: z, label: say(zoneWords[z]) })),
          ]}
          onChange={(zone) => onChange({ zone: zone === 'none' ? null : (zone as Zone) })}
        />
        <Select
          aria-label={`${no} ${say(p.asksNumber)}`}
          value={number?.unit ?? 'none'}
          options={[
            { value: 'none', label: say(p.noNumber) },
            ...units.map((u) => ({ value: u, label: `${say(p.asksNumber)} ${say(p[u])}` })),
          ]}
          onChange={(unit) =>
            onChange({
              number: unit === 'none' ? null : { low: null, high: null, ...number, unit: unit as Unit },
            })
          }
        />
        {number ? (
          <span className="check-bounds">
            <InputNumber
              aria-label={`${no} ${say(p.low)}`}
              placeholder={say(p.low)}
              precision={0}
              value={number.low}
              onChange={(low) => onChange({ number: { ...number, low } })}
            />
            <InputNumber
              aria-label={`${no} ${say(p.high)}`}
              placeholder={say(p.high)}
              precision={0}
              value={number.high}
              onChange={(high) => onChange({ number: { ...number, high } })}
            />
          </span>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips in every browser */}
      <div className="choices" role="group" aria-label={`${no} ${say(p.forStores)}`}>
        {storeKinds.map((kind) => {
          const isTaken = item.storeKinds === null || item.storeKinds.includes(kind)
          return (
            <button
              key={kind}
              type="button"
              className={`choice${isTaken ? ' is-taken' : ''}`}
              aria-pressed={isTaken}
              onClick={() => toggle(kind)}
            >
              {say(storeKindNames[kind])}
            </button>
          )
        })}
      </div>
      <div className="check-fields-foot">
        <Button disabled={!onUp} onClick={onUp}>
          {say(p.up)}
        </Button>
        <Button onClick={onRemove}>{say(p.removeItem)}</Button>
      </div>
    </fieldset>
  )
}

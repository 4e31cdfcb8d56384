import type { ReactNode } from 'react'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { type StoreKind, storeKinds } from '../../../organization/shape.ts'
import { storeKindNames } from '../../../organization/words.ts'
import { e } from '../page-words.ts'
import type { Item } from '../shape.ts'
import './editions.css'

/** One thing to look at, as headquarters write it: in both languages, for which stores; `children`: what else it says. */
export function ItemFields(props: {
  item: Item
  no: string
  onChange: (part: Partial<Pick<Item, 'says' | 'saysEn' | 'storeKinds'>>) => void
  onUp: (() => void) | undefined
  onRemove: () => void
  children: ReactNode
}) {
  const { item, no, onChange, onUp, onRemove, children } = props
  const say = useSay()
  const toggle = (kind: StoreKind) => {
    const taken = item.storeKinds ?? storeKinds
    const next = taken.includes(kind) ? taken.filter((k) => k !== kind) : [...taken, kind]
    onChange({ storeKinds: next.length === 0 || next.length === storeKinds.length ? null : next })
  }
  return (
    <fieldset className="item-fields">
      <legend className="num">{no}</legend>
      <Input
        size="large"
        maxLength={120}
        aria-label={`${no} ${say(e.itemZh)}`}
        placeholder={say(e.itemZh)}
        value={item.says}
        onChange={(event) => onChange({ says: event.target.value })}
      />
      <Input
        maxLength={160}
        aria-label={`${no} ${say(e.itemEn)}`}
        placeholder={say(e.itemEn)}
        value={item.saysEn ?? ''}
        onChange={(event) => onChange({ saysEn: event.target.value || null })}
      />
      {children}
      <div className="item-fields-foot">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of chips in every browser */}
        <div className="choices" role="group" aria-label={`${no} ${say(e.forStores)}`}>
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
        <Button disabled={!onUp} onClick={onUp}>
          {say(e.up)}
        </Button>
        <Button onClick={onRemove}>{say(e.remove)}</Button>
      </div>
    </fieldset>
  )
}
/** Whether it asks for a photograph. */
export function PhotoToggle(props: { no: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const say = useSay()
  return (
    <button
      type="button"
      className={`choice${props.isOn ? ' is-taken' : ''}`}
      aria-label={`${props.no} ${say(e.asksPhoto)}`}
      aria-pressed={props.isOn}
      onClick={() => props.onChange(!props.isOn)}
    >
      {say(e.asksPhoto)}
    </button>
  )
}
/** The items with one of them before the one that it came after. */
export function movedUp<I extends { readonly code: string }>(
  items: readonly I[],
  code: string,
  over: string,
): I[] {
  const moved = items.find((i) => i.code === code)!
  return items.flatMap((i) => (i.code === code ? [] : i.code === over ? [moved, i] : [i]))
}

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
function ItemFields(props: {
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
/** All items of an edition, or those `shown` of them, one under the other; `children`: what each says besides. */
export function ItemList<I extends Item>(props: {
  items: readonly I[]
  shown?: readonly I[]
  no: (at: number) => string
  onChange: (items: readonly I[]) => void
  children: (item: I, no: string, change: (part: Partial<I>) => void) => ReactNode
}) {
  const { items, shown = items, no, onChange, children } = props
  return shown.map((item, at) => {
    const before = shown[at - 1]
    const change = (part: Partial<I>) =>
      onChange(items.map((i) => (i.code === item.code ? { ...i, ...part } : i)))
    return (
      <ItemFields
        key={item.code}
        item={item}
        no={no(at)}
        onChange={(part) => change(part as Partial<I>)}
        onUp={before ? () => onChange(movedUp(items, item, before)) : undefined}
        onRemove={() => onChange(items.filter((i) => i.code !== item.code))}
      >
        {children(item, no(at), change)}
      </ItemFields>
    )
  })
}
/** The items with one of them before the one that it came after. */
const movedUp = <I extends Item>(items: readonly I[], moved: I, over: I): I[] =>
  items.flatMap((i) => (i.code === moved.code ? [] : i.code === over.code ? [moved, i] : [i]))

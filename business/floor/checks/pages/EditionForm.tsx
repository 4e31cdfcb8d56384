import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { type Zone, zones } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { e } from '../../editions/page-words.ts'
import {
  asInput,
  type Draft as DraftOf,
  EditionPage,
  isBlank,
  useDraft,
} from '../../editions/pages/EditionPage.tsx'
import { ItemList, PhotoToggle } from '../../editions/pages/ItemFields.tsx'
import { p } from '../page-words.ts'
import { type CheckItem, type Unit, units } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions } from './api.ts'

interface Draft extends DraftOf<CheckItem> {
  readonly hours: { readonly first: number; readonly last: number } | null
}

/** The next edition: what is looked at, in which zone, with a number or without; of the fitting rooms, from when to when. */
export function EditionForm({ today, of, onClose }: { today: Day; of: KindEditions; onClose: () => void }) {
  const say = useSay()
  const { from, hours, items } = of.planned.at(-1) ?? of.current
  const { draft, set, onDone } = useDraft<Draft>(`check.edition.${of.kind}`, {
    basis: { from, hours, items },
    today,
    onClose,
  })
  const publish = api.useDo('checks.publish', { onDone })
  const blank = (): CheckItem => ({
    code: newId(),
    zone: draft.items.at(-1)?.zone ?? null,
    says: '',
    saysEn: null,
    photo: false,
    number: null,
    storeKinds: null,
  })
  return (
    <EditionPage
      kind={say(kindWords[of.kind])}
      back={{ to: '/checks/templates', label: say(p.templates) }}
      today={today}
      draft={draft}
      onChange={set}
      may="checks.publish"
      problem={publish.error}
      offBecause={draft.items.some(isBlank) ? say(e.blank) : undefined}
      sum={say(e.itemsCount, { count: draft.items.length })}
      isBusy={publish.isPending}
      onPublish={() =>
        publish.mutate({
          id: draft.id,
          kind: of.kind,
          from: draft.from,
          hours: draft.hours,
          words: draft.words || null,
          items: asInput(draft.items),
        })
      }
    >
      {draft.hours ? (
        <div className="field">
          <b>{say(p.hoursFrom)}</b>
          <span className="check-bounds">
            <InputNumber
              aria-label={say(p.hoursFrom)}
              min={0}
              max={23}
              precision={0}
              value={draft.hours.first}
              onChange={(first) => set({ hours: { last: draft.hours!.last, first: first ?? 0 } })}
            />
            <InputNumber
              aria-label={say(p.hoursTo)}
              min={0}
              max={23}
              precision={0}
              value={draft.hours.last}
              onChange={(last) => set({ hours: { first: draft.hours!.first, last: last ?? 23 } })}
            />
          </span>
        </div>
      ) : null}
      <ItemList items={draft.items} no={(at) => String(at + 1)} onChange={(items) => set({ items })}>
        {(item, no, change) => <ZoneAndNumber item={item} no={no} onChange={change} />}
      </ItemList>
      <Button
        size="large"
        onClick={() => set({ items: [...draft.items, blank()] })}
        disabled={draft.items.length >= 40}
      >
        {say(e.addItem)}
      </Button>
    </EditionPage>
  )
}

function ZoneAndNumber(props: { item: CheckItem; no: string; onChange: (part: Partial<CheckItem>) => void }) {
  const { item, no, onChange } = props
  const say = useSay()
  const number = item.number
  return (
    <div className="item-fields-row">
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
      <PhotoToggle no={no} isOn={item.photo} onChange={(photo) => onChange({ photo })} />
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
  )
}

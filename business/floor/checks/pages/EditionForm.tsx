import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import type { CheckItem } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions } from './api.ts'
import { ItemFields } from './ItemFields.tsx'

interface Draft {
  readonly id: string
  readonly from: Day
  readonly hours: { readonly first: number; readonly last: number } | null
  readonly words: string
  readonly items: readonly CheckItem[]
}

/** The next edition, begun from the one that was published last; what is written stays until it is published. */
export function EditionForm({ today, of, onClose }: { today: Day; of: KindEditions; onClose: () => void }) {
  const say = useSay()
  const basis = of.planned.at(-1) ?? of.current
  const key = `check.edition.${of.kind}`
  const [draft, write] = useState<Draft>(
    () =>
      readKept<Draft>(key) ?? {
        id: newId(),
        from: addDays(basis.from > today ? basis.from : today, 1),
        hours: basis.hours,
        words: '',
        items: basis.items,
      },
  )
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const publish = api.useDo('checks.publish', {
    onDone: () => {
      drop(key)
      notice(say(p.published))
      onClose()
    },
  })
  const change = (code: string, part: Partial<CheckItem>) =>
    set({ items: draft.items.map((i) => (i.code === code ? { ...i, ...part } : i)) })
  const up = (at: number) => {
    const items = [...draft.items]
    items.splice(at - 1, 2, items[at]!, items[at - 1]!)
    set({ items })
  }
  const add = () =>
    set({
      items: [
        ...draft.items,
        {
          code: newId(),
          zone: draft.items.at(-1)?.zone ?? null,
          says: '',
          saysEn: null,
          number: null,
          storeKinds: null,
        },
      ],
    })
  const isBlank = draft.items.some((i) => i.says.trim().length < 2)
  return (
    <Page
      width="reading"
      title={`${say(kindWords[of.kind])} · ${say(p.nextEdition)}`}
      sub={say(p.neverEdited)}
      back={{ to: '/checks/templates', label: say(p.templates) }}
    >
      <div className="check-form">
        <div className="field">
          <b>{say(p.effective)}</b>
          <DayInput
            label={say(p.effective)}
            value={draft.from}
            min={addDays(today, 1)}
            onChange={(from) => set({ from })}
          />
        </div>
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
        <div className="field">
          <label htmlFor="check-note">{say(p.note)}</label>
          <Input
            id="check-note"
            size="large"
            maxLength={300}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        </div>
        {draft.items.map((item, at) => (
          <ItemFields
            key={item.code}
            item={item}
            no={at + 1}
            onChange={(part) => change(item.code, part)}
            onUp={at > 0 ? () => up(at) : undefined}
            onRemove={() => set({ items: draft.items.filter((i) => i.code !== item.code) })}
          />
        ))}
        <Button size="large" onClick={add} disabled={draft.items.length >= 40}>
          {say(p.addItem)}
        </Button>
        {publish.error ? <FormProblem problem={publish.error} /> : null}
      </div>
      <StickyBar note={say(p.itemsCount, { count: draft.items.length })}>
        <Act
          type="primary"
          size="large"
          may="checks.publish"
          offBecause={isBlank ? say(p.itemZh) : undefined}
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({
              id: draft.id,
              kind: of.kind,
              from: draft.from,
              hours: draft.hours,
              words: draft.words || null,
              items: draft.items.map((i) => ({ ...i, storeKinds: i.storeKinds ? [...i.storeKinds] : null })),
            })
          }
        >
          {say(p.publish)}
        </Act>
      </StickyBar>
    </Page>
  )
}

import type { ReactNode } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Input, InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { e } from '../../editions/page-words.ts'
import {
  asInput,
  type Draft as DraftOf,
  EditionPage,
  isBlank,
  useDraft,
} from '../../editions/pages/EditionPage.tsx'
import { ItemList, PhotoToggle } from '../../editions/pages/ItemFields.tsx'
import { v } from '../page-words.ts'
import type { VisitItem, VisitSection } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions } from './api.ts'

interface Draft extends DraftOf<VisitItem> {
  readonly sections: readonly VisitSection[]
}

/** The next edition: sections that make up a hundred, and what is looked at in each. */
export function EditionForm({ today, of, onClose }: { today: Day; of: KindEditions; onClose: () => void }) {
  const say = useSay()
  const { from, sections, items } = of.planned.at(-1) ?? of.current
  const { draft, set, onDone } = useDraft<Draft>(`visit.edition.${of.kind}`, {
    basis: { from, sections, items },
    today,
    onClose,
  })
  const publish = api.useDo('visits.publish', { onDone })
  const sum = draft.sections.reduce((total, s) => total + s.weight, 0)
  const isUnsaid = [...draft.sections, ...draft.items].some(isBlank)
  return (
    <EditionPage
      kind={say(kindWords[of.kind])}
      back={{ to: '/visits/templates', label: say(v.templates) }}
      today={today}
      draft={draft}
      onChange={set}
      may="visits.publish"
      problem={publish.error}
      offBecause={isUnsaid ? say(e.blank) : sum === 100 ? undefined : say(v.mustMake, { sum })}
      sum={say(v.makes, { sum })}
      isBusy={publish.isPending}
      onPublish={() =>
        publish.mutate({
          id: draft.id,
          kind: of.kind,
          from: draft.from,
          words: draft.words || null,
          sections: draft.sections.map((s) => ({ ...s })),
          items: asInput(draft.items),
        })
      }
    >
      {draft.sections.map((section, n) => (
        <SectionFields key={section.code} section={section} no={n + 1} draft={draft} onChange={set} />
      ))}
      <Button
        size="large"
        onClick={() => {
          const code = newId()
          set({
            sections: [...draft.sections, { code, says: '', saysEn: null, weight: Math.max(1, 100 - sum) }],
            items: [...draft.items, blankItem(code)],
          })
        }}
      >
        {say(v.addSection)}
      </Button>
    </EditionPage>
  )
}

const blankItem = (section: string): VisitItem => ({
  code: newId(),
  section,
  says: '',
  saysEn: null,
  weight: 1,
  photo: false,
  storeKinds: null,
})

function SectionFields(props: {
  section: VisitSection
  no: number
  draft: Draft
  onChange: (part: Partial<Draft>) => void
}) {
  const { section, no, draft, onChange } = props
  const say = useSay()
  const { code } = section
  const change = (part: Partial<VisitSection>) =>
    onChange({ sections: draft.sections.map((s) => (s.code === code ? { ...s, ...part } : s)) })
  return (
    <section className="edition-part">
      <Input
        size="large"
        maxLength={60}
        aria-label={`${no} ${say(v.sectionZh)}`}
        placeholder={say(v.sectionZh)}
        value={section.says}
        onChange={(event) => change({ says: event.target.value })}
      />
      <Input
        maxLength={80}
        aria-label={`${no} ${say(v.sectionEn)}`}
        placeholder={say(v.sectionEn)}
        value={section.saysEn ?? ''}
        onChange={(event) => change({ saysEn: event.target.value || null })}
      />
      <Weight no={String(no)} label={say(v.weightOf)} most={100} of={section} onChange={change}>
        <Button
          onClick={() =>
            onChange({
              sections: draft.sections.filter((s) => s.code !== code),
              items: draft.items.filter((i) => i.section !== code),
            })
          }
        >
          {say(v.removeSection)}
        </Button>
      </Weight>
      <ItemList
        items={draft.items}
        shown={draft.items.filter((i) => i.section === code)}
        no={(at) => `${no}.${at + 1}`}
        onChange={(items) => onChange({ items })}
      >
        {(item, itemNo, changeItem) => (
          <Weight no={itemNo} label={say(v.itemWeight)} most={5} of={item} onChange={changeItem}>
            <PhotoToggle no={itemNo} isOn={item.photo} onChange={(photo) => changeItem({ photo })} />
          </Weight>
        )}
      </ItemList>
      <Button onClick={() => onChange({ items: [...draft.items, blankItem(code)] })}>{say(e.addItem)}</Button>
    </section>
  )
}

function Weight(props: {
  no: string
  label: string
  most: number
  of: { readonly weight: number }
  onChange: (part: { weight: number }) => void
  children?: ReactNode
}) {
  const { no, label, most, of, onChange, children } = props
  return (
    <div className="item-fields-row">
      <span>{label}</span>
      <InputNumber
        aria-label={`${no} ${label}`}
        min={1}
        max={most}
        precision={0}
        value={of.weight}
        onChange={(weight) => onChange({ weight: weight ?? 1 })}
      />
      {children}
    </div>
  )
}

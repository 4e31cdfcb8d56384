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
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { v } from '../page-words.ts'
import type { VisitItem, VisitSection } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions } from './api.ts'

interface Draft {
  readonly id: string
  readonly from: Day
  readonly words: string
  readonly sections: readonly VisitSection[]
  readonly items: readonly VisitItem[]
}

/** The next edition, begun from the one that was published last; what is written stays until it is published. */
export function EditionForm({ today, of, onClose }: { today: Day; of: KindEditions; onClose: () => void }) {
  const say = useSay()
  const basis = of.planned.at(-1) ?? of.current
  const key = `visit.edition.${of.kind}`
  const [draft, write] = useState<Draft>(
    () =>
      readKept<Draft>(key) ?? {
        id: newId(),
        from: addDays(basis.from > today ? basis.from : today, 1),
        words: '',
        sections: basis.sections,
        items: basis.items,
      },
  )
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const publish = api.useDo('visits.publish', {
    onDone: () => {
      drop(key)
      notice(say(v.published))
      onClose()
    },
  })
  const wrong = wrongFields(publish.error)
  const sum = draft.sections.reduce((total, s) => total + s.weight, 0)
  const isBlank = [...draft.sections, ...draft.items].some((one) => one.says.trim().length < 2)
  const why = isBlank ? say(v.blank) : sum === 100 ? undefined : say(v.mustMake, { sum })
  return (
    <Page
      width="reading"
      title={`${say(kindWords[of.kind])} · ${say(v.nextEdition)}`}
      sub={say(v.neverEdited)}
      back={{ to: '/visits/templates', label: say(v.templates) }}
    >
      <div className="visit-column">
        <div className="field">
          <b>{say(v.effective)}</b>
          <DayInput
            label={say(v.effective)}
            value={draft.from}
            min={addDays(today, 1)}
            onChange={(from) => set({ from })}
          />
          <Wrong text={wrong.from} />
        </div>
        {draft.sections.map((section, n) => (
          <SectionFields key={section.code} section={section} no={n + 1} draft={draft} onChange={set} />
        ))}
        <Button
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
        <Input.TextArea
          aria-label={say(v.why)}
          placeholder={say(v.why)}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 4 }}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
        />
        {publish.error ? <FormProblem problem={publish.error} /> : null}
      </div>
      <StickyBar note={why ?? ''} value={say(v.makes, { sum })}>
        <Act
          type="primary"
          size="large"
          may="visits.publish"
          offBecause={why}
          loading={publish.isPending}
          onClick={() =>
            publish.mutate({
              id: draft.id,
              kind: of.kind,
              from: draft.from,
              words: draft.words || null,
              sections: draft.sections.map((s) => ({ ...s })),
              items: draft.items.map((i) => ({ ...i, storeKinds: i.storeKinds ? [...i.storeKinds] : null })),
            })
          }
        >
          {say(v.publish)}
        </Act>
      </StickyBar>
    </Page>
  )
}

const blankItem = (section: string): VisitItem => ({
  code: newId(),
  section,
  says: '',
  saysEn: null,
  weight: 1,
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
  const items = draft.items.filter((i) => i.section === code)
  const change = (part: Partial<VisitSection>) =>
    onChange({ sections: draft.sections.map((s) => (s.code === code ? { ...s, ...part } : s)) })
  const changeItem = (of: string, part: Partial<VisitItem>) =>
    onChange({ items: draft.items.map((i) => (i.code === of ? { ...i, ...part } : i)) })
  return (
    <fieldset className="edition-fields">
      <legend className="num">{no}</legend>
      <div className="edition-row">
        <Input
          size="large"
          maxLength={60}
          aria-label={`${no} ${say(v.sectionZh)}`}
          placeholder={say(v.sectionZh)}
          value={section.says}
          onChange={(event) => change({ says: event.target.value })}
        />
        <InputNumber
          size="large"
          aria-label={`${no} ${say(v.weightOf)}`}
          min={1}
          max={100}
          precision={0}
          value={section.weight}
          onChange={(weight) => change({ weight: weight ?? 1 })}
        />
      </div>
      <Input
        maxLength={80}
        aria-label={`${no} ${say(v.sectionEn)}`}
        placeholder={say(v.sectionEn)}
        value={section.saysEn ?? ''}
        onChange={(event) => change({ saysEn: event.target.value || null })}
      />
      {items.map((item, n) => (
        <div key={item.code} className="edition-item">
          <div className="edition-row">
            <Input
              size="large"
              maxLength={120}
              aria-label={`${no}.${n + 1} ${say(v.itemZh)}`}
              placeholder={say(v.itemZh)}
              value={item.says}
              onChange={(event) => changeItem(item.code, { says: event.target.value })}
            />
            <InputNumber
              size="large"
              aria-label={`${no}.${n + 1} ${say(v.itemWeight)}`}
              min={1}
              max={5}
              precision={0}
              value={item.weight}
              onChange={(weight) => changeItem(item.code, { weight: weight ?? 1 })}
            />
          </div>
          <div className="edition-row">
            <Input
              maxLength={160}
              aria-label={`${no}.${n + 1} ${say(v.itemEn)}`}
              placeholder={say(v.itemEn)}
              value={item.saysEn ?? ''}
              onChange={(event) => changeItem(item.code, { saysEn: event.target.value || null })}
            />
            <Button onClick={() => onChange({ items: draft.items.filter((i) => i.code !== item.code) })}>
              {say(v.remove)}
            </Button>
          </div>
        </div>
      ))}
      <div className="finding-acts">
        <Button
          onClick={() =>
            onChange({
              sections: draft.sections.filter((s) => s.code !== code),
              items: draft.items.filter((i) => i.section !== code),
            })
          }
        >
          {say(v.remove)}
        </Button>
        <Button onClick={() => onChange({ items: [...draft.items, blankItem(code)] })}>
          {say(v.addItem)}
        </Button>
      </div>
    </fieldset>
  )
}

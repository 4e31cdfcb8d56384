import { useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { addMonths, monthOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Checkbox } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { api, type StoreTakes } from './api.ts'

interface Draft {
  readonly id: string
  readonly name: string
  readonly people: string[]
}

/** What is counted, in which zones, by whom. Three zones stand there already, as most shops have them. */
export function PlanSheet({
  store,
  seen,
  onClose,
}: {
  store: string
  seen: StoreTakes
  onClose: () => void
}) {
  const say = useSay()
  const language = useLanguage()
  const f = useFormat()
  const [id] = useState(newId)
  const [month, choose] = useState<Month>(seen.month)
  const [categories, limit] = useState<string[] | null>(null)
  const [zones, set] = useState<Draft[]>(() =>
    [w.front, w.window, w.back].map((name) => ({ id: newId(), name: say(name), people: [] })),
  )
  const plan = api.useDo('takes.plan', {
    onDone: () => {
      notice(say(w.begun))
      onClose()
    },
  })
  const change = (zone: string, to: Partial<Draft>): void =>
    set((all) => all.map((z) => (z.id === zone ? { ...z, ...to } : z)))
  const months = [addMonths(monthOf(seen.today), -1), monthOf(seen.today)]
  return (
    <Sheet
      title={say(w.plan)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="takes.plan"
            loading={plan.isPending}
            onClick={() => plan.mutate({ id, store, month, categories, zones })}
          >
            {say(w.planNext)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        {plan.error ? <FormProblem problem={plan.error} /> : null}
        <div className="field">
          <b>{say(w.month)}</b>
          <Choices
            label={say(w.month)}
            value={month}
            options={months.map((m) => ({ key: m, label: f.month(m) }))}
            onChange={choose}
          />
        </div>
        <div className="field">
          <b>{say(w.what)}</b>
          <Choices
            label={say(w.what)}
            value={categories ? 'some' : 'whole'}
            options={[
              { key: 'whole', label: say(w.whole) },
              { key: 'some', label: say(w.some) },
            ]}
            onChange={(key) => limit(key === 'some' ? [] : null)}
          />
          {categories ? (
            <div className="take-picks">
              {seen.categories.map((c) => (
                <Checkbox
                  key={c.category}
                  checked={categories.includes(c.category)}
                  onChange={(event) =>
                    limit(
                      event.target.checked
                        ? [...categories, c.category]
                        : categories.filter((x) => x !== c.category),
                    )
                  }
                >
                  {categoryIn(c.category, language)} {f.count(c.pieces)}
                </Checkbox>
              ))}
            </div>
          ) : null}
        </div>
        <div className="field">
          <b>{say(w.zones)}</b>
          {zones.map((z, i) => (
            <div key={z.id} className="take-zone-row">
              <Input
                aria-label={`${say(w.zone)} ${i + 1}`}
                maxLength={30}
                value={z.name}
                onChange={(event) => change(z.id, { name: event.target.value })}
              />
              <PinyinSelect
                many
                label={`${say(w.zone)} ${i + 1} ${say(w.whoCounts)}`}
                placeholder={say(w.anybody)}
                options={seen.staff.map((p) => ({ value: p.id, label: p.name }))}
                value={z.people}
                onChange={(people) => change(z.id, { people })}
              />
              <Button
                type="text"
                disabled={zones.length === 1}
                onClick={() => set((all) => all.filter((x) => x.id !== z.id))}
              >
                {say(w.removeZone)}
              </Button>
            </div>
          ))}
          <Button onClick={() => set((all) => [...all, { id: newId(), name: '', people: [] }])}>
            {say(w.addZone)}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { type DailyReason, dailyReasons } from '../shape.ts'
import { reasonWords } from '../words.ts'
import { api, signed } from './api.ts'

/** Why a category that was counted twice still differs. */
export function ReasonSheet(props: {
  on: { store: string; day: string }
  category: string
  off: number
  onClose: () => void
}) {
  const { on, category, off, onClose } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const [id] = useState(newId)
  const [reason, because] = useState<DailyReason>()
  const [words, write] = useState('')
  const explain = api.useDo('dailyCounts.explain', {
    about: () => categoryIn(category, language),
    whenSafe: onClose,
  })
  return (
    <Sheet
      title={say(w.explainTitle, { category: categoryIn(category, language), off: signed(f, off) })}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="dailyCounts.explain"
            loading={explain.isPending}
            offBecause={reason ? undefined : say(w.why)}
            onClick={() =>
              reason && explain.mutate({ id, ...on, categories: [category], reason, words: words || null })
            }
          >
            {say(w.save)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <div className="field">
          <b>{say(w.why)}</b>
          <Choices
            label={say(w.why)}
            value={reason}
            options={dailyReasons.map((r) => ({ key: r, label: say(reasonWords[r]) }))}
            onChange={because}
          />
        </div>
        <div className="field">
          <label htmlFor="daily-words">{say(w.words)}</label>
          <Input
            id="daily-words"
            maxLength={300}
            placeholder={say(w.wordsHint)}
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {explain.error ? <FormProblem problem={explain.error} /> : null}
      </div>
    </Sheet>
  )
}

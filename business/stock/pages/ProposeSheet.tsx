import { useState } from 'react'
import { newId } from '../../../platform/kinds/id.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { Style } from '../../goods/shape.ts'
import type { stockOperations } from '../actions.ts'
import { transferReasonWords } from '../page-words.ts'
import { transferReasons } from '../shape.ts'
import { t } from '../transfer-words.ts'
import { Counter } from './CountSheet.tsx'
import { StyleFinder, shadeName } from './StyleFinder.tsx'

const api = client<typeof stockOperations>()

/** A set of sizes of one style-colour to another store; no more than lies here and is not put aside. */
export function ProposeSheet(props: {
  store: string
  stores: readonly { id: string; code: string; name: string; nameEn: string | null; pinyin: string }[]
  onClose: () => void
}) {
  const { store, stores, onClose } = props
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const [id] = useState(newId)
  const [shade, pick] = useState<{ style: Style; color: string }>()
  const [to, address] = useState<string>()
  const [counts, count] = useState<Record<string, number>>({})
  const [why, because] = useState<(typeof transferReasons)[number]>('brokenSizes')
  const [words, write] = useState('')
  const shelf = api.useSee(
    'stock.shelf',
    { store, styles: shade ? [shade.style.id] : [] },
    { when: shade !== undefined },
  )
  const act = api.useDo('stock.propose', {
    onDone: () => {
      notice(say(t.sent))
      onClose()
    },
  })
  const sizes = shade?.style.colors.find((c) => c.color === shade.color)?.sizes ?? []
  const free = (sku: string): number => {
    const has = shelf.data?.pieces.find((x) => x.sku === sku)
    return Math.max(0, (has?.onHand ?? 0) - (has?.held ?? 0))
  }
  const lines = sizes.flatMap((s) => (counts[s.sku] ? [{ sku: s.sku, asked: counts[s.sku]! }] : []))
  return (
    <Sheet
      title={say(t.propose)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Act
            type="primary"
            size="large"
            may="stock.propose"
            offBecause={!to ? say(t.needStore) : lines.length === 0 ? say(t.needSizes) : undefined}
            loading={act.isPending}
            onClick={() => to && act.mutate({ id, store, to, why, words: words || null, lines })}
          >
            {say(t.send)}
          </Act>
        </div>
      }
    >
      <div className="stock-form">
        <div className="field">
          <b>{say(t.toStore)}</b>
          <PinyinSelect
            label={say(t.toStore)}
            options={stores.map((s) => ({ value: s.id, label: name(s), note: s.code, pinyin: s.pinyin }))}
            value={to}
            onChange={address}
          />
        </div>
        <div className="field">
          <b>{say(t.chooseStyle)}</b>
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
              {name(shade.style)} · {shadeName(shade.style, shade.color, f.language)} · {say(t.whichSizes)}
            </b>
            <Button
              disabled={!shelf.data}
              onClick={() => count(Object.fromEntries(sizes.map((s) => [s.sku, Math.min(1, free(s.sku))])))}
            >
              {say(t.wholeSet)}
            </Button>
            {sizes.map((s) => (
              <Counter
                key={s.sku}
                label={`${s.size} · ${free(s.sku)}`}
                value={counts[s.sku] ?? 0}
                most={free(s.sku)}
                onChange={(n) => count({ ...counts, [s.sku]: n })}
              />
            ))}
          </div>
        ) : null}
        <div className="field">
          <b>{say(t.why)}</b>
          <Choices
            label={say(t.why)}
            value={why}
            options={transferReasons.map((r) => ({ key: r, label: say(transferReasonWords[r]) }))}
            onChange={because}
          />
        </div>
        <div className="field">
          <label htmlFor="transfer-words">{say(t.words)}</label>
          <Input
            id="transfer-words"
            maxLength={300}
            value={words}
            onChange={(event) => write(event.target.value)}
          />
        </div>
        {act.error ? <FormProblem problem={act.error} /> : null}
      </div>
    </Sheet>
  )
}

import { Button } from '../../../platform/web/parts/Button.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { PhotoField } from '../../../platform/web/parts/PhotoField.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { differenceReasonWords, p } from '../page-words.ts'
import { differenceReasons } from '../shape.ts'
import { PieceLine } from './PieceLine.tsx'
import { type Counted, type Line, usualReason } from './receiving.ts'

/** One size: how many came, how many of them are rejected, and why it differs. */
export function CountSheet(props: {
  store: string
  line: Line
  counted: Counted
  onChange: (to: Partial<Counted>) => void
  onClose: () => void
}) {
  const { store, line, counted: c, onChange, onClose } = props
  const say = useSay()
  const usual = usualReason(line.inTransit, c)
  return (
    <Sheet
      title={`${say(p.ofNotice)} ${line.inTransit}`}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <span />
          <Button type="primary" size="large" onClick={onClose}>
            {say(p.done)}
          </Button>
        </div>
      }
    >
      <div className="stock-form">
        <PieceLine piece={line} />
        <Counter
          label={say(p.arrived)}
          value={c.arrived}
          onChange={(arrived) => onChange({ arrived, rejected: Math.min(c.rejected, arrived) })}
        />
        <Counter
          label={say(p.reject)}
          value={c.rejected}
          most={c.arrived}
          onChange={(rejected) => onChange({ rejected })}
        />
        {usual || c.reason ? (
          <>
            <div className="field">
              <b>{say(p.why)}</b>
              <Choices
                label={say(p.why)}
                value={c.reason ?? usual ?? undefined}
                options={differenceReasons.map((r) => ({
                  key: r as string,
                  label: say(differenceReasonWords[r]),
                }))}
                onChange={(reason) => onChange({ reason })}
              />
            </div>
            <div className="field">
              <label htmlFor="stock-words">{say(p.words)}</label>
              <Input
                id="stock-words"
                size="large"
                maxLength={300}
                value={c.words}
                onChange={(event) => onChange({ words: event.target.value })}
              />
            </div>
            <PhotoField
              act="stock.takePhoto"
              place={{ view: 'stock.photo', store }}
              label={say(p.differencePhoto)}
              value={c.photo ?? null}
              onChange={(photo) => onChange({ photo })}
            />
          </>
        ) : null}
      </div>
    </Sheet>
  )
}

/** A number with a thumb’s width on both sides of it. */
export function Counter(props: {
  label: string
  value: number
  most?: number
  onChange: (to: number) => void
}) {
  const { label, value, most = 9_999, onChange } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row in every browser
    <div className="stock-counter" role="group" aria-label={label}>
      <span>{label}</span>
      <button
        type="button"
        aria-label={`${label} −1`}
        disabled={value <= 0}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        value={String(value)}
        onChange={(event) => {
          const typed = Number(event.target.value.replace(/\D/g, ''))
          onChange(Math.min(most, typed))
        }}
      />
      <button
        type="button"
        aria-label={`${label} +1`}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  )
}

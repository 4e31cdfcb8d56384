import {
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

type Size = 'large' | 'middle' | 'small'
interface Dress {
  size?: Size
  /** What stands inside the field before and after the text: a search glass, %. */
  prefix?: ReactNode
  suffix?: ReactNode
  status?: 'error' | ''
}
export interface InputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'prefix' | 'value'>,
    Dress {
  value?: string | undefined
  onPressEnter?: () => void
}

/** One line of text. Fits in a Form.Item, which hands it `id`, `value` and `onChange`. */
function Line({ size = 'middle', prefix, suffix, status, className, onPressEnter, ...rest }: InputProps) {
  const given = 'value' in rest ? { value: rest.value ?? '' } : {}
  return (
    <span className={dress('input', size, status, className)}>
      {prefix === undefined ? null : <span className="input-beside">{prefix}</span>}
      <input
        {...rest}
        {...given}
        aria-invalid={status === 'error' || rest['aria-invalid'] || undefined}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event)
          if (event.key === 'Enter') onPressEnter?.()
        }}
      />
      {suffix === undefined ? null : <span className="input-beside">{suffix}</span>}
    </span>
  )
}

function Password(props: InputProps) {
  return <Line {...props} type="password" />
}

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'> {
  value?: string | undefined
  /** Grows with the text between these rows. */
  autoSize?: { minRows: number; maxRows: number }
}

/** Several lines of text. */
function TextArea({ autoSize, className, ...rest }: TextAreaProps) {
  const given = 'value' in rest ? { value: rest.value ?? '' } : {}
  const place = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = place.current
    if (!area || !autoSize) return
    area.style.height = 'auto'
    const line = Number.parseFloat(getComputedStyle(area).lineHeight)
    const around = area.offsetHeight - area.clientHeight + 16
    area.style.height = `${Math.min(area.scrollHeight + area.offsetHeight - area.clientHeight, line * autoSize.maxRows + around)}px`
  }, [rest.value])
  return (
    <textarea
      {...rest}
      {...given}
      ref={place}
      rows={autoSize?.minRows ?? rest.rows ?? 3}
      className={dress('textarea', 'middle', '', className)}
    />
  )
}

export const Input = Object.assign(Line, { Password, TextArea })

export interface InputNumberProps
  extends Omit<
      InputHTMLAttributes<HTMLInputElement>,
      'size' | 'prefix' | 'value' | 'onChange' | 'min' | 'max' | 'step'
    >,
    Dress {
  value?: number | null
  onChange?: (value: number | null) => void
  min?: number
  max?: number
  /** By how much the arrow keys move it. */
  step?: number
  /** Digits after the point that are kept; none given: as typed. */
  precision?: number
}

/** A number: what is typed stands as typed until the field is left, then within its bounds and rounded. */
export function InputNumber(props: InputNumberProps) {
  const { value, onChange, min, max, step = 1, precision, inputMode = 'decimal', ...rest } = props
  const [typed, type] = useState<string>()
  const within = (n: number): number => {
    const bounded = Math.min(max ?? n, Math.max(min ?? n, n))
    return precision === undefined ? bounded : Number(bounded.toFixed(precision))
  }
  const take = (text: string) => {
    type(text)
    if (text.trim() === '') return onChange?.(null)
    const read = Number(text.replaceAll(',', '').replaceAll('，', ''))
    if (Number.isFinite(read)) onChange?.(within(read))
  }
  const move = (by: number) => {
    type(undefined)
    onChange?.(within(Number(((value ?? 0) + by).toFixed(6))))
  }
  return (
    <Line
      {...rest}
      role="spinbutton"
      aria-valuenow={value ?? undefined}
      aria-valuemin={min}
      aria-valuemax={max}
      autoComplete="off"
      inputMode={inputMode}
      value={typed ?? (value === null || value === undefined ? '' : String(value))}
      onChange={(event) => take(event.target.value)}
      onBlur={(event) => {
        type(undefined)
        rest.onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        move(event.key === 'ArrowUp' ? step : -step)
      }}
    />
  )
}

const dress = (kind: string, size: Size, status: string | undefined, more: string | undefined): string =>
  ['input', `input-${size}`, kind !== 'input' && `input-${kind}`, status === 'error' && 'is-wrong', more]
    .filter(Boolean)
    .join(' ')

import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface TabsProps<K extends string> {
  label: string
  value: K
  options: readonly { key: K; label: ReactNode }[]
  onChange: (key: K) => void
}

/** Ways of looking at one thing; arrow keys move between them. */
export function Tabs<K extends string>({ label, value, options, onChange }: TabsProps<K>) {
  const row = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const at = options.findIndex((o) => o.key === value)
    const next = (at + by + options.length) % options.length
    onChange(options[next]!.key)
    row.current?.querySelectorAll<HTMLButtonElement>('button')[next]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          role="tab"
          aria-selected={option.key === value}
          tabIndex={option.key === value ? 0 : -1}
          onClick={() => onChange(option.key)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

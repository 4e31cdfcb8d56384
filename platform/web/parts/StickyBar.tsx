import type { ReactNode } from 'react'

/** The bar at the foot of a phone page: what it comes to, and the buttons in reach of a thumb. */
export function StickyBar({
  note,
  value,
  children,
}: {
  note?: ReactNode
  value?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="sticky">
      {note || value ? (
        <div className="sticky-sum" aria-live="polite">
          <span>{note}</span>
          {value ? <strong className="num">{value}</strong> : null}
        </div>
      ) : null}
      <div className="sticky-buttons">{children}</div>
    </div>
  )
}

/** The head of a bare phone page: 取消 — 开单 — 挂单 1. */
export function BareHead({ start, title, end }: { start?: ReactNode; title: ReactNode; end?: ReactNode }) {
  return (
    <header className="bare-head">
      <div>{start}</div>
      <h1>{title}</h1>
      <div>{end}</div>
    </header>
  )
}

/** Which key does it, on the desk only: <KeyHint keys="Ctrl K" />. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}

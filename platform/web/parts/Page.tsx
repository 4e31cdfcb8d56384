import type { CSSProperties, ReactNode } from 'react'
import { useIsPhone } from '../look/useIsPhone.ts'
import { Go, type Target } from '../place.tsx'
import { usePlaceName } from '../session.ts'
import { Icon } from './Icon.tsx'

export interface PageProps {
  title: ReactNode
  /** One line of second ink under the title: what is so. */
  sub?: ReactNode
  /** Buttons or tabs at the right of the title (below it on the phone). */
  actions?: ReactNode
  /** Where the arrow before the title leads. */
  back?: Target & { label: string }
  /** 'reading': a narrow column for forms and texts. */
  width?: 'full' | 'reading'
  children?: ReactNode
}

/** The frame of every page: one title, one column of thought. */
export function Page({ title, sub, actions, back, width = 'full', children }: PageProps) {
  // On the phone the place stands above every page already.
  const place = usePlaceName()
  const isPhone = useIsPhone()
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        <div className="page-words">
          {back ? (
            <Go {...back} className="page-back" label={back.label}>
              <Icon name="back" size={18} />
              <span>{back.label}</span>
            </Go>
          ) : null}
          <h1 className={isPhone && title === place ? 'sr-only' : undefined}>{title}</h1>
          {sub ? <p className="page-sub">{sub}</p> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  )
}

/** Cards side by side on the desk, under one another on the phone: `columns` as in CSS, such as '2fr 1fr'. */
export function Columns({ columns = '1fr 1fr', children }: { columns?: string; children: ReactNode }) {
  return (
    <div className="columns" style={{ '--columns': columns } as CSSProperties}>
      {children}
    </div>
  )
}

/** A small heading over a run of cards: 现在 … 2 件. */
export function Band({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return (
    <div className="band-head">
      <h2>{title}</h2>
      {note ? <span>{note}</span> : null}
    </div>
  )
}

import type { ReactNode } from 'react'

export interface CardProps {
  title?: ReactNode
  sub?: ReactNode
  /** At the right of the title: a link, tabs, a count. */
  extra?: ReactNode
  /** 'urgent': a rouge hairline; 'quiet': on the page's own ground; 'flush': no padding (tables, rows). */
  kind?: 'plain' | 'urgent' | 'quiet' | 'flush'
  children?: ReactNode
}

export function Card({ title, sub, extra, kind = 'plain', children }: CardProps) {
  return (
    <section className={`card card-${kind}`}>
      {title || extra ? (
        <header className="card-head">
          <div>
            {title ? <h2>{title}</h2> : null}
            {sub ? <p>{sub}</p> : null}
          </div>
          {extra ? <div className="card-extra">{extra}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  )
}

/** Name at the left, value at the right, hairlines between (顾客 … 王女士). `onPress` makes the row a button. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="rows">{children}</dl>
}
export function Row({
  name,
  children,
  onPress,
}: {
  name: ReactNode
  children: ReactNode
  onPress?: () => void
}) {
  return (
    <div className="row">
      <dt>{name}</dt>
      <dd>
        {onPress ? (
          <button type="button" className="row-press" onClick={onPress}>
            {children}
          </button>
        ) : (
          children
        )}
      </dd>
    </div>
  )
}

/**
 * One thing to do: when, what, the one fact that matters now, one button. `state` colours the time and says more
 * than colour by its words, which the caller gives in `when` and `fact`.
 */
export function DutyCard(props: {
  when: ReactNode
  whenNote?: ReactNode
  title: ReactNode
  fact?: ReactNode
  state?: 'due' | 'late' | 'later'
  action?: ReactNode
  /** Under all of it, over the whole width: the records that it is about. */
  below?: ReactNode
}) {
  const { when, whenNote, title, fact, state = 'due', action, below } = props
  return (
    <article className={`duty duty-${state}`}>
      <div className="duty-when">
        <span>{when}</span>
        {whenNote ? <span>{whenNote}</span> : null}
      </div>
      <div className="duty-what">
        <h3>{title}</h3>
        {fact ? <p>{fact}</p> : null}
      </div>
      {action}
      {below ? <div className="duty-below">{below}</div> : null}
    </article>
  )
}

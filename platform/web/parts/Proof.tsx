import type { ReactNode } from 'react'
import { useSay } from '../say.ts'
import { webWords } from '../words.ts'

/** The green line that says why the figures above are right: 证：12 个月合计 ＝ 年度目标，分毫不差. */
export function Proof({
  children,
  note,
  holds = true,
}: {
  children: ReactNode
  note?: ReactNode
  holds?: boolean
}) {
  const say = useSay()
  return (
    <div className={holds ? 'proof' : 'proof proof-broken'} role={holds ? undefined : 'alert'}>
      <span>
        <b>
          {holds ? '✓ ' : '✕ '}
          {say(webWords.proof)}
        </b>
        {say(['：', ': '])}
        {children}
      </span>
      {note ? <span className="proof-note">{note}</span> : null}
    </div>
  )
}

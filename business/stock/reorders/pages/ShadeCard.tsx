import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { declineWords, w } from '../page-words.ts'
import { declineReasons } from '../shape.ts'
import { Looks } from './Looks.tsx'
import { shadeSaid, sizeSaid } from './said.ts'
import type { Request, ShadeSeen } from './useRequest.ts'

/** A style-colour to reorder: what it looks like, why, and its size run with a thumb’s width above and below each figure. */
export function ShadeCard(props: { shade: ShadeSeen; request: Request; isOff: boolean }) {
  const { shade, request, isOff } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [isTold, tell] = useState(false)
  const first = shade.sizes[0]!
  const isOpen = request.isLess(shade) && !request.why(shade)
  const isNone = shade.sizes.every((s) => request.asked(s) === 0)
  return (
    <article className={`reorder-card${isNone ? ' is-none' : ''}${isOpen ? ' is-open-matter' : ''}`}>
      <Looks of={first}>
        <p>{shadeSaid(shade.sizes, say)}</p>
      </Looks>
      <ul className="reorder-run">
        {shade.sizes.map((s) => {
          const asked = request.asked(s)
          const isGap = s.reason.onHand <= 0
          return (
            <li key={s.sku} className={isGap ? (s.reason.isCore ? 'is-torn' : 'is-gap') : ''}>
              <button
                type="button"
                disabled={isOff}
                aria-label={say(w.more, { name: name(first), size: s.size })}
                onClick={() => request.ask(s, asked + 1)}
              >
                +
              </button>
              <span className="reorder-size">
                <span className={s.reason.isCore ? 'is-core' : ''} translate="no">
                  {s.size}
                </span>
                <strong className={`num${asked === s.proposed ? '' : ' is-changed'}`}>
                  {f.count(asked)}
                </strong>
                <small>{say(w.has, { n: f.count(s.reason.onHand) })}</small>
              </span>
              <button
                type="button"
                disabled={isOff || asked === 0}
                aria-label={say(w.less, { name: name(first), size: s.size })}
                onClick={() => request.ask(s, asked - 1)}
              >
                −
              </button>
            </li>
          )
        })}
      </ul>
      <div className="reorder-tools">
        <Button type="text" aria-expanded={isTold} onClick={() => tell(!isTold)}>
          {say(w.why)}
        </Button>
        {isOff ? null : isNone || shade.sizes.some((s) => request.asked(s) !== s.proposed) ? (
          <Button type="text" onClick={() => request.askAll(shade, (s) => s.proposed)}>
            {say(w.asProposed)}
          </Button>
        ) : (
          <Button type="text" onClick={() => request.askAll(shade, () => 0)}>
            {say(w.decline)}
          </Button>
        )}
      </div>
      {isTold ? (
        <ul className="reorder-whys">
          {shade.sizes.map((s) => (
            <li key={s.sku}>
              <b translate="no">{s.size}</b> {sizeSaid(s.reason, say, f)}
            </li>
          ))}
        </ul>
      ) : null}
      {request.isLess(shade) && !isOff ? (
        <div className="reorder-because">
          <span>{say(w.declined)}</span>
          <Choices
            label={say(w.declined)}
            value={request.why(shade)}
            options={declineReasons.map((r) => ({ key: r, label: say(declineWords[r]) }))}
            onChange={(why) => request.because(shade, why)}
          />
        </div>
      ) : null}
    </article>
  )
}

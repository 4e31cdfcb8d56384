import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { pageWords } from '../page-words.ts'
import { draftNet, type Held } from './draft.ts'

/** Held tickets (挂单) of this phone. */
export function HeldSheet(props: {
  held: readonly Held[]
  canHold: boolean
  onHold: () => void
  onTakeUp: (held: Held) => void
  onDrop: (held: Held) => void
  onClose: () => void
}) {
  const { held, canHold, onHold, onTakeUp, onDrop, onClose } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  return (
    <Sheet
      title={say(pageWords.heldTitle)}
      onClose={onClose}
      foot={
        canHold ? (
          <Button size="large" type="primary" block onClick={onHold}>
            {say(pageWords.hold)}
          </Button>
        ) : undefined
      }
    >
      {held.length === 0 ? <Empty title={say(pageWords.heldNone)} next={say(pageWords.heldHint)} /> : null}
      <ul className="held">
        {held.map((h) => (
          <li key={h.id} className="card held-line">
            <div className="held-words">
              <b className="num">{f.money(draftNet(h))}</b>
              <p className="note">
                {f.time(h.startedAt)} ·{' '}
                {[
                  ...h.lines.map((l) => (l.style ? name(l.style) : l.text)),
                  ...h.returns.map((r) => r.name),
                ].join(say(pageWords.comma))}
              </p>
            </div>
            <Button size="large" onClick={() => onDrop(h)}>
              {say(pageWords.drop)}
            </Button>
            <Button size="large" onClick={() => onTakeUp(h)}>
              {say(pageWords.takeUp)}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

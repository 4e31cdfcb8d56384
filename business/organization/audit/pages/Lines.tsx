import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import type { OutputOf } from '../../../../platform/server/door.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import type { auditOperations } from '../actions.ts'
import { api } from './api.ts'
import { w } from './words.ts'

type Found = OutputOf<ReturnType<typeof auditOperations>['audit.lines']>
type Line = Found['lines'][number]
interface Wanted {
  readonly from: Day
  readonly to: Day
}

/** Lines by day, the latest first; earlier ones at a press. */
export function Lines({ wanted, first }: { wanted: Wanted; first: Found }) {
  const say = useSay()
  const f = useFormat()
  const [older, add] = useState<Line[]>([])
  const [isMore, setMore] = useState(first.more)
  const [isBusy, setBusy] = useState(false)
  const lines = [...first.lines, ...older]
  const last = lines.at(-1)
  const goOn = async () => {
    if (!last) return
    setBusy(true)
    try {
      const after = { at: last.at, store: last.store, seq: last.seq }
      const next = await api.see('audit.lines', { ...wanted, after })
      add([...older, ...next.lines])
      setMore(next.more)
    } finally {
      setBusy(false)
    }
  }
  const days = [...new Set(lines.map((l) => l.day))]
  return (
    <>
      {days.map((day) => (
        <Card key={day} title={f.dayAndWeekday(day)}>
          <ul className="audit-lines">
            {lines
              .filter((l) => l.day === day)
              .map((line) => (
                <OneLine key={`${line.store}-${line.seq}`} line={line} />
              ))}
          </ul>
        </Card>
      ))}
      {isMore ? (
        <Button loading={isBusy} onClick={() => void goOn()}>
          {say(w.older)}
        </Button>
      ) : null}
    </>
  )
}

function OneLine({ line }: { line: Line }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [isOpen, open] = useState(false)
  const { before, after, reason } = line.detail
  const where = line.storeName ? name({ name: line.storeName, nameEn: line.storeNameEn }) : say(w.company)
  return (
    <li className="audit-one">
      <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        <time className="num">{f.time(line.at)}</time>
        <span>
          <b>{say(line.says)}</b>
          <span className="note">
            {line.actorName ?? say(w.system)}
            {line.onBehalfOfName ? ` · ${say(w.onBehalfOf, { name: line.onBehalfOfName })}` : ''} · {where}
            {reason ? ` · ${reason}` : ''}
          </span>
        </span>
      </button>
      {isOpen ? (
        <div className="audit-open">
          {before === undefined && after === undefined ? (
            <p className="note">{say(w.nothingNoted)}</p>
          ) : (
            <Changes before={before} after={after} />
          )}
          <p className="note">
            {line.record ? `${say(w.record)} ${line.record} · ` : ''}
            {say(w.place, { seq: f.count(line.seq), seal: line.seal, device: line.device })}
          </p>
        </div>
      ) : null}
    </li>
  )
}

/** What was and what is, side by side, field by field; what did not change is left out where both are known. */
function Changes({ before, after }: { before: unknown; after: unknown }) {
  const say = useSay()
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => before === undefined || after === undefined || shown(was[key]) !== shown(is[key]),
  )
  return (
    <table className="audit-changes">
      <thead>
        <tr>
          <th scope="col" />
          {before === undefined ? null : <th scope="col">{say(w.before)}</th>}
          {after === undefined ? null : <th scope="col">{say(w.after)}</th>}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            {before === undefined ? null : <td>{shown(was[key])}</td>}
            {after === undefined ? null : <td>{shown(is[key])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : value === undefined
      ? {}
      : { '': value }
const shown = (value: unknown): string =>
  value === undefined || value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value)

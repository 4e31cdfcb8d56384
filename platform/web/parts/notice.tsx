import { useSyncExternalStore } from 'react'
import { newId } from '../../kinds/id.ts'
import { Icon } from './Icon.tsx'

interface Notice {
  id: string
  text: string
  kind: 'done' | 'problem'
}
let notices: readonly Notice[] = []
const listeners = new Set<() => void>()

/** A line that says what has just been done, or why it was not; it goes by itself. */
export function notice(text: string, kind: Notice['kind'] = 'done'): void {
  const id = newId()
  set([...notices.slice(-2), { id, text, kind }])
  setTimeout(() => set(notices.filter((n) => n.id !== id)), kind === 'done' ? 4_000 : 8_000)
}

export function NoticeRegion() {
  const shown = useSyncExternalStore(subscribe, () => notices)
  return (
    <div className="notices" role="status" aria-live="polite">
      {shown.map((n) => (
        <div key={n.id} className={`notice notice-${n.kind}`}>
          <Icon name={n.kind === 'done' ? 'check' : 'cross'} size={18} />
          {n.text}
        </div>
      ))}
    </div>
  )
}

function set(next: readonly Notice[]): void {
  notices = next
  for (const tell of listeners) tell()
}
function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

import type { ReactNode } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import type { EntryKind } from '../shape.ts'
import type { EntrySeen } from './api.ts'

const tones: Record<EntryKind, 'done' | 'late' | 'missed'> = {
  praise: 'done',
  reminder: 'late',
  warning: 'missed',
}
const signs: Record<EntryKind, string> = { praise: '✓', reminder: '!', warning: '!!' }

/** What happened, who entered it, what the person answered; taken back it stays, crossed out. */
export function EntryCard(props: {
  of: EntrySeen
  /** The store, where several are shown. */
  place?: string
  children?: ReactNode
}) {
  const { of: e, place, children } = props
  const say = useSay()
  const f = useFormat()
  return (
    <li className={e.withdrawnAt ? 'is-withdrawn' : undefined}>
      <header>
        <Chip tone={e.withdrawnAt ? 'plain' : tones[e.kind]}>{`${signs[e.kind]} ${say(p[e.kind])}`}</Chip>
        <b translate="no">
          {e.personName}
          {place ? ` · ${place}` : ''}
        </b>
        <span className="note">{f.dayAndWeekday(e.day)}</span>
      </header>
      <p translate="no">{e.words}</p>
      <p className="note">{say(p.by, { name: e.byName, when: f.instant(e.at) })}</p>
      {e.answer ? (
        <p className="note" translate="no">
          {say(p.answer, { words: e.answer })}
        </p>
      ) : null}
      {e.withdrawnAt ? (
        <p className="note" translate="no">
          {say(p.withdrawn, { name: e.withdrawnByName, why: e.withdrawnWhy })}
        </p>
      ) : (
        <p className={e.readAt ? 'note' : 'tone-late'}>
          {e.readAt ? say(e.answer ? p.read : p.readWithout, { when: f.instant(e.readAt) }) : say(p.unread)}
        </p>
      )}
      {children}
    </li>
  )
}

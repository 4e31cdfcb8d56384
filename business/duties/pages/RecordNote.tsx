import { useEffect, useRef } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useMe } from '../../../platform/web/session.ts'
import type { RecordNoteProps } from '../../../platform/web/slots.tsx'
import { api, type OneDuty } from './api.ts'
import { DutyActs } from './DutyActs.tsx'
import { eventSaid } from './events.ts'
import './record-note.css'
import { periodSaid } from './said.ts'
import { w } from './words.ts'

/** As many versions as are asked about, the newest first. */
const most = 60

/** On a record's own page: which clauses it discharges, and who has looked at that. */
export default function RecordNote({ records, hasOwnReview = false }: RecordNoteProps) {
  const { may } = useMay('duties.ofRecord')
  const of = api.useSee('duties.ofRecord', { records: records.slice(0, most) }, { when: may })
  const byDuty = new Map<string, OneDuty[]>()
  for (const item of of.data?.items ?? []) byDuty.set(item.duty, [...(byDuty.get(item.duty) ?? []), item])
  // Nothing is said while it is asked, nor to who may not know: the page is about the record.
  if (byDuty.size === 0) return null
  return (
    <ul className="record-notes">
      {[...byDuty].map(([duty, items]) => (
        <Note key={duty} items={items} hasOwnReview={hasOwnReview} />
      ))}
    </ul>
  )
}

function Note({ items, hasOwnReview }: { items: readonly OneDuty[]; hasOwnReview: boolean }) {
  const say = useSay()
  const [one] = items
  const isOne = items.length === 1
  useOpened(one!, isOne && !hasOwnReview)
  if (!one) return null
  return (
    <li className="record-note">
      <Icon name="check" size={18} />
      <div>
        <p>
          {say(w.noteDone)}{' '}
          <Go to={`/duties/${one.store}/${one.id}`}>
            {one.duty} {say(one.title)}
          </Go>{' '}
          <Periods items={items} />
        </p>
        {isOne && one.proof?.waited ? <Waited {...one.proof.waited} /> : null}
        {isOne ? <Looked one={one} /> : null}
      </div>
      {isOne && one.isSuperior && !hasOwnReview ? <DutyActs one={one} isSmall /> : null}
    </li>
  )
}

/** A superior who opens the record has opened what proves the duty. */
function useOpened(one: OneDuty, isWanted: boolean): void {
  const { mutate } = api.useDo('duties.open')
  const told = useRef<string>(undefined)
  const { store, id, whyNot } = one
  const isDue = isWanted && whyNot.open === null && whyNot.confirm === 'openFirst'
  useEffect(() => {
    if (!isDue || told.current === id) return
    told.current = id
    mutate({ store, instance: id })
  }, [isDue, mutate, store, id])
}

function Periods({ items }: { items: readonly OneDuty[] }) {
  const say = useSay()
  const f = useFormat()
  const { today } = useMe()
  const said = (item: OneDuty | undefined) => (item && periodSaid(item, today, f)) ?? ''
  // One record may be what several people owed of one and the same period.
  if (new Set(items.map((i) => i.period)).size === 1) return <span className="note">{said(items[0])}</span>
  return (
    <span className="note">
      {say(w.notePeriods, { from: said(items[0]), to: said(items.at(-1)), count: items.length })}
    </span>
  )
}

/** It was done without network: both moments are told. */
function Waited({ arrivedAt, isDoubtful }: { arrivedAt: string; isDoubtful: boolean }) {
  const say = useSay()
  const f = useFormat()
  return (
    <p className="note">
      {say(w.waited, { when: f.instant(arrivedAt) })}
      {isDoubtful ? ` · ${say(w.clockMoved)}` : ''}
    </p>
  )
}

/** The last look at it, or that there was none. */
function Looked({ one }: { one: OneDuty }) {
  const say = useSay()
  const f = useFormat()
  const since = one.proof ? Date.parse(one.proof.at) : 0
  const last = one.history.findLast(
    (e) => ['opened', 'confirmed', 'questioned'].includes(e.what) && Date.parse(e.at) >= since,
  )
  return (
    <p className="note">
      {last ? `${eventSaid(last, say)} · ${f.instant(last.at)}` : say(w.noteNobody)}
      {one.reopened > 0 ? ` · ${say(w.noteReopened, { times: one.reopened })}` : ''}
    </p>
  )
}

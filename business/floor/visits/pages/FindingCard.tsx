import { useEffect, useRef, useState } from 'react'
import type { Sentence } from '../../../../platform/kinds/words.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { BeforeAfter } from '../../../../platform/web/parts/Photo.tsx'
import { PhotoField } from '../../../../platform/web/parts/PhotoField.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useMe } from '../../../../platform/web/session.ts'
import { useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import { moveWords, stateWords } from '../words.ts'
import { api, type Finding } from './api.ts'

type Asked = 'mend' | 'sendBack' | 'withdraw'
const asking: Readonly<Record<Asked, { title: Sentence; verb: Sentence }>> = {
  mend: { title: v.mendTitle, verb: v.mend },
  sendBack: { title: v.sendBackTitle, verb: v.sendBack },
  withdraw: { title: v.withdrawTitle, verb: v.withdraw },
}

/** One finding from being found to being closed: what is wrong, who and by when, what was done, and the next act on it. */
export function FindingCard(props: { finding: Finding; place?: string; isNamed?: boolean }) {
  const { finding: one, place, isNamed } = props
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const ref = useRef<HTMLElement>(null)
  const isLate = one.state === 'open' && Date.parse(one.dueAt) < Date.now()
  const isClosed = one.state === 'verified' || one.state === 'withdrawn'
  useEffect(() => {
    if (isNamed) ref.current?.scrollIntoView({ block: 'center' })
  }, [isNamed])
  return (
    <article
      ref={ref}
      className={`finding is-${one.state}${isLate ? ' is-late' : ''}${isNamed ? ' is-named' : ''}`}
    >
      <header>
        <b translate="no">{place ? `${place} · ${one.wrong}` : one.wrong}</b>
        <Chip tone={isLate ? 'missed' : isClosed ? 'done' : one.state === 'mended' ? 'accent' : 'late'}>
          {say(isLate ? v.overdue : stateWords[one.state])}
        </Chip>
      </header>
      <p className="finding-item" translate="no">
        {says(one)}
      </p>
      <p className="finding-who">
        {say(v.whoMends, { name: one.personName })} ·{' '}
        {say(isLate ? v.lateBy : v.until, { day: f.dayAndWeekday(one.due) })} ·{' '}
        {say(v.foundBy, { name: one.byName, day: f.day(one.day) })}
      </p>
      <BeforeAfter place={placeOf(one)} alt={one.wrong} before={one.photo} after={lastPhoto(one)} />
      {one.moves.length > 0 ? (
        <ol className="finding-moves">
          {one.moves.map((m) => (
            <li key={m.at} className={`is-${m.kind}`}>
              <small>
                {say(v.movedSo, { move: say(moveWords[m.kind]), name: m.byName, when: f.instant(m.at) })}
              </small>
              {m.words ? <span translate="no">{m.words}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {isClosed ? null : <FindingActs finding={one} />}
    </article>
  )
}

const placeOf = ({ store }: Finding) => ({ view: 'visits.photo', store })
/** Of the last time that it was said to be mended. */
const lastPhoto = ({ moves }: Finding) => moves.findLast((m) => m.kind === 'mended')?.photo ?? null

function FindingActs({ finding: one }: { finding: Finding }) {
  const say = useSay()
  const me = useMe()
  const [asked, ask] = useState<Asked>()
  const [photo, shoot] = useState<string | null>(null)
  const isStore = useMay('visits.mend').may
  const close = () => {
    ask(undefined)
    shoot(null)
  }
  const done = (said: Sentence) => ({
    onDone: () => {
      close()
      notice(say(said))
    },
  })
  const acts = {
    mend: api.useDo('visits.mend', done(v.mended)),
    sendBack: api.useDo('visits.sendBack', done(v.sentBack)),
    withdraw: api.useDo('visits.withdraw', done(v.withdrawn)),
  }
  const verify = api.useDo('visits.verify', done(v.verified))
  const on = { store: one.store, id: one.id }
  const visits = me.appointments.some(
    (a) => a.position === 'operationsDirector' || a.position === one.as || me.person.id === one.by,
  )
  const isMine = one.state === 'open' ? isStore : visits
  if (!isMine && !visits)
    return one.state === 'mended' ? <p className="note">{say(v.waits, { name: one.byName })}</p> : null
  return (
    <div className="finding-acts">
      {one.state === 'open' && isStore ? (
        <Act type="primary" may="visits.mend" onClick={() => ask('mend')}>
          {say(v.mend)}
        </Act>
      ) : null}
      {one.state === 'mended' && visits ? (
        <>
          <Act may="visits.sendBack" onClick={() => ask('sendBack')}>
            {say(v.sendBack)}
          </Act>
          <Act
            type="primary"
            may="visits.verify"
            loading={verify.isPending}
            onClick={() => verify.mutate(on)}
          >
            {say(v.verify)}
          </Act>
        </>
      ) : null}
      {one.state === 'open' && visits ? (
        <Act may="visits.withdraw" onClick={() => ask('withdraw')}>
          {say(v.withdraw)}
        </Act>
      ) : null}
      {verify.error ? <p className="tone-missed">{verify.error.message}</p> : null}
      {asked ? (
        <ConfirmSheet
          title={say(asking[asked].title)}
          verb={say(asking[asked].verb)}
          reason="needed"
          isBusy={acts[asked].isPending}
          problem={acts[asked].error}
          waitsFor={asked === 'mend' && one.wantsPhoto && !photo ? say(v.photoFirst) : undefined}
          onClose={close}
          onConfirm={(words) =>
            asked === 'mend'
              ? acts.mend.mutate({ ...on, words, photo })
              : acts[asked].mutate({ ...on, words })
          }
        >
          <p translate="no">{one.wrong}</p>
          {asked === 'mend' ? (
            <>
              <BeforeAfter place={placeOf(one)} alt={one.wrong} before={one.photo} after={null} />
              <PhotoField
                act="visits.takePhoto"
                place={placeOf(one)}
                label={say(v.photoMended)}
                isNeeded={one.wantsPhoto}
                value={photo}
                wrong={wrongFields(acts.mend.error).photo}
                onChange={shoot}
              />
            </>
          ) : null}
        </ConfirmSheet>
      ) : null}
    </div>
  )
}

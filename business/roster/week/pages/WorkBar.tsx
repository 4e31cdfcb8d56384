import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { isHard } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { api, isAsReleased, type WeekSeen } from './api.ts'
import { ShiftsSheet } from './ShiftsSheet.tsx'

/** How the week stands, said to everybody and on the print; what becomes of the draft is for who leads the store. */
export function WorkBar({ seen, mayChange }: { seen: WeekSeen; mayChange: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { head, versions } = seen
  const [isReleasing, release] = useState(false)
  const [isSetting, setShifts] = useState(false)
  const [latest] = versions
  const basedOn = head?.revision ?? 0
  const draft = api.useDo('rosters.draft', { onDone: () => notice(say(r.drafted)) })
  const hard = seen.breaches.filter(isHard).length
  const isSame = latest !== undefined && isAsReleased(seen)
  const state = !head
    ? undefined
    : isSame
      ? say(r.stateReleased, {
          version: latest.version,
          name: latest.byName,
          when: f.instant(latest.at),
        })
      : latest
        ? say(r.stateChanged, { version: latest.version })
        : say(r.stateDraft, { name: head.byName, when: f.instant(head.at) })
  const off = hard > 0 ? say(r.breachesFirst, { count: hard }) : isSame ? say(r.sameAsReleased) : undefined
  return (
    <div className="roster-work">
      {draft.error ? <FormProblem problem={draft.error} /> : null}
      <div className="roster-work-line">
        <span className={isSame ? 'tone-done' : 'note'}>
          {state ? `${isSame ? '✓ ' : ''}${state}` : null}
        </span>
        {mayChange ? (
          <div className="roster-buttons">
            <Act
              type={head ? 'default' : 'primary'}
              may="rosters.draft"
              loading={draft.isPending}
              onClick={() => draft.mutate({ store: seen.store.id, week: seen.week, basedOn })}
            >
              {say(head ? r.redraft : r.draft)}
            </Act>
            {head ? <Improve seen={seen} /> : null}
            <Act type="text" may="rosters.setShifts" onClick={() => setShifts(true)}>
              {say(r.shifts)}
            </Act>
            {head ? (
              <Act type="primary" may="rosters.release" offBecause={off} onClick={() => release(true)}>
                {say(latest ? r.releaseAgain : r.release)}
              </Act>
            ) : null}
          </div>
        ) : null}
      </div>
      {mayChange ? <SearchLine seen={seen} /> : null}
      {isSetting ? <ShiftsSheet seen={seen} onClose={() => setShifts(false)} /> : null}
      {isReleasing ? <ReleaseSheet seen={seen} onClose={() => release(false)} /> : null}
    </div>
  )
}

function Improve({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const [id, renew] = useState(newId)
  const improve = api.useDo('rosters.improve', { onDone: () => renew(newId()) })
  const runs = seen.search !== null && seen.search.endedAs === null
  return (
    <Act
      may="rosters.improve"
      loading={improve.isPending || runs}
      onClick={() =>
        improve.mutate({
          id,
          store: seen.store.id,
          week: seen.week,
          basedOn: seen.head!.revision,
          seconds: 20,
        })
      }
    >
      {say(r.improve)}
    </Act>
  )
}

/** The solver at work, or what it has found for the draft as it stands. */
function SearchLine({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const { search, head, store } = seen
  const stop = api.useDo('rosters.stopImproving')
  const take = api.useDo('rosters.takeBetter', { onDone: () => notice(say(r.taken)) })
  if (!search || !head || search.revision !== head.revision) return null
  const costs = { from: Math.round(search.firstCost ?? 0), to: Math.round(search.cost ?? 0) }
  if (search.endedAs === null)
    return (
      <div className="roster-search" aria-live="polite">
        <ProgressWeave size="thin" done={Math.min(1, (search.elapsed ?? 0) / search.seconds)} />
        <div className="roster-work-line">
          <span>
            {search.elapsed === null
              ? say(r.waiting)
              : `${say(r.improving, { seconds: Math.round(search.elapsed) })} · ${say(r.fromTo, costs)}`}
          </span>
          <Button
            size="small"
            loading={stop.isPending || search.stopAsked}
            onClick={() => stop.mutate({ store: store.id, id: search.id })}
          >
            {say(r.stop)}
          </Button>
        </div>
      </div>
    )
  const failed = search.endedAs === 'fault' || search.endedAs === 'noRoster'
  const isBetter = !failed && search.cost !== null && head.origin !== 'solver'
  return (
    <div className="roster-search" aria-live="polite">
      {take.error ? <FormProblem problem={take.error} /> : null}
      <div className="roster-work-line">
        <span title={say(r.costIs)}>
          {failed
            ? say(search.endedAs === 'fault' ? r.searchFault : r.noRoster)
            : costs.to < costs.from
              ? `${say(r.foundBetter, costs)}${search.endedAs === 'proved' ? ` · ${say(r.best)}` : ''}`
              : say(r.foundSame)}
        </span>
        {isBetter ? (
          <Act
            type="primary"
            size="small"
            may="rosters.takeBetter"
            loading={take.isPending}
            onClick={() => take.mutate({ store: store.id, id: search.id, basedOn: head.revision })}
          >
            {say(r.take)}
          </Act>
        ) : null}
      </div>
    </div>
  )
}

function ReleaseSheet({ seen, onClose }: { seen: WeekSeen; onClose: () => void }) {
  const say = useSay()
  const [why, write] = useState('')
  const again = seen.versions.length > 0
  const release = api.useDo('rosters.release', {
    onDone: () => {
      notice(say(r.released))
      onClose()
    },
  })
  const wrong = wrongFields(release.error)
  const count = new Set(seen.cells.map((c) => c.person)).size
  return (
    <AskSheet
      title={say(again ? r.releaseAgain : r.release)}
      may="rosters.release"
      says={say(r.releaseTo, { count })}
      offBecause={again && why.trim().length < 2 ? say(r.why) : undefined}
      isSending={release.isPending}
      onSend={() =>
        release.mutate({
          store: seen.store.id,
          week: seen.week,
          basedOn: seen.head!.revision,
          why: why || null,
        })
      }
      onClose={onClose}
      problem={release.error}
      fields={again ? ['why'] : []}
    >
      {seen.breaches.length > 0 ? (
        <p className="tone-late">{say(r.soft, { count: seen.breaches.length })}</p>
      ) : (
        <p className="tone-done">✓ {say(r.noBreach)}</p>
      )}
      {again ? (
        <Field label={say(r.why)} wrong={wrong.why}>
          <Input
            aria-label={say(r.why)}
            placeholder={say(r.whyHint)}
            maxLength={200}
            size="large"
            value={why}
            onChange={(event) => write(event.target.value)}
          />
        </Field>
      ) : null}
    </AskSheet>
  )
}

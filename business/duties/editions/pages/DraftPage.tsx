import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { later } from '../../../../platform/web/parts/later.ts'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useGo, useParams, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type DraftSeen } from './api.ts'
import { ClauseRow } from './ClauseRow.tsx'
import { stateTone, stateWords } from './draft-states.ts'
import './editions.css'
import { titleWords } from './title-words.ts'

const ClauseSheet = later(() => import('./ClauseSheet.tsx').then((m) => m.ClauseSheet))
const ProfileSheet = later(() => import('./ProfileSheet.tsx').then((m) => m.ProfileSheet))

/** A draft, position by position; each clause opens its form. */
export default function DraftPage() {
  const say = useSay()
  const { draft = '' } = useParams()
  const seen = api.useSee('editions.draft', { draft })
  return (
    <Page
      title={seen.data ? <span translate="no">{seen.data.name}</span> : say(titleWords.draft)}
      sub={seen.data ? <Head draft={seen.data} /> : undefined}
      back={{ to: '/editions', label: say(titleWords.editions) }}
      actions={seen.data ? <Steps draft={seen.data} /> : undefined}
    >
      <Seen of={seen}>{(one) => <Clauses draft={one} />}</Seen>
    </Page>
  )
}

function Head({ draft }: { draft: DraftSeen }) {
  const say = useSay()
  const f = useFormat()
  const { appears, changes, lapses } = draft.changes
  return (
    <>
      <Chip tone={stateTone[draft.state]}>{say(stateWords[draft.state])}</Chip>{' '}
      {appears + changes + lapses + draft.changedProfiles.length === 0
        ? say(w.noChanges)
        : say(w.changesOf, draft.changes)}
      {' · '}
      {draft.savedAt && draft.savedByName
        ? say(w.savedLast, { name: draft.savedByName, at: f.instant(draft.savedAt) })
        : say(w.begunFrom, { name: draft.madeByName, at: f.instant(draft.madeAt) })}
      {draft.stepWords && draft.stepByName ? (
        <span translate="no">
          {' · '}
          {say(w.stepSaid, { name: draft.stepByName, words: draft.stepWords })}
        </span>
      ) : null}
    </>
  )
}

function Steps({ draft }: { draft: DraftSeen }) {
  const say = useSay()
  const go = useGo()
  const [step, take] = useState<'submit' | 'return' | 'drop'>()
  const close = () => take(undefined)
  const submit = api.useDo('editions.submit', { onDone: close })
  const back = api.useDo('editions.return', { onDone: close })
  const drop = api.useDo('editions.dropDraft', { onDone: () => go({ to: '/editions' }) })
  if (!draft.mayEdit) return null
  return (
    <>
      <Button onClick={() => take('drop')}>{say(w.dropIt)}</Button>
      {draft.state === 'submitted' ? (
        draft.mayDecide ? (
          <Button onClick={() => take('return')}>{say(w.returnIt)}</Button>
        ) : null
      ) : (
        <Button onClick={() => take('submit')}>{say(w.handIn)}</Button>
      )}
      <Button type="primary" onClick={() => go({ to: `/editions/drafts/${draft.id}/force` })}>
        {say(w.seeChanges)}
      </Button>
      {step === 'submit' ? (
        <ConfirmSheet
          title={say(w.handInTitle)}
          verb={say(w.handIn)}
          reason="optional"
          isBusy={submit.isPending}
          problem={submit.error}
          onConfirm={(words) => submit.mutate({ draft: draft.id, words })}
          onClose={close}
        >
          <p>{say(w.handInNote)}</p>
        </ConfirmSheet>
      ) : null}
      {step === 'return' ? (
        <ConfirmSheet
          title={say(w.returnTitle)}
          verb={say(w.returnIt)}
          reason="needed"
          isBusy={back.isPending}
          problem={back.error}
          onConfirm={(words) => back.mutate({ draft: draft.id, words })}
          onClose={close}
        />
      ) : null}
      {step === 'drop' ? (
        <ConfirmSheet
          title={say(w.dropTitle)}
          verb={say(w.dropIt)}
          isDanger
          isBusy={drop.isPending}
          problem={drop.error}
          onConfirm={() => drop.mutate({ draft: draft.id })}
          onClose={close}
        >
          <p>{say(w.dropNote)}</p>
        </ConfirmSheet>
      ) : null}
    </>
  )
}

function Clauses({ draft }: { draft: DraftSeen }) {
  const say = useSay()
  const [search, change] = useSearch()
  // In the order of the clauses: whoever leads first.
  const positions = [...new Set([...draft.clauses, ...draft.profiles].map((c) => c.position))]
  const position = (positions.find((p) => p === search.position) ?? positions[0]) as DutyPosition
  const shown = draft.clauses.filter((c) => c.position === position)
  const profile = draft.profiles.find((p) => p.position === position)
  const edited = draft.clauses.find((c) => c.duty === search.clause)
  const close = () => change({ clause: '' })
  const count = (p: string) =>
    draft.clauses.filter((c) => c.position === p && (c.changed !== null || c.dropped)).length
  return (
    <>
      <Tabs
        label={say(w.requirements)}
        value={position}
        options={positions.map((p) => ({
          key: p as string,
          label: count(p) > 0 ? `${say(positionNames[p])} ${count(p)}` : say(positionNames[p]),
        }))}
        onChange={(key) => change({ position: key, clause: '' })}
      />
      <Card
        kind="flush"
        title={say(positionNames[position])}
        extra={
          draft.mayEdit ? (
            <span className="edition-acts">
              <Button onClick={() => change({ clause: 'profile' })}>{say(w.requirements)}</Button>
              <Act may="editions.addDuty" onClick={() => change({ clause: 'new' })}>
                {say(w.addDuty)}
              </Act>
            </span>
          ) : undefined
        }
      >
        <ul className="draft-clauses">
          {shown.map((c) => (
            <ClauseRow
              key={c.duty}
              clause={c}
              onOpen={draft.mayEdit ? () => change({ clause: c.duty }) : undefined}
            />
          ))}
        </ul>
      </Card>
      {draft.mayEdit && (edited || search.clause === 'new') ? (
        <ClauseSheet
          key={search.clause ?? ''}
          draft={draft}
          position={position}
          clause={edited}
          onClose={close}
        />
      ) : null}
      {draft.mayEdit && search.clause === 'profile' && profile ? (
        <ProfileSheet key={position} draft={draft.id} profile={profile} onClose={close} />
      ) : null}
    </>
  )
}

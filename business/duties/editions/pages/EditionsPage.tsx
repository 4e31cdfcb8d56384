import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type EditionSeen, type EditionsSeen } from './api.ts'
import { stateTone, stateWords } from './draft-states.ts'
import './editions.css'
import { titleWords } from './title-words.ts'

/** Which edition of the job descriptions holds, what is set for later, what is being written, and all before. */
export default function EditionsPage() {
  const say = useSay()
  const editions = api.useSee('editions.list', {})
  const [isBeginning, begin] = useState(false)
  return (
    <Page
      title={say(titleWords.editions)}
      sub={say(w.editionsSub)}
      back={{ to: '/job', label: say(titleWords.job) }}
      actions={
        editions.data?.isEditor ? (
          <>
            <Go to="/editions/import">{say(w.readOne)}</Go>
            <Act type="primary" may="editions.begin" onClick={() => begin(true)}>
              {say(w.begin)}
            </Act>
          </>
        ) : undefined
      }
    >
      <Seen of={editions}>{(all) => <All all={all} />}</Seen>
      {isBeginning ? <Begin onClose={() => begin(false)} /> : null}
    </Page>
  )
}

function All({ all }: { all: EditionsSeen }) {
  const say = useSay()
  const present = all.history.find((e) => e.id === all.inForce)
  return (
    <Columns columns="3fr 2fr">
      <div className="stack">
        {present ? <Line edition={present} tone="present" all={all} /> : null}
        {all.coming.map((e) => (
          <Line key={e.id} edition={e} tone="coming" all={all} />
        ))}
        <Card title={say(w.earlier)} kind="flush">
          <ol className="edition-history">
            {all.history.map((e) => (
              <Past key={e.id} edition={e} isFirst={e === all.history.at(-1)} />
            ))}
          </ol>
        </Card>
      </div>
      {all.isEditor ? <Drafts all={all} /> : null}
    </Columns>
  )
}

/** The present edition, or one that is set for a day to come. */
function Line({
  edition,
  tone,
  all,
}: {
  edition: EditionSeen
  tone: 'present' | 'coming'
  all: EditionsSeen
}) {
  const say = useSay()
  const f = useFormat()
  const [isWithdrawing, withdraw] = useState(false)
  const undo = api.useDo('editions.withdraw', { onDone: () => withdraw(false) })
  const isComing = tone === 'coming'
  const isFirst = edition === all.history.at(-1)
  return (
    <Card
      kind={isComing ? 'quiet' : 'plain'}
      title={say(isComing ? w.coming : w.inForce)}
      extra={<span className="num">{say(w.clauseCount, { count: edition.clauses })}</span>}
    >
      <p className="edition-day num">{say(isComing ? w.from : w.since, { day: f.fullDay(edition.from) })}</p>
      <p className="edition-why">
        <Why edition={edition} isFirst={isFirst} />
      </p>
      {edition.madeByName ? (
        <p className="note">{say(w.byWhom, { name: edition.madeByName, at: f.instant(edition.madeAt) })}</p>
      ) : null}
      {edition.overload ? (
        <p className="note">
          {say(w.overloadedThen, { count: edition.overload.stores, reason: edition.overload.reason })}
        </p>
      ) : null}
      <div className="edition-acts">
        {isComing && all.inForce ? (
          <Go to="/editions/difference" search={{ from: all.inForce, to: edition.id }}>
            {say(w.compareNow)}
          </Go>
        ) : edition.replaces ? (
          <Go to="/editions/difference" search={{ from: edition.replaces, to: edition.id }}>
            {say(w.compare)}
          </Go>
        ) : null}
        {isComing && all.mayDecide ? (
          <Button size="small" onClick={() => withdraw(true)}>
            {say(w.withdraw)}
          </Button>
        ) : null}
      </div>
      {isWithdrawing ? (
        <ConfirmSheet
          title={say(w.withdrawTitle, { day: f.fullDay(edition.from) })}
          verb={say(w.withdraw)}
          reason="needed"
          isDanger
          isBusy={undo.isPending}
          problem={undo.error}
          onConfirm={(reason) => undo.mutate({ edition: edition.id, reason })}
          onClose={() => withdraw(false)}
        >
          <p>{say(w.withdrawNote)}</p>
        </ConfirmSheet>
      ) : null}
    </Card>
  )
}

/** Why there is this edition; one that came with the program has no reason of its own. */
function Why({ edition, isFirst }: { edition: EditionSeen; isFirst: boolean }) {
  const say = useSay()
  if (edition.reason) return <span translate="no">{edition.reason}</span>
  return say(isFirst ? w.shipped : w.extended)
}

function Past({ edition, isFirst }: { edition: EditionSeen; isFirst: boolean }) {
  const say = useSay()
  const f = useFormat()
  return (
    <li>
      <b className="num">{f.fullDay(edition.from)}</b>
      <span>
        <Why edition={edition} isFirst={isFirst} />
        {edition.withdrawnAt ? <Chip tone="excused">{say(w.withdrawn)}</Chip> : null}
      </span>
      {edition.replaces ? (
        <Go to="/editions/difference" search={{ from: edition.replaces, to: edition.id }}>
          {say(w.compare)}
        </Go>
      ) : null}
    </li>
  )
}

function Drafts({ all }: { all: EditionsSeen }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  if (all.drafts.length === 0)
    return (
      <Card title={say(w.drafts)}>
        <Empty title={say(w.noDrafts)} next={say(w.noDraftsNext)} />
      </Card>
    )
  return (
    <Card title={say(w.drafts)} kind="flush">
      <ul className="draft-list">
        {all.drafts.map((d) => (
          <li key={d.id}>
            <button type="button" onClick={() => go({ to: `/editions/drafts/${d.id}` })}>
              <b translate="no">{d.name}</b>
              <Chip tone={stateTone[d.state]}>{say(stateWords[d.state])}</Chip>
              <span className="note">
                {d.savedAt && d.savedByName
                  ? say(w.savedLast, { name: d.savedByName, at: f.instant(d.savedAt) })
                  : say(w.begunFrom, { name: d.madeByName, at: f.instant(d.madeAt) })}
              </span>
              {d.stepWords && d.stepByName ? (
                <span className="note" translate="no">
                  {say(w.stepSaid, { name: d.stepByName, words: d.stepWords })}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Begin({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const [id] = useState(newId)
  const [name, write] = useState('')
  const begin = api.useDo('editions.begin', {
    onDone: () => {
      notice(say(w.saved))
      go({ to: `/editions/drafts/${id}` })
    },
  })
  const problem = begin.error?.fields.find((p) => p.field === 'name')?.message ?? begin.error?.message
  return (
    <Sheet
      title={say(w.begin)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            size="large"
            type="primary"
            disabled={name.trim().length < 2}
            loading={begin.isPending}
            onClick={() => begin.mutate({ id, name })}
          >
            {say(w.begin)}
          </Button>
        </div>
      }
    >
      <div className="field">
        <label htmlFor="draft-name">{say(w.draftName)}</label>
        <Input
          id="draft-name"
          size="large"
          maxLength={60}
          placeholder={say(w.draftNameHint)}
          value={name}
          status={problem ? 'error' : ''}
          onChange={(event) => write(event.target.value)}
          onPressEnter={() => name.trim().length >= 2 && begin.mutate({ id, name })}
        />
        {problem ? (
          <small className="edit-problem" role="alert">
            {problem}
          </small>
        ) : null}
      </div>
    </Sheet>
  )
}

import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useGo, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import type { DutyPosition } from '../../catalogue/codes.ts'
import { editWords as w } from '../edit-words.ts'
import { api, type ForecastSeen } from './api.ts'
import { ConcernedSheet } from './ConcernedSheet.tsx'
import { Differences } from './Differences.tsx'
import './editions.css'
import './job.css'
import { Field } from './Field.tsx'
import { titleWords } from './title-words.ts'

/** What a draft would change from a day on, for whom and whom it overloads; and the decision. */
export default function ForcePage() {
  const say = useSay()
  const { draft = '' } = useParams()
  const [from, choose] = useState<Day>()
  const seen = api.useSee('editions.preview', { draft, ...(from ? { from } : {}) }, { keep: true })
  return (
    <Page
      title={say(titleWords.force)}
      sub={seen.data ? <span translate="no">{seen.data.head.name}</span> : undefined}
      back={{ to: `/editions/drafts/${draft}`, label: say(titleWords.draft) }}
    >
      <Seen of={seen}>{(f) => <Forecast forecast={f} onDay={choose} />}</Seen>
    </Page>
  )
}

function Forecast({ forecast, onDay }: { forecast: ForecastSeen; onDay: (day: Day) => void }) {
  const say = useSay()
  const [who, open] = useState<DutyPosition>()
  const differs = forecast.clauses.length + forecast.profiles.length > 0
  return (
    <Columns columns="3fr 2fr">
      <div className="stack">
        {differs ? (
          <Differences
            clauses={forecast.clauses}
            profiles={forecast.profiles}
            concerned={forecast.concerned}
            whoIs={(position) => (
              <Button size="small" onClick={() => open(position)}>
                {say(w.whoIsConcerned)}
              </Button>
            )}
          />
        ) : (
          <Card>
            <Empty title={say(w.noChanges)} next={say(w.nothingDiffersNext)} />
          </Card>
        )}
      </div>
      <div className="stack">
        <Overloads forecast={forecast} />
        {(['draft', 'submitted', 'returned'] as readonly string[]).includes(forecast.head.state) ? (
          <Decide forecast={forecast} onDay={onDay} />
        ) : null}
      </div>
      {who ? <ConcernedSheet position={who} day={forecast.from} onClose={() => open(undefined)} /> : null}
    </Columns>
  )
}

function Overloads({ forecast }: { forecast: ForecastSeen }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { overloads } = forecast
  if (overloads.length === 0)
    return (
      <Card kind="quiet">
        <p>{say(w.noOverload)}</p>
      </Card>
    )
  return (
    <Card
      kind="urgent"
      title={say(w.overload, { count: f.count(overloads.length) })}
      sub={say(w.overloadNote)}
    >
      <BarList
        label={say(w.overloadNote)}
        max={Math.max(...overloads.map((o) => o.after.ratio))}
        bars={overloads.slice(0, 12).map((o) => ({
          key: `${o.seat} ${o.position}`,
          label: `${o.name ? name({ name: o.name, nameEn: o.nameEn }) : say(w.headquarters)} ${say(positionNames[o.position])}`,
          value: o.after.ratio,
          text: say(w.overBy, {
            before: f.count(Math.round(o.before.minutes)),
            after: f.count(Math.round(o.after.minutes)),
            available: f.count(Math.round(o.after.available)),
          }),
          tone: 'missed',
        }))}
      />
    </Card>
  )
}

function Decide({ forecast, onDay }: { forecast: ForecastSeen; onDay: (day: Day) => void }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const [reason, write] = useState('')
  const [overloadReason, explain] = useState('')
  const { from, earliest, overloads, head, replaced, revision, followedBy, isTaken } = forecast
  const put = api.useDo('editions.putInForce', {
    onDone: () => {
      notice(say(w.isInForce, { day: f.fullDay(from) }))
      go({ to: '/editions' })
    },
  })
  const problem = put.error
  return (
    <Card>
      {problem ? <FormProblem problem={problem} /> : null}
      <Field label={say(w.forceFrom)} id="force-from" at="from" problem={problem}>
        <DayInput id="force-from" value={from} min={earliest} onChange={onDay} />
        {isTaken ? (
          <small className="edit-problem">{say(w.dayTaken)}</small>
        ) : followedBy ? (
          <small className="note">{say(w.followedBy, { day: f.fullDay(followedBy.from) })}</small>
        ) : null}
      </Field>
      <Field label={say(w.reason)} id="force-reason" at="reason" problem={problem}>
        <Input.TextArea
          id="force-reason"
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={reason}
          onChange={(e) => write(e.target.value)}
        />
      </Field>
      {overloads.length > 0 ? (
        <Field label={say(w.overloadReason)} id="force-overload" at="overloadReason" problem={problem}>
          <Input.TextArea
            id="force-overload"
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={overloadReason}
            onChange={(e) => explain(e.target.value)}
          />
        </Field>
      ) : null}
      <Act
        type="primary"
        size="large"
        block
        may="editions.putInForce"
        offBecause={forecast.mayDecide ? undefined : say(w.decidersOnly)}
        loading={put.isPending}
        onClick={() =>
          put.mutate({
            draft: head.id,
            from,
            reason,
            against: replaced?.id ?? null,
            seen: revision,
            overloadReason,
          })
        }
      >
        {say(w.putInForce, { day: f.day(from) })}
      </Act>
    </Card>
  )
}

import { useState } from 'react'
import { type Day, dayOf } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { clockOf, inHours } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { type LimitKind, limitKinds } from '../setting-shape.ts'
import type { RuleCode } from '../shape.ts'
import { shippedRules } from '../shipped.ts'
import { ApprovalsCard } from './ApprovalsCard.tsx'
import { api } from './api.ts'
import { RuleSheet } from './RuleSheet.tsx'
import './roster.css'
import './approvals.css'

const people = client<typeof organizationOperations>()

/** The rules that rosters keep, each with its source; for personnel who may work less, and why. */
export default function RulesPage() {
  const say = useSay()
  const f = useFormat()
  const isPersonnel = useHolds('personnel')
  const seesApprovals = useHolds('personnel', 'operationsDirector', 'generalManager')
  const rules = api.useSee('rosters.rules', {})
  const [changing, change] = useState<RuleCode>()
  return (
    <Page title={say(r.limits)} width="reading">
      <Seen of={rules} lines={8}>
        {(seen) => (
          <Card title={say(r.rulesTitle)}>
            <ul className="roster-rules">
              {seen.rules.map((rule) => (
                <li key={rule.code}>
                  <span>
                    <b>{say(r[rule.code])}</b>
                    {rule.source === null ? (
                      <small className="note">{say(shippedRules[rule.code].source)}</small>
                    ) : (
                      <small className="note" translate="no">
                        {rule.source}
                      </small>
                    )}
                  </span>
                  <span className="num">
                    <ValueOf code={rule.code} value={rule.value} />
                    <Chip tone={rule.from ? 'accent' : 'plain'}>
                      {rule.from
                        ? say(r.own, { day: f.day(rule.from) })
                        : say(rule.code === 'restBetween' ? r.house : r.law)}
                    </Chip>
                    {isPersonnel ? (
                      <Button type="link" onClick={() => change(rule.code)}>
                        {say(r.changeRule)}
                      </Button>
                    ) : null}
                  </span>
                </li>
              ))}
            </ul>
            {changing ? (
              <RuleSheet
                key={changing}
                code={changing}
                value={seen.rules.find((x) => x.code === changing)!.value}
                today={seen.today}
                onClose={() => change(undefined)}
              />
            ) : null}
          </Card>
        )}
      </Seen>
      {seesApprovals ? <ApprovalsCard /> : null}
      {isPersonnel ? <Limits /> : null}
    </Page>
  )
}

function ValueOf({ code, value }: { code: RuleCode; value: number }) {
  const say = useSay()
  if (code === 'nightFrom') return <b>{clockOf(value)}</b>
  if (code === 'runDays' || code === 'restDays') return <b>{say(r.inDays, { days: value })}</b>
  return <b>{say(r.inHours, { hours: inHours(value) })}</b>
}

function Limits() {
  const say = useSay()
  const f = useFormat()
  const limits = api.useSee('rosters.limits', {})
  const end = api.useDo('rosters.endLimit')
  return (
    <Card title={say(r.limitsTitle)} sub={say(r.limitsNote)}>
      <Seen of={limits}>
        {(seen) => (
          <>
            {seen.limits.length === 0 ? (
              <Empty title={say(r.noLimits)} />
            ) : (
              <ul className="roster-rules">
                {seen.limits.map((l) => (
                  <li key={l.id}>
                    <span>
                      <b translate="no">{l.name}</b>
                      <small className="note">
                        {`${say(r[l.kind])}${l.weekMinutes ? ` · ${say(r.inHours, { hours: inHours(l.weekMinutes) })}` : ''} · ${
                          l.to
                            ? say(r.span, { from: f.fullDay(l.from), to: f.fullDay(l.to) })
                            : say(r.since, { from: f.fullDay(l.from) })
                        }`}
                      </small>
                    </span>
                    <Act
                      may="rosters.endLimit"
                      loading={end.isPending}
                      onClick={() => end.mutate({ id: l.id })}
                    >
                      {say(r.end)}
                    </Act>
                  </li>
                ))}
              </ul>
            )}
            <AddLimit today={seen.today} />
          </>
        )}
      </Seen>
    </Card>
  )
}

function AddLimit({ today }: { today: Day }) {
  const say = useSay()
  const fresh = () => ({
    id: newId(),
    person: '',
    kind: 'pregnant' as LimitKind,
    from: today,
    to: '',
    hours: '20',
  })
  const [draft, write] = useState(fresh)
  const all = people.useSee('organization.people', {})
  const add = api.useDo('rosters.addLimit', {
    onDone: () => {
      write(fresh())
      notice(say(r.saved))
    },
  })
  const put = (part: Partial<typeof draft>) => write((now) => ({ ...now, ...part }))
  return (
    <div className="roster-add">
      {add.error ? <FormProblem problem={add.error} /> : null}
      <PinyinSelect
        label={say(r.who)}
        placeholder={say(r.who)}
        value={draft.person || undefined}
        options={(all.data?.people ?? []).map((p) => ({
          value: p.id,
          label: p.name,
          ...(p.jobNumber ? { note: p.jobNumber } : {}),
        }))}
        onChange={(person: string) => put({ person })}
      />
      <Select<LimitKind>
        aria-label={say(r.kind)}
        size="large"
        value={draft.kind}
        options={limitKinds.map((kind) => ({ value: kind, label: say(r[kind]) }))}
        onChange={(kind) => put({ kind })}
      />
      <DayInput label={say(r.from)} value={draft.from} onChange={(from) => put({ from })} />
      <DayInput
        label={say(r.to)}
        value={(draft.to || draft.from) as Day}
        min={draft.from}
        onChange={(to) => put({ to })}
      />
      {draft.kind === 'partTime' ? (
        <Input
          aria-label={say(r.weekMinutes)}
          inputMode="numeric"
          size="large"
          suffix={say(r.weekMinutes)}
          value={draft.hours}
          onChange={(event) => put({ hours: event.target.value.replace(/\D/g, '') })}
        />
      ) : null}
      <Act
        type="primary"
        size="large"
        may="rosters.addLimit"
        offBecause={draft.person === '' ? say(r.who) : undefined}
        loading={add.isPending}
        onClick={() =>
          add.mutate({
            id: draft.id,
            person: draft.person,
            kind: draft.kind,
            from: draft.from,
            to: draft.to === '' ? null : dayOf(draft.to),
            weekMinutes: draft.kind === 'partTime' ? Math.round(Number(draft.hours) * 60) : null,
          })
        }
      >
        {say(r.addLimit)}
      </Act>
    </div>
  )
}

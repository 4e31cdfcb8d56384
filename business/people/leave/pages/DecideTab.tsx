import { useState } from 'react'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import type { leaveOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { leaveKindWords } from '../words.ts'
import { api, type Request, spanOf } from './api.ts'
import { EnterSheet } from './EnterSheet.tsx'

/** One card a request: what for, who else is away, one press. */
export function DecideTab({ seen }: { seen: OutputOf<(typeof leaveOperations)['leave.toDecide']> }) {
  const say = useSay()
  const [isEntering, enter] = useState(false)
  const direct = seen.requests.filter((r) => r.isDirect)
  const further = seen.requests.filter((r) => !r.isDirect)
  return (
    <>
      {direct.length === 0 ? (
        <Card>
          <Empty title={say(p.nothingToDecide)} next={say(p.nothingToDecideNext)} />
        </Card>
      ) : null}
      {direct.map((request, i) => (
        <RequestCard key={request.id} request={request} isFirst={i === 0} />
      ))}
      {further.length > 0 ? <Band title={say(p.further)} note={further.length} /> : null}
      {further.map((request) => (
        <RequestCard key={request.id} request={request} isFirst={false} />
      ))}
      <div>
        <Button size="large" onClick={() => enter(true)}>
          {say(p.enterFor)}
        </Button>
      </div>
      {isEntering ? <EnterSheet today={seen.today} onClose={() => enter(false)} /> : null}
    </>
  )
}

function RequestCard({ request, isFirst }: { request: Request; isFirst: boolean }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [isDeclining, decline] = useState(false)
  const decide = api.useDo('leave.decide', {
    onDone: ({ approved }) => {
      notice(say(approved ? p.approved : p.declined, { name: request.name }))
      decline(false)
    },
  })
  const others = request.others
    .map((o) =>
      say(o.approved ? p.othersAway : p.othersWaiting, { name: o.name, days: spanOf(f, o.from, o.to) }),
    )
    .join(say(p.comma))
  const place = [
    request.position ? say(positionNames[request.position]) : '',
    request.storeName ? name({ name: request.storeName, nameEn: request.storeNameEn }) : '',
  ]
  return (
    <Card
      kind={request.begun ? 'urgent' : 'plain'}
      title={`${request.name} · ${spanOf(f, request.from, request.to)}`}
      sub={place.filter(Boolean).join(' · ')}
      extra={<Chip tone={request.begun ? 'missed' : 'plain'}>{say(leaveKindWords[request.kind])}</Chip>}
    >
      <div className="leave-request">
        {request.why ? <p translate="no">{request.why}</p> : null}
        {request.staff > 0 ? (
          <p className={request.others.length > 0 ? 'tone-late' : 'leave-quiet'}>
            {request.others.length > 0
              ? say(p.others, { names: others, staff: request.staff })
              : say(p.alone)}
          </p>
        ) : null}
        {request.standInName ? <p>{say(p.standsIn, { name: request.standInName })}</p> : null}
        {request.begun ? <p className="tone-missed">{say(p.begun)}</p> : null}
        {decide.error ? <FormProblem problem={decide.error} /> : null}
        <div className="leave-buttons">
          <Button size="large" onClick={() => decline(true)}>
            {say(p.decline)}
          </Button>
          <Act
            {...(isFirst ? { type: 'primary' as const } : {})}
            size="large"
            may="leave.decide"
            loading={decide.isPending}
            onClick={() => decide.mutate({ id: request.id, approved: true })}
          >
            {say(p.approve)}
          </Act>
        </div>
      </div>
      {isDeclining ? (
        <ConfirmSheet
          title={say(p.declineTitle, { name: request.name })}
          verb={say(p.decline)}
          reason="needed"
          isDanger
          isBusy={decide.isPending}
          problem={decide.error}
          onConfirm={(words) => decide.mutate({ id: request.id, approved: false, words })}
          onClose={() => decline(false)}
        />
      ) : null}
    </Card>
  )
}

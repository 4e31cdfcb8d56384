import { useState } from 'react'
import { type Money, sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Proof } from '../../../../platform/web/parts/Proof.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { inHours } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { api, type Offer, type WeekSeen } from './api.ts'

/** Beside a released week: whether people's targets still follow hours that are no longer theirs, and the press that mends it. */
export function TargetsCard({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  const [looking, look] = useState<Offer>()
  const isReleased = seen.released.length > 0 && seen.week >= seen.thisWeek
  const offers = api.useSee(
    'rosters.targetsByHours',
    { store: seen.store.id, week: seen.week },
    { when: isReleased },
  )
  const all = offers.data?.offers ?? []
  if (!isReleased || all.length === 0) return null
  const open = all.filter((o) => o.changes)
  return (
    <Card
      title={say(r.targetsTitle)}
      sub={say(open.length > 0 ? r.targetsBehind : r.targetsFollow)}
      {...(open.length > 0 ? { kind: 'urgent' as const } : {})}
    >
      {open.map((o) => (
        <Act key={o.month} may="rosters.respreadTargets" onClick={() => look(o)}>
          {say(r.targetsLook, { month: f.month(o.month) })}
        </Act>
      ))}
      {looking ? <RespreadSheet seen={seen} offer={looking} onClose={() => look(undefined)} /> : null}
    </Card>
  )
}

function RespreadSheet({ seen, offer, onClose }: { seen: WeekSeen; offer: Offer; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [reason, write] = useState(say(r.targetsReason, { day: f.day(seen.week) }))
  const respread = api.useDo('rosters.respreadTargets', {
    onDone: ({ version }) => {
      notice(say(r.targetsDone, { version }))
      onClose()
    },
  })
  const wrong = wrongFields(respread.error)
  const [before, after] = [sum(offer.people.map((p) => p.before)), sum(offer.people.map((p) => p.after))]
  return (
    <AskSheet
      title={say(r.targetsSheet, { month: f.month(offer.month) })}
      width={560}
      may="rosters.respreadTargets"
      says={say(r.targetsPress)}
      offBecause={reason.trim().length < 2 ? say(r.targetsWhy) : undefined}
      isSending={respread.isPending}
      onSend={() =>
        respread.mutate({ store: seen.store.id, month: offer.month, basedOn: offer.basedOn, reason })
      }
      onClose={onClose}
      problem={respread.error}
      fields={['reason']}
    >
      <p className="note">{say(r.targetsNote)}</p>
      <table className="respread">
        <thead>
          <tr>
            <th scope="col">{say(r.targetsWho)}</th>
            <th scope="col" className="num">
              {say(r.targetsHours)}
            </th>
            <th scope="col" className="num">
              {say(r.targetsBefore)}
            </th>
            <th scope="col" className="num">
              {say(r.targetsAfter)}
            </th>
          </tr>
        </thead>
        <tbody>
          {offer.people.map((p) => (
            <tr key={p.person}>
              <th scope="row" translate="no">
                {p.name}
              </th>
              <td className="num">{inHours(p.minutes)}</td>
              <td className="num">{f.money(p.before, 'exact')}</td>
              <td className="num">
                <b>{f.money(p.after, 'exact')}</b>
                <small>
                  {p.after === p.before
                    ? '='
                    : `${p.after > p.before ? '▲' : '▼'} ${f.money(Math.abs(p.after - p.before) as Money, 'exact')}`}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say(r.targetsAll)}</th>
            <td />
            <td className="num">{f.money(before, 'exact')}</td>
            <td className="num">{f.money(after, 'exact')}</td>
          </tr>
        </tfoot>
      </table>
      <Proof holds={before === after}>{say(r.targetsProof, { amount: f.money(after) })}</Proof>
      <Field label={say(r.targetsWhy)} wrong={wrong.reason}>
        <Input
          aria-label={say(r.targetsWhy)}
          size="large"
          maxLength={200}
          value={reason}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}

import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { positionNames } from '../../../organization/words.ts'
import { type ApprovalPeriod, approvalPeriods, coveredPositions } from '../approval-shape.ts'
import { a } from '../approval-words.ts'
import { api } from './api.ts'

const organization = client<typeof organizationOperations>()
const whom = ['everybody', ...coveredPositions] as const
type Whom = (typeof whom)[number]

/** What stands on the authority's document: its number, over what hours count, for whom, where, from when to when. */
export function ApprovalSheet({ today, onClose }: { today: Day; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const [draft, write] = useState(() => ({
    id: newId(),
    number: '',
    period: 'quarter' as ApprovalPeriod,
    whom: 'everybody' as Whom,
    stores: [] as readonly string[],
    from: today,
    to: addDays(today, 364),
  }))
  const put = (part: Partial<typeof draft>) => write((now) => ({ ...now, ...part }))
  const all = organization.useSee('organization.stores', {})
  const stores = all.data?.stores ?? []
  const add = api.useDo('rosters.addApproval', {
    onDone: () => {
      notice(say(a.saved))
      onClose()
    },
  })
  const wrong = wrongFields(add.error)
  const isFilled = draft.number.trim().length > 1 && draft.stores.length > 0
  return (
    <Sheet
      title={say(a.addTitle)}
      width={480}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Act
            type="primary"
            size="large"
            block
            may="rosters.addApproval"
            offBecause={isFilled ? undefined : say(a.fill)}
            loading={add.isPending}
            onClick={() => {
              const { whom: covered, ...rest } = draft
              add.mutate({
                ...rest,
                stores: [...draft.stores],
                positions: covered === 'everybody' ? null : [covered],
              })
            }}
          >
            {say(a.add)}
          </Act>
        </div>
      }
    >
      {add.error ? <FormProblem problem={add.error} /> : null}
      <div className="approval-form">
        <div className="field">
          <b>{say(a.number)}</b>
          <Input
            aria-label={say(a.number)}
            placeholder={say(a.numberHint)}
            size="large"
            maxLength={60}
            value={draft.number}
            onChange={(event) => put({ number: event.target.value })}
          />
          <Wrong text={wrong.number} />
        </div>
        <div className="field">
          <b>{say(a.period)}</b>
          <Choices<ApprovalPeriod>
            label={say(a.period)}
            value={draft.period}
            options={approvalPeriods.map((key) => ({ key, label: say(a[key]) }))}
            onChange={(period) => put({ period })}
          />
        </div>
        <div className="field">
          <b>{say(a.positions)}</b>
          <Choices<Whom>
            label={say(a.positions)}
            value={draft.whom}
            options={whom.map((key) => ({
              key,
              label: say(key === 'everybody' ? a.everybody : positionNames[key]),
            }))}
            onChange={(next) => put({ whom: next })}
          />
        </div>
        <div className="field">
          <b>{say(a.whichStores)}</b>
          <PinyinSelect
            label={say(a.addStore)}
            placeholder={say(a.addStore)}
            isBusy={all.isFetching}
            options={stores
              .filter((s) => !draft.stores.includes(s.id))
              .map((s) => ({ value: s.id, label: name(s), note: s.code }))}
            value={undefined}
            onChange={(store: string) => put({ stores: [...draft.stores, store] })}
          />
          <div className="choices">
            {draft.stores.length < stores.length ? (
              <Button type="text" onClick={() => put({ stores: stores.map((s) => s.id) })}>
                {say(a.allStores, { count: stores.length })}
              </Button>
            ) : (
              <Button type="text" onClick={() => put({ stores: [] })}>
                {say(a.noneOfThem)}
              </Button>
            )}
            {stores
              .filter((s) => draft.stores.includes(s.id))
              .map((s) => (
                <button
                  key={s.id}
                  type="button"
                  className="choice is-taken"
                  aria-label={say(a.takeOff, { store: name(s) })}
                  onClick={() => put({ stores: draft.stores.filter((id) => id !== s.id) })}
                >
                  {name(s)} <span aria-hidden="true">✕</span>
                </button>
              ))}
          </div>
          <Wrong text={wrong.stores} />
        </div>
        <div className="approval-span">
          <div className="field">
            <b>{say(a.from)}</b>
            <DayInput label={say(a.from)} value={draft.from} onChange={(from) => put({ from })} />
            <Wrong text={wrong.from} />
          </div>
          <div className="field">
            <b>{say(a.to)}</b>
            <DayInput label={say(a.to)} value={draft.to} min={draft.from} onChange={(to) => put({ to })} />
            <Wrong text={wrong.to} />
          </div>
        </div>
      </div>
    </Sheet>
  )
}

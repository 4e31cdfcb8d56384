import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { positionNames } from '../../../organization/words.ts'
import { p } from '../page-words.ts'
import { leaveKindWords } from '../words.ts'
import { api, type Mine } from './api.ts'
import { DaysFields, type Draft, daysIn, isReady } from './DaysFields.tsx'

/** Kind, day, send. */
export function AskForm({ seen }: { seen: Pick<Mine, 'today' | 'standIns'> }) {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const tomorrow = addDays(seen.today, 1)
  const fresh = () => ({
    id: newId(),
    standIn: '',
    draft: { kind: undefined, from: tomorrow, to: tomorrow, why: '' } as Draft,
  })
  const [{ id, draft, standIn }, write] = useState(fresh)
  const ask = api.useDo('leave.ask', {
    about: ({ kind, from, to }) =>
      say(p.aboutAsk, { kind: say(leaveKindWords[kind]), from: f.day(from as Day), to: f.day(to as Day) }),
    whenSafe: () => write(fresh()),
    onDone: () => notice(say(p.asked)),
  })
  const wrong = wrongFields(ask.error)
  const kind = draft.kind
  return (
    <Card>
      <WaitingNote of="leave.ask" />
      {ask.error && !ask.error.isWaiting && Object.keys(wrong).length === 0 ? (
        <FormProblem problem={ask.error} />
      ) : null}
      <DaysFields
        today={seen.today}
        draft={draft}
        wrong={wrong}
        change={(part) => write((now) => ({ ...now, draft: { ...now.draft, ...part } }))}
      />
      {seen.standIns ? (
        <div className="field">
          <b>{say(p.standIn)}</b>
          <PinyinSelect
            label={say(p.standIn)}
            value={standIn}
            options={[
              { value: '', label: say(p.noStandIn) },
              ...seen.standIns.map((s) => ({
                value: s.person,
                label: s.name,
                note: `${say(positionNames[s.position])}${s.storeName ? ` · ${name({ name: s.storeName, nameEn: s.storeNameEn })}` : ''}`,
              })),
            ]}
            onChange={(person: string) => write((now) => ({ ...now, standIn: person }))}
          />
          <span className="note">{say(p.standInHint)}</span>
          <Wrong text={wrong.standIn} />
        </div>
      ) : null}
      <div className="leave-send">
        <Act
          type="primary"
          size="large"
          block
          may="leave.ask"
          {...(isReady(draft) ? {} : { offBecause: say(kind ? p.sayWhy : p.chooseKind) })}
          loading={ask.isPending}
          onClick={() => {
            if (kind) ask.mutate({ id, ...draft, kind, standIn: standIn || null })
          }}
        >
          {say(p.ask, { days: daysIn(draft) })}
        </Act>
      </div>
    </Card>
  )
}

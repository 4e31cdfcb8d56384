import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../../organization/actions.ts'
import { p } from '../page-words.ts'
import { api } from './api.ts'
import { DaysFields, type Draft, isReady } from './DaysFields.tsx'

const chart = client<typeof organizationOperations>()

/** Somebody who phoned in ill at dawn, or a day that is past: entered by the superior it is approved. */
export function EnterSheet({ today, onClose }: { today: Day; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const me = useMe()
  const [id] = useState(newId)
  const [person, choose] = useState<string>()
  const [draft, write] = useState<Draft>({ kind: undefined, from: today, to: today, why: '' })
  const people = chart.useSee('organization.people', { limit: 2_000 })
  const ask = api.useDo('leave.ask', {
    onDone: () => {
      notice(say(p.entered))
      onClose()
    },
  })
  const wrong = wrongFields(ask.error)
  const { kind } = draft
  return (
    <Sheet
      title={say(p.enterForTitle)}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            disabled={!person || !isReady(draft, draft.from < today)}
            loading={ask.isPending}
            onClick={() => {
              if (person && kind) ask.mutate({ id, person, ...draft, kind, standIn: null })
            }}
          >
            {say(p.enter)}
          </Button>
        </div>
      }
    >
      <p className="note">{say(p.enterForNote)}</p>
      {ask.error ? <FormProblem problem={ask.error} /> : null}
      <div className="field">
        <b>{say(p.whom)}</b>
        <PinyinSelect
          label={say(p.whom)}
          value={person}
          isBusy={people.isPending}
          options={(people.data?.people ?? [])
            .filter((one) => one.id !== me.person.id)
            .map((one) => ({
              value: one.id,
              label: one.name,
              note: one.appointments
                .map((a) => (a.store ? name(a.store) : a.area ? name(a.area) : ''))
                .filter(Boolean)
                .join(say(p.comma)),
            }))}
          onChange={(chosen: string) => choose(chosen)}
        />
        <Wrong text={wrong.person} />
      </div>
      <DaysFields
        today={today}
        draft={draft}
        mayBePast
        wrong={wrong}
        change={(part) => write((now) => ({ ...now, ...part }))}
      />
    </Sheet>
  )
}

import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { useGo } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe } from '../../../platform/web/session.ts'
import type { PersonView } from '../chart/shape.ts'
import { api } from './api.ts'
import { SeatFields, type SeatValues, seatFrom } from './SeatFields.tsx'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

interface Values {
  jobNumber: string
  name: string
  phone?: string
  language: 'zh' | 'en'
  hiredOn: Day
  password?: string
  appointment?: Partial<SeatValues>
}

/** Enters a new person with the first seat, or changes the facts of one who is there. */
export function PersonForm({ person, onClose }: { person?: PersonView; onClose: () => void }) {
  const say = useSay()
  const go = useGo()
  const { today } = useMe()
  const [ids] = useState(() => ({ person: person?.id ?? newId(), appointment: newId() }))
  const hire = api.useDo('organization.hire', {
    onDone: ({ id }) => {
      notice(say(w.saved))
      onClose()
      go({ to: `/people/${id}` })
    },
  })
  const change = api.useDo('organization.changePerson', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  const submit = ({ appointment, password, ...facts }: Values) => {
    if (person) {
      const { phone, ...others } = facts
      return change.mutate({ ...others, ...(phone ? { phone } : {}), id: ids.person })
    }
    const { position, from } = appointment ?? {}
    hire.mutate({
      ...facts,
      id: ids.person,
      password: password || null,
      appointment: position
        ? { id: ids.appointment, ...seatFrom({ ...appointment, position, from: from ?? facts.hiredOn }) }
        : null,
    })
  }
  return (
    <SheetForm<Values>
      title={say(person ? w.changePerson : w.newPerson)}
      initial={
        person
          ? {
              jobNumber: person.jobNumber ?? '',
              name: person.name,
              language: person.language,
              hiredOn: person.hiredOn ?? today,
            }
          : { language: 'zh', hiredOn: today, appointment: { position: 'salesAssociate', from: today } }
      }
      doing={person ? change : hire}
      onSubmit={submit}
      onClose={onClose}
    >
      <Columns>
        <Form.Item name="jobNumber" label={say(w.jobNumber)}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={say(w.personName)}>
          <Input autoComplete="off" />
        </Form.Item>
      </Columns>
      <Columns>
        <Form.Item name="phone" label={say(w.phone)}>
          <Input
            inputMode="tel"
            autoComplete="off"
            placeholder={person?.phone ? say(w.phoneStays, { phone: person.phone }) : undefined}
          />
        </Form.Item>
        <Form.Item name="hiredOn" label={say(w.hiredOn)}>
          <DayInput />
        </Form.Item>
      </Columns>
      <Form.Item name="language" label={say(w.language)}>
        <Select
          options={[
            { value: 'zh', label: say(w.chinese) },
            { value: 'en', label: say(w.english) },
          ]}
        />
      </Form.Item>
      {person ? null : (
        <>
          <SeatFields at="appointment" />
          <Form.Item name="password" label={say(w.password)}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </>
      )}
    </SheetForm>
  )
}

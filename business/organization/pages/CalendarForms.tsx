import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { CalendarDay, CalendarEvent } from '../calendar/shape.ts'
import { api } from './api.ts'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

export function DayForm({
  day,
  mark,
  onClose,
}: {
  day: Day
  mark: CalendarDay | undefined
  onClose: () => void
}) {
  const say = useSay()
  const f = useFormat()
  const write = api.useDo('organization.markDay', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  return (
    <SheetForm<{ kind: CalendarDay['kind'] | 'ordinary'; name?: string; nameEn?: string }>
      title={f.dayAndWeekday(day)}
      initial={{ kind: mark?.kind ?? 'holiday', name: mark?.name ?? '', nameEn: mark?.nameEn ?? '' }}
      doing={write}
      onSubmit={({ kind, name, nameEn }) =>
        write.mutate({ day, kind: kind === 'ordinary' ? null : kind, name: name ?? '', nameEn: nameEn ?? '' })
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={say(w.dayName)}>
        <Select
          options={[
            { value: 'holiday', label: say(w.holiday) },
            { value: 'makeUpWorkday', label: say(w.makeUpWorkday) },
            { value: 'ordinary', label: say(w.ordinary) },
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={say(w.name)}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={say(w.nameEn)}>
        <Input />
      </Form.Item>
    </SheetForm>
  )
}

export function EventForm({
  event,
  today,
  onClose,
}: {
  event?: CalendarEvent
  today: Day
  onClose: () => void
}) {
  const say = useSay()
  const name = useName()
  const [id] = useState(() => event?.id ?? newId())
  const stores = api.useSee('organization.stores', { limit: 20_000 })
  const done = () => {
    notice(say(w.saved))
    onClose()
  }
  const plan = api.useDo('organization.planEvent', { onDone: done })
  const drop = api.useDo('organization.dropEvent', {
    onDone: done,
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  return (
    <SheetForm<{ name: string; nameEn?: string; from: Day; to: Day; store?: string }>
      title={say(event ? w.changeEvent : w.newEvent)}
      initial={
        event
          ? {
              name: event.name,
              nameEn: event.nameEn ?? '',
              from: event.from,
              to: event.to,
              store: event.store?.id ?? '',
            }
          : { from: today, to: today, store: '' }
      }
      doing={plan}
      onSubmit={(values) => plan.mutate({ ...values, id, store: values.store || null })}
      onClose={onClose}
    >
      <Form.Item name="name" label={say(w.name)}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={say(w.nameEn)}>
        <Input />
      </Form.Item>
      <Columns>
        <Form.Item name="from" label={say(w.from)}>
          <DayInput />
        </Form.Item>
        <Form.Item name="to" label={say(w.to)}>
          <DayInput />
        </Form.Item>
      </Columns>
      <Form.Item name="store" label={say(w.store)}>
        <PinyinSelect
          options={[
            { value: '', label: say(w.wholeChainEvent) },
            ...(stores.data?.stores ?? []).map((s) => ({ value: s.id, label: name(s), note: s.code })),
          ]}
        />
      </Form.Item>
      {event ? (
        <Button danger loading={drop.isPending} onClick={() => drop.mutate({ event: event.id })}>
          {say(w.dropEvent)}
        </Button>
      ) : null}
    </SheetForm>
  )
}

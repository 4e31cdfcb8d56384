import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input, InputNumber } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { CalendarDay, CalendarEvent } from '../calendar/shape.ts'
import { api } from './api.ts'
import { RoomCard } from './RoomCard.tsx'
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

interface EventValues {
  name: string
  nameEn?: string
  from: Day
  to: Day
  store?: string
  minutes?: number | null
}

/** Whether the stores have room for it, as soon as it asks for minutes on days that can be. */
function Room({
  id,
  despite,
  onDespite,
}: {
  id: string
  despite: boolean
  onDespite: (yes: boolean) => void
}) {
  const form = Form.useFormInstance<EventValues>()
  const [from, to, store, minutes] = [
    Form.useWatch('from', form),
    Form.useWatch('to', form),
    Form.useWatch('store', form),
    Form.useWatch('minutes', form) ?? 0,
  ]
  const isAsking = Boolean(from && to) && from <= to && minutes > 0
  const room = api.useSee(
    'organization.eventRoom',
    { event: id, from, to, store: store || null, minutes },
    { keep: true, when: isAsking },
  )
  return isAsking ? (
    <Seen of={room} lines={2}>
      {(seen) => <RoomCard minutes={minutes} room={seen} despite={despite} onDespite={onDespite} />}
    </Seen>
  ) : null
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
  const [despite, setDespite] = useState(false)
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
    <SheetForm<EventValues>
      title={say(event ? w.changeEvent : w.newEvent)}
      initial={
        event
          ? {
              name: event.name,
              nameEn: event.nameEn ?? '',
              from: event.from,
              to: event.to,
              store: event.store?.id ?? '',
              minutes: event.minutes,
            }
          : { from: today, to: today, store: '', minutes: 0 }
      }
      doing={plan}
      onSubmit={(values) =>
        plan.mutate({
          ...values,
          id,
          store: values.store || null,
          minutes: values.minutes ?? 0,
          despiteLoad: despite,
        })
      }
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
      <Form.Item name="minutes" label={say(w.eventMinutes)} extra={say(w.eventMinutesNote)}>
        <InputNumber min={0} max={480} step={5} />
      </Form.Item>
      <Room id={id} despite={despite} onDespite={setDespite} />
      {event ? (
        <Button danger loading={drop.isPending} onClick={() => drop.mutate({ event: event.id })}>
          {say(w.dropEvent)}
        </Button>
      ) : null}
    </SheetForm>
  )
}

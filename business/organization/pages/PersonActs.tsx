import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { PersonView } from '../chart/shape.ts'
import { api } from './api.ts'
import { SeatFields, type SeatValues, seatFrom } from './SeatFields.tsx'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

interface Props {
  person: PersonView
  onClose: () => void
}
type Held = PersonView['appointments'][number]

function useDone(onClose: () => void): () => void {
  const say = useSay()
  return () => {
    notice(say(w.saved))
    onClose()
  }
}

function Reason() {
  const say = useSay()
  return (
    <Form.Item name="reason" label={say(w.reason)}>
      <Input.TextArea rows={2} maxLength={300} />
    </Form.Item>
  )
}

export function AppointForm({ person, onClose }: Props) {
  const say = useSay()
  const [id] = useState(newId)
  const appoint = api.useDo('organization.appoint', { onDone: useDone(onClose) })
  return (
    <SheetForm<SeatValues>
      title={say(w.appoint)}
      initial={{ position: 'salesAssociate', from: person.today }}
      doing={appoint}
      onSubmit={(values) => appoint.mutate({ id, person: person.id, ...seatFrom(values) })}
      onClose={onClose}
    >
      <SeatFields />
    </SheetForm>
  )
}

export function TransferForm({ person, held, onClose }: Props & { held: Held }) {
  const say = useSay()
  const [id] = useState(newId)
  const transfer = api.useDo('organization.transfer', { onDone: useDone(onClose) })
  return (
    <SheetForm<SeatValues & { reason: string }>
      title={say(w.transfer)}
      initial={{
        position: held.position,
        from: person.today,
        ...(held.store ? { store: held.store.id } : {}),
        ...(held.area ? { area: held.area.id } : {}),
      }}
      doing={transfer}
      onSubmit={({ reason, ...values }) =>
        transfer.mutate({ id, appointment: held.id, reason, ...seatFrom(values) })
      }
      onClose={onClose}
    >
      <SeatFields />
      <Reason />
    </SheetForm>
  )
}

export function EndForm({ person, held, onClose }: Props & { held: Held }) {
  const say = useSay()
  const end = api.useDo('organization.endAppointment', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ lastDay: Day; reason: string }>
      title={say(w.endAppointment)}
      initial={{ lastDay: person.today }}
      doing={end}
      isDanger
      onSubmit={(values) => end.mutate({ ...values, appointment: held.id })}
      onClose={onClose}
    >
      <Form.Item name="lastDay" label={say(w.lastDay)}>
        <DayInput />
      </Form.Item>
      <Reason />
    </SheetForm>
  )
}

export function DismissForm({ person, onClose }: Props) {
  const say = useSay()
  const dismiss = api.useDo('organization.dismiss', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ lastDay: Day; reason: string }>
      title={say(w.dismiss)}
      verb={say(w.dismiss)}
      initial={{ lastDay: person.today }}
      doing={dismiss}
      isDanger
      onSubmit={(values) => dismiss.mutate({ ...values, person: person.id })}
      onClose={onClose}
    >
      <p className="note">{say(w.dismissNote)}</p>
      <Form.Item name="lastDay" label={say(w.lastDay)}>
        <DayInput />
      </Form.Item>
      <Reason />
    </SheetForm>
  )
}

export function RehireForm({ person, onClose }: Props) {
  const say = useSay()
  const rehire = api.useDo('organization.rehire', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ reason: string }>
      title={say(w.rehire)}
      doing={rehire}
      onSubmit={(values) => rehire.mutate({ ...values, person: person.id })}
      onClose={onClose}
    >
      <Reason />
    </SheetForm>
  )
}

/** A sign-in code: shown once, told to the person, who chooses a password of his own with it. */
export function CodeSheet({ person, onClose }: Props) {
  const say = useSay()
  const f = useFormat()
  const give = api.useDo('organization.givePassword')
  if (!give.data)
    return (
      <ConfirmSheet
        title={say(w.givePassword)}
        verb={say(w.makeCode)}
        isBusy={give.isPending}
        problem={give.error}
        onConfirm={() => give.mutate({ person: person.id })}
        onClose={onClose}
      >
        <p>{say(w.codeNote, { name: person.name })}</p>
      </ConfirmSheet>
    )
  return (
    <Sheet title={say(w.givePassword)} onClose={onClose}>
      <p className="sign-in-code num" translate="no">
        {give.data.code}
      </p>
      <p>{say(w.codeTell, { name: person.name, until: f.instant(give.data.goodUntil) })}</p>
    </Sheet>
  )
}

/** Somebody stands in while the holder is away; the people of the same store or area are offered first. */
export function DelegateForm({ person, held, onClose }: Props & { held: Held }) {
  const say = useSay()
  const name = useName()
  const [id] = useState(newId)
  const delegate = api.useDo('organization.delegate', { onDone: useDone(onClose) })
  const near = api.useSee('organization.people', {
    limit: 2_000,
    ...(held.area ? { area: held.area.id } : {}),
  })
  const options = (near.data?.people ?? [])
    .filter((p) => p.id !== person.id)
    .sort(
      (a, b) =>
        Number(b.appointments.some((x) => x.store?.id === held.store?.id)) -
        Number(a.appointments.some((x) => x.store?.id === held.store?.id)),
    )
    .map((p) => ({
      value: p.id,
      label: p.name,
      note:
        p.appointments
          .map((a) => (a.store ? name(a.store) : a.area ? name(a.area) : ''))
          .filter(Boolean)
          .join('、') ||
        (p.jobNumber ?? ''),
    }))
  return (
    <SheetForm<{ toPerson: string; from: Day; to: Day; reason: string }>
      title={say(w.delegate)}
      initial={{ from: person.today, to: person.today }}
      doing={delegate}
      onSubmit={(values) => delegate.mutate({ id, appointment: held.id, ...values })}
      onClose={onClose}
    >
      <Form.Item name="toPerson" label={say(w.delegateTo)}>
        <PinyinSelect options={options} isBusy={near.isPending} />
      </Form.Item>
      <Columns>
        <Form.Item name="from" label={say(w.from)}>
          <DayInput min={person.today} />
        </Form.Item>
        <Form.Item name="to" label={say(w.to)}>
          <DayInput min={person.today} />
        </Form.Item>
      </Columns>
      <Reason />
    </SheetForm>
  )
}

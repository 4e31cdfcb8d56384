import type { Day } from '../../../platform/kinds/day.ts'
import { Switch } from '../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input, InputNumber } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { StoreView } from '../chart/shape.ts'
import { api } from './api.ts'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

interface Props {
  store: StoreView
  onClose: () => void
}

function useDone(onClose: () => void): () => void {
  const say = useSay()
  return () => {
    notice(say(w.saved))
    onClose()
  }
}

export function MoveForm({ store, onClose }: Props) {
  const say = useSay()
  const name = useName()
  const places = api.useSee('organization.places', {})
  const move = api.useDo('organization.moveStore', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ area: string; from: Day; reason: string }>
      title={say(w.moveStore)}
      initial={{ from: store.today }}
      doing={move}
      onSubmit={(values) => move.mutate({ ...values, store: store.id })}
      onClose={onClose}
    >
      <Form.Item name="area" label={say(w.area)}>
        <PinyinSelect
          options={(places.data?.areas ?? []).map((a) => ({ value: a.id, label: name(a), note: a.code }))}
        />
      </Form.Item>
      <Form.Item name="from" label={say(w.from)}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={say(w.reason)}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </SheetForm>
  )
}

export function MeasureForm({ store, onClose }: Props) {
  const say = useSay()
  const measure = api.useDo('organization.measureStore', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ from: Day; squareMetres: number }>
      title={say(w.measure)}
      initial={{ from: store.today, squareMetres: store.sellingAreas.at(-1)?.squareMetres ?? 80 }}
      doing={measure}
      onSubmit={(values) => measure.mutate({ ...values, store: store.id })}
      onClose={onClose}
    >
      <Form.Item name="squareMetres" label={say(w.squareMetres)}>
        <InputNumber min={1} step={0.5} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="from" label={say(w.from)}>
        <DayInput />
      </Form.Item>
    </SheetForm>
  )
}

export function CloseDaysForm({ store, onClose }: Props) {
  const say = useSay()
  const close = api.useDo('organization.closeDays', { onDone: useDone(onClose) })
  return (
    <SheetForm<{ from: Day; to: Day; reason: string }>
      title={say(w.closeDays)}
      initial={{ from: store.today, to: store.today }}
      doing={close}
      onSubmit={(values) => close.mutate({ ...values, store: store.id })}
      onClose={onClose}
    >
      <Columns>
        <Form.Item name="from" label={say(w.from)}>
          <DayInput />
        </Form.Item>
        <Form.Item name="to" label={say(w.to)}>
          <DayInput />
        </Form.Item>
      </Columns>
      <Form.Item name="reason" label={say(w.reason)}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </SheetForm>
  )
}

export function CloseStoreForm({ store, onClose }: Props) {
  const say = useSay()
  const close = api.useDo('organization.closeStore', { onDone: useDone(onClose) })
  const isBack = store.closedOn !== null
  return (
    <SheetForm<{ on: Day; reason: string; endAppointments?: boolean }>
      title={say(isBack ? w.takeClosingBack : w.closeStore)}
      initial={{ on: store.today, endAppointments: false }}
      doing={close}
      isDanger={!isBack}
      onSubmit={({ on, reason, endAppointments }) =>
        close.mutate({
          store: store.id,
          on: isBack ? null : on,
          reason,
          endAppointments: endAppointments ?? false,
        })
      }
      onClose={onClose}
    >
      {isBack ? null : (
        <>
          <Form.Item name="on" label={say(w.closedOn)}>
            <DayInput />
          </Form.Item>
          <Form.Item name="endAppointments" label={say(w.endAppointments)} valuePropName="checked">
            <Switch />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={say(w.reason)}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </SheetForm>
  )
}

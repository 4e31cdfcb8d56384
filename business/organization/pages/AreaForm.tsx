import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe } from '../../../platform/web/session.ts'
import type { Area } from '../stores/shape.ts'
import { api } from './api.ts'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

export function AreaForm({ area, onClose }: { area?: Area; onClose: () => void }) {
  const say = useSay()
  const { today } = useMe()
  const [id] = useState(() => area?.id ?? newId())
  const write = api.useDo('organization.writeArea', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  return (
    <SheetForm<{ code: string; name: string; nameEn?: string; openedOn: Day }>
      title={say(area ? w.changeArea : w.newArea)}
      initial={
        area
          ? { code: area.code, name: area.name, nameEn: area.nameEn ?? '', openedOn: area.openedOn }
          : { openedOn: today }
      }
      doing={write}
      onSubmit={(values) => write.mutate({ ...values, id })}
      onClose={onClose}
    >
      <Form.Item name="code" label={say(w.code)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={say(w.name)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={say(w.nameEn)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="openedOn" label={say(w.openedOnArea)}>
        <DayInput />
      </Form.Item>
    </SheetForm>
  )
}

export function CloseAreaForm({ area, onClose }: { area: Area; onClose: () => void }) {
  const say = useSay()
  const { today } = useMe()
  const close = api.useDo('organization.closeArea', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  return (
    <SheetForm<{ on: Day }>
      title={`${say(w.closeArea)} · ${area.name}`}
      verb={say(w.closeArea)}
      initial={{ on: today }}
      doing={close}
      isDanger
      onSubmit={({ on }) => close.mutate({ area: area.id, on })}
      onClose={onClose}
    >
      <p className="note">{say(w.closeAreaNote)}</p>
      <Form.Item name="on" label={say(w.closedOnArea)}>
        <DayInput />
      </Form.Item>
    </SheetForm>
  )
}

export function MallForm({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const write = api.useDo('organization.writeMall', {
    onDone: () => {
      notice(say(w.saved))
      onClose()
    },
  })
  return (
    <SheetForm<{ name: string; nameEn?: string; city: string }>
      title={say(w.newMall)}
      doing={write}
      onSubmit={(values) => write.mutate({ ...values, id })}
      onClose={onClose}
    >
      <Form.Item name="name" label={say(w.name)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={say(w.nameEn)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="city" label={say(w.city)}>
        <Input autoComplete="off" />
      </Form.Item>
    </SheetForm>
  )
}

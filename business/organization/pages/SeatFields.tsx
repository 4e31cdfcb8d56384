import type { Day } from '../../../platform/kinds/day.ts'
import { Select, Switch } from '../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { type PositionName, seatOf } from '../shape.ts'
import { positionNames } from '../words.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'

export interface SeatValues {
  position: PositionName
  store?: string
  area?: string
  title?: string
  from: Day
  handover?: boolean
}

/** The seat as the server wants it: only the place that the position has. */
export const seatFrom = ({ position, store, area, title, from, handover }: SeatValues) => ({
  position,
  from,
  title: title ?? null,
  handover: handover ?? false,
  store: seatOf[position] === 'store' ? (store ?? null) : null,
  area: seatOf[position] === 'area' ? (area ?? null) : null,
})

/** Which position, where, from when. `at` is the name of the group in the form, where there is one. */
export function SeatFields({ at }: { at?: string }) {
  const say = useSay()
  const name = useName()
  const form = Form.useFormInstance()
  const path = (field: keyof SeatValues) => (at ? [at, field] : field)
  const position = Form.useWatch(path('position'), form) as PositionName | undefined
  const seat = position && seatOf[position]
  const stores = api.useSee('organization.stores', { limit: 20_000 }, { when: seat === 'store' })
  const places = api.useSee('organization.places', {}, { when: seat === 'area' })
  return (
    <>
      <Columns>
        <Form.Item name={path('position')} label={say(w.position)}>
          <Select
            options={Object.entries(positionNames).map(([value, label]) => ({ value, label: say(label) }))}
          />
        </Form.Item>
        <Form.Item name={path('from')} label={say(w.from)}>
          <DayInput />
        </Form.Item>
      </Columns>
      {seat === 'store' ? (
        <Form.Item name={path('store')} label={say(w.store)}>
          <PinyinSelect
            isBusy={stores.isPending}
            options={(stores.data?.stores ?? []).map((s) => ({ value: s.id, label: name(s), note: s.code }))}
          />
        </Form.Item>
      ) : null}
      {seat === 'area' ? (
        <Form.Item name={path('area')} label={say(w.area)}>
          <PinyinSelect
            isBusy={places.isPending}
            options={(places.data?.areas ?? []).map((a) => ({ value: a.id, label: name(a), note: a.code }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name={path('title')} label={say(w.title)}>
        <Input />
      </Form.Item>
      {position && position !== 'salesAssociate' && seat !== 'company' ? (
        <Form.Item name={path('handover')} label={say(w.handover)} valuePropName="checked">
          <Switch />
        </Form.Item>
      ) : null}
    </>
  )
}

import { useState } from 'react'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { Select } from '../../../platform/web/parts/Choice.tsx'
import { DayInput, TimeInput } from '../../../platform/web/parts/DayInput.tsx'
import { Form } from '../../../platform/web/parts/Form.tsx'
import { Input, InputNumber } from '../../../platform/web/parts/Input.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../platform/web/parts/PinyinSelect.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import type { StoreView } from '../chart/shape.ts'
import type { StoreKind } from '../shape.ts'
import { storeKindNames } from '../words.ts'
import { api } from './api.ts'
import { SheetForm } from './SheetForm.tsx'
import { pageWords as w } from './words.ts'

interface Values {
  code: string
  name: string
  nameEn?: string
  kind: StoreKind
  mall?: string
  city?: string
  country?: string
  currency?: string
  timeZone: string
  cutOffMinutes: number
  opensAt: string
  closesAt: string
  openedOn: Day
  area: string
  squareMetres?: number
}

/** Opens a new store, or changes the facts of one that is there. */
export function StoreForm({ store, onClose }: { store?: StoreView; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const { today } = useMe()
  const company = api.useSee('organization.company', {})
  const places = api.useSee('organization.places', {})
  const [id] = useState(() => store?.id ?? newId())
  const done = () => {
    notice(say(w.saved))
    onClose()
  }
  const open = api.useDo('organization.openStore', { onDone: done })
  const change = api.useDo('organization.changeStore', { onDone: done })
  if (!company.data || !places.data) return null
  const initial: Partial<Values> = store
    ? {
        ...store,
        nameEn: store.nameEn ?? '',
        mall: store.mall?.id ?? '',
        city: store.city ?? '',
        country: store.country ?? '',
        currency: store.currency ?? '',
        area: '',
        squareMetres: 0,
      }
    : {
        kind: 'concession',
        mall: '',
        timeZone: company.data.timeZone,
        cutOffMinutes: 0,
        opensAt: '10:00',
        closesAt: '22:00',
        openedOn: today,
      }
  const submit = ({ area, squareMetres, ...values }: Values) => {
    const facts = { ...values, id, mall: values.mall || null, currency: values.currency || null }
    if (store) change.mutate(facts)
    else open.mutate({ ...facts, area, squareMetres: squareMetres ?? null })
  }
  return (
    <SheetForm<Values>
      title={say(store ? w.changeStore : w.newStore)}
      initial={initial}
      doing={store ? change : open}
      onSubmit={submit}
      onClose={onClose}
    >
      <Columns>
        <Form.Item name="code" label={say(w.code)}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={say(w.kind)}>
          <Select
            options={Object.entries(storeKindNames).map(([value, label]) => ({ value, label: say(label) }))}
          />
        </Form.Item>
      </Columns>
      <Form.Item name="name" label={say(w.name)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="nameEn" label={say(w.nameEn)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="mall" label={say(w.mall)}>
        <PinyinSelect
          options={[
            { value: '', label: say(w.noMall) },
            ...places.data.malls.map((m) => ({ value: m.id, label: name(m), note: m.city })),
          ]}
        />
      </Form.Item>
      {store ? null : (
        <Columns>
          <Form.Item name="area" label={say(w.area)}>
            <PinyinSelect
              options={places.data.areas.map((a) => ({ value: a.id, label: name(a), note: a.code }))}
            />
          </Form.Item>
          <Form.Item name="squareMetres" label={say(w.squareMetres)}>
            <InputNumber min={1} step={0.5} style={{ width: '100%' }} />
          </Form.Item>
        </Columns>
      )}
      <Columns>
        <Form.Item name="city" label={say(w.city)}>
          <Input />
        </Form.Item>
        <Form.Item name="openedOn" label={say(w.openedOn)}>
          <DayInput />
        </Form.Item>
      </Columns>
      <Columns>
        <Form.Item name="opensAt" label={say(w.opensAt)}>
          <TimeInput />
        </Form.Item>
        <Form.Item name="closesAt" label={say(w.closesAt)}>
          <TimeInput />
        </Form.Item>
      </Columns>
      <Form.Item
        name="cutOffMinutes"
        label={say(w.cutOff)}
        getValueProps={(minutes: number) => ({ value: clockOf(minutes) })}
        normalize={minutesOf}
      >
        <TimeInput />
      </Form.Item>
      <Columns>
        <Form.Item name="timeZone" label={say(w.timeZone)}>
          <Input />
        </Form.Item>
        <Form.Item name="currency" label={say(w.currency)}>
          <Input maxLength={3} placeholder={company.data.currency} />
        </Form.Item>
      </Columns>
      <Form.Item name="country" label={say(w.country)}>
        <Input />
      </Form.Item>
    </SheetForm>
  )
}

/** Minutes after midnight as the clock shows them, and back. */
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

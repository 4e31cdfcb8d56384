import { useDeferredValue, useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Checkbox, Select } from '../../../platform/web/parts/Choice.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Input } from '../../../platform/web/parts/Input.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { useGo, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import type { PersonLine } from '../chart/shape.ts'
import type { PositionName } from '../shape.ts'
import { positionNames } from '../words.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'
import './organization.css'

const PersonForm = later(() => import('./PersonForm.tsx').then((m) => m.PersonForm))

/** Everybody in reach: found by name, pinyin, job number, position or area; taken away as Excel. */
export default function PeoplePage() {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const go = useGo()
  const [search, setSearch] = useSearch()
  const [isHiring, hire] = useState(false)
  const [typed, type] = useState(search.text ?? '')
  const text = useDeferredValue(typed)
  const keeps = useMay('organization.hire').may
  const places = api.useSee('organization.places', {})
  const position = search.position as PositionName | undefined
  const filter = {
    ...(text.trim() ? { text: text.trim().slice(0, 60) } : {}),
    ...(position ? { position } : {}),
    ...(search.area ? { area: search.area } : {}),
    ...(search.all ? { all: true } : {}),
  }
  const seen = api.useSee('organization.people', { ...filter, limit: 200 }, { keep: true })
  const shown = seen.data?.people.length ?? 0
  const found = seen.data?.found ?? 0
  return (
    <Page
      title={say(w.people)}
      sub={seen.data ? say(found > shown ? w.peopleShown : w.peopleFound, { found, shown }) : undefined}
      actions={
        <>
          <ExportButton view="organization.people" input={{ ...filter, limit: 100_000 }} />
          {keeps ? (
            <Act may="organization.hire" type="primary" onClick={() => hire(true)}>
              {say(w.newPerson)}
            </Act>
          ) : null}
        </>
      }
    >
      <div className="people-find">
        <Input
          type="search"
          aria-label={say(w.searchPeople)}
          placeholder={say(w.searchPeople)}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setSearch({ text: typed || undefined })}
        />
        <Select
          aria-label={say(w.position)}
          value={position ?? ''}
          onChange={(value) => setSearch({ position: value || undefined })}
          options={[
            { value: '', label: say(w.everyPosition) },
            ...Object.entries(positionNames).map(([value, label]) => ({ value, label: say(label) })),
          ]}
        />
        <Select
          aria-label={say(w.area)}
          value={search.area ?? ''}
          onChange={(value) => setSearch({ area: value || undefined })}
          options={[
            { value: '', label: say(w.everyArea) },
            ...(places.data?.areas ?? []).map((a) => ({ value: a.id, label: name(a) })),
          ]}
        />
        {keeps ? (
          <Checkbox
            checked={search.all === '1'}
            onChange={(event) => setSearch({ all: event.target.checked ? '1' : undefined })}
          >
            {say(w.withLeft)}
          </Checkbox>
        ) : null}
      </div>
      <Seen of={seen}>
        {({ people }) => (
          <DataTable<PersonLine>
            label={say(w.people)}
            rows={people}
            keyOf={(p) => p.id}
            onOpen={(p) => go({ to: `/people/${p.id}` })}
            empty={<Empty title={say(w.noPerson)} />}
            columns={[
              { key: 'name', head: say(w.personName), cell: (p) => p.name },
              {
                key: 'position',
                head: say(w.position),
                cell: (p) =>
                  p.appointments.map((a) => a.title ?? say(positionNames[a.position])).join(say(w.comma)) ||
                  say(p.leftOn ? w.left : w.noAppointment),
              },
              {
                key: 'place',
                head: say(w.place),
                cell: (p) =>
                  p.appointments
                    .map((a) => (a.store ? name(a.store) : a.area ? name(a.area) : ''))
                    .filter(Boolean)
                    .join(say(w.comma)),
              },
              {
                key: 'jobNumber',
                head: say(w.jobNumber),
                desk: true,
                cell: (p) => p.jobNumber,
                sortBy: (p) => p.jobNumber ?? '',
              },
              { key: 'phone', head: say(w.phone), desk: true, cell: (p) => p.phone },
              {
                key: 'hiredOn',
                head: say(w.hiredOn),
                desk: true,
                cell: (p) => p.hiredOn && f.fullDay(p.hiredOn),
                sortBy: (p) => p.hiredOn ?? '',
              },
            ]}
          />
        )}
      </Seen>
      {isHiring ? <PersonForm onClose={() => hire(false)} /> : null}
    </Page>
  )
}

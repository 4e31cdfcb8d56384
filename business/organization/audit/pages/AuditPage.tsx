import { useState } from 'react'
import { addDays, type Day, isDay } from '../../../../platform/kinds/day.ts'
import { companyWide } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMay, useMe, useName } from '../../../../platform/web/session.ts'
import type { organizationOperations } from '../../actions.ts'
import { Anchors } from './Anchors.tsx'
import { api } from './api.ts'
import { ChainCheck } from './ChainCheck.tsx'
import { Lines } from './Lines.tsx'
import { w } from './words.ts'
import './audit.css'

const organization = client<typeof organizationOperations>()

/** Who did what, when and where; each line opens to what was before and after, and shows its place in the chain. */
export default function AuditPage() {
  const say = useSay()
  const me = useMe()
  const name = useName()
  const [search, change] = useSearch()
  const [text, type] = useState(search.text ?? '')
  const day = (asked: string | undefined, otherwise: Day): Day => (asked && isDay(asked) ? asked : otherwise)
  const to = day(search.to, me.today)
  const from = day(search.from, addDays(to, -6))
  const wanted = {
    from,
    to,
    ...(search.store ? { store: search.store } : {}),
    ...(search.person ? { person: search.person } : {}),
    ...(search.act ? { action: search.act } : {}),
    ...(search.text ? { text: search.text } : {}),
  }
  const lines = api.useSee('audit.lines', wanted, { keep: true })
  const stores = organization.useSee('organization.stores', {})
  const people = organization.useSee('organization.people', {})
  const acts = api.useSee('audit.actions', {})
  const seesCompany = !useHolds('areaManager')
  const seesAnchors = useMay('audit.anchors').may
  return (
    <Page
      title={say(w.audit)}
      sub={say(w.sub)}
      actions={
        <>
          <DayInput label={say(w.from)} value={from} max={to} onChange={(d) => change({ from: d })} />
          <DayInput label={say(w.to)} value={to} max={me.today} onChange={(d) => change({ to: d })} />
          <ExportButton view="audit.lines" input={wanted} />
        </>
      }
    >
      <div className="audit-search">
        <PinyinSelect
          label={say(w.store)}
          placeholder={say(w.store)}
          value={search.store}
          options={[
            { value: '', label: say(w.allStores) },
            ...(seesCompany ? [{ value: companyWide, label: say(w.company) }] : []),
            ...(stores.data?.stores ?? []).map((s) => ({ value: s.id, label: name(s), note: s.code })),
          ]}
          onChange={(store) => change({ store: store || undefined })}
        />
        <PinyinSelect
          label={say(w.person)}
          placeholder={say(w.person)}
          value={search.person}
          options={[
            { value: '', label: say(w.allStores) },
            ...(people.data?.people ?? []).map((p) => ({
              value: p.id,
              label: p.name,
              note: p.jobNumber ?? '',
            })),
          ]}
          onChange={(person) => change({ person: person || undefined })}
        />
        <PinyinSelect
          label={say(w.act)}
          placeholder={say(w.act)}
          value={search.act}
          options={[
            { value: '', label: say(w.allStores) },
            ...(acts.data?.actions ?? []).map((a) => ({ value: a.name, label: a.says })),
          ]}
          onChange={(act) => change({ act: act || undefined })}
        />
        <Input
          type="search"
          aria-label={say(w.text)}
          placeholder={say(w.text)}
          value={text}
          maxLength={80}
          onChange={(e) => type(e.target.value)}
          onBlur={() => change({ text: text.trim() || undefined })}
          onPressEnter={() => change({ text: text.trim() || undefined })}
        />
      </div>
      {search.store ? <ChainCheck key={search.store} store={search.store} /> : null}
      <Seen of={lines}>
        {(found) =>
          found.lines.length === 0 ? (
            <Card>
              <Empty title={say(w.nothing)} next={say(w.nothingNext)} />
            </Card>
          ) : (
            <Lines key={JSON.stringify(wanted)} wanted={wanted} first={found} />
          )
        }
      </Seen>
      {seesAnchors ? <Anchors /> : null}
    </Page>
  )
}

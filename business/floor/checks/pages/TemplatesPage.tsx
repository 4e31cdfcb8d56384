import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { storeKindNames } from '../../../organization/words.ts'
import { p } from '../page-words.ts'
import type { CheckItem, Zone } from '../shape.ts'
import { kindWords, zoneWords } from '../words.ts'
import { api, type KindEditions, useSays } from './api.ts'
import { EditionForm } from './EditionForm.tsx'
import './checks.css'

/** What stores look at, by kind: the edition in force, the next one and those before; each made anew, never edited. */
export default function TemplatesPage() {
  const say = useSay()
  const [search, change] = useSearch()
  const editions = api.useSee('checks.editions', {})
  const edited = editions.data?.kinds.find((k) => k.kind === search.edit)
  if (editions.data && edited)
    return (
      <EditionForm
        key={edited.kind}
        today={editions.data.today}
        of={edited}
        onClose={() => change({ edit: undefined })}
      />
    )
  return (
    <Page title={say(p.templates)} sub={say(p.neverEdited)}>
      <Seen of={editions}>
        {(seen) => (
          <div className="check-editions">
            {seen.kinds.map((of) => (
              <KindCard key={of.kind} of={of} onEdit={() => change({ edit: of.kind })} />
            ))}
          </div>
        )}
      </Seen>
    </Page>
  )
}

function KindCard({ of, onEdit }: { of: KindEditions; onEdit: () => void }) {
  const say = useSay()
  const f = useFormat()
  const [gone, ask] = useState<string>()
  const withdraw = api.useDo('checks.withdraw', { onDone: () => ask(undefined) })
  const { kind, current, planned, earlier } = of
  return (
    <Card
      title={say(kindWords[kind])}
      sub={current.isShipped ? say(p.shippedEdition) : say(p.inForceFrom, { day: f.fullDay(current.from) })}
      extra={
        <Act may="checks.publish" onClick={onEdit}>
          {say(p.nextEdition)}
        </Act>
      }
    >
      {current.hours ? <p className="note">{say(p.roundHours, current.hours)}</p> : null}
      <ItemList items={current.items} />
      {planned.map((next) => (
        <div key={next.id} className="check-planned">
          <p>
            <Chip tone="accent">{say(p.planned, { day: f.fullDay(next.from) })}</Chip>{' '}
            {say(p.itemsCount, { count: next.items.length })}
            {next.words ? <small translate="no"> {next.words}</small> : null}
          </p>
          <Act may="checks.withdraw" onClick={() => ask(next.id)}>
            {say(p.withdraw)}
          </Act>
        </div>
      ))}
      {earlier.length > 0 ? (
        <p className="note">
          {say(p.earlier)} {earlier.map((e) => f.fullDay(e.from)).join(say(p.comma))}
        </p>
      ) : null}
      {gone ? (
        <ConfirmSheet
          title={say(p.withdrawTitle)}
          verb={say(p.withdraw)}
          isBusy={withdraw.isPending}
          problem={withdraw.error}
          onClose={() => ask(undefined)}
          onConfirm={() => withdraw.mutate({ id: gone })}
        />
      ) : null}
    </Card>
  )
}

function ItemList({ items }: { items: readonly CheckItem[] }) {
  const say = useSay()
  const says = useSays()
  return (
    <ol className="check-list">
      {items.map((item) => (
        <li key={item.code}>
          <span translate="no">{says(item)}</span>
          <small>
            {item.zone ? say(zoneWords[item.zone as Zone]) : ''}
            {item.number ? ` ${say(p.asksNumber)}` : ''}
            {item.storeKinds
              ? ` ${say(p.onlyFor, { kinds: item.storeKinds.map((k) => say(storeKindNames[k])).join(say(p.comma)) })}`
              : ''}
          </small>
        </li>
      ))}
    </ol>
  )
}

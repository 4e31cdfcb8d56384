import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { v } from '../page-words.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions, useSays } from './api.ts'
import { EditionForm } from './EditionForm.tsx'
import './visits.css'

/** What visits look at: the edition in force with what counts how much, the next one, those before. */
export default function TemplatesPage() {
  const say = useSay()
  const [search, change] = useSearch()
  const editions = api.useSee('visits.editions', {})
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
    <Page title={say(v.templates)} sub={say(v.neverEdited)}>
      <Seen of={editions}>
        {(seen) => (
          <Columns>
            {seen.kinds.map((of) => (
              <KindCard key={of.kind} of={of} onEdit={() => change({ edit: of.kind })} />
            ))}
          </Columns>
        )}
      </Seen>
    </Page>
  )
}

function KindCard({ of, onEdit }: { of: KindEditions; onEdit: () => void }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const [gone, ask] = useState<string>()
  const withdraw = api.useDo('visits.withdrawEdition', { onDone: () => ask(undefined) })
  const { kind, current, planned, earlier } = of
  return (
    <Card
      title={say(kindWords[kind])}
      sub={current.isShipped ? say(v.shippedEdition) : say(v.inForceFrom, { day: f.fullDay(current.from) })}
      extra={
        <Act may="visits.publish" onClick={onEdit}>
          {say(v.nextEdition)}
        </Act>
      }
    >
      {planned.map((next) => (
        <p key={next.id} className="edition-planned">
          <Chip tone="accent">{say(v.plannedFrom, { day: f.fullDay(next.from) })}</Chip>{' '}
          {say(v.itemsCount, { count: next.items.length })}
          {next.words ? <small translate="no"> {next.words}</small> : null}{' '}
          <Act may="visits.withdrawEdition" onClick={() => ask(next.id)}>
            {say(v.withdrawEdition)}
          </Act>
        </p>
      ))}
      {current.sections.map((s) => (
        <section key={s.code} className="edition-section">
          <h3 translate="no">
            {says(s)} <b className="num">{s.weight}</b>
          </h3>
          <ol>
            {current.items
              .filter((i) => i.section === s.code)
              .map((i) => (
                <li key={i.code} translate="no">
                  {says(i)} <small className="num">×{i.weight}</small>
                </li>
              ))}
          </ol>
        </section>
      ))}
      {earlier.length > 0 ? (
        <p className="note">
          {say(v.earlierEditions)}
          {earlier.map((e) => f.fullDay(e.from)).join(say(v.comma))}
        </p>
      ) : null}
      {gone ? (
        <ConfirmSheet
          title={say(v.withdrawEditionTitle)}
          verb={say(v.withdrawEdition)}
          isBusy={withdraw.isPending}
          problem={withdraw.error}
          onClose={() => ask(undefined)}
          onConfirm={() => withdraw.mutate({ id: gone })}
        />
      ) : null}
    </Card>
  )
}

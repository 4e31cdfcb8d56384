import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { e } from '../../editions/page-words.ts'
import { EditionCard } from '../../editions/pages/EditionCard.tsx'
import { useOnlyFor, useSays } from '../../editions/pages/says.ts'
import { p } from '../page-words.ts'
import type { CheckItem } from '../shape.ts'
import { kindWords } from '../words.ts'
import { api } from './api.ts'
import { EditionForm } from './EditionForm.tsx'
import './checks.css'

/** What stores look at, by kind: the edition in force, the next one and those before; each made anew, never edited. */
export default function TemplatesPage() {
  const say = useSay()
  const [search, change] = useSearch()
  const editions = api.useSee('checks.editions', {})
  const withdrawing = api.useDo('checks.withdraw')
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
    <Page title={say(p.templates)} sub={say(e.neverEdited)}>
      <Seen of={editions}>
        {(seen) => (
          <div className="items-editions">
            {seen.kinds.map((of) => (
              <EditionCard
                key={of.kind}
                title={say(kindWords[of.kind])}
                of={of}
                may={{ publish: 'checks.publish', withdraw: 'checks.withdraw' }}
                withdrawing={withdrawing}
                onNext={() => change({ edit: of.kind })}
              >
                {of.current.hours ? <p className="note">{say(p.roundHours, of.current.hours)}</p> : null}
                <ItemList items={of.current.items} />
              </EditionCard>
            ))}
          </div>
        )}
      </Seen>
    </Page>
  )
}

function ItemList({ items }: { items: readonly CheckItem[] }) {
  const say = useSay()
  const says = useSays()
  const onlyFor = useOnlyFor()
  return (
    <ol className="check-list">
      {items.map((item) => (
        <li key={item.code}>
          <span translate="no">{says(item)}</span>
          <small>
            {[
              item.zone ? say(zoneWords[item.zone]) : '',
              item.number ? say(p.asksNumber) : '',
              item.photo ? say(e.asksPhoto) : '',
              onlyFor(item),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ol>
  )
}

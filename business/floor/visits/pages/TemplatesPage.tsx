import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { e } from '../../editions/page-words.ts'
import { EditionCard } from '../../editions/pages/EditionCard.tsx'
import { useOnlyFor, useSays } from '../../editions/pages/says.ts'
import { v } from '../page-words.ts'
import { kindWords } from '../words.ts'
import { api, type KindEditions } from './api.ts'
import { EditionForm } from './EditionForm.tsx'
import './visits.css'

/** What visits look at: the edition in force with what counts how much, the next one, those before. */
export default function TemplatesPage() {
  const say = useSay()
  const [search, change] = useSearch()
  const editions = api.useSee('visits.editions', {})
  const withdrawing = api.useDo('visits.withdrawEdition')
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
    <Page title={say(v.templates)} sub={say(e.neverEdited)}>
      <Seen of={editions}>
        {(seen) => (
          <div className="items-editions">
            {seen.kinds.map((of) => (
              <EditionCard
                key={of.kind}
                title={say(kindWords[of.kind])}
                of={of}
                may={{ publish: 'visits.publish', withdraw: 'visits.withdrawEdition' }}
                withdrawing={withdrawing}
                onNext={() => change({ edit: of.kind })}
              >
                <Sections of={of.current} />
              </EditionCard>
            ))}
          </div>
        )}
      </Seen>
    </Page>
  )
}

function Sections({ of }: { of: KindEditions['current'] }) {
  const say = useSay()
  const says = useSays()
  const onlyFor = useOnlyFor()
  return of.sections.map((s) => (
    <section key={s.code} className="edition-section">
      <h3 translate="no">
        {says(s)} <b className="num">{s.weight}</b>
      </h3>
      <ol>
        {of.items
          .filter((i) => i.section === s.code)
          .map((i) => (
            <li key={i.code}>
              <span translate="no">{says(i)}</span> <small className="num">×{i.weight}</small>{' '}
              <small>{[i.photo ? say(e.asksPhoto) : '', onlyFor(i)].filter(Boolean).join(' · ')}</small>
            </li>
          ))}
      </ol>
    </section>
  ))
}

import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Photo } from '../../../../platform/web/parts/Photo.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { e } from '../../editions/page-words.ts'
import { EditionCard } from '../../editions/pages/EditionCard.tsx'
import { useOnlyFor, useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { api, ofManual } from './api.ts'
import { ManualForm } from './ManualForm.tsx'
import './displays.css'

/** The manual in force, the next one and those before; each made anew, never edited. */
export default function ManualPage() {
  const say = useSay()
  const says = useSays()
  const onlyFor = useOnlyFor()
  const [search, change] = useSearch()
  const editions = api.useSee('displays.editions', {})
  const withdrawing = api.useDo('displays.withdraw')
  const [of] = editions.data?.kinds ?? []
  if (editions.data && of && search.edit)
    return <ManualForm today={editions.data.today} of={of} onClose={() => change({ edit: undefined })} />
  return (
    <Page title={say(d.manual)} sub={say(e.neverEdited)}>
      <Seen of={editions}>
        {(seen) => (
          <div className="display-column">
            {seen.kinds.map((kind) => (
              <EditionCard
                key={kind.kind}
                title={
                  kind.current.isShipped
                    ? say(d.none)
                    : says({ says: kind.current.title, saysEn: kind.current.titleEn })
                }
                of={{ ...kind, earlier: kind.earlier.filter((one) => !one.isShipped) }}
                may={{ publish: 'displays.publish', withdraw: 'displays.withdraw' }}
                withdrawing={withdrawing}
                onNext={() => change({ edit: 'next' })}
              >
                {kind.current.items.length === 0 ? <Empty title={say(d.none)} /> : null}
                <ol className="display-manual">
                  {kind.current.items.map((page, i) => (
                    <li key={page.code}>
                      <Photo place={ofManual} id={page.picture} alt={says(page)} />
                      <h3 translate="no">
                        <span className="num display-no">{i + 1}</span> {says(page)}{' '}
                        <small className="display-tag">{onlyFor(page)}</small>
                      </h3>
                      <ul translate="no">
                        {page.points.map((point) => (
                          <li key={point.code}>{says(point)}</li>
                        ))}
                      </ul>
                    </li>
                  ))}
                </ol>
              </EditionCard>
            ))}
          </div>
        )}
      </Seen>
    </Page>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band, Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { WaitingNote } from '../../../../platform/web/parts/WaitingNote.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { toneOf } from '../rules.ts'
import { stateWords } from '../words.ts'
import { api, type Check, type Finding, type ManualSeen, type OfStore, scoreSaid } from './api.ts'
import { CheckSheet } from './CheckSheet.tsx'
import { draftKey, hasDraft } from './draft.ts'
import { FindingCard } from './FindingsCard.tsx'
import { ManualPages } from './ManualPages.tsx'
import './displays.css'

/** The manual in force as it hangs in the back room; beside it how the store stands by it. */
export default function StorePage() {
  const say = useSay()
  const name = useName()
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const asked = api.useSee(
    'displays.store',
    { store: store ?? '' },
    { keep: true, when: store !== undefined },
  )
  return (
    <Page
      title={say(d.displays)}
      sub={asked.data ? name(asked.data.store) : undefined}
      actions={<StorePicker value={store} onChange={choose} />}
    >
      {store === undefined ? (
        <Empty title={say(d.chooseStore)} next={say(d.chooseStoreNext)} />
      ) : (
        <Seen of={asked}>
          {(seen) =>
            seen.manual ? (
              <>
                <WaitingNote<{ store: string }>
                  of="displays.check"
                  when={(input) => input.store === seen.store.id}
                >
                  {null}
                </WaitingNote>
                <Head seen={seen} manual={seen.manual} />
                <Columns columns="3fr 2fr">
                  <div className="display-column">
                    <Findings title={say(d.findings)} of={seen.findings.filter((one) => !one.mendedAt)} />
                    <Pages manual={seen.manual} />
                    <Findings title={say(d.mendedLately)} of={seen.findings.filter((one) => one.mendedAt)} />
                  </div>
                  <div className="display-column">
                    <History checks={seen.checks} onOpen={(check) => change({ check })} />
                  </div>
                </Columns>
              </>
            ) : (
              <>
                <Coming next={seen.next} />
                <Empty title={say(d.none)} next={say(d.noneNext)} />
              </>
            )
          }
        </Seen>
      )}
      {store && search.check ? (
        <CheckSheet store={store} id={search.check} onClose={() => change({ check: undefined })} />
      ) : null}
    </Page>
  )
}

function Coming({ next }: { next: OfStore['next'] }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  if (!next) return null
  const title = says({ says: next.title, saysEn: next.titleEn })
  return <p className="display-next">{say(d.next, { day: f.day(next.from), title })}</p>
}

/** What is in force, whether the week is done, one button. */
function Head({ seen, manual }: { seen: OfStore; manual: ManualSeen }) {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const go = useGo()
  const isKeeper = useHolds('storeManager', 'salesAssociate')
  const [last] = seen.checks
  const thisWeek = last && last.day >= seen.week ? last : undefined
  const isDone = thisWeek !== undefined && thisWeek.state !== 'sentBack' && thisWeek.edition === manual.id
  const isBegun = hasDraft(draftKey(seen.store.id, manual.id, seen.today))
  return (
    <section className="display-head">
      <div>
        <h2 translate="no">{says({ says: manual.title, saysEn: manual.titleEn })}</h2>
        <p>
          {say(d.inForce, { day: f.day(manual.from) })} · {say(d.pageCount, { count: manual.pages.length })}
        </p>
        <Coming next={seen.next} />
        {seen.checks.length > 0 && seen.findings.every((one) => one.mendedAt) ? (
          <p>{say(d.noFindings)}</p>
        ) : null}
        {thisWeek?.state === 'sentBack' ? (
          <p className="tone-missed" translate="no">
            {say(d.wasSentBack, { words: thisWeek.reviewWords })}
          </p>
        ) : null}
      </div>
      <div className="display-head-act">
        <Chip tone={isDone ? 'done' : 'accent'}>{say(isDone ? d.weekDone : d.weekOpen)}</Chip>
        {isKeeper ? (
          <Act
            type={isDone ? 'default' : 'primary'}
            size="large"
            may="displays.check"
            onClick={() => go({ to: '/displays/check', search: { store: seen.store.id } })}
          >
            {say(isBegun ? d.goOn : isDone ? d.again : d.begin)}
          </Act>
        ) : null}
      </div>
    </section>
  )
}

function Findings({ title, of }: { title: string; of: readonly Finding[] }) {
  if (of.length === 0) return null
  return (
    <>
      <Band title={title} note={of.length} />
      {of.map((one) => (
        <FindingCard key={one.id} finding={one} />
      ))}
    </>
  )
}

function Pages({ manual }: { manual: ManualSeen }) {
  const say = useSay()
  return (
    <>
      <Band title={say(d.displays)} note={say(d.pageCount, { count: manual.pages.length })} />
      <ManualPages pages={manual.pages} isLarge tag={({ zone }) => (zone ? say(zoneWords[zone]) : null)} />
    </>
  )
}

function History({ checks, onOpen }: { checks: readonly Check[]; onOpen: (id: string) => void }) {
  const say = useSay()
  return (
    <Card title={say(d.history)}>
      {checks.length === 0 ? <Empty title={say(d.noChecks)} /> : null}
      {checks.map((check) => (
        <CheckLine key={check.id} check={check} onOpen={() => onOpen(check.id)} />
      ))}
    </Card>
  )
}

const tones = { handedIn: 'plain', confirmed: 'done', sentBack: 'missed' } as const
/** A check in one line: when, by whom, how it came out. */
export function CheckLine({ check, place, onOpen }: { check: Check; place?: string; onOpen: () => void }) {
  const say = useSay()
  const f = useFormat()
  return (
    <button type="button" className="display-line" onClick={onOpen}>
      <span>
        <b translate="no">{place ?? f.dayAndWeekday(check.day)}</b>
        <small translate="no">
          {place ? `${f.dayAndWeekday(check.day)} · ` : ''}
          {check.byName}
          {check.alike > 0 ? <em className="tone-missed"> {say(d.alike, { count: check.alike })}</em> : null}
        </small>
      </span>
      <span className="display-line-end">
        <b className={`num tone-${toneOf(check.score)}`}>{scoreSaid(check.score)}</b>
        <Chip tone={tones[check.state]}>{say(stateWords[check.state])}</Chip>
      </span>
    </button>
  )
}

import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Band, Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { useSays } from '../../editions/pages/says.ts'
import { d } from '../page-words.ts'
import { stateWords } from '../words.ts'
import { api, type Board, scoreSaid } from './api.ts'
import { CheckSheet } from './CheckSheet.tsx'
import { FindingCard } from './FindingsCard.tsx'
import { CheckLine } from './StorePage.tsx'
import './displays.css'

/** How the stores stand by the manual this week: those to be looked at first, then by score; what deviates in pictures. */
export default function AreaPage() {
  const say = useSay()
  const f = useFormat()
  const says = useSays()
  const [search, change] = useSearch()
  const asked = search.area ? { area: search.area } : {}
  const board = api.useSee('displays.area', asked, { keep: true, every: 60_000 })
  const manual = board.data?.manual
  return (
    <Page
      title={say(d.area)}
      sub={
        manual
          ? `${says({ says: manual.title, saysEn: manual.titleEn })} · ${say(d.inForce, { day: f.day(manual.from) })}`
          : undefined
      }
      actions={<ExportButton view="displays.area" input={asked} />}
    >
      <Seen of={board}>
        {(seen) =>
          seen.stores.length === 0 ? (
            <Empty title={say(d.noStores)} />
          ) : (
            <>
              <Sums seen={seen} />
              <Columns columns="2fr 3fr">
                <div className="display-column">
                  <Stores seen={seen} onOpen={(store, check) => change({ store, check })} />
                </div>
                <Deviating seen={seen} />
              </Columns>
            </>
          )
        }
      </Seen>
      {search.store && search.check ? (
        <CheckSheet
          store={search.store}
          id={search.check}
          onClose={() => change({ store: undefined, check: undefined })}
        />
      ) : null}
    </Page>
  )
}

function Sums({ seen }: { seen: Board }) {
  const say = useSay()
  const f = useFormat()
  const checked = seen.stores.flatMap((s) => (s.check ? [s.check] : []))
  const sum = checked.reduce((total, c) => total + c.score, 0)
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(d.checked)}
        value={`${f.count(checked.length)} / ${f.count(seen.stores.length)}`}
      />
      <Figure
        size="strip"
        label={say(d.average)}
        value={checked.length > 0 ? scoreSaid(Math.round(sum / checked.length)) : '–'}
      />
      <Figure
        size="strip"
        label={say(d.toLook)}
        value={f.count(checked.filter((c) => c.state === 'handedIn').length)}
      />
      <Figure
        size="strip"
        label={say(d.open)}
        value={f.count(seen.stores.reduce((total, s) => total + s.open, 0))}
      />
    </FigureStrip>
  )
}

/** To be looked at, sent back, not done; those in order last. */
const rank = ({ check }: Board['stores'][number]): number =>
  check === null ? 1 : check.state === 'handedIn' ? 0 : check.state === 'sentBack' ? 2 : 3

function Stores({ seen, onOpen }: { seen: Board; onOpen: (store: string, check: string) => void }) {
  const say = useSay()
  const name = useName()
  const go = useGo()
  const sorted = [...seen.stores].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.check?.score ?? 0) - (b.check?.score ?? 0) || (a.code < b.code ? -1 : 1),
  )
  return (
    <Card>
      {sorted.map((s) =>
        s.check ? (
          <CheckLine key={s.id} check={s.check} place={name(s)} onOpen={() => onOpen(s.id, s.check!.id)} />
        ) : (
          <button
            key={s.id}
            type="button"
            className="display-line"
            onClick={() => go({ to: '/displays', search: { store: s.id } })}
          >
            <span>
              <b translate="no">{name(s)}</b>
              {s.open > 0 ? <small>{say(d.openCount, { count: s.open })}</small> : null}
            </span>
            <span className="display-line-end">
              <Chip tone="late">{say(stateWords.none)}</Chip>
            </span>
          </button>
        ),
      )}
    </Card>
  )
}

function Deviating({ seen }: { seen: Board }) {
  const say = useSay()
  const name = useName()
  const places = new Map(seen.stores.map((s) => [s.id, name(s)]))
  return (
    <div className="display-column">
      <Band title={say(d.newest)} note={seen.findings.length > 0 ? seen.findings.length : undefined} />
      {seen.findings.length === 0 ? <Empty title={say(d.noFindings)} /> : null}
      {seen.findings.map((one) => (
        <FindingCard key={one.id} finding={one} place={places.get(one.store) ?? ''} />
      ))}
    </div>
  )
}

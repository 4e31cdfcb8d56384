import { useState } from 'react'
import { daysBetween } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import { tenderWords } from '../../sales/tickets/page-words.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { closingWords, differenceWords, varianceWords } from '../reason-words.ts'
import { CloseSheet } from './CloseSheet.tsx'
import { TermsButton } from './TermsSheet.tsx'
import './cash.css'

const api = client<typeof cashOperations>()
type Differences = OutputOf<(typeof cashOperations)['cash.differences']>
export type Difference = Differences['open'][number]
const kinds = ['variance', 'owed', 'deposit', 'line', 'match'] as const

/** What of the cash does not agree yet, by store and age; finance says why and closes it. */
export default function DifferencesPage() {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const seen = api.useSee('cash.differences', search.area ? { area: search.area } : {}, { keep: true })
  return (
    <Page
      title={say(p.differences)}
      sub={say(p.byAge)}
      actions={seen.data ? <TermsButton terms={seen.data.terms} /> : undefined}
    >
      <Seen of={seen}>
        {(all) => {
          const shown = all.open.filter((d) => !search.kind || d.kind === search.kind)
          const of = (kind: string) => all.open.filter((d) => d.kind === kind)
          const oldest = all.open[0]
          return (
            <>
              <FigureStrip>
                <Figure size="strip" label={say(p.open)} value={f.count(all.open.length)} />
                {(['variance', 'owed', 'deposit'] as const).map((kind) => (
                  <Figure
                    key={kind}
                    size="strip"
                    label={say(differenceWords[kind])}
                    value={f.money(of(kind).reduce((sum, d) => sum + Math.abs(d.amount), 0) as Money)}
                    tone={kind !== 'variance' && of(kind).length > 0 ? 'missed' : 'plain'}
                    note={say(p.items, { n: of(kind).length })}
                  />
                ))}
                <Figure
                  size="strip"
                  label={say(p.oldest)}
                  value={oldest ? say(p.age, { n: daysBetween(oldest.day, all.today) }) : '—'}
                />
              </FigureStrip>
              <Tabs
                label={say(p.kind)}
                value={search.kind ?? ''}
                options={[
                  { key: '', label: say(p.allLines) },
                  ...kinds
                    .filter((kind) => of(kind).length > 0)
                    .map((kind) => ({
                      key: kind,
                      label: `${say(differenceWords[kind])} ${of(kind).length}`,
                    })),
                ]}
                onChange={(kind) => change({ kind: kind || undefined })}
              />
              <Open all={all} rows={shown} />
              {all.isCut ? <p className="note">{say(p.isCut)}</p> : null}
              {all.closed.length > 0 ? <Closed all={all} /> : null}
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

function Open({ all, rows }: { all: Differences; rows: readonly Difference[] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const may = useMay('cash.closeDifference')
  const [closing, close] = useState<Difference>()
  const age = (d: Difference): number => daysBetween(d.day, all.today)
  const signed = (d: Difference): string =>
    d.kind === 'variance' || d.kind === 'match' ? f.signedMoney(d.amount) : f.money(d.amount)
  const isPhone = useIsPhone()
  const where = (d: Difference) => (
    <Go to="/cash" search={{ store: d.store, day: d.day }}>
      {name({ name: d.storeName, nameEn: d.storeNameEn })}
    </Go>
  )
  const chip = (d: Difference) => (
    <Chip tone={d.kind === 'owed' ? 'missed' : d.kind === 'variance' ? 'late' : 'plain'}>
      {say(differenceWords[d.kind])}
    </Chip>
  )
  const next = (d: Difference) =>
    d.kind === 'owed' ? (
      <span className="note">{say(p.depositIt)}</span>
    ) : (
      <span className="cash-actions">
        <Button size="small" onClick={() => close(d)}>
          {say(p.close)}
        </Button>
        {d.kind === 'line' ? <Go to="/cash/statement">{say(p.atStatement)}</Go> : null}
      </span>
    )
  const sheet = closing ? <CloseSheet difference={closing} onClose={() => close(undefined)} /> : null
  if (isPhone && rows.length > 0)
    return (
      <>
        <ul className="cash-list">
          {rows.map((d) => (
            <li key={`${d.kind} ${d.about} ${d.tender}`} className="cash-item">
              <span>{where(d)}</span>
              <strong className="num">{signed(d)}</strong>
              <p>
                {chip(d)} {say(tenderWords[d.tender])} · {f.day(d.day)} · {say(p.age, { n: age(d) })}
              </p>
              <p>
                <Explained d={d} />
              </p>
              {may.may ? next(d) : null}
            </li>
          ))}
        </ul>
        {sheet}
      </>
    )
  return (
    <>
      <DataTable
        label={say(p.differences)}
        rows={rows}
        keyOf={(d) => `${d.kind} ${d.about} ${d.tender}`}
        empty={<Empty title={say(p.noDifferences)} />}
        columns={[
          {
            key: 'store',
            head: say(p.store),
            cell: where,
            sortBy: (d) => d.code,
          },
          {
            key: 'kind',
            head: say(p.kind),
            cell: chip,
          },
          { key: 'tender', head: say(p.tender), cell: (d) => say(tenderWords[d.tender]) },
          {
            key: 'amount',
            head: say(p.amount),
            kind: 'figure',
            cell: signed,
            sortBy: (d) => Math.abs(d.amount),
          },
          {
            key: 'age',
            head: say(p.ageHead),
            kind: 'figure',
            cell: (d) => say(p.age, { n: age(d) }),
            sortBy: age,
            mark: (d) => (age(d) > 14 ? 'missed' : age(d) > 7 ? 'late' : undefined),
          },
          { key: 'why', head: say(p.explanation), cell: (d) => <Explained d={d} /> },
          ...(may.may ? [{ key: 'close', head: '', cell: next }] : []),
        ]}
      />
      {sheet}
    </>
  )
}

function Explained({ d }: { d: Difference }) {
  const say = useSay()
  const why = d.why ? say(varianceWords[d.why as keyof typeof varianceWords]) : ''
  const own = [d.words, d.reference].filter(Boolean).join(' · ')
  if (why || own)
    return (
      <>
        {why} <span translate="no">{own}</span>
      </>
    )
  return d.kind === 'variance' ? <span className="cash-over">{say(p.noExplanation)}</span> : ''
}

/** Who closed what of late, and why. */
function Closed({ all }: { all: Differences }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  return (
    <Card title={say(p.lastClosed)}>
      <Rows>
        {all.closed.map((c) => (
          <Row
            key={`${c.at} ${c.code} ${c.tender}`}
            name={
              <>
                {name({ name: c.storeName, nameEn: c.storeNameEn })} · {say(differenceWords[c.kind])}{' '}
                <small className="note">
                  {say(closingWords[c.why as keyof typeof closingWords])}{' '}
                  <span translate="no">{c.words}</span> {c.by} {f.instant(c.at)}
                </small>
              </>
            }
          >
            <span className="num">{f.signedMoney(c.amount)}</span>
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

import { useState } from 'react'
import type { Money } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { tenderWords } from '../../sales/tickets/page-words.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { MatchSheet } from './MatchSheet.tsx'
import { StatementForm } from './StatementForm.tsx'
import './cash.css'

const api = client<typeof cashOperations>()
export type Statement = OutputOf<(typeof cashOperations)['cash.statement']>
export type StatementLine = Statement['lines'][number]

/** What banks, payment services and malls say they received, against what the stores handed on. */
export default function StatementPage() {
  const say = useSay()
  const f = useFormat()
  const [search, change] = useSearch()
  const [isEntering, enter] = useState(false)
  const only = search.only === 'all' ? 'all' : 'open'
  const statement = api.useSee('cash.statement', { only, days: 62 }, { keep: true })
  return (
    <Page
      title={say(p.statement)}
      actions={
        <>
          <Go to="/cash/differences">{say(p.differences)}</Go>
          <Button type="primary" onClick={() => enter(true)}>
            {say(p.enterStatement)}
          </Button>
        </>
      }
    >
      <Seen of={statement}>
        {(seen) => {
          const still = (place: string) =>
            seen.toArrive.filter((a) => a.place === place).reduce((sum, a) => sum + a.amount, 0) as Money
          const parts = (place: string) =>
            seen.toArrive
              .filter((a) => a.place === place && a.tender !== 'cash')
              .map((a) => `${say(tenderWords[a.tender])} ${f.wan(a.amount)}`)
              .join(' · ')
          return (
            <>
              <FigureStrip>
                <Figure
                  size="strip"
                  label={say(p.transit)}
                  value={f.wan(still('transit'))}
                  note={say(p.toArrive)}
                />
                <Figure
                  size="strip"
                  label={say(p.acquirer)}
                  value={f.wan(still('acquirer'))}
                  note={parts('acquirer')}
                />
                <Figure
                  size="strip"
                  label={say(p.malls)}
                  value={f.wan(still('mall'))}
                  note={say(p.toArrive)}
                />
              </FigureStrip>
              <Tabs
                label={say(p.statement)}
                value={only}
                options={[
                  { key: 'open', label: say(p.openLines) },
                  { key: 'all', label: say(p.allLines) },
                ]}
                onChange={(key) => change({ only: key === 'all' ? 'all' : undefined })}
              />
              <Lines seen={seen} />
            </>
          )
        }}
      </Seen>
      {isEntering ? <StatementForm onClose={() => enter(false)} /> : null}
    </Page>
  )
}

function Lines({ seen }: { seen: Statement }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [matching, match] = useState<StatementLine>()
  const [undoing, undo] = useState<StatementLine>()
  const unmatch = api.useDo('cash.unmatch', { onDone: () => undo(undefined) })
  const isPhone = useIsPhone()
  const next = (l: StatementLine) =>
    l.match ? (
      <span className="cash-actions">
        <Chip tone={l.ours === l.amount ? 'done' : 'late'}>{say(l.byHand ? p.byHand : p.byRule)}</Chip>
        {l.ourDay ? f.day(l.ourDay) : ''} <span translate="no">{l.slip}</span>
        <Button size="small" onClick={() => undo(l)}>
          {say(p.unmatch)}
        </Button>
      </span>
    ) : (
      <span className="cash-actions">
        <Button size="small" onClick={() => match(l)}>
          {say(p.match)}
        </Button>
      </span>
    )
  const list = (
    <ul className="cash-list">
      {seen.lines.map((l) => (
        <li key={l.id} className="cash-item">
          <span>{name({ name: l.storeName, nameEn: l.storeNameEn })}</span>
          <strong className="num">{f.money(l.amount)}</strong>
          <p>
            {say(tenderWords[l.tender])} · {f.day(l.day)} <span translate="no">{l.reference}</span>
          </p>
          {next(l)}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {isPhone && seen.lines.length > 0 ? (
        list
      ) : (
        <DataTable
          label={say(p.statement)}
          rows={seen.lines}
          keyOf={(l) => l.id}
          empty={<Empty title={say(p.noLines)} next={say(p.noLinesNext)} />}
          columns={[
            {
              key: 'store',
              head: say(p.store),
              cell: (l) => name({ name: l.storeName, nameEn: l.storeNameEn }),
              sortBy: (l) => l.code,
            },
            { key: 'day', head: say(p.line), cell: (l) => f.day(l.day), sortBy: (l) => l.day },
            { key: 'tender', head: say(p.tender), cell: (l) => say(tenderWords[l.tender]) },
            {
              key: 'amount',
              head: say(p.amount),
              kind: 'figure',
              cell: (l) => f.money(l.amount),
              sortBy: (l) => l.amount,
            },
            {
              key: 'reference',
              head: say(p.reference),
              cell: (l) => <span translate="no">{l.reference}</span>,
            },
            {
              key: 'matched',
              head: say(p.matched),
              cell: next,
            },
          ]}
        />
      )}
      {matching ? <MatchSheet line={matching} seen={seen} onClose={() => match(undefined)} /> : null}
      {undoing ? (
        <ConfirmSheet
          title={say(p.unmatchTitle)}
          verb={say(p.unmatch)}
          reason="needed"
          isDanger
          isBusy={unmatch.isPending}
          problem={unmatch.error}
          onConfirm={(words) => unmatch.mutate({ store: undoing.store, match: undoing.match!, words })}
          onClose={() => undo(undefined)}
        />
      ) : null}
    </>
  )
}

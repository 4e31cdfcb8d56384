import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { ConfirmSheet } from '../../../../platform/web/parts/ConfirmSheet.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useGo, useParams, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { relayHour } from '../rules.ts'
import { api, type Progress, useTitle } from './api.ts'
import { ProgressTable } from './ProgressTable.tsx'
import './notices.css'

/** How far a notice is: by area, by store, who has not; remind, correct, withdraw. */
export default function ProgressPage() {
  const say = useSay()
  const f = useFormat()
  const title = useTitle()
  const id = useParams().notice ?? ''
  const [search, setSearch] = useSearch()
  const input = { id, ...(search.area ? { area: search.area } : {}) }
  const progress = api.useSee('notices.progress', input, { keep: true, every: 60_000 })
  const one = progress.data?.notice
  return (
    <Page
      back={{ to: '/notices', search: { tab: 'published' }, label: say(p.tabPublished) }}
      title={one ? <span translate="no">{title(one)}</span> : say(p.progress)}
      sub={
        one?.relayBy ? say(p.relayUntil, { day: f.dayAndWeekday(one.relayBy), hour: relayHour }) : undefined
      }
      actions={
        <>
          <ExportButton view="notices.progress" input={input} />
          {progress.data ? <Manage id={id} seen={progress.data} /> : null}
        </>
      }
    >
      <Seen of={progress}>
        {(seen) => (
          <>
            <Sums seen={seen} />
            {seen.areas.length > 1 ? <Areas seen={seen} onOpen={(area) => setSearch({ area })} /> : null}
            {search.area ? (
              <p>
                <button
                  type="button"
                  className="link bulletin-link"
                  onClick={() => setSearch({ area: undefined })}
                >
                  {say(p.allAreas)}
                </button>
              </p>
            ) : null}
            {seen.isFolded ? <p className="note">{say(p.openArea)}</p> : null}
            <ProgressTable seen={seen} id={id} />
          </>
        )}
      </Seen>
    </Page>
  )
}

function Sums({ seen }: { seen: Progress }) {
  const say = useSay()
  const f = useFormat()
  const sum = (of: 'toRelay' | 'relayed' | 'complete' | 'people' | 'read') =>
    seen.areas.reduce((all, a) => all + a[of], 0)
  const late = seen.stores.filter((s) => s.isLate).length
  const toRelay = sum('toRelay')
  return (
    <FigureStrip>
      {toRelay > 0 ? (
        <>
          <Figure
            size="strip"
            label={say(p.storesDone)}
            value={f.count(sum('complete'))}
            target={f.count(toRelay)}
          />
          <Figure
            size="strip"
            label={say(p.storesTold)}
            value={f.count(sum('relayed'))}
            target={f.count(toRelay)}
          />
        </>
      ) : null}
      <Figure
        size="strip"
        label={say(p.peopleRead)}
        value={f.count(sum('read'))}
        target={f.count(sum('people'))}
      />
      {toRelay > 0 && !seen.isFolded ? (
        <Figure
          size="strip"
          label={say(p.lateStores)}
          value={f.count(late)}
          tone={late > 0 ? 'missed' : 'plain'}
        />
      ) : null}
    </FigureStrip>
  )
}

function Areas({ seen, onOpen }: { seen: Progress; onOpen: (area: string | undefined) => void }) {
  const say = useSay()
  const name = useName()
  return (
    <Card title={say(p.areas)}>
      <BarList
        label={say(p.areas)}
        max={1}
        bars={seen.areas.map((a) => ({
          key: a.area ?? '-',
          label: (
            <button type="button" className="row-press" onClick={() => onOpen(a.area ?? undefined)}>
              {name({ name: a.name ?? '—', nameEn: a.nameEn })}
            </button>
          ),
          value: a.people === 0 ? 0 : a.read / a.people,
          tone: a.read === a.people ? ('done' as const) : ('soft' as const),
          text: say(a.toRelay > 0 ? p.areaBar : p.areaRead, { ...a }),
        }))}
      />
    </Card>
  )
}

function Manage({ id, seen }: { id: string; seen: Progress }) {
  const say = useSay()
  const go = useGo()
  const [isWithdrawing, withdraw] = useState(false)
  const one = api.useSee('notices.one', { id })
  const remind = api.useDo('notices.remind', {
    onDone: ({ reminded }) => notice(say(p.reminded, { count: reminded })),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  const taking = api.useDo('notices.withdraw', {
    onDone: () => {
      notice(say(p.withdrawn))
      withdraw(false)
      go({ to: '/notices', search: { tab: 'published' } })
    },
  })
  if (seen.state === 'withdrawn' || seen.state === 'superseded') return null
  const open = seen.areas.reduce((all, a) => all + a.toRelay - a.complete, 0)
  const isMine = one.data?.mayManage ?? false
  return (
    <>
      {open > 0 ? (
        <Act
          type="primary"
          may="notices.remind"
          loading={remind.isPending}
          onClick={() => remind.mutate({ id })}
        >
          {say(p.remind, { count: open })}
        </Act>
      ) : null}
      {isMine ? (
        <>
          <Go to="/notices/write" search={{ corrects: id }} className="bulletin-write">
            {say(p.correct)}
          </Go>
          <Button onClick={() => withdraw(true)}>{say(p.withdraw)}</Button>
        </>
      ) : null}
      {isWithdrawing ? (
        <ConfirmSheet
          title={say(p.withdrawTitle, { title: seen.notice.title })}
          verb={say(p.withdraw)}
          reason="needed"
          isDanger
          isBusy={taking.isPending}
          problem={taking.error}
          onConfirm={(why) => taking.mutate({ id, why })}
          onClose={() => withdraw(false)}
        >
          <p>{say(p.withdrawNote)}</p>
          {taking.error ? <FormProblem problem={taking.error} /> : null}
        </ConfirmSheet>
      ) : null}
    </>
  )
}

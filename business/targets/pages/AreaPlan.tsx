import { useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import { sum } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Go, useParams, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../platform/web/session.ts'
import { RecordNote } from '../../../platform/web/slots.tsx'
import { matrixTotal, monthSums } from '../rules.ts'
import { type AreaAnswer, api, type VersionLine } from './api.ts'
import { DraftLine, DraftNote } from './DraftLine.tsx'
import { Levels } from './levels.tsx'
import { Matrix, type Place } from './Matrix.tsx'
import { PhoneMatrix } from './PhoneMatrix.tsx'
import { StoresCard } from './StoresCard.tsx'
import { usePlanDraft } from './usePlanDraft.ts'
import { DifferenceSheet, VersionsCard } from './VersionsCard.tsx'
import { WhyCard } from './WhyCard.tsx'
import { pageWords as w } from './words.ts'
import { bare } from './YearPlan.tsx'

const MatrixFileSheet = later(() => import('./MatrixFileSheet.tsx').then((m) => m.MatrixFileSheet))
const areaEdits = ['cell', 'line'] as const

/** An area's year: store × month, summing to what the year plan gives it. */
export default function AreaPlan() {
  const me = useMe()
  const [search] = useSearch()
  const area = useParams().area ?? me.appointments.find((a) => a.area)?.area?.id ?? ''
  const year = Number(search.year) || Number(me.today.slice(0, 4))
  const seen = api.useSee('targets.area', { area, year }, { when: area !== '', keep: true })
  return (
    <Seen of={seen}>
      {(answer) => <Plan key={`${answer.area} ${answer.year} ${answer.latest?.id}`} answer={answer} />}
    </Seen>
  )
}

function Plan({ answer }: { answer: AreaAnswer }) {
  const { area, year, months, latest, stores, frozen } = answer
  const say = useSay()
  const format = useFormat()
  const called = useName()
  const isPhone = useIsPhone()
  const [, setSearch] = useSearch()
  const mayPlan = useMay('targets.saveArea').may
  const [isReleasing, setReleasing] = useState(false)
  const [isFiling, setFiling] = useState(false)
  const [compared, compare] = useState<{ from: VersionLine; to: VersionLine }>()
  const [at, moveTo] = useState<Place>({ row: 0, column: Math.min(frozen, 11) })

  const byId = new Map(stores.map((store) => [store.id, store]))
  const nameOf = (store: string): string => (byId.has(store) ? called(byId.get(store)!) : '')
  const monthName = (month: number): string => format.shortMonth(monthFrom(year, month))
  const title = say(w.areaTitle, { area: called(answer), year })
  const needed =
    latest === null || months === null || monthSums(latest.lines).some((amount, m) => amount !== months[m])
  const proposal = api.useSee('targets.proposeArea', { area, year }, { when: months !== null })
  const saved = latest?.lines ?? []
  const draft = usePlanDraft({ lines: saved, locks: latest?.basis.locks ?? [] }, frozen, nameOf, monthName)
  const save = api.useDo('targets.saveArea', {
    onDone: (out) => notice(say(w.saved, { version: out.version })),
  })
  const lines = draft.lines
  const fits =
    months !== null && lines.length > 0 && monthSums(lines).every((amount, m) => amount === months[m])
  const here = lines[at.row]
  const month = Math.min(at.column, 11)
  const reasons = proposal.data?.reasons.find((r) => r.store === here?.child)
  const propose = (
    <Button
      loading={proposal.isFetching}
      type={lines.length === 0 ? 'primary' : 'default'}
      onClick={() => proposal.data && draft.take(proposal.data.lines, 'proposal')}
    >
      {say(w.fromHistory)}
    </Button>
  )
  return (
    <Page
      title={title}
      sub={
        latest
          ? say(w.sub, { version: latest.version, state: say(w[latest.state]), unit: format.wanUnit })
          : say(w.subNew, { unit: format.wanUnit })
      }
      actions={
        <>
          <Button onClick={() => setSearch({ year: year - 1 })}>{year - 1}</Button>
          <Button onClick={() => setSearch({ year: year + 1 })}>{year + 1}</Button>
          {mayPlan && months !== null && lines.length > 0 ? propose : null}
          {mayPlan && months !== null ? (
            <Button onClick={() => setFiling(true)}>{say(w.fromFile)}</Button>
          ) : null}
          {latest && !isPhone ? <ExportButton view="targets.area" input={{ area, year }} /> : null}
          {mayPlan && latest?.state === 'draft' ? (
            <Act
              may="targets.releaseArea"
              type="primary"
              offBecause={draft.isChanged ? say(w.saveFirst) : needed ? say(w.stale) : undefined}
              onClick={() => setReleasing(true)}
            >
              {say(w.release)}
            </Act>
          ) : null}
        </>
      }
    >
      <Levels
        current="area"
        year={year}
        area={area}
        store={here?.child ?? stores[0]?.id}
        month={monthFrom(year, month + 1)}
      />
      <RecordNote records={answer.versions.map((v) => v.id)} />
      {months === null ? (
        <Empty title={say(w.yearNotApproved, { year })} next={say(w.yearNotApprovedNext)} />
      ) : lines.length === 0 ? (
        <>
          {proposal.error ? <FormProblem problem={proposal.error} /> : null}
          <Empty
            title={say(w.areaGiven)}
            next={format.wan(sum(months), 2)}
            action={mayPlan ? propose : null}
          />
        </>
      ) : (
        <>
          {isPhone ? (
            <PhoneMatrix
              year={year}
              draft={draft}
              nameOf={nameOf}
              frozen={frozen}
              label={say(w.store)}
              {...(mayPlan ? { edits: areaEdits } : {})}
            />
          ) : (
            <Matrix
              title={title}
              head={say(w.store)}
              lines={lines}
              locks={draft.locks}
              frozen={frozen}
              moved={draft.moved}
              given={months}
              nameOf={(child) => ({
                name: (
                  <Go
                    to={`/targets/stores/${child}`}
                    search={{ month: monthFrom(year, month + 1) }}
                    className="plain-link"
                  >
                    {nameOf(child)}
                  </Go>
                ),
              })}
              monthHead={(m) => {
                const festival = answer.festivals.find((f) => f.month === m)
                return {
                  name: monthName(m),
                  ...(festival
                    ? {
                        note: `${say(festival.name)} ${Number(festival.day.slice(5, 7))}/${Number(festival.day.slice(8))}`,
                      }
                    : {}),
                }
              }}
              {...(mayPlan ? { edits: areaEdits } : {})}
              at={at}
              onMove={moveTo}
              onChange={draft.change}
              onLock={draft.toggleLock}
            />
          )}
          {fits ? (
            <Proof note={<DraftNote draft={draft} />}>
              {say(w.proofArea, {
                count: lines.length,
                total: format.money(matrixTotal(lines), 'exact'),
                given: format.money(sum(months), 'exact'),
              })}
            </Proof>
          ) : (
            <Proof holds={false} note={say(w.stale)}>
              {say(w.proofAreaBroken, {
                total: format.money(matrixTotal(lines), 'exact'),
                given: format.money(sum(months), 'exact'),
              })}
            </Proof>
          )}
          {mayPlan ? (
            <DraftLine
              draft={draft}
              nextVersion={(latest?.version ?? 0) + 1}
              isBusy={save.isPending || save.isSuccess}
              problem={save.error}
              onSave={(reason) =>
                save.mutate({
                  area,
                  year,
                  basedOn: latest?.id ?? null,
                  lines: bare(lines),
                  locks: [...draft.locks],
                  origin: draft.origin,
                  reason,
                })
              }
            />
          ) : null}
          <Columns columns="1fr 1fr 1fr">
            <WhyCard
              monthName={monthName(month + 1)}
              name={here ? nameOf(here.child) : called(answer)}
              reasons={proposal.isPending ? undefined : (reasons?.months[month] ?? null)}
              now={here ? here.months[month]! : months[month]!}
            />
            <VersionsCard versions={answer.versions} onCompare={(from, to) => compare({ from, to })} />
            <StoresCard area={area} month={monthFrom(year, month + 1)} />
          </Columns>
        </>
      )}
      {isFiling ? (
        <MatrixFileSheet
          year={year}
          area={area}
          given={months}
          standing={saved}
          frozen={frozen}
          head={say(w.store)}
          nameOf={nameOf}
          onTake={(taken, locks) => {
            draft.take(taken, 'import', locks)
            setFiling(false)
          }}
          onClose={() => setFiling(false)}
        />
      ) : null}
      {isReleasing && latest ? (
        <ReleaseSheet answer={answer} version={latest} onClose={() => setReleasing(false)} />
      ) : null}
      {compared ? (
        <DifferenceSheet
          {...compared}
          head={say(w.store)}
          year={year}
          nameOf={nameOf}
          onClose={() => compare(undefined)}
        />
      ) : null}
    </Page>
  )
}

function ReleaseSheet({
  answer,
  version,
  onClose,
}: {
  answer: AreaAnswer
  version: { id: string; version: number }
  onClose: () => void
}) {
  const say = useSay()
  const called = useName()
  const release = api.useDo('targets.releaseArea', {
    onDone: (out) => {
      notice(say(w.releasedDone, { count: out.storeMonths }))
      onClose()
    },
  })
  return (
    <ConfirmSheet
      title={say(w.releaseTitle, { area: called(answer), version: version.version })}
      verb={say(w.release)}
      isBusy={release.isPending}
      problem={release.error}
      onClose={onClose}
      onConfirm={() => release.mutate({ version: version.id })}
    >
      <p>{say(w.releaseWhy, { count: answer.stores.length })}</p>
    </ConfirmSheet>
  )
}

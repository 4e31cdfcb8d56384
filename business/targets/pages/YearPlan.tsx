import { useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../platform/web/session.ts'
import { RecordNote } from '../../../platform/web/slots.tsx'
import { matrixTotal } from '../rules.ts'
import { api, type VersionLine, type YearAnswer } from './api.ts'
import { DecideSheet, StateActs } from './DecideYear.tsx'
import { DraftLine, DraftNote } from './DraftLine.tsx'
import { Levels } from './levels.tsx'
import { Matrix, type Place } from './Matrix.tsx'
import { NextCard } from './NextCard.tsx'
import { PhoneMatrix } from './PhoneMatrix.tsx'
import { usePlanDraft } from './usePlanDraft.ts'
import { DifferenceSheet, VersionsCard } from './VersionsCard.tsx'
import { WhyCard } from './WhyCard.tsx'
import { pageWords as w } from './words.ts'

const ProposeSheet = later(() => import('./ProposeSheet.tsx').then((m) => m.ProposeSheet))
const MatrixFileSheet = later(() => import('./MatrixFileSheet.tsx').then((m) => m.MatrixFileSheet))
const yearEdits = ['cell', 'line', 'month', 'total'] as const

/** The year of the company: month × area. The director plans and submits, the general manager approves. */
export default function YearPlan() {
  const [search] = useSearch()
  const { today } = useMe()
  const year = Number(search.year) || Number(today.slice(0, 4)) + (today.slice(5) >= '10-01' ? 1 : 0)
  const seen = api.useSee('targets.year', { year }, { keep: true })
  return (
    <Seen of={seen}>{(answer) => <Plan key={`${answer.year} ${answer.latest?.id}`} answer={answer} />}</Seen>
  )
}

function Plan({ answer }: { answer: YearAnswer }) {
  const { year, latest, areas, frozen } = answer
  const say = useSay()
  const format = useFormat()
  const called = useName()
  const isPhone = useIsPhone()
  const [, setSearch] = useSearch()
  const mayPlan = useMay('targets.saveYear').may
  const [opened, open] = useState<'propose' | 'file' | 'submit' | 'approve' | 'return'>()
  const [compared, compare] = useState<{ from: VersionLine; to: VersionLine }>()
  const [at, moveTo] = useState<Place>({ row: 0, column: Math.min(frozen, 11) })

  const names = new Map(areas.map((area) => [area.id, called(area)]))
  const nameOf = (area: string): string => names.get(area) ?? ''
  const monthName = (month: number): string => format.shortMonth(monthFrom(year, month))
  const draft = usePlanDraft(
    { lines: latest?.lines ?? [], locks: latest?.basis.locks ?? [] },
    frozen,
    nameOf,
    monthName,
  )
  const save = api.useDo('targets.saveYear', {
    onDone: (out) => notice(say(w.saved, { version: out.version })),
  })
  const total = format.money(matrixTotal(draft.lines), 'exact')
  const previous = answer.versions[1]
  return (
    <Page
      title={say(w.yearPlan, { year })}
      sub={
        latest
          ? say(w.sub, { version: latest.version, state: say(w[latest.state]), unit: format.wanUnit })
          : say(w.subNew, { unit: format.wanUnit })
      }
      actions={
        <>
          <Button onClick={() => setSearch({ year: year - 1 })}>{year - 1}</Button>
          <Button onClick={() => setSearch({ year: year + 1 })}>{year + 1}</Button>
          {mayPlan ? (
            <>
              <Button onClick={() => open('propose')}>{say(w.fromHistory)}</Button>
              <Button onClick={() => open('file')}>{say(w.fromFile)}</Button>
            </>
          ) : null}
          {latest && previous ? (
            <Button onClick={() => compare({ from: previous, to: answer.versions[0]! })}>
              {say(w.compareWith, { version: previous.version })}
            </Button>
          ) : null}
          {latest && !isPhone ? <ExportButton view="targets.year" input={{ year }} /> : null}
          <StateActs answer={answer} isChanged={draft.isChanged} onOpen={open} />
        </>
      }
    >
      <Levels
        current="company"
        year={year}
        month={monthFrom(year, at.column + 1 > 12 ? 1 : at.column + 1)}
        area={draft.lines[at.row]?.child ?? areas[0]?.id}
      />
      <RecordNote records={answer.versions.map((v) => v.id)} />
      {draft.lines.length === 0 ? (
        <Empty
          title={say(w.emptyYear, { year })}
          next={say(mayPlan ? w.emptyYearNext : w.emptyYearOther)}
          action={
            mayPlan ? (
              <Button type="primary" onClick={() => open('propose')}>
                {say(w.fromHistory)}
              </Button>
            ) : null
          }
        />
      ) : (
        <>
          {isPhone ? (
            <PhoneMatrix
              year={year}
              draft={draft}
              nameOf={nameOf}
              frozen={frozen}
              label={say(w.area)}
              {...(mayPlan ? { edits: yearEdits } : {})}
            />
          ) : (
            <Matrix
              title={say(w.yearPlan, { year })}
              head={say(w.area)}
              lines={draft.lines}
              locks={draft.locks}
              frozen={frozen}
              moved={draft.moved}
              nameOf={(child) => ({
                name: (
                  <Go to={`/targets/areas/${child}`} search={{ year }} className="plain-link">
                    {nameOf(child)}
                  </Go>
                ),
                note: say(w.shops, { count: areas.find((a) => a.id === child)?.stores ?? 0 }),
              })}
              monthHead={(month) => {
                const festival = answer.festivals.find((f) => f.month === month)
                return {
                  name: monthName(month),
                  ...(festival
                    ? {
                        note: `${say(festival.name)} ${Number(festival.day.slice(5, 7))}/${Number(festival.day.slice(8))}`,
                      }
                    : {}),
                }
              }}
              {...(mayPlan ? { edits: yearEdits } : {})}
              at={at}
              onMove={moveTo}
              onChange={draft.change}
              onLock={draft.toggleLock}
            />
          )}
          <Proof note={<DraftNote draft={draft} />}>
            {say(w.proofYear, { total, count: draft.lines.length })}
          </Proof>
          {mayPlan ? (
            <DraftLine
              draft={draft}
              nextVersion={(latest?.version ?? 0) + 1}
              isBusy={save.isPending || save.isSuccess}
              problem={save.error}
              onSave={(reason) =>
                save.mutate({
                  year,
                  basedOn: latest?.id ?? null,
                  lines: bare(draft.lines),
                  locks: [...draft.locks],
                  origin: draft.origin,
                  reason,
                })
              }
            />
          ) : null}
          <Columns columns="1fr 1fr 1fr">
            <YearWhy
              answer={answer}
              at={at}
              lines={draft.lines}
              name={draft.lines[at.row] ? nameOf(draft.lines[at.row]!.child) : say(w.whyWhole)}
            />
            <VersionsCard versions={answer.versions} onCompare={(from, to) => compare({ from, to })} />
            <NextCard answer={answer} nameOf={nameOf} />
          </Columns>
        </>
      )}
      {opened === 'propose' ? (
        <ProposeSheet
          year={year}
          onClose={() => open(undefined)}
          onTake={(lines) => {
            draft.take(lines, 'proposal')
            open(undefined)
          }}
        />
      ) : null}
      {opened === 'file' ? (
        <MatrixFileSheet
          year={year}
          standing={latest?.lines ?? []}
          frozen={frozen}
          head={say(w.area)}
          nameOf={nameOf}
          onTake={(lines, locks) => {
            draft.take(lines, 'import', locks)
            open(undefined)
          }}
          onClose={() => open(undefined)}
        />
      ) : null}
      {opened && opened !== 'propose' && opened !== 'file' && latest ? (
        <DecideSheet what={opened} version={latest} year={year} onClose={() => open(undefined)} />
      ) : null}
      {compared ? (
        <DifferenceSheet
          {...compared}
          head={say(w.area)}
          year={year}
          nameOf={nameOf}
          onClose={() => compare(undefined)}
        />
      ) : null}
    </Page>
  )
}

function YearWhy({
  answer,
  at,
  lines,
  name,
}: {
  answer: YearAnswer
  at: Place
  lines: Parameters<typeof matrixTotal>[0]
  name: string
}) {
  const format = useFormat()
  const proposal = api.useSee('targets.proposeYear', { year: answer.year })
  const month = Math.min(at.column, 11)
  const area = lines[at.row]
  const of = area ? proposal.data?.areas.find((a) => a.area === area.child)?.months : proposal.data?.company
  const now = area ? area.months[month]! : lines.reduce((all, line) => all + line.months[month]!, 0)
  return (
    <WhyCard
      monthName={format.shortMonth(monthFrom(answer.year, month + 1))}
      name={name}
      reasons={proposal.isPending ? undefined : (of?.[month] ?? null)}
      now={now as never}
    />
  )
}

export const bare = (lines: Parameters<typeof matrixTotal>[0]): { child: string; months: number[] }[] =>
  lines.map(({ child, months }) => ({ child, months: [...months] }))

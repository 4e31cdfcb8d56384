import { useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Row } from '../../../platform/web/parts/Card.tsx'
import { Checkbox } from '../../../platform/web/parts/Choice.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { FormProblem } from '../../../platform/web/parts/FormProblem.tsx'
import { Proof } from '../../../platform/web/parts/Proof.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Loading } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { fitMonths, monthsOff } from '../files/fit.ts'
import { filePageWords as p } from '../files/words.ts'
import { differences, lockKey, matrixTotal } from '../rules.ts'
import type { CellLock, MatrixLine } from '../shape.ts'
import { type AreaFile, api, type YearFile } from './api.ts'
import { type AskedFile, ControlTotals, FileAbout, FileChoice, FileProblems } from './FileParts.tsx'

interface Props {
  year: number
  /** Absent: the company's year. */
  area?: string
  /** What the year plan gives an area. */
  given?: readonly Money[] | null
  standing: readonly MatrixLine[]
  frozen: number
  head: string
  nameOf: (child: string) => string
  onTake: (lines: readonly MatrixLine[], locks: readonly CellLock[]) => void
  onClose: () => void
}

/** The matrix as a sheet that was filled in: read, compared with what stands, and taken as a draft. */
export function MatrixFileSheet(props: Props) {
  const { year, area } = props
  const say = useSay()
  const [asked, ask] = useState<AskedFile>()
  const ofYear = api.useSee('targets.readYearFile', { file: '', ...asked, year }, { when: !!asked && !area })
  const ofArea = api.useSee(
    'targets.readAreaFile',
    { file: '', ...asked, year, area: area ?? '' },
    { when: !!asked && !!area },
  )
  const seen = area ? ofArea : ofYear
  return (
    <Read key={JSON.stringify(asked)} {...props} found={seen.data} asked={asked} onAsk={ask}>
      <FileChoice
        view={area ? 'targets.area' : 'targets.year'}
        input={area ? { area, year } : { year }}
        isChosen={asked !== undefined}
        onSent={(file) => ask({ file })}
      />
      {asked && seen.isPending ? <Loading lines={4} /> : null}
      {seen.error ? <FormProblem problem={seen.error} /> : null}
      {asked ? null : <p className="note">{say(p.takeNote)}</p>}
    </Read>
  )
}

function Read(
  props: Props & {
    found: YearFile | AreaFile | undefined
    asked: AskedFile | undefined
    onAsk: (asked: AskedFile) => void
    children: React.ReactNode
  },
) {
  const { year, given, standing, frozen, nameOf, found, asked, onAsk, onTake, onClose } = props
  const say = useSay()
  const format = useFormat()
  const off = found && given ? monthsOff(found.lines, given) : []
  const [isFitted, setFitted] = useState(false)
  const fitted = found && given && isFitted ? fitMonths(found.lines, given, frozen) : undefined
  const lines = fitted && !isRefusal(fitted) ? fitted : found?.lines
  const mayTake = lines !== undefined && (off.length === 0 || (fitted !== undefined && !isRefusal(fitted)))
  const changed = lines ? differences(standing, lines) : []
  const money = (amount: Money) => format.money(amount, 'exact')
  return (
    <Sheet
      title={say(p.title)}
      width={620}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            type="primary"
            size="large"
            disabled={!mayTake || changed.length === 0}
            onClick={() => lines && onTake(lines, isFitted ? [] : (found?.given ?? []))}
          >
            {say(p.take)}
          </Button>
        </div>
      }
    >
      {props.children}
      {found && lines && asked ? (
        <>
          <FileAbout about={found} changed={changed.length} asked={asked} onAsk={onAsk} />
          <ControlTotals>
            <Row name={say(p.sumRead)}>{money(found.sum)}</Row>
            {found.stated === null ? null : <Row name={say(p.sumStated)}>{money(found.stated)}</Row>}
            <Row name={say(p.sumBefore)}>{money(found.before)}</Row>
            <Row name={say(p.sumAfter)}>{money(matrixTotal(lines))}</Row>
            {given ? <Row name={say(p.given)}>{money(total(given))}</Row> : null}
          </ControlTotals>
          {given ? (
            off.length === 0 || mayTake ? (
              <Proof>{say(p.marginsHold)}</Proof>
            ) : (
              <Proof holds={false}>
                {say(p.marginsOff, {
                  months: off
                    .map(({ month }) => format.shortMonth(monthFrom(year, month)))
                    .join(say(['、', ', '])),
                  by: format.signedMoney(cents(off.reduce((sum, { by }) => sum + by, 0))),
                })}
              </Proof>
            )
          ) : null}
          {off.length > 0 ? (
            <Checkbox checked={isFitted} onChange={(event) => setFitted(event.target.checked)}>
              {say(p.fit)}
            </Checkbox>
          ) : null}
          {found.missing.length > 0 ? (
            <p className="note">
              {say(p.missing, {
                names: found.missing
                  .slice(0, 12)
                  .map(nameOf)
                  .join(say(['、', ', '])),
              })}
            </p>
          ) : null}
          <FileProblems problems={found.problems} more={found.more} />
          {changed.length === 0 ? (
            <p>{say(p.same)}</p>
          ) : (
            <DataTable
              label={say(p.changedCells)}
              rows={changed.slice(0, 200)}
              keyOf={lockKey}
              columns={[
                { key: 'name', head: props.head, cell: (c) => nameOf(c.child) },
                { key: 'month', head: '', cell: (c) => format.shortMonth(monthFrom(year, c.month)) },
                {
                  key: 'before',
                  head: say(p.sumBefore),
                  kind: 'figure',
                  desk: true,
                  cell: (c) => format.plain(c.before),
                },
                { key: 'after', head: say(p.sumAfter), kind: 'figure', cell: (c) => format.plain(c.after) },
              ]}
            />
          )}
        </>
      ) : null}
    </Sheet>
  )
}

const total = (months: readonly Money[]): Money =>
  cents(months.reduce<number>((sum, amount) => sum + amount, 0))

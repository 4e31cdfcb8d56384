import { useState } from 'react'
import { monthFrom } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { Sheet } from '../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { lockKey } from '../rules.ts'
import { api, type VersionLine } from './api.ts'
import { pageWords as w } from './words.ts'

/** Who saved which version, when and why; two of them can be laid side by side. */
export function VersionsCard({
  versions,
  onCompare,
}: {
  versions: readonly VersionLine[]
  onCompare: (from: VersionLine, to: VersionLine) => void
}) {
  const say = useSay()
  const format = useFormat()
  const [shown, setShown] = useState(4)
  const made = (v: VersionLine): string =>
    v.reason ??
    say(
      v.origin === 'proposal'
        ? w.fromProposal
        : v.origin === 'cascade'
          ? w.byCascade
          : v.origin === 'import'
            ? w.byImport
            : w.noReason,
    )
  return (
    <Card title={say(w.versions)}>
      <ul className="versions">
        {versions.slice(0, shown).map((version, i) => {
          const previous = versions[i + 1]
          return (
            <li key={version.id}>
              <b>{say(w.versionLine, { version: version.version })}</b> {format.instant(version.madeAt)}{' '}
              {version.madeByName}
              {say(['：', ': '])}
              {made(version)}
              {version.decisions.map((d) => (
                <div key={`${d.kind} ${d.at}`} className="note">
                  {format.instant(d.at)}{' '}
                  {say(
                    {
                      submitted: w.submittedBy,
                      approved: w.approvedBy,
                      returned: w.returnedBy,
                      released: w.releasedBy,
                    }[d.kind],
                    { who: d.byName, reason: d.reason ?? '' },
                  )}
                </div>
              ))}
              {previous ? (
                <div>
                  <button type="button" onClick={() => onCompare(previous, version)}>
                    {say(w.compareWith, { version: previous.version })}
                  </button>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
      {versions.length > shown ? (
        <Button onClick={() => setShown(shown + 10)}>+{versions.length - shown}</Button>
      ) : null}
    </Card>
  )
}

/** Cell by cell, what two versions differ in. */
export function DifferenceSheet(props: {
  from: VersionLine
  to: VersionLine
  year: number
  /** What a line is: an area or a store. */
  head: string
  nameOf: (child: string) => string
  onClose: () => void
}) {
  const { from, to, year, nameOf, onClose } = props
  const say = useSay()
  const format = useFormat()
  const seen = api.useSee('targets.difference', { from: from.id, to: to.id })
  return (
    <Sheet title={say(w.difference, { from: from.version, to: to.version })} onClose={onClose} width={620}>
      <Seen of={seen}>
        {({ cells, by }) =>
          cells.length === 0 ? (
            <p>{say(w.same)}</p>
          ) : (
            <>
              <p className="note">
                {say(w.differenceSum, { count: cells.length, by: format.signedMoney(by as never) })}
              </p>
              <DataTable
                label={say(w.difference, { from: from.version, to: to.version })}
                rows={cells}
                keyOf={lockKey}
                columns={[
                  { key: 'name', head: props.head, cell: (c) => nameOf(c.child) },
                  {
                    key: 'month',
                    head: say(w.monthPick),
                    cell: (c) => format.shortMonth(monthFrom(year, c.month)),
                  },
                  {
                    key: 'before',
                    head: say(w.before),
                    kind: 'figure',
                    desk: true,
                    cell: (c) => format.plain(c.before),
                  },
                  { key: 'after', head: say(w.after), kind: 'figure', cell: (c) => format.plain(c.after) },
                  {
                    key: 'by',
                    head: '±',
                    kind: 'figure',
                    cell: (c) => format.signedMoney((c.after - c.before) as never),
                  },
                ]}
              />
            </>
          )
        }
      </Seen>
    </Sheet>
  )
}

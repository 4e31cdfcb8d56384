import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type Progress } from './api.ts'

type Line = Progress['stores'][number]

/** Store by store, those that have not finished first. */
export function ProgressTable({ seen, id }: { seen: Progress; id: string }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const isPhone = useIsPhone()
  const remind = api.useDo('notices.remind', {
    onDone: ({ reminded }) => notice(say(p.reminded, { count: reminded })),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  if (seen.stores.length === 0) return null
  const isStanding = seen.state === 'inForce' || seen.state === 'over'
  const told = (s: Line) => {
    if (s.dueAt === null) return '—'
    if (s.relayedAt === null)
      return <span className={s.isLate ? 'tone-missed' : ''}>{say(p.notToldYet)}</span>
    return f.instant(s.relayedAt)
  }
  const namesOf = (s: Line) =>
    s.unread.map((u) => (u.away ? say(p.awayName, { name: u.name }) : u.name)).join(say(p.comma))
  const columns: Column<Line>[] = [
    {
      key: 'store',
      head: say(p.store),
      cell: (s) => (
        <>
          {name(s)}
          {isPhone && s.unread.length > 0 ? <span className="bulletin-under">{namesOf(s)}</span> : null}
        </>
      ),
      sortBy: (s) => s.code,
    },
    { key: 'manager', head: say(p.manager), cell: (s) => s.manager ?? '—', desk: true },
    { key: 'told', head: say(p.toldHead), cell: told, sortBy: (s) => s.relayedAt ?? '' },
    {
      key: 'read',
      head: say(p.readHead),
      kind: 'figure',
      cell: (s) => `${s.read}/${s.people}`,
      sortBy: (s) => (s.people === 0 ? 1 : s.read / s.people),
      mark: (s) => (s.completeAt ? 'done' : s.isLate ? 'missed' : undefined),
    },
    {
      key: 'unread',
      head: say(p.unreadHead),
      cell: (s) => <span className="bulletin-names">{namesOf(s)}</span>,
      desk: true,
    },
    {
      key: 'remind',
      head: '',
      desk: true,
      cell: (s) =>
        isStanding && s.dueAt !== null && s.completeAt === null ? (
          <Button size="small" onClick={() => remind.mutate({ id, store: s.store })}>
            {say(p.remindOne)}
          </Button>
        ) : null,
    },
  ]
  const rows = [...seen.stores].sort((a, b) => rank(a) - rank(b))
  return <DataTable label={say(p.progress)} columns={columns} rows={rows} keyOf={(s) => s.store} />
}

const rank = (s: Line): number =>
  s.dueAt === null ? Number(s.read === s.people) : s.completeAt ? 3 : s.relayedAt ? 2 : s.isLate ? 0 : 1

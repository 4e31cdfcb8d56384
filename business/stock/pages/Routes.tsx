import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../platform/web/parts/DataTable.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { ShipmentSeen } from '../arrival-view-tables.ts'
import { p } from '../page-words.ts'
import { routesOf } from './route-sums.ts'

/** Which carrier or route came in time, the least punctual first. */
export function Routes({ shipments, today }: { shipments: readonly ShipmentSeen[]; today: string }) {
  const say = useSay()
  const f = useFormat()
  const routes = routesOf(shipments, today)
  if (routes.length === 0) return null
  return (
    <Card kind="flush" title={say(p.routes)}>
      <DataTable
        label={say(p.routes)}
        isFramed={false}
        rows={routes}
        keyOf={(r) => r.carrier ?? ''}
        columns={[
          {
            key: 'carrier',
            head: say(p.carrier),
            cell: (r) => (r.carrier === null ? say(p.noCarrier) : <span translate="no">{r.carrier}</span>),
          },
          { key: 'came', head: say(p.cameN), kind: 'figure', cell: (r) => f.count(r.came) },
          {
            key: 'inTime',
            head: say(p.onTimeRate),
            kind: 'figure',
            cell: (r) => (r.came > 0 ? f.percent(r.inTime / r.came) : '—'),
          },
          {
            key: 'late',
            head: say(p.late),
            kind: 'figure',
            cell: (r) => f.count(r.late),
            mark: (r) => (r.late > 0 ? 'late' : undefined),
          },
        ]}
      />
    </Card>
  )
}

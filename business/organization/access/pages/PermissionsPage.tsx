import { useState } from 'react'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { type Position, positionName, positionsInOrder } from '../../../../platform/web/positions.ts'
import { useSay } from '../../../../platform/web/say.ts'
import type { Permission } from '../permissions.ts'
import { api } from './api.ts'
import { w } from './words.ts'
import './permissions.css'

/** The declared table, as the guard reads it: every operation by business area, who may and how far. */
export default function PermissionsPage() {
  const say = useSay()
  const [text, type] = useState('')
  const [position, choose] = useState<Position | 'all'>('all')
  const table = api.useSee('access.permissions', {})
  const wanted = (p: Permission): boolean =>
    (position === 'all' || typeof p.who === 'string' || p.who.some((s) => s.position === position)) &&
    `${p.says.join(' ')} ${p.name}`.toLowerCase().includes(text.trim().toLowerCase())
  return (
    <Page
      title={say(w.permissions)}
      sub={say(w.sub)}
      actions={<ExportButton view="access.permissions" input={{}} />}
    >
      <div className="permissions-search">
        <Input
          type="search"
          aria-label={say(w.search)}
          placeholder={say(w.search)}
          value={text}
          maxLength={60}
          onChange={(e) => type(e.target.value)}
        />
        <Select<Position | 'all'>
          aria-label={say(w.position)}
          value={position}
          onChange={choose}
          options={[
            { value: 'all', label: say(w.allPositions) },
            ...positionsInOrder().map((p) => ({ value: p, label: say(positionName(p)) })),
          ]}
        />
      </div>
      <Seen of={table}>
        {({ operations, areas }) => {
          const groups = areas
            .map(({ area, says }) => ({
              area,
              says,
              rows: operations.filter((p) => p.area === area && wanted(p)),
            }))
            .filter(({ rows }) => rows.length > 0)
          return groups.length === 0 ? (
            <Card>
              <Empty title={say(w.nothing)} next={say(w.nothingNext)} />
            </Card>
          ) : (
            groups.map(({ area, says, rows }) => (
              <Card key={area} title={say(says)} extra={say(w.count, { count: rows.length })}>
                <ul className="permissions">
                  {rows.map((p) => (
                    <One key={p.name} permission={p} />
                  ))}
                </ul>
              </Card>
            ))
          )
        }}
      </Seen>
    </Page>
  )
}

function One({ permission: p }: { permission: Permission }) {
  const say = useSay()
  return (
    <li>
      <span className="permissions-kind">{say(p.kind === 'view' ? w.see : w.do)}</span>
      <div>
        <b>{say(p.says)}</b>
        <code>{p.name}</code>
      </div>
      <p>
        {typeof p.who === 'string' ? (
          <span>{say(w[p.who])}</span>
        ) : (
          p.who.map((s) => (
            <span key={s.position}>
              {say(positionName(s.position))} <i>{say(w[s.reach])}</i>
            </span>
          ))
        )}
        {p.stepUp ? <strong>{say(w.stepUp)}</strong> : null}
      </p>
    </li>
  )
}

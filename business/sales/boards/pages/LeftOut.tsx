import { Card, Row, Rows } from '../../../../platform/web/parts/Card.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import type { StoreProgress, YearAlignment } from '../shape.ts'

/** Stores that take no part in same-store growth, each with its reason. */
export function LeftOut({ stores, by }: { stores: readonly StoreProgress[]; by: YearAlignment }) {
  const say = useSay()
  const name = useName()
  const out = stores.flatMap((s) => {
    const year = s.years.find((y) => y.alignment === by)
    return year?.leftOut ? [{ store: s, ...year.leftOut }] : []
  })
  if (out.length === 0) return null
  return (
    <Card title={say(w.leftOut)} sub={say(w.leftOutHow)}>
      <Rows>
        {out.map(({ store, reason, facts }) => (
          <Row key={store.store} name={name(store)}>
            {say(reason, facts)}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

import type { Month } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'

/** How far the month has come down in each store. */
export function StoresCard({ area, month }: { area?: string; month: Month }) {
  const say = useSay()
  const format = useFormat()
  const called = useName()
  const seen = api.useSee('targets.places', { month }, { keep: true })
  return (
    <Card title={`${say(w.storesUnder)} · ${format.shortMonth(month)}`}>
      <Seen of={seen}>
        {({ stores }) => (
          <Rows>
            {stores
              .filter((s) => !area || s.area === area)
              .slice(0, 60)
              .map((store) => (
                <Row
                  key={store.id}
                  name={
                    <Go to={`/targets/stores/${store.id}`} search={{ month }} className="plain-link">
                      {called(store)}
                    </Go>
                  }
                >
                  <span className="num">
                    {store.total === null ? say(w.noTarget) : format.wan(store.total)}
                  </span>{' '}
                  {store.total === null ? null : (
                    <span className="note">{say(store.split ? w.splitYes : w.splitNo)}</span>
                  )}
                </Row>
              ))}
          </Rows>
        )}
      </Seen>
    </Card>
  )
}

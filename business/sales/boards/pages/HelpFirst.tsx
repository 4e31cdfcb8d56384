import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useMay, useName } from '../../../../platform/web/session.ts'
import { factorNames } from '../../metrics/words.ts'
import { w } from '../page-words.ts'
import type { Help } from '../scope-rules.ts'
import type { StoreProgress } from '../shape.ts'
import { actOf, placeOf, showFactor } from './factors.ts'

/** Shown at first: as many as somebody can help in a day. */
const first = 5

/** 先帮谁: where something can still be won back, why it is behind, and the act that helps. */
export function HelpFirst(props: {
  help: readonly Help[]
  stores: readonly StoreProgress[]
  day: string | undefined
  /** How many are shown at first. */
  most?: number
}) {
  const { help, stores, day, most = first } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const language = useLanguage()
  const [isAll, showAll] = useState(false)
  const { may: mayDirect } = useMay('directives.giveStore')
  if (help.length === 0) {
    return (
      <Card title={say(w.helpFirst)}>
        <Empty title={say(w.helpNobody)} next={say(w.helpNobodyNext)} />
      </Card>
    )
  }
  return (
    <Card title={say(w.helpFirst)} sub={say(w.helpHow)}>
      <ol className="help">
        {help.slice(0, isAll ? help.length : most).map(({ store, winBack, lack, chance, cause }) => {
          const seen = stores.find((s) => s.store === store)
          if (!seen) return null
          return (
            <li key={store}>
              <div className="help-head">
                <b>{name(seen)}</b>
                <b className="num help-amount">{f.wan(winBack)}</b>
              </div>
              <p>
                {say(w.shortChance, {
                  lack: f.wan(lack),
                  chance: chance < 0.01 ? say(w.tinyChance) : f.percent(chance),
                })}
              </p>
              <p>
                {cause
                  ? say(w.causeFrom, {
                      factor: say(factorNames[cause.factor]),
                      from: showFactor(cause, cause.from, language),
                      to: showFactor(cause, cause.to, language),
                    })
                  : say(w.causeUnknown)}
              </p>
              <div className="help-acts">
                <Go to={`/board/stores/${store}`} search={{ day, see: placeOf(cause?.factor) }}>
                  {say(actOf(cause?.factor))}
                </Go>
                {mayDirect ? (
                  <Go to="/directives/new" search={{ store, factor: cause?.factor }}>
                    {say(w.direct)}
                  </Go>
                ) : null}
              </div>
            </li>
          )
        })}
      </ol>
      {help.length > most && !isAll ? (
        <Button type="text" onClick={() => showAll(true)}>
          {say(w.helpMore, { count: help.length - most })}
        </Button>
      ) : null}
    </Card>
  )
}

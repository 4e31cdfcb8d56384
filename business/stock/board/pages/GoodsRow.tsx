import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { coreSizes } from '../../../goods/rules.ts'
import { Garment } from '../../pages/Garment.tsx'
import { figureName, figureOf } from '../figures.ts'
import { w } from '../page-words.ts'
import { weeksOfSupply } from '../rules.ts'
import { weeks } from '../shape.ts'
import type { ShadeSeen } from './api.ts'

const firstOnPhone = 6

/** Goods as people look at them: the garment in its colour, how it sells, and its size run with the gaps. */
export function GoodsRow(props: {
  title: string
  sub: string
  shades: readonly ShadeSeen[]
  none: string
  isOne: boolean
  isSlow?: boolean
}) {
  const { title, sub, shades, none, isOne, isSlow = false } = props
  const say = useSay()
  const isPhone = useIsPhone()
  const [isUnfolded, unfold] = useState(false)
  const first = isPhone && !isUnfolded ? shades.slice(0, firstOnPhone) : shades
  return (
    <Card title={title} sub={sub}>
      {shades.length === 0 ? (
        <Empty title={none} />
      ) : (
        <ul className="board-goods">
          {first.map((shade) => (
            <Piece key={`${shade.style} ${shade.color}`} shade={shade} isOne={isOne} isSlow={isSlow} />
          ))}
        </ul>
      )}
      {first.length < shades.length ? (
        <div className="board-more">
          <Button onClick={() => unfold(true)}>{say(w.more, { n: shades.length - first.length })}</Button>
        </div>
      ) : null}
    </Card>
  )
}

function Piece({ shade, isOne, isSlow }: { shade: ShadeSeen; isOne: boolean; isSlow: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { facts, run, sizes } = shade
  const cover = weeksOfSupply(facts)
  const core = new Set(coreSizes(sizes))
  const [shown, color] =
    f.language === 'en'
      ? [shade.nameEn ?? shade.name, shade.colorEn ?? shade.color]
      : [shade.name, shade.color]
  return (
    <li>
      <div className="board-picture">
        {shade.picture ? (
          <img src={shade.picture} alt="" loading="lazy" />
        ) : (
          <Garment category={shade.category} name={shade.name} swatch={shade.swatch} />
        )}
        {facts.broken > 0 ? (
          <Chip tone="late">{isOne ? say(w.brokenHere) : say(w.brokenIn, { n: facts.broken })}</Chip>
        ) : null}
      </div>
      <b>{shown}</b>
      <small>
        {shade.code} · {color}
      </small>
      <p className="board-facts">
        <strong className="num">
          {isSlow
            ? say(w.there, { n: f.count(facts.onHand) })
            : say(w.sold, { weeks, n: f.count(facts.soldLately) })}
        </strong>
        <span>
          {cover === undefined
            ? say(w.noPace)
            : say(w.cover, { n: cover >= 100 ? '99+' : cover.toFixed(cover < 10 ? 1 : 0) })}
        </span>
        <span>
          {figureName('sellThroughRate', f.language)} {figureOf('sellThroughRate', facts)}
        </span>
      </p>
      <ol className="board-run">
        {sizes.map((size, i) => {
          const n = run[i] ?? 0
          const state = n > 0 ? 'is-there' : core.has(size) ? 'is-torn' : 'is-gap'
          return (
            <li key={size} className={state}>
              <span translate="no">{size}</span>
              <b className="num">{f.count(n)}</b>
            </li>
          )
        })}
      </ol>
    </li>
  )
}

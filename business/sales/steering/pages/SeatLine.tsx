import { useFormat } from '../../../../platform/web/format.ts'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { showFactor } from '../../boards/pages/factors.ts'
import type { GapPart } from '../../metrics/gap.ts'
import { factorNames } from '../../metrics/words.ts'
import { p } from '../page-words.ts'
import { lackOf } from '../rules.ts'
import type { SeatFigures } from '../shape.ts'

/** 预计差 ¥3.2万 · 完成的机会 18% · 进度 91% */
export function LackLine({ figures }: { figures: SeatFigures }) {
  const say = useSay()
  const f = useFormat()
  const chance = figures.chance < 0.01 ? say(p.tinyChance) : f.percent(figures.chance)
  return (
    <p className="seat-lack">
      {say(p.lackAndChance, { lack: f.wan(lackOf(figures)), chance })}
      {figures.pace === null ? null : ` · ${say(p.pace, { pace: f.percent(figures.pace) })}`}
    </p>
  )
}

/** 成交率 11.2% → 8.7%，少 ¥1.9万 */
export function useCauseText(): (part: GapPart | null | undefined) => string {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  return (part) =>
    part
      ? say(p.causeIs, {
          factor: say(factorNames[part.factor]),
          from: showFactor(part, part.from, language),
          to: showFactor(part, part.to, language),
          amount: f.wan(Math.abs(part.amount) as typeof part.amount),
        })
      : say(p.causeUnknown)
}

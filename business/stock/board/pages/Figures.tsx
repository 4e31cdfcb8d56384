import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { explained, figureCodes, figureName, figureOf, figures } from '../figures.ts'
import { w } from '../page-words.ts'
import { type StockFacts, weeks } from '../shape.ts'
import { figureWords } from '../words.ts'

/** The figures of some goods; each opens what it is made of. */
export function Figures({ facts }: { facts: StockFacts }) {
  const say = useSay()
  const f = useFormat()
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(figureWords.onHand)}
        value={f.count(facts.onHand)}
        unit={say(w.pieces)}
        note={f.money(facts.value)}
        explain={{ definition: `${say(figureWords.onHandIs)} · ${say(figureWords.valueIs)}`, version: '1' }}
      />
      {figureCodes.map((code) => (
        <Figure
          key={code}
          size="strip"
          label={figureName(code, f.language)}
          value={figureOf(code, facts)}
          unit={figures[code].unit === 'weeks' ? say(w.weeksUnit) : undefined}
          note={`${f.count(figures[code].above[1](facts))} / ${code === 'weeksOfSupply' ? facts.pace.toFixed(1) : f.count(figures[code].below[1](facts))}`}
          explain={explained(code, facts, f.language)}
        />
      ))}
      <Figure
        size="strip"
        label={say(figureWords.soldLately, { weeks })}
        value={f.count(facts.soldLately)}
        unit={say(w.pieces)}
      />
    </FigureStrip>
  )
}

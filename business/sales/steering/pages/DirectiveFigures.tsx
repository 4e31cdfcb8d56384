import { useFormat } from '../../../../platform/web/format.ts'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { showFactor } from '../../boards/pages/factors.ts'
import { factorNames } from '../../metrics/words.ts'
import { p } from '../page-words.ts'
import type { SeatFigures } from '../shape.ts'
import type { Row } from './api.ts'

/** The figure when it was given, when it was answered, and now: side by side, so that nobody need believe anybody. */
export function DirectiveFigures({ row, now }: { row: Row; now: SeatFigures | null }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const answered = row.steps.findLast((s) => s.figures)?.figures ?? null
  const sides = [
    { key: 'then', head: p.whenGiven, figures: row.figures },
    // Answered on the day it was given, both stand at the same close.
    ...(answered && answered.asOf !== row.figures?.asOf
      ? [{ key: 'answered', head: p.atAnswer, figures: answered }]
      : []),
    ...(now && now.asOf !== (answered ?? row.figures)?.asOf
      ? [{ key: 'now', head: p.now, figures: now }]
      : []),
  ]
  const { factor } = row
  const partOf = (s: SeatFigures) => s.parts.find((part) => part.factor === factor)
  const rows: { key: string; name: string; write: (s: SeatFigures) => string }[] = [
    { key: 'net', name: say(p.monthSold), write: (s) => f.wan(s.net) },
    { key: 'pace', name: say(p.paceHead), write: (s) => (s.pace === null ? '—' : f.percent(s.pace, 1)) },
    { key: 'off', name: say(p.lackHead), write: (s) => f.signedWan(s.off) },
    ...(factor
      ? [
          {
            key: 'factor',
            name: say(factorNames[factor]),
            write: (s: SeatFigures) => {
              const part = partOf(s)
              return part ? showFactor(part, part.to, language) : '—'
            },
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={say(p.figureIs)}
      rows={rows}
      keyOf={(r) => r.key}
      columns={[
        { key: 'name', head: say(p.figure), cell: (r) => r.name },
        ...sides.map((side) => ({
          key: side.key,
          head: say(side.head),
          unit: side.figures ? f.day(side.figures.asOf) : '',
          kind: 'figure' as const,
          cell: (r: (typeof rows)[number]) => (side.figures ? r.write(side.figures) : '—'),
        })),
      ]}
    />
  )
}

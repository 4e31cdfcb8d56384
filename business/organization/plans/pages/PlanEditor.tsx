import { useId, useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { drop, keep, readKept } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Columns } from '../../../../platform/web/parts/Page.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { crossed, fitted, roomFor } from '../rules.ts'
import { grid, leastSide, type Placed, type Zone, zones } from '../shape.ts'
import { zoneWords } from '../words.ts'
import { api, type PlanSeen } from './api.ts'
import { DrawBoard } from './DrawBoard.tsx'

interface Draft {
  readonly id: string
  readonly from: Day
  readonly placed: readonly Placed[]
}

/** The next plan, begun with the one in force: a zone at a time, with the finger, the keys or by numbers. */
export function PlanEditor({ seen, onClose }: { seen: PlanSeen; onClose: () => void }) {
  const say = useSay()
  const f = useFormat()
  const key = `floorPlan.${seen.store.id}.${seen.count}`
  const [draft, write] = useState<Draft>(() => {
    const kept = readKept<Draft>(key)
    const fresh = { id: newId(), from: seen.today, placed: seen.drawn[0]?.zones ?? seen.current.zones }
    return kept ? { ...fresh, ...kept, from: kept.from < seen.today ? seen.today : kept.from } : fresh
  })
  const [zone, choose] = useState<Zone>(draft.placed[0]?.zone ?? 'floor')
  const set = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    write(next)
    keep(key, next)
  }
  const end = () => {
    drop(key)
    onClose()
  }
  const save = api.useDo('floorPlans.draw', {
    onDone: () => {
      notice(say(p.saved, { day: f.day(draft.from) }))
      end()
    },
  })
  const { placed } = draft
  const here = placed.find((z) => z.zone === zone)
  const room = roomFor(zone, placed)
  const lying = crossed(placed)
  const put = (next: Placed) => set({ placed: [...placed.filter((z) => z.zone !== next.zone), fitted(next)] })
  const saying = lying.map((z) => say(zoneWords[z])).join(say(p.comma))
  const wrong = wrongFields(save.error)
  return (
    <>
      <Columns columns="minmax(0, 3fr) minmax(0, 2fr)">
        <Card>
          <p className="note">{say(p.howTo)}</p>
          <DrawBoard placed={placed} zone={zone} lying={lying} onPut={put} />
        </Card>
        <Card>
          <div className="plan-fields">
            <div className="field">
              <b>{say(p.which)}</b>
              <Choices<Zone>
                label={say(p.which)}
                value={zone}
                options={zones.map((z) => ({
                  key: z,
                  label: `${placed.some((one) => one.zone === z) ? '✓ ' : ''}${say(zoneWords[z])}`,
                }))}
                onChange={choose}
              />
            </div>
            {here ? (
              <>
                <Numbers of={here} onChange={put} />
                <Button onClick={() => set({ placed: placed.filter((z) => z.zone !== zone) })}>
                  {say(p.off)}
                </Button>
              </>
            ) : (
              <Act offBecause={room ? undefined : say(p.noRoom)} onClick={() => room && put(room)}>
                {say(p.on)}
              </Act>
            )}
            <div className="field">
              <b>{say(p.from)}</b>
              <DayInput
                label={say(p.from)}
                value={draft.from}
                min={seen.today}
                onChange={(from) => set({ from })}
              />
              <Wrong text={wrong.from} />
            </div>
            <Button type="text" onClick={() => set({ placed: seen.ready })}>
              {say(p.fromReady)}
            </Button>
          </div>
        </Card>
      </Columns>
      {save.error ? <FormProblem problem={save.error} /> : null}
      <StickyBar note={say(p.zoneCount, { count: placed.length })}>
        <Button size="large" onClick={end}>
          {say(p.cancel)}
        </Button>
        <Act
          type="primary"
          size="large"
          may="floorPlans.draw"
          loading={save.isPending}
          offBecause={
            placed.length === 0
              ? say(p.none)
              : lying.length > 0
                ? say(p.crossed, { zones: saying })
                : undefined
          }
          onClick={() =>
            save.mutate({
              id: draft.id,
              store: seen.store.id,
              from: draft.from,
              basedOn: seen.count,
              zones: [...placed],
            })
          }
        >
          {say(p.save)}
        </Act>
      </StickyBar>
    </>
  )
}

/** The rectangle in cells: for who draws neither with a finger nor with the keys, and to be exact. */
function Numbers({ of, onChange }: { of: Placed; onChange: (next: Placed) => void }) {
  const say = useSay()
  const id = useId()
  const sides = [
    ['x', p.left, 0, grid.wide - of.wide],
    ['y', p.top, 0, grid.deep - of.deep],
    ['wide', p.wide, leastSide, grid.wide - of.x],
    ['deep', p.deep, leastSide, grid.deep - of.y],
  ] as const
  return (
    <div className="plan-numbers">
      {sides.map(([side, words, least, most]) => (
        <label key={side} className="field" htmlFor={`${id}${side}`}>
          <b>{say(words)}</b>
          <InputNumber
            id={`${id}${side}`}
            inputMode="numeric"
            size="large"
            precision={0}
            min={least}
            max={most}
            value={of[side]}
            suffix={say(p.cells)}
            onChange={(value) => value !== null && onChange({ ...of, [side]: value })}
          />
        </label>
      ))}
    </div>
  )
}

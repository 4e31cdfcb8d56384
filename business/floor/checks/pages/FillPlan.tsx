import { useEffect } from 'react'
import { useSay } from '../../../../platform/web/say.ts'
import { PlanPicture } from '../../../organization/plans/pages/PlanPicture.tsx'
import type { FloorPlan, Zone } from '../../../organization/plans/shape.ts'
import { p } from '../page-words.ts'
import type { CheckItem } from '../shape.ts'
import { zoneStateWords } from '../words.ts'
import { filledState } from '../zone-rules.ts'
import { type FillDraft, isSaid } from './fill-draft.ts'
import { zoneLooks } from './zone-look.ts'
import './zones.css'

/** The zones of the sheet being filled in, on the plan: how far each is; pressed, one stands before its items. */
export function FillPlan(props: {
  plan: FloorPlan
  items: readonly CheckItem[]
  draft: FillDraft
  /** The zone for which the sheet was opened. */
  asked: string | undefined
}) {
  const { plan, items, draft, asked } = props
  const say = useSay()
  useEffect(() => {
    if (asked) standAt(asked)
  }, [asked])
  const of = (zone: Zone) => items.filter((i) => i.zone === zone)
  const shown = plan.zones.filter((z) => of(z.zone).length > 0)
  if (shown.length < 2) return null
  const said = new Set(items.filter((i) => isSaid(draft.answers[i.code], i)).map((i) => i.code))
  const wrong = new Set(items.filter((i) => draft.answers[i.code]?.inOrder === false).map((i) => i.code))
  return (
    <div className="check-plan">
      <PlanPicture
        zones={shown}
        look={(zone) => {
          const here = of(zone)
          const state = filledState(here, said, wrong)
          const counted = { done: here.filter((i) => said.has(i.code)).length, of: here.length }
          return {
            ...zoneLooks[state],
            words: say(p.zoneItems, { state: say(zoneStateWords[state]), ...counted }),
            note: say(p.zoneDone, counted),
          }
        }}
        onPress={standAt}
      />
    </div>
  )
}

function standAt(zone: string): void {
  const heading = document.querySelector<HTMLElement>(`#zone-${CSS.escape(zone)} h2`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

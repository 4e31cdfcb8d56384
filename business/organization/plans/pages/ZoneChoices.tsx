import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import { type Zone, zones } from '../shape.ts'
import { zoneWords } from '../words.ts'
import { api } from './api.ts'

/** The zones of a store's plan as choices; nothing where the plan cannot be seen. */
export function ZoneChoices(props: { store: string; value: string; onChange: (zone: Zone) => void }) {
  const { store, value, onChange } = props
  const say = useSay()
  const plan = api.useSee('floorPlans.ofStore', { store }, { keep: true })
  const drawn = plan.data?.current.zones ?? []
  if (drawn.length === 0) return null
  return (
    <Choices<Zone>
      label={say(p.picture)}
      value={zones.find((z) => z === value)}
      options={zones
        .filter((zone) => drawn.some((z) => z.zone === zone))
        .map((zone) => ({ key: zone, label: say(zoneWords[zone]) }))}
      onChange={onChange}
    />
  )
}

import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { type Step, Steps } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds } from '../../../platform/web/session.ts'
import { pageWords as w } from './words.ts'

export type Level = 'company' | 'area' | 'store' | 'person'

/** Where one stands in the chain, with the way to the levels that one may open. */
export function Levels(props: {
  current: Level
  year: number
  month?: string
  area?: string | undefined
  store?: string | undefined
}) {
  const say = useSay()
  const seesCompany = useHolds('generalManager', 'operationsDirector', 'finance')
  const seesArea = useHolds('generalManager', 'operationsDirector', 'finance', 'areaManager')
  const { year, month, area, store } = props
  const isPhone = useIsPhone()
  const steps: Step[] = [
    {
      key: 'company',
      label: say(w.levelCompany),
      ...(seesCompany ? { to: '/targets', search: { year } } : {}),
    },
    {
      key: 'area',
      label: say(w.levelArea),
      ...(seesArea && area ? { to: `/targets/areas/${area}`, search: { year } } : {}),
    },
    {
      key: 'store',
      label: say(w.levelStore),
      ...(store ? { to: `/targets/stores/${store}`, search: { month } } : {}),
    },
    {
      key: 'person',
      label: say(w.levelPerson),
      ...(store ? { to: `/targets/stores/${store}`, search: { month, part: 'people' } } : {}),
    },
  ]
  // On the phone only the levels that this person may open: the rest is somebody else's.
  const shown = isPhone ? steps.filter((step) => step.to || step.key === props.current) : steps
  return <Steps current={props.current} steps={shown} {...(isPhone ? {} : { note: say(w.levelNote) })} />
}

import { lazy } from 'react'
import { useHolds } from '../../../platform/web/session.ts'

const YearPlan = lazy(() => import('./YearPlan.tsx'))
const AreaPlan = lazy(() => import('./AreaPlan.tsx'))
const StoreMonth = lazy(() => import('./StoreMonth.tsx'))

/** Everybody starts at the level that is theirs to split. */
export default function TargetsPage() {
  const seesCompany = useHolds('generalManager', 'operationsDirector', 'finance')
  const hasArea = useHolds('areaManager')
  return seesCompany ? <YearPlan /> : hasArea ? <AreaPlan /> : <StoreMonth />
}

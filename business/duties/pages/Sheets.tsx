import { Suspense } from 'react'
import { later } from '../../../platform/web/parts/later.ts'
import { useSearch } from '../../../platform/web/place.tsx'
import { useOpenedDuty } from './DutyLink.tsx'

const DutySheet = later(async () => (await import('./DutySheet.tsx')).DutySheet)
const SeatSheet = later(async () => (await import('./SeatSheet.tsx')).SeatSheet)
const WaitingSheet = later(async () => (await import('./WaitingSheet.tsx')).WaitingSheet)

/**
 * What is opened over the page stands in the address, so that "back" closes it and a colleague can be sent there: `duty` one
 * duty, `below` a place (`on` a day of it), `waiting` what nobody has looked at.
 */
export function Sheets() {
  const [search, change] = useSearch()
  const [duty, closeDuty] = useOpenedDuty()
  return (
    <Suspense>
      {duty ? (
        <DutySheet key={duty.id} store={duty.store} instance={duty.id} onClose={closeDuty} />
      ) : search.below ? (
        <SeatSheet
          seat={search.below}
          day={search.on}
          onClose={() => change({ below: undefined, on: undefined })}
        />
      ) : search.waiting ? (
        <WaitingSheet of={search.waiting} onClose={() => change({ waiting: undefined })} />
      ) : null}
    </Suspense>
  )
}

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'

export interface SheetProps {
  title: ReactNode
  onClose: () => void
  /** Buttons that stay in reach at the foot. */
  foot?: ReactNode
  /** px on the desk. */
  width?: number
  isOpen?: boolean
  children: ReactNode
}

const load = () => import('./DrawnSheet.tsx')
const Drawn = lazy(load)

/** Not needed for the first look at a page, but at hand before anybody presses, also when the network then fails. */
let isComing = false
function fetchSoon(): void {
  if (isComing) return
  isComing = true
  setTimeout(() => {
    load().catch(() => {
      isComing = false // it is asked for again when a sheet opens
    })
  }, 2_000)
}
if (typeof window !== 'undefined') fetchSoon()

/** From below on the phone, from the right on the desk. Escape and a press beside it close it; focus returns. */
export function Sheet(props: SheetProps) {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Most callers take the sheet away to close it; the drawer is gone by then and cannot give the focus back.
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
      })
    },
    [opener],
  )
  return (
    <Suspense>
      <Drawn {...props} />
    </Suspense>
  )
}

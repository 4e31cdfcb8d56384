import type { ReactNode } from 'react'
import { Go, usePath, useSearch } from '../../../platform/web/place.tsx'

interface Opened {
  readonly store: string
  readonly id: string
}

/** Opens one duty in a sheet over the page where it is named; "back" closes it. */
export function DutyLink({
  item,
  className = 'plain-link',
  children,
}: {
  item: Opened
  className?: string
  children: ReactNode
}) {
  const path = usePath()
  const [search] = useSearch()
  return (
    <Go to={path} search={{ ...search, duty: `${item.store}.${item.id}` }} className={className}>
      {children}
    </Go>
  )
}

/** The duty that the address asks for. */
export function useOpenedDuty(): [Opened | undefined, () => void] {
  const [search, change] = useSearch()
  const [store, id] = (search.duty ?? '').split('.')
  return [store && id ? { store, id } : undefined, () => change({ duty: undefined })]
}

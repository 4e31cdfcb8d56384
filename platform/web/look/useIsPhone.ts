import { useSyncExternalStore } from 'react'
import { phoneWidth } from './tokens.ts'

/** True below the width at which the phone's layer is used; follows turning and resizing. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query().matches)

const query = () => window.matchMedia(`(max-width: ${phoneWidth - 0.02}px)`)
function subscribe(tell: () => void): () => void {
  const media = query()
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

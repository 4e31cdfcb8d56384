import { useRef } from 'react'
import { newId } from '../../../platform/kinds/id.ts'

/**
 * Ids of records that one press makes, one for each thing it is about. Pressed again after a lost reply it is the same record,
 * known to the server, and not a second one; `done` lets the next be a new one.
 */
export function useIds(): { of: (about: string) => string; done: (about: string) => void } {
  const kept = useRef(new Map<string, string>())
  return {
    of(about) {
      const id = kept.current.get(about) ?? newId()
      kept.current.set(about, id)
      return id
    },
    done: (about) => void kept.current.delete(about),
  }
}

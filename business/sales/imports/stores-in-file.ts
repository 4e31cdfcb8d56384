import type { Day } from '../../../platform/kinds/day.ts'
import { normalHeader } from './rules/headers.ts'
import type { StoreRef } from './rules/line.ts'
import type { ImportSettings } from './shape.ts'

export interface KnownStore extends StoreRef {
  readonly id: string
  readonly name: string
  readonly nameEn: string | null
}

/** A store that the file names and nobody has filed. */
export interface MissingStore {
  readonly text: string
  name: string
  rows: number
}

/**
 * Finds the store that a cell means: by what people said for it, by code, by name. Codes are compared without
 * regard to case, width and spaces. With `createMissing` an unknown one becomes a store to be made.
 */
export class StoreBook {
  readonly missing = new Map<string, MissingStore>()
  private readonly found = new Map<string, StoreRef | undefined>()
  private readonly byCode = new Map<string, KnownStore>()
  private readonly byName = new Map<string, KnownStore | 'several'>()
  private readonly settings: ImportSettings
  readonly timeZone: string
  private counting = true

  constructor(stores: readonly KnownStore[], settings: ImportSettings, timeZone: string) {
    this.settings = settings
    this.timeZone = timeZone
    for (const store of stores) {
      this.byCode.set(folded(store.key), store)
      for (const name of [store.name, store.nameEn ?? '']) {
        if (name === '') continue
        const there = this.byName.get(folded(name))
        this.byName.set(folded(name), there && there !== store ? 'several' : store)
      }
    }
  }

  resolve(text: string, name: string): StoreRef | undefined {
    let ref = this.found.get(text)
    if (!this.found.has(text)) {
      ref = this.look(text)
      if (!ref && this.settings.createMissing && text.length <= 32) {
        ref = { key: text.normalize('NFKC').replace(/\s+/g, '-'), timeZone: this.timeZone, cutOffMinutes: 0 }
      }
      this.found.set(text, ref)
      if (!this.look(text)) this.missing.set(text, { text, name: '', rows: 0 })
    }
    const missing = this.missing.get(text)
    if (missing && this.counting) {
      missing.rows += 1
      if (missing.name === '' && name !== text) missing.name = name
    }
    return ref
  }

  /** A second reading of the same file meets the same rows again. */
  stopCounting(): void {
    this.counting = false
  }

  private look(text: string): KnownStore | undefined {
    const said = this.settings.storeNames[text]
    const key = folded(said ?? text)
    const named = this.byName.get(key)
    return this.byCode.get(key) ?? (named === 'several' ? undefined : named)
  }
}
const folded = (text: string): string => normalHeader(text) || text.trim()

/** When each store trades in the file for the first time, for stores yet to be made. */
export type FirstDays = Map<string, Day>

import type { FunctionComponent } from 'react'
import type { Sentence } from '../kinds/words.ts'
import type { IconName } from './parts/Icon.tsx'
import type { Position } from './positions.ts'

/** One page as an area declares it in `business/<area>/pages/index.ts`: `export const pages: PageDeclaration[]`. */
export interface PageDeclaration {
  /** '/targets', '/targets/$year'; the part after $ reaches the page through `useParams()`. */
  path: `/${string}`
  title: Sentence
  /** Who may open it; 'everyone' for all who are signed in. */
  positions: readonly Position[] | 'everyone'
  /** For whom it is the first page ('/'). */
  home?: readonly Position[]
  /** Where it stands in the side bar; on the phone the first three by `order` stand in the bottom bar. */
  nav?: {
    /** Entries of one group stand together: work, review, settings. */
    group: 'work' | 'review' | 'settings'
    /** 10, 20, 30 … over all areas. */
    order: number
    icon: IconName
    /** Shorter than the title, where the title is long. */
    label?: Sentence
    /** Only these positions have it in their bar; others may still open it. */
    positions?: readonly Position[]
    /** The round button in the middle of the phone's bar (quick ticket). */
    centre?: boolean
    /** In the phone's bottom bar only for these positions; false: for nobody. The others find it in the list on "Me". */
    phone?: boolean | readonly Position[]
  }
  /** No shell around it on the phone: the page brings its own head and StickyBar (the quick ticket). */
  bare?: boolean
  load: () => Promise<{ default: FunctionComponent }>
}

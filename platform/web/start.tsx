import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './client.ts'
import { keepShell } from './keep-shell.ts'
import { followWith } from './live.ts'
import { Theme } from './look/Theme.tsx'
import './look/base.css'
import './look/shell.css'
import './look/outside.css'
import './look/parts.css'
import './look/figures.css'
import './look/states.css'
import './look/controls.css'
import './look/forms.css'
import './look/table.css'
import './look/drawings.css'
import type { Sentence } from '../kinds/words.ts'
import { watchNetwork, whenNetwork } from './network.ts'
import type { PageDeclaration } from './pages.ts'
import { namePositions, type Position } from './positions.ts'
import { makeRouter, type OutsidePage } from './shell/router.tsx'
import { type Slots, SlotsContext } from './slots.tsx'
import { securityTitle, webWords } from './words.ts'

export interface Application {
  /** Pages of all areas. */
  pages: readonly PageDeclaration[]
  /** area of an action → areas of the views that show its effect. */
  follow: Readonly<Record<string, readonly string[]>>
  /** What positions are called, in the order of the house. */
  positions: Readonly<Record<Position, Sentence>>
  /** For the sign-in cards of the demo chain: what a position finds here. Positions without one stand below. */
  days: Readonly<Partial<Record<Position, Sentence>>>
  /** Parts that one area puts on the pages of others. */
  slots?: Slots
  outside?: readonly OutsidePage[]
}

/** Puts the application on the page. */
export function start({ pages, follow, positions, days, slots = {}, outside = [] }: Application): void {
  followWith(follow)
  namePositions(positions, days as Readonly<Record<string, Sentence>>)
  const lookAgain = (): void => void queryClient.invalidateQueries()
  watchNetwork(lookAgain)
  whenNetwork((state) => state === 'up' && lookAgain())
  keepShell()
  const router = makeRouter([...pages, mePage, securityPage, outboxPage], outside)
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Theme>
          <SlotsContext.Provider value={slots}>
            <RouterProvider router={router} />
          </SlotsContext.Provider>
        </Theme>
      </QueryClientProvider>
    </StrictMode>,
  )
}

const securityPage: PageDeclaration = {
  path: '/me/security',
  title: securityTitle,
  positions: 'everyone',
  load: () => import('./shell/Security.tsx'),
}
const outboxPage: PageDeclaration = {
  path: '/outbox',
  title: webWords.outbox,
  positions: 'everyone',
  load: () => import('./shell/Outbox.tsx'),
}
const mePage: PageDeclaration = {
  path: '/me',
  title: webWords.me,
  positions: 'everyone',
  load: () => import('./shell/Me.tsx'),
}

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { PageDeclaration } from '../pages.ts'
import { Page } from '../parts/Page.tsx'
import { Empty, ErrorState, Loading } from '../parts/States.tsx'
import { readSearch, writeSearch } from '../place.tsx'
import { positionName } from '../positions.ts'
import { asProblem } from '../problem.ts'
import { useSay } from '../say.ts'
import { positionsOf, useMe } from '../session.ts'
import { webWords } from '../words.ts'
import { homeFor, mayOpen } from './nav.ts'
import { PagesContext, Shell } from './Shell.tsx'
import { SignedIn } from './SignedIn.tsx'

/** Routes that stand outside sign-in and shell (the gallery of components). */
export type OutsidePage = Pick<PageDeclaration, 'path' | 'load'>

export function makeRouter(pages: readonly PageDeclaration[], outside: readonly OutsidePage[]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    component: () => (
      <SignedIn>
        <PagesContext.Provider value={pages}>
          <Shell />
        </PagesContext.Provider>
      </SignedIn>
    ),
  })
  const home = createRoute({
    getParentRoute: () => inside,
    path: '/',
    component: () => <Home pages={pages} />,
  })
  const declared = pages.map((page) =>
    createRoute({ getParentRoute: () => inside, path: page.path, component: guarded(page) }),
  )
  const open = outside.map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }),
  )
  return createRouter({
    routeTree: root.addChildren([inside.addChildren([home, ...declared]), ...open]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 150,
    defaultErrorComponent: ({ error, reset }) => <ErrorState problem={asProblem(error)} onRetry={reset} />,
    scrollRestoration: true,
  })
}

/** A page's component: loaded when opened, and by the router's preload when only pointed at. */
function guarded(page: PageDeclaration) {
  const Loaded = lazyRouteComponent(page.load)
  return Object.assign(() => <Guarded page={page} loaded={Loaded} />, { preload: Loaded.preload })
}

/** A page of another position says whose it is, instead of showing an empty frame. */
function Guarded({ page, loaded: Loaded }: { page: PageDeclaration; loaded: ComponentType }) {
  const me = useMe()
  const say = useSay()
  if (mayOpen(page, positionsOf(me))) return <Loaded />
  const owners = page.positions === 'everyone' ? [] : page.positions.map((p) => say(positionName(p)))
  return (
    <Page title={say(page.title)}>
      <Empty
        title={say(webWords.notYours)}
        next={say(webWords.notYoursNext, { positions: owners.join(say(['、', ', '])) })}
      />
    </Page>
  )
}

function Home({ pages }: { pages: readonly PageDeclaration[] }) {
  const me = useMe()
  const say = useSay()
  const path = homeFor(pages, positionsOf(me))
  if (path) return <Navigate to={path} replace />
  return (
    <Page title={me.company.name}>
      <Empty title={say(webWords.noHome)} next={say(webWords.noHomeNext)} />
    </Page>
  )
}

function NotFound() {
  const say = useSay()
  return (
    <Page title={say(webWords.notFound)}>
      <Empty
        title={say(webWords.notFound)}
        next={say(webWords.notFoundNext)}
        action={<a href="/">{say(webWords.goHome)}</a>}
      />
    </Page>
  )
}

import { Outlet, useRouterState } from '@tanstack/react-router'
import { createContext, lazy, Suspense, useContext, useEffect } from 'react'
import { useBadges } from '../badges.ts'
import { queryClient } from '../client.ts'
import { useFormat } from '../format.ts'
import { listen } from '../live.ts'
import { useIsPhone } from '../look/useIsPhone.ts'
import type { PageDeclaration } from '../pages.ts'
import { Icon } from '../parts/Icon.tsx'
import { NoticeRegion } from '../parts/notice.tsx'
import { WeaveMark } from '../parts/WeaveMark.tsx'
import { Go } from '../place.tsx'
import { positionName } from '../positions.ts'
import { useSay } from '../say.ts'
import { positionsOf, useMe, usePlaceName } from '../session.ts'
import { Everywhere } from '../slots.tsx'
import { webWords } from '../words.ts'
import { NetworkLine } from './NetworkLine.tsx'
import { currentEntry, type NavEntry, navFor, navGroups, phoneBar } from './nav.ts'
import { OutboxLine } from './OutboxLine.tsx'

const SwitchPerson = lazy(() => import('./SwitchPerson.tsx'))
const ProveSheet = lazy(() => import('./ProveSheet.tsx'))

/** All pages that the areas declared. */
export const PagesContext = createContext<readonly PageDeclaration[]>([])

/** Side bar on the desk, bottom bar on the phone, and the page between. */
export function Shell() {
  const say = useSay()
  const isPhone = useIsPhone()
  const me = useMe()
  const pages = useContext(PagesContext)
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const entries = navFor(pages, positionsOf(me))
  const here = currentEntry(entries, pathname)
  const isBare = isPhone && pages.some((page) => page.bare && matches(page.path, pathname))

  useEffect(() => listen(queryClient), [])
  const badges = useBadges()
  const waiting = Object.values(badges).reduce((sum, b) => sum + b.count, 0)
  useEffect(() => {
    const page = here ? `${say(here.label)} · ${say(webWords.product)}` : say(webWords.product)
    document.title = waiting > 0 ? `(${waiting}) ${page}` : page
  }, [here, say, waiting])

  return (
    <div className={isPhone ? `shell shell-phone${isBare ? ' shell-bare' : ''}` : 'shell shell-desk'}>
      <a className="skip" href="#main">
        {say(webWords.skipToContent)}
      </a>
      {isPhone ? isBare ? null : <PhoneHead /> : <SideBar entries={entries} here={here} />}
      <div className="shell-body">
        <NetworkLine />
        <OutboxLine />
        <Everywhere />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {isPhone && !isBare ? <BottomBar entries={entries} here={here} pathname={pathname} /> : null}
      <NoticeRegion />
      <Suspense>
        <ProveSheet />
      </Suspense>
    </div>
  )
}

function SideBar({ entries, here }: { entries: readonly NavEntry[]; here: NavEntry | undefined }) {
  const say = useSay()
  const me = useMe()
  const groups = navGroups
    .map((group) => entries.filter((e) => e.nav.group === group))
    .filter((g) => g.length > 0)
  return (
    <aside className="side">
      <Go to="/" className="side-logo">
        <WeaveMark size={20} />
        <span>{say(webWords.product)}</span>
      </Go>
      <nav aria-label={say(webWords.mainNavigation)}>
        {groups.map((group) => (
          <ul key={group[0]!.nav.group}>
            {group.map((entry) => (
              <li key={entry.path}>
                <NavLink entry={entry} isHere={entry === here} className="side-link" />
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <Go to="/me" className="side-me">
        <span className="side-me-name">{me.person.name}</span>
        <span className="side-me-post">
          {positionsOf(me)
            .map((p) => say(positionName(p)))
            .join(' · ')}
        </span>
      </Go>
    </aside>
  )
}

function BottomBar({
  entries,
  here,
  pathname,
}: {
  entries: readonly NavEntry[]
  here: NavEntry | undefined
  pathname: string
}) {
  const say = useSay()
  const { bar, centre } = phoneBar(entries)
  const isElsewhere = pathname === '/me' || (here !== undefined && !bar.includes(here))
  const [left, right] = [bar.slice(0, 2), bar.slice(2)]
  return (
    <nav
      className={centre ? 'bottom bottom-with-centre' : 'bottom'}
      aria-label={say(webWords.mainNavigation)}
    >
      {left.map((entry) => (
        <NavLink key={entry.path} entry={entry} isHere={entry === here} className="bottom-link" icon />
      ))}
      {centre ? (
        <Go to={centre.path} className="bottom-centre" label={say(centre.label)}>
          <Icon name={centre.nav.icon} size={26} />
        </Go>
      ) : null}
      {right.map((entry) => (
        <NavLink key={entry.path} entry={entry} isHere={entry === here} className="bottom-link" icon />
      ))}
      <Go to="/me" className={`bottom-link${isElsewhere ? ' is-here' : ''}`}>
        <Icon name="person" />
        <span>{say(webWords.me)}</span>
      </Go>
    </nav>
  )
}

function NavLink({
  entry,
  isHere,
  className,
  icon,
}: {
  entry: NavEntry
  isHere: boolean
  className: string
  icon?: boolean
}) {
  const say = useSay()
  const badge = useBadges()[entry.path]
  return (
    <Go to={entry.path} className={`${className}${isHere ? ' is-here' : ''}`}>
      {icon ? <Icon name={entry.nav.icon} /> : null}
      <span>{say(entry.label)}</span>
      {badge ? (
        <b className="nav-badge">
          <span aria-hidden="true">{badge.count > 99 ? '99+' : badge.count}</span>
          <span className="sr-only">{badge.words}</span>
        </b>
      ) : null}
    </Go>
  )
}

/** Where, when, who: the line above every page of the phone. */
function PhoneHead() {
  const say = useSay()
  const format = useFormat()
  const me = useMe()
  const place = usePlaceName()
  const [first] = me.appointments
  return (
    <header className="phone-head">
      <strong>{place}</strong>
      <span>
        {format.dayAndWeekday(me.today)}
        {first ? ` · ${say(positionName(first.position))} ` : ' · '}
        {me.person.name}
      </span>
      {me.byPin ? (
        <Suspense>
          <SwitchPerson />
        </Suspense>
      ) : null}
    </header>
  )
}

const matches = (path: string, pathname: string): boolean => {
  const [wanted, given] = [path.split('/'), pathname.split('/')]
  return (
    wanted.length === given.length && wanted.every((part, i) => part.startsWith('$') || part === given[i])
  )
}

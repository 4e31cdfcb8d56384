import { Link, useNavigate, useParams as useRouteParams, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'

export type Search = Readonly<Record<string, string>>
export interface Target {
  /** '/targets/2027': a finished path, parameters filled in. */
  to: string
  search?: Readonly<Record<string, string | number | undefined>>
  replace?: boolean
}

/** The parts of the address behind `$`: page '/targets/$year' reads `useParams().year`. */
export const useParams = (): Readonly<Record<string, string>> => useRouteParams({ strict: false })

/**
 * What stands after ? as plain texts, and a way to change it (undefined takes a value away). Filters, days and open
 * tabs belong here, so that an address can be sent to a colleague and "back" works.
 */
export function useSearch(): [
  Search,
  (change: Readonly<Record<string, string | number | undefined>>) => void,
] {
  const search = useRouterState({ select: (state) => state.location.search as Search })
  const path = usePath()
  const go = useGo()
  const change = useCallback(
    (part: Readonly<Record<string, string | number | undefined>>) =>
      go({ to: path, search: { ...search, ...part }, replace: true }),
    [go, path, search],
  )
  return [search, change]
}

/** Where the reader is: '/targets/2027'. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname })

export function useGo(): (target: Target) => void {
  const navigate = useNavigate()
  return useCallback(
    ({ to, search, replace }) => void navigate({ to, search: texts(search), replace: replace ?? false }),
    [navigate],
  )
}

/** A link inside the product; loads the page's code when pointed at. */
export function Go({
  to,
  search,
  className,
  children,
  label,
  onPress,
}: Target & { className?: string; children: ReactNode; label?: string; onPress?: () => void }) {
  return (
    <Link
      to={to}
      search={texts(search)}
      className={className ?? 'link'}
      aria-label={label}
      {...(onPress ? { onClick: onPress } : {})}
    >
      {children}
    </Link>
  )
}

export const readSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(texts(search)).toString()
  return text ? `?${text}` : ''
}

function texts(search: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
}

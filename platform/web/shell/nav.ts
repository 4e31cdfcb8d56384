import type { Sentence } from '../../kinds/words.ts'
import type { PageDeclaration } from '../pages.ts'
import type { Position } from '../positions.ts'

export interface NavEntry {
  path: string
  label: Sentence
  page: PageDeclaration
  nav: NonNullable<PageDeclaration['nav']>
  /** Whether it may stand in the bottom bar of the phone of this person. */
  isForPhone: boolean
}
export const navGroups = ['work', 'review', 'settings'] as const

export const mayOpen = (page: PageDeclaration, held: readonly Position[]): boolean =>
  page.positions === 'everyone' || page.positions.some((p) => held.includes(p))

/** What stands in the bar of a person who holds these positions, in order. */
export function navFor(pages: readonly PageDeclaration[], held: readonly Position[]): NavEntry[] {
  return pages
    .flatMap((page) =>
      page.nav
        ? [
            {
              path: page.path,
              label: page.nav.label ?? page.title,
              page,
              nav: page.nav,
              isForPhone: isForPhone(page.nav.phone, held),
            },
          ]
        : [],
    )
    .filter(
      ({ page, nav }) =>
        mayOpen(page, held) && (!nav.positions || nav.positions.some((p) => held.includes(p))),
    )
    .sort((a, b) => a.nav.order - b.nav.order)
}

const isForPhone = (phone: boolean | readonly Position[] | undefined, held: readonly Position[]): boolean =>
  typeof phone === 'object' ? phone.some((p) => held.includes(p)) : phone !== false

/**
 * The phone's bar: three pages, then "Me"; the centre button stands apart. Whoever has fewer pages made for the bar
 * finds the next ones there, so that it has no hole.
 */
export function phoneBar(entries: readonly NavEntry[]): { bar: NavEntry[]; centre: NavEntry | undefined } {
  const others = entries.filter((e) => !e.nav.centre)
  const first = [...others.filter((e) => e.isForPhone), ...others.filter((e) => !e.isForPhone)].slice(0, 3)
  return {
    bar: others.filter((e) => first.includes(e)),
    centre: entries.find((e) => e.nav.centre),
  }
}

/** The first page of a person: by the first position held that has one, else the first entry of the bar. */
export function homeFor(pages: readonly PageDeclaration[], held: readonly Position[]): string | undefined {
  for (const position of held) {
    const page = pages.find((p) => p.home?.includes(position))
    if (page) return page.path
  }
  return navFor(pages, held).find((e) => !e.nav.centre && !e.path.includes('$') && e.path !== '/me')?.path
}

/** '/targets' is where you are also on '/targets/2027'. The longest match wins. */
export function currentEntry(entries: readonly NavEntry[], pathname: string): NavEntry | undefined {
  return entries
    .filter((e) => pathname === e.path || pathname.startsWith(`${e.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

import { type FunctionComponent, type LazyExoticComponent, lazy } from 'react'

/** Milliseconds; by then the page itself has come. */
const after = 2_000

/**
 * A part that the first look at a page does not need (a sheet, a picker): its code comes when the page is quiet, so
 * that it is there before anybody presses, also when the network then fails. Stands inside a `<Suspense>`.
 */
export function later<Props>(
  load: () => Promise<FunctionComponent<Props>>,
): LazyExoticComponent<FunctionComponent<Props>> {
  let coming: Promise<{ default: FunctionComponent<Props> }> | undefined
  const once = () => {
    coming ??= load().then(
      (part) => ({ default: part }),
      (fault: unknown) => {
        coming = undefined // asked for again when it is opened
        throw fault
      },
    )
    return coming
  }
  if (typeof window !== 'undefined') setTimeout(() => void once().catch(() => undefined), after)
  return lazy(once)
}

import { createElement, type FunctionComponent, lazy, Suspense } from 'react'

/** Milliseconds; by then the page itself has come. */
const after = 2_000

/**
 * A part that the first look at a page does not need (a form, a picker): its code comes when the page is quiet, so
 * that it is there before anybody presses, also when the network then fails.
 * `const StoreForm = later(() => import('./StoreForm.tsx').then((m) => m.StoreForm))`
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
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
  const Part = lazy(once) as unknown as FunctionComponent<Props>
  return (props) => createElement(Suspense, null, createElement(Part, props))
}

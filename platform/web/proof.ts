/**
 * A weighty act asks once more who one is. The door of the pages waits here while the person proves it, and then
 * sends the act again under the same key; whoever asks meanwhile waits for the same proof.
 */
type Ask = () => Promise<boolean>

let ask: Ask | undefined
let asking: Promise<boolean> | undefined

/** Set by the sheet that asks; the returned function takes it away again. */
export function proveWith(how: Ask): () => void {
  ask = how
  return () => {
    if (ask === how) ask = undefined
  }
}

/** True when the person has proven who he is; false when he would not. */
export function proven(): Promise<boolean> {
  asking ??= (ask ? ask() : Promise.resolve(false)).finally(() => {
    asking = undefined
  })
  return asking
}

let renewing: Promise<unknown> | undefined
let renewals = 0

/** Acts that put the session under another token: what was on its way with the old one is answered "signed out". */
export function renews<T>(work: Promise<T>): Promise<T> {
  const done = work.then((answer) => {
    renewals += 1
    return answer
  })
  const settled = done.then(
    () => undefined,
    () => undefined,
  )
  renewing = settled
  void settled.then(() => {
    if (renewing === settled) renewing = undefined
  })
  return done
}

/** Before a request; afterwards the answer tells whether the token has changed under it. */
export function tokenNow(): () => Promise<boolean> {
  const before = renewals
  return async () => {
    await renewing
    return renewals !== before
  }
}

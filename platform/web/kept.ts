/** What somebody has written so far stays on the device until it is handed in, also through a dead network. */
export function readKept<Draft>(key: string): Draft | undefined {
  const text = localStorage.getItem(nameOf(key))
  if (!text) return undefined
  try {
    return JSON.parse(text) as Draft
  } catch (fault) {
    // Not what these pages write: forgotten, so that it does not come again.
    if (!(fault instanceof SyntaxError)) throw fault
    localStorage.removeItem(nameOf(key))
    return undefined
  }
}
export function keep(key: string, draft: unknown): void {
  gathers(key)
  localStorage.setItem(nameOf(key), JSON.stringify(draft))
}
export function drop(key: string): void {
  gathers(key)
  localStorage.removeItem(nameOf(key))
}

let gathered: Map<string, string> | undefined
/** What drafts were before `work` changed or dropped them, so that they can be put back. */
export function draftsBefore(work: () => void): [key: string, text: string][] {
  gathered = new Map()
  try {
    work()
    return [...gathered]
  } finally {
    gathered = undefined
  }
}
export const putBack = (drafts: readonly (readonly [key: string, text: string])[]): void => {
  for (const [key, text] of drafts) localStorage.setItem(key, text)
}
function gathers(key: string): void {
  const text = gathered?.has(nameOf(key)) ? null : localStorage.getItem(nameOf(key))
  if (text !== null) gathered?.set(nameOf(key), text)
}

const nameOf = (key: string): string => `jingwei.${key}`

/** What a manager has written so far stays on the phone until it is submitted, also through a dead network. */
export interface Draft {
  readonly id: string
  readonly why: string
  readonly tomorrow: string
}
const keyOf = (store: string, day: string): string => `jingwei.report.${store}.${day}`

export function readDraft(store: string, day: string): Draft | undefined {
  const text = localStorage.getItem(keyOf(store, day))
  if (!text) return undefined
  try {
    const { id, why, tomorrow } = JSON.parse(text) as Partial<Draft>
    return typeof id === 'string'
      ? { id, why: String(why ?? ''), tomorrow: String(tomorrow ?? '') }
      : undefined
  } catch (fault) {
    // Not what this page writes: forgotten, so that it does not come again.
    if (!(fault instanceof SyntaxError)) throw fault
    localStorage.removeItem(keyOf(store, day))
    return undefined
  }
}
export const keepDraft = (store: string, day: string, draft: Draft): void =>
  localStorage.setItem(keyOf(store, day), JSON.stringify(draft))
export const dropDraft = (store: string, day: string): void => localStorage.removeItem(keyOf(store, day))

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
export const keep = (key: string, draft: unknown): void =>
  localStorage.setItem(nameOf(key), JSON.stringify(draft))
export const drop = (key: string): void => localStorage.removeItem(nameOf(key))
const nameOf = (key: string): string => `jingwei.${key}`

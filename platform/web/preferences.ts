import { useSyncExternalStore } from 'react'
import type { Language } from '../kinds/words.ts'
import type { ThemeName } from './look/tokens.ts'

/** What a person chose on this device: the language and the theme. 'auto' follows the device. */
export interface Preferences {
  language: Language
  theme: ThemeName | 'auto'
}

const key = 'jingwei.preferences'
const listeners = new Set<() => void>()
let current = read()

export const preferences = (): Preferences => current
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)

/** Keeps a choice on this device and shows it at once. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  storage()?.setItem(key, JSON.stringify(current))
  tellAll()
}
function tellAll(): void {
  for (const tell of listeners) tell()
}
// What is chosen in one window of the browser holds in its others, too.
if (typeof window !== 'undefined')
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return
    current = read()
    tellAll()
  })

/** True when the person has chosen a language on this device; until then the company's record of it decides. */
export const hasChosenLanguage = (): boolean => storage()?.getItem(key) != null

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function read(): Preferences {
  const device: Preferences = {
    language: typeof navigator === 'undefined' || navigator.language.startsWith('zh') ? 'zh' : 'en',
    theme: 'auto',
  }
  const kept = storage()?.getItem(key)
  if (!kept) return device
  try {
    const { language, theme } = JSON.parse(kept) as Partial<Preferences>
    return {
      language: language === 'zh' || language === 'en' ? language : device.language,
      theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'auto',
    }
  } catch {
    return device // what was kept is not ours or torn: start from the device again
  }
}

/** Absent in tests and where a browser forbids it. */
function storage(): Storage | undefined {
  return typeof localStorage === 'undefined' ? undefined : localStorage
}

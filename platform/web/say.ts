import { useCallback } from 'react'
import { type Language, type Sentence, say } from '../kinds/words.ts'
import { usePreferences } from './preferences.ts'

export type Say = (sentence: Sentence, facts?: Readonly<Record<string, unknown>>) => string

/** Renders a `[zh, en]` sentence in the reader's language: `const say = useSay(); say(w.saved, { count: 3 })`. */
export function useSay(): Say {
  const language = useLanguage()
  return useCallback((sentence, facts) => say(sentence, language, facts), [language])
}

export const useLanguage = (): Language => usePreferences().language

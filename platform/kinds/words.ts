/**
 * A sentence in both languages, `{name}` where a fact goes, `{count|piece|pieces}` where English counts.
 * A missing half does not compile.
 */
export type Sentence = readonly [zh: string, en: string]
export type Words = Readonly<Record<string, Sentence>>
export type Language = 'zh' | 'en'

/** Declares an area's words; keys stay literal so that a misspelt one does not compile. */
export const words = <const W extends Words>(all: W): W => all

export function say(
  sentence: Sentence,
  language: Language,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  const text = sentence[language === 'zh' ? 0 : 1]
  return text.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      if (!(name in facts)) return whole
      const fact = String(facts[name])
      return one === undefined ? fact : fact === '1' || fact === '−1' || fact === '-1' ? one : many!
    },
  )
}

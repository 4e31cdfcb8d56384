/**
 * Whether what was typed is a name's pinyin: of each character any beginning of its syllable, from any character on.
 * `zhangxy`, `zxy` and `xiaoyan` find 张晓燕 (syllables zhang, xiao, yan).
 */
export function matchesPinyin(syllables: readonly string[], typed: string): boolean {
  const wanted = typed.toLowerCase().replace(/[\s']/g, '')
  if (wanted === '') return true
  return syllables.some((_, start) => from(syllables, start, wanted))
}

function from(syllables: readonly string[], at: number, wanted: string): boolean {
  if (wanted === '') return true
  const syllable = syllables[at]
  if (syllable === undefined) return false
  for (let length = Math.min(syllable.length, wanted.length); length > 0; length--) {
    if (wanted.startsWith(syllable.slice(0, length)) && from(syllables, at + 1, wanted.slice(length)))
      return true
  }
  return false
}

export const looksLikePinyin = (typed: string): boolean => /^[a-zA-Z\s']+$/.test(typed)

import { fileWords } from '../../../platform/files/words.ts'
import { type Language, say, type Words } from '../../../platform/kinds/words.ts'
import { fieldWords, importWords } from './words.ts'

/** All that an import may say: of its own, of the organization, and of reading files. */
export const everyWord = { ...fileWords, ...importWords }

/** The sentence of a refusal of a row, a question or a file; field names in facts are said in words. */
export function sayWhy(why: string, facts: Readonly<Record<string, unknown>>, language: Language): string {
  const sentence = (everyWord as Words)[why]
  if (!sentence) return why
  const field = typeof facts.field === 'string' ? (fieldWords as Words)[facts.field] : undefined
  return say(sentence, language, field ? { ...facts, name: say(field, language) } : facts)
}

/** "第 12 行：没有日期…" */
export const sayRow = (
  row: number,
  why: string,
  facts: Readonly<Record<string, unknown>>,
  language: Language,
): string =>
  language === 'zh'
    ? `第 ${row} 行：${sayWhy(why, facts, language)}`
    : `Row ${row}: ${sayWhy(why, facts, language)}`

import type { z } from 'zod'
import { type Language, say, type Words } from '../kinds/words.ts'
import { serverWords } from './words.ts'

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** Zod's issues as sentences in the reader's language. A shape may name its own sentence: `{ error: 'nameMissing' }`. */
export function fieldProblems(
  error: z.ZodError,
  language: Language,
  areaWords: Words | undefined,
): FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: sentenceFor(issue, language, areaWords),
  }))
}

function sentenceFor(issue: z.core.$ZodIssue, language: Language, areaWords: Words | undefined): string {
  const own = areaWords?.[issue.message]
  if (own) return say(own, language)
  switch (issue.code) {
    case 'invalid_type':
      return say(issue.input === undefined ? serverWords.field_required : serverWords.field_type, language)
    case 'too_small':
      return say(serverWords.field_tooSmall, language, { minimum: issue.minimum })
    case 'too_big':
      return say(serverWords.field_tooBig, language, { maximum: issue.maximum })
    case 'invalid_format':
      return say(serverWords.field_format, language)
    case 'invalid_value':
      return say(serverWords.field_option, language, {
        options: issue.values.join(language === 'zh' ? '、' : ', '),
      })
    case 'unrecognized_keys':
      return say(serverWords.field_unknown, language, {
        keys: issue.keys.join(language === 'zh' ? '、' : ', '),
      })
    default:
      return say(serverWords.field_other, language)
  }
}

import type { z } from 'zod'
import type { Refusal } from '../kinds/refusal.ts'
import { type Language, say } from '../kinds/words.ts'
import type { Operation } from './door.ts'
import type { Outcome, Problem } from './outcome.ts'
import { problemOf } from './problems.ts'
import { fieldProblems } from './shape-errors.ts'
import { serverWords } from './words.ts'

const conflicts = new Set(['changedMeanwhile', 'keyReused'])

/** The door's own no. */
export function failed(
  status: Problem['status'],
  why: keyof typeof serverWords,
  language: Language,
  facts: Record<string, unknown> = {},
): Outcome {
  return { ok: false, problem: problemOf(status, why, language, facts) }
}

/** A rule's no, in the reader's language. */
export function refused(refusal: Refusal, operation: Operation, language: Language): Outcome {
  const sentence = operation.words?.[refusal.refused]
  if (!sentence) throw new Error(`no sentence for the refusal ${refusal.refused}`)
  const title = say(sentence, language, refusal.facts)
  const status = conflicts.has(refusal.refused) ? 409 : refusal.refused === 'notFound' ? 404 : 422
  return {
    ok: false,
    problem: {
      status,
      why: refusal.refused,
      title,
      facts: refusal.facts,
      ...(refusal.field === undefined
        ? {}
        : { field: refusal.field, fields: [{ field: refusal.field, message: title }] }),
    },
  }
}

export function badShape(error: z.ZodError, operation: Operation, language: Language): Outcome {
  const fields = fieldProblems(error, language, operation.words)
  const title = say(serverWords.badShape, language, { count: fields.length })
  return {
    ok: false,
    problem: { status: 422, why: 'badShape', title, facts: { count: fields.length }, fields },
  }
}

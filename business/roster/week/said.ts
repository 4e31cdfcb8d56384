import { type Language, type Sentence, say } from '../../../platform/kinds/words.ts'
import type { Breach, BreachRule } from './legal-rules.ts'
import { weekWords as w } from './words.ts'

const sentences: Readonly<Record<BreachRule, Sentence>> = {
  notHere: w.bNotHere,
  away: w.bAway,
  unknownShift: w.bUnknownShift,
  dayLong: w.bDayLong,
  night: w.bNight,
  rest: w.bRest,
  run: w.bRun,
  restDay: w.bRestDay,
  weekOver: w.bWeekOver,
  overtime: w.bOvertime,
  weekUnder: w.bWeekUnder,
}
/** A breach as one sentence: at its cell, in the refusal, on the print. */
export const breachSaid = (breach: Breach, name: string, language: Language): string =>
  say(sentences[breach.rule], language, { ...breach.facts, name })

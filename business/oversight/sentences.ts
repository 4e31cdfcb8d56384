import { type Language, say } from '../../platform/kinds/words.ts'
import { tenderWords } from '../sales/tickets/page-words.ts'
import { isOfDay, type Matter } from './shape.ts'

/** What a matter is about: a piece, a tender, the number of a paper. */
export function subjectText({ kind, since, subject: s }: Matter, language: Language): string {
  if (s.style) {
    const name = (language === 'en' && s.nameEn) || s.name
    const color = (language === 'en' && s.colorEn) || s.color
    return [s.style, name, color, s.size].filter(Boolean).join(' · ')
  }
  if (s.tender) return say(tenderWords[s.tender], language)
  return s.number ?? (isOfDay(kind) ? since : '')
}

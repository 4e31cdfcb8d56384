import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Requirements } from '../catalogue/types.ts'
import { unmarked } from './text-rules.ts'

const longest = 80
/** The requirements of a position with what a document asks for in their place; what it is silent about stays. */
export function requirementsFrom(lines: readonly string[], before: Requirements): Requirements {
  const texts = lines.map((line) => unmarked(line).rest.slice(0, longest)).filter((t) => t.length >= 2)
  const both = (text: string): Sentence => [text, text]
  const of = (pattern: RegExp): string[] => texts.filter((t) => kindOf(t) === pattern)
  const education = of(kinds.education)
  const integrity = of(kinds.integrity)
  const list = (pattern: RegExp, was: readonly Sentence[]): readonly Sentence[] => {
    const found = of(pattern).slice(0, 12)
    return found.length > 0 ? found.map(both) : was
  }
  const years = texts.map(yearsIn).filter((n) => n !== undefined)
  return {
    education: education[0] ? both(education[0].slice(0, 60)) : before.education,
    years: {
      trade: years.length > 0 ? Math.max(...years) : before.years.trade,
      leading: before.years.leading,
    },
    knowledge: list(kinds.knowledge, before.knowledge),
    skills: list(kinds.skills, before.skills),
    integrity: integrity[0] ? both(integrity[0]) : before.integrity,
    tools: list(kinds.tools, before.tools),
  }
}

const kinds = {
  education: /学历|大专|本科|高中|中专|degree|diploma|education/i,
  integrity: /诚信|诚实|品行|品德|责任心|正直|敬业|integrity|honest/i,
  tools: /excel|word|erp|pos|办公软件|电脑|软件|系统操作|computer|software/i,
  knowledge: /知识|了解|熟悉|掌握|knowledge|familiar/i,
  skills: /./,
} as const
const kindOf = (text: string): RegExp => Object.values(kinds).find((pattern) => pattern.test(text))!

const numbers = '一二三四五六七八九十'
function yearsIn(text: string): number | undefined {
  const found = text.match(/(\d{1,2}|[一二两三四五六七八九十])\s?(?:年|\+?\s?years?)/i)?.[1]
  if (!found || !/经验|经历|工作|experience/i.test(text)) return undefined
  const n = found === '两' ? 2 : /\d/.test(found) ? Number(found) : numbers.indexOf(found) + 1
  return n >= 1 && n <= 40 ? n : undefined
}

import type { DutyPosition } from '../catalogue/codes.ts'
import type { LineKind } from './shape.ts'

/** A paragraph of a document; `listed` where the word processor numbers it without the number being text. */
export interface Paragraph {
  readonly text: string
  readonly listed?: boolean
}
export interface CutLine {
  readonly line: number
  readonly kind: LineKind
  readonly code: string
  readonly text: string
  readonly position: DutyPosition | null
}

const marks: readonly RegExp[] = [
  /^第\s?[一二三四五六七八九十百\d]+\s?[章节条款部分篇][、.．:：\s]?/,
  /^[（(]\s?[一二三四五六七八九十]+\s?[)）][、.．]?/,
  /^[一二三四五六七八九十]+\s?[、.．]/,
  /^\d+(?:[.．]\d+)+[、.．)）]?\s?/,
  /^[（(]\s?\d+\s?[)）][、.．]?/,
  /^\d+\s?[、.．)）]\s?(?!\d)/,
  /^[①-⑳⑴-⒇]/,
  /^[a-zA-Z]\s?[.)）、]\s/,
  /^[-–—•·●○◆◇▪■□*※➢✓√]\s?/,
]
const positions: readonly [DutyPosition, RegExp][] = [
  [
    'operationsDirector',
    /运营总监|营运总监|零售总监|销售总监|operations director|head of retail|retail director/i,
  ],
  [
    'areaManager',
    /运营区长|区长|区域经理|区域主管|区域督导|督导|片区经理|area manager|district manager|regional manager/i,
  ],
  ['storeManager', /店长|门店经理|店铺经理|专柜主管|store manager|shop manager|boutique manager/i],
  [
    'salesAssociate',
    /导购|店员|营业员|销售顾问|时尚顾问|sales (associate|assistant|advisor|consultant)|shop assistant/i,
  ],
]
const aboutDuties =
  /职责|工作内容|岗位内容|主要工作|工作任务|工作描述|职能|responsibilit|duties|what you.{0,6}do|key tasks/i
const aboutRequirements =
  /任职|资格|岗位要求|招聘要求|条件|要求|素质|requirement|qualification|who you are|skills|experience/i
const aboutOther =
  /薪|待遇|福利|工作地点|工作时间|联系|晋升|公司介绍|关于我们|benefit|salary|location|about us|contact/i
const factLine =
  /^(岗位|职位|职务|部门|所属部门|直接?上级|直属上级|汇报(对象|关系)?|下属|编制|编号|文件编号|版本|生效日期|制定|审核|批准|日期|position|job title|department|reports? to|location|date|version)(名称|人|人数|部门)?\s?[:：]/i

/** Facts that say whose description it is; a superior is named, too, and is not. */
const ofPosition = /^(岗位|职位|职务|position|job title)/i

/**
 * Cuts a job description into its parts, in order; every paragraph becomes one line, so that nothing of it is lost. What a
 * heading says (职责, 任职要求, 薪资) tells what stands below it; a heading that names a position tells whose it is.
 * @param given whose description it is, where somebody has said so
 */
export function cutText(paragraphs: readonly Paragraph[], given?: DutyPosition): CutLine[] {
  const all = paragraphs
    .flatMap((p) => itemsIn(p.text).map((text) => ({ ...p, text: clean(text) })))
    .filter((p) => p.text !== '')
  let section: 'duties' | 'requirements' | 'other' | undefined
  let position =
    given ?? guessPosition(all.slice(0, 3).map((p) => p.text)) ?? guessPosition(all.map((p) => p.text))
  let [chapter, item] = [0, 0]
  return all.map((p, i): CutLine => {
    const { mark, rest } = unmarked(p.text)
    const isMarked = mark !== '' || p.listed === true
    const made = (kind: LineKind, code = ''): CutLine => ({
      line: i + 1,
      kind,
      code,
      text: p.text,
      position: position ?? null,
    })
    if (factLine.test(rest)) {
      if (ofPosition.test(rest)) position = given ?? positionIn(rest) ?? position
      return made('unused')
    }
    if (isHeading(rest, isMarked, all[i + 1])) {
      if (!given) position = positionIn(rest) ?? position
      if (aboutRequirements.test(rest) && !aboutDuties.test(rest)) section = 'requirements'
      else if (aboutOther.test(rest)) section = 'other'
      else if (aboutDuties.test(rest)) section = 'duties'
      else if (i === 0) return made('title')
      chapter += 1
      item = 0
      return made(i === 0 && section === undefined ? 'title' : 'heading', String(chapter))
    }
    if (section === 'other') return made('unused')
    item += 1
    const code = numberIn(mark) ?? (chapter > 0 ? `${chapter}.${item}` : String(item))
    if (section === 'requirements') return made('requirement', code)
    if (section === 'duties' || (isMarked && rest.length >= 4)) return made('clause', code)
    item -= 1
    return made(i === 0 ? 'title' : 'unused')
  })
}

/** A paragraph that runs several numbered items together, one a line: 1、…；2、…；3、… */
function itemsIn(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/)
  return lines.flatMap((line) => {
    const parts = line.split(/(?<=[；;。])\s*(?=(?:\d{1,2}\s?[、.．)）]|[（(]\d{1,2}[)）]|[①-⑳])(?!\d))/)
    return parts.length > 1 ? parts : [line]
  })
}

const clean = (text: string): string =>
  text
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

/** The text without the number or dot that begins it. */
export function unmarked(text: string): { mark: string; rest: string } {
  for (const pattern of marks) {
    const mark = text.match(pattern)?.[0]
    if (mark) return { mark, rest: text.slice(mark.length).trim() }
  }
  return { mark: '', rest: text }
}
const numberIn = (mark: string): string | undefined =>
  mark.match(/\d+(?:[.．]\d+)*/)?.[0].replaceAll('．', '.')

/** Short, without the end of a sentence, and naming a part; or followed by a list. */
function isHeading(text: string, isMarked: boolean, next: Paragraph | undefined): boolean {
  if (/[。；;！？!?]$/.test(text) || text.includes('。')) return false
  const isShort = /[\u4e00-\u9fff]/.test(text) ? text.length <= 20 : text.split(' ').length <= 7
  if (!isShort) return false
  if (/[:：]$/.test(text)) return true
  const isOther = aboutOther.test(text) && (isMarked || (text.length <= 6 && !/[加元\d]/.test(text)))
  const naming = aboutDuties.test(text) || aboutRequirements.test(text) || isOther
  if (naming && text.length <= 14 && !/[，,]/.test(text)) return true
  if (!isMarked && positionIn(text) !== undefined && !/[，,]/.test(text)) return true
  if (!next) return false
  const below = unmarked(clean(next.text))
  // 一、销售管理 with 1. … below it: the number of a heading is of another kind than that of what it heads.
  const own = unmarked(text)
  return (
    isMarked &&
    text.length <= 10 &&
    below.mark !== '' &&
    below.rest.length > text.length &&
    own.mark === '' &&
    /[一二三四五六七八九十第]/.test(text) === false &&
    below.rest.length >= 12
  )
}

export const positionIn = (text: string): DutyPosition | undefined =>
  positions.find(([, pattern]) => pattern.test(text))?.[0]
/** The position that the paragraphs name most often; a document of one position names it again and again. */
function guessPosition(texts: readonly string[]): DutyPosition | undefined {
  const counts = positions.map(([position, pattern]) => ({
    position,
    count: texts.filter((t) => pattern.test(t)).length,
  }))
  const [most] = counts.sort((a, b) => b.count - a.count)
  return most && most.count > 0 ? most.position : undefined
}

import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { OutputOf } from '../../../platform/server/door.ts'
import { beginDuties } from '../edition-tables.ts'
import type { editionOperations } from '../editions/actions.ts'
import { type DutyHouse, dutyHouse } from '../house-for-tests.ts'
import type { descriptionOperations } from './actions.ts'

type Seen = OutputOf<(typeof descriptionOperations)['descriptions.one']>
type Draft = OutputOf<(typeof editionOperations)['editions.draft']>
const now = '2026-11-23T10:00:00+08:00'
let h: DutyHouse

beforeAll(async () => {
  h = await dutyHouse()
  await beginDuties(h.db, { from: '2026-11-20' as Day, now: new Date('2026-11-20T00:00:00+08:00') })
})
afterAll(() => h.db.close())

const text = `导购岗位职责
1、每天闭店前整理陈列，补齐挂杆；
2、及时回复顾客微信；
3、完成个人当日销售目标；
任职要求
1、高中以上学历`
const read = async (content: Buffer, name = '导购.txt') => {
  const id = newId()
  await h.does(h.chain.director, now, 'descriptions.read', { id, name, content: content.toString('base64') })
  return h.sees<Seen>(h.chain.director, now, 'descriptions.one', { description: id })
}

test('a text is read into lines that say when, what they match and what has no proof yet', async () => {
  const seen = await read(Buffer.from(text))
  const clauses = seen.lines.filter((l) => l.kind === 'clause')
  expect(clauses.map((l) => [l.position, l.cadence!.undecided])).toEqual([
    ['salesAssociate', null],
    ['salesAssociate', 'vague'],
    ['salesAssociate', null],
  ])
  const own = seen.known.find((k) => k.duty === clauses[2]!.matches[0]!.duty)!
  expect(own).toMatchObject({ duty: 'SA-1.1', live: true })
})

test('a Word document reads as its text does, tables and numbered lists among it', async () => {
  const paragraph = (words: string, listed = false) =>
    `<w:p>${listed ? '<w:pPr><w:numPr/></w:pPr>' : ''}<w:r><w:t>${words}</w:t></w:r></w:p>`
  const xml = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${paragraph('导购岗位职责')}${paragraph('每天闭店前整理&amp;补货', true)}<w:tbl><w:tr><w:tc>${paragraph('每周一清点样衣', true)}</w:tc></w:tr></w:tbl></w:body></w:document>`
  const seen = await read(zipOf({ 'word/document.xml': xml }), '导购.docx')
  expect(seen.source).toBe('docx')
  expect(seen.lines.map((l) => `${l.kind} ${l.text}`)).toEqual([
    'heading 导购岗位职责',
    'clause 每天闭店前整理&补货',
    'clause 每周一清点样衣',
  ])
})

test('documents made to harm, and those that are none, are refused in words', async () => {
  const why = (content: Buffer) =>
    h.refused(h.chain.director, now, 'descriptions.read', {
      id: newId(),
      name: 'x',
      content: content.toString('base64'),
    })
  const entity =
    '<!DOCTYPE d [<!ENTITY a "b">]><w:document><w:body><w:p><w:t>&a;</w:t></w:p></w:body></w:document>'
  expect(await why(zipOf({ 'word/document.xml': entity }))).toBe('fileHostile')
  expect(await why(zipOf({ 'word/document.xml': 'x'.repeat(8_000_000) }))).toBe('fileHostile')
  expect(await why(zipOf({ 'xl/workbook.xml': '<a/>' }))).toBe('notWord')
  expect(await why(zipOf({ 'word/document.xml': '<w:document><w:body><w:p>' }))).toBe('fileEmpty')
})

test('what was read becomes a draft: known clauses in its words, others as the company’s own, the rest kept or left out', async () => {
  const seen = await read(Buffer.from(text))
  const [tidy, answer, sell] = seen.lines.filter((l) => l.kind === 'clause')
  const draft = newId()
  const input = (id: string, keepUnnamed: boolean) => ({
    id,
    description: seen.id,
    name: '导入的导购职责',
    keepUnnamed,
    lines: [
      { line: tidy!.line, calendar: tidy!.cadence!.calendar },
      { line: answer!.line, calendar: [{ every: 'standing' }] },
      { line: sell!.line, duty: 'SA-1.1', calendar: sell!.cadence!.calendar },
    ],
  })
  await h.does(h.chain.director, now, 'descriptions.draft', input(draft, true))
  const made = await h.sees<Draft>(h.chain.director, now, 'editions.draft', { draft })
  const clause = (duty: string) => made.clauses.find((c) => c.duty === duty)!
  expect(clause('SA-1.1').title[0]).toBe('完成个人当日销售目标')
  expect(clause('SA-C1')).toMatchObject({
    title: ['每天闭店前整理陈列', '每天闭店前整理陈列'],
    own: { provedBy: null },
  })
  expect(clause('SA-C2').kind).toBe('standing')
  expect(made.clauses.some((c) => c.dropped)).toBe(false)
  expect(made.profiles.find((p) => p.position === 'salesAssociate')!.requirements.education[0]).toContain(
    '高中',
  )

  const strict = newId()
  await h.does(h.chain.director, now, 'descriptions.draft', input(strict, false))
  const left = await h.sees<Draft>(h.chain.director, now, 'editions.draft', { draft: strict })
  const associates = left.clauses.filter((c) => c.position === 'salesAssociate')
  expect(
    associates
      .filter((c) => !c.dropped)
      .map((c) => c.duty)
      .sort(),
  ).toEqual(['SA-1.1', 'SA-C3', 'SA-C4'])
  expect(left.clauses.filter((c) => c.position === 'storeManager').every((c) => !c.dropped)).toBe(true)
})

test('a line that is no clause, a duty for two lines and a duty of another position are refused', async () => {
  const seen = await read(Buffer.from(text))
  const clauses = seen.lines.filter((l) => l.kind === 'clause')
  const daily = [{ every: 'day', by: '18:00', late: 4 }]
  const why = (lines: object[]) =>
    h.refused(h.chain.director, now, 'descriptions.draft', {
      id: newId(),
      description: seen.id,
      name: '草稿',
      keepUnnamed: true,
      lines,
    })
  expect(await why([{ line: 1, calendar: daily }])).toBe('lineUnknown')
  expect(await why(clauses.slice(0, 2).map((l) => ({ line: l.line, duty: 'SA-1.1', calendar: daily })))).toBe(
    'dutyTwice',
  )
  expect(await why([{ line: clauses[0]!.line, duty: 'SM-1.5', calendar: daily }])).toBe('dutyOfOther')
})

/** A zip of these parts, as a word processor writes one. */
function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crcOf = (bytes: Buffer) => {
    let crc = 0xffffffff
    for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8)
    return (crc ^ 0xffffffff) >>> 0
  }
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crcOf(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(raw.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), head, rest, Buffer.from(name)]))
    bodies.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

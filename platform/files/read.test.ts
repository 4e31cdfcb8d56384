import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../kinds/refusal.ts'
import { readLimits } from './limits.ts'
import { readTable } from './read.ts'
import { readHere } from './read-here.ts'
import { sheetToCsv, sheetToExcel } from './write.ts'
import { kindOfFormat, numberText, serialText } from './xlsx-formats.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jingwei-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function read(content: Buffer | string, options: Parameters<typeof readTable>[1] = {}) {
  count += 1
  const path = join(folder, `f${count}`)
  await writeFile(path, content)
  const rows: (readonly string[])[] = []
  const nothing = async () => undefined
  const answer = await readHere(
    path,
    options.sheet,
    { ...readLimits, ...options.limits },
    nothing,
    async (row) => {
      rows.push(row.cells)
    },
  )
  return { answer, rows }
}
const why = async (content: Buffer | string, options?: Parameters<typeof readTable>[1]) => {
  const { answer } = await read(content, options)
  return isRefusal(answer) ? answer.refused : 'read'
}

const table = '店铺,日期,金额\r\n南京新街口,2026-01-02,"1,234.50"\r\n"上海\n徐汇",2026-01-03,99\r\n'
const expected = [
  ['店铺', '日期', '金额'],
  ['南京新街口', '2026-01-02', '1,234.50'],
  ['上海\n徐汇', '2026-01-03', '99'],
]

describe('文本表格', () => {
  test.each(['utf8', 'utf8-bom', 'gbk', 'gb18030', 'utf16le', 'utf-16le', 'utf-16be'])(
    '%s 编码读出来一字不差',
    async (encoding) => {
      const bytes =
        encoding === 'utf8-bom'
          ? Buffer.from(`\uFEFF${table}`)
          : iconv.encode(table, encoding, { addBOM: encoding === 'utf-16be' })
      expect((await read(bytes)).rows).toEqual(expected)
    },
  )
  test('accents of Western Europe are not taken for Chinese', async () => {
    const { rows } = await read(iconv.encode('store,city\n13,München\n14,Köln\n20,Málaga\n', 'windows-1252'))
    expect(rows.slice(1)).toEqual([
      ['13', 'München'],
      ['14', 'Köln'],
      ['20', 'Málaga'],
    ])
  })
  test('a semicolon, a tab or a bar may part the columns, and any line end', async () => {
    for (const delimiter of [';', '\t', '|']) {
      const { rows } = await read(
        `${['a', 'b', 'c'].join(delimiter)}\r${['1', '2,5', '3'].join(delimiter)}\r`,
      )
      expect(rows).toEqual([
        ['a', 'b', 'c'],
        ['1', '2,5', '3'],
      ])
    }
  })
  test('a .gz is read as what is inside it', async () => {
    expect((await read(gzipSync(table))).rows).toEqual(expected)
  })
  test('an unclosed quotation mark is refused with its row', async () => {
    expect(await why('a,b\n1,"2\n3,4\n')).toBe('quoteNotClosed')
  })
  test('what was written comes back as it was', async () => {
    const cell = fc
      .string({ maxLength: 12 })
      .map((s) =>
        [...s]
          .filter((c) => c > '\u001f' && c !== '\uFEFF')
          .join('')
          .trim(),
      )
      .filter((s) => !/^'/.test(s))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('x'), cell, fc.constant('y')), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const sheet = { name: 's', columns: [{ title: 'a' }, { title: 'b' }, { title: 'c' }], rows }
          const clean = (all: (readonly string[])[]) =>
            all.slice(1).map((r) => r.map((c) => (/^'[=+\-@\t＝＋－＠]/.test(c) ? c.slice(1) : c)))
          expect(clean((await read(sheetToCsv(sheet))).rows)).toEqual(rows)
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe('工作簿', () => {
  const book = async (make: (book: ExcelJS.Workbook) => void) => {
    const workbook = new ExcelJS.Workbook()
    make(workbook)
    return Buffer.from(await workbook.xlsx.writeBuffer())
  }
  test('the first sheet that has anything in it is read, or the one that is named', async () => {
    const bytes = await book((b) => {
      b.addWorksheet('空的')
      b.addWorksheet('一月').addRow(['店铺', '金额'])
      b.addWorksheet('二月').addRow(['二月的'])
    })
    expect((await read(bytes)).rows).toEqual([['店铺', '金额']])
    expect((await read(bytes, { sheet: '二月' })).rows).toEqual([['二月的']])
    expect(await why(bytes, { sheet: '三月' })).toBe('noSuchSheet')
  })
  test('date cells come as dates, times as times, numbers without the noise of fractions', async () => {
    const bytes = await book((b) => {
      const row = b
        .addWorksheet('s')
        .addRow([
          new Date('2015-01-01T00:00:00Z'),
          new Date('2026-02-01T23:43:00Z'),
          2039.9939999999999,
          42005,
          true,
        ])
      row.getCell(1).numFmt = 'yyyy"年"m"月"d"日"'
      row.getCell(2).numFmt = 'm/d/yy h:mm AM/PM'
      row.getCell(3).numFmt = '#,##0.00_);[Red](#,##0.00)'
    })
    expect((await read(bytes)).rows).toEqual([
      ['2015-01-01', '2026-02-01 23:43:00', '2039.994', '42005', 'TRUE'],
    ])
  })
  test('parts in any order and under any name are found by the relations of the workbook', async () => {
    const bytes = zip({
      'data/tables/one.xml':
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>店</x:t></x:r><x:rPh><x:t>ミセ</x:t></x:rPh><x:r><x:t>铺</x:t></x:r></x:is></x:c><x:c/><x:c><x:v>1e3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      '_rels/.rels':
        '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="data/book.xml"/></Relationships>',
      'data/book.xml': '<workbook><sheets><sheet name="S" sheetId="7" r:id="a"/></sheets></workbook>',
      'data/_rels/book.xml.rels':
        '<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="tables/one.xml"/></Relationships>',
      '[Content_Types].xml': '<Types/>',
    })
    expect((await read(bytes)).rows).toEqual([['店铺', '', '1000']])
  })
  test('formats tell dates from numbers, and serials keep to their date system', () => {
    expect(
      ['yyyy-mm-dd', '0.00', '[$-804]yyyy"年"m"月"', 'h:mm', '[h]:mm', '#,##0 "m"', 'General', 'd-mmm'].map(
        kindOfFormat,
      ),
    ).toEqual(['date', 'number', 'date', 'time', 'time', 'number', 'number', 'date'])
    expect([
      serialText(42005, 'date', 1900),
      serialText(40543, 'date', 1904),
      serialText(1, 'date', 1900),
      serialText(0.5, 'time', 1900),
    ]).toEqual(['2015-01-01', '2015-01-01', '1900-01-01', '12:00:00'])
    expect([
      numberText('22439.933999999997'),
      numberText('1.5E-3'),
      numberText('-0.30000000000000004'),
      numberText('690123456789012'),
    ]).toEqual(['22439.934', '0.0015', '-0.3', '690123456789012'])
  })
})

describe('不收的文件，都说明怎么办', () => {
  test('a legacy .xls, a protected workbook, a PDF, a web page, an archive', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await why(ole)).toBe('legacyExcel')
    expect(await why(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encryptedExcel')
    expect(await why('%PDF-1.7 …')).toBe('notATable')
    expect(await why('<html><table><tr><td>1</td></tr></table></html>')).toBe('webPage')
    expect(await why(zip({ 'a.csv': 'a,b' }))).toBe('archive')
    expect(await why(zip({ 'Index/Document.iwa': 'x' }))).toBe('numbers')
    expect(await why('')).toBe('empty')
    expect(await why(zip({ '[Content_Types].xml': '<Types/>' }).subarray(0, 40))).toBe('damaged')
  })
  const workbook = (sheet: string, more: Record<string, string> = {}) =>
    zip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels':
        '<Relationships><Relationship Id="r1" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet,
      ...more,
    })
  test('entities are never expanded', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    expect(await why(workbook(laughs))).toBe('hostile')
  })
  test('a cell in the last column of the last row costs nothing', async () => {
    const cell = (r: string) =>
      `<worksheet><sheetData><row r="${r.replace(/\D/g, '')}"><c r="${r}"><v>1</v></c></row></sheetData></worksheet>`
    expect(await why(workbook(cell('XFD1048576')))).toBe('tooBig')
    expect((await read(workbook(cell('B1048576')))).rows).toEqual([['', '1']])
    expect(await why(workbook(cell('A99999999')))).toBe('tooBig')
  })
  test('a part that unpacks to two hundred times its size is refused before it is unpacked', async () => {
    expect(await why(workbook('<worksheet/>', { 'xl/media/zeros': '0'.repeat(8_000_000) }))).toBe('hostile')
    expect(await why(gzipSync(Buffer.alloc(40_000_000, 'a,b\n')))).toBe('hostile')
  })
  test('two parts in the same bytes are refused', async () => {
    expect(
      await why(zip({ '[Content_Types].xml': '<Types/>', a: 'x'.repeat(100), b: 'y' }, { overlap: true })),
    ).toBe('hostile')
  })
  test('more rows, columns, cells or text than allowed is refused', async () => {
    expect(await why('a\n1\n2\n3\n', { limits: { rows: 3 } })).toBe('tooBig')
    expect(await why('a,b,c,d\n1,2,3,4\n', { limits: { columns: 3 } })).toBe('tooBig')
    expect(await why(`a,b\n1,${'x'.repeat(50)}\n`, { limits: { cellLength: 40 } })).toBe('tooBig')
    expect(await why(`a,b\n1,2\n${'\n'.repeat(9)}3,4\n`, { limits: { blank: 8 } })).toBe('tooBig')
    expect((await read(`a,b\n1\n\n1,2,3\n`, { limits: { blank: 8 } })).rows).toEqual([
      ['a', 'b'],
      ['1'],
      ['1', '2', '3'],
    ])
  })
})

test('a reader that has enough stops the reading, and what it throws comes out', async () => {
  const path = join(folder, 'long.csv')
  for (const rows of [5_000, 100_000]) {
    await writeFile(path, `a,b\n${'1,2\n'.repeat(rows)}`)
    let batches = 0
    await readTable(path, {}, () => {
      batches += 1
      return 'enough'
    })
    expect(batches).toBe(1)
    await expect(
      readTable(path, {}, () => {
        throw new Error('no more')
      }),
    ).rejects.toThrow('no more')
  }
  let rows = 0
  const answer = await readTable(path, {}, (batch) => {
    rows += batch.length
  })
  expect([rows, isRefusal(answer)]).toEqual([100_001, false])
  await writeFile(path, gzipSync(Buffer.alloc(40_000_000, 'a,b\n')))
  expect(await readTable(path, {}, () => undefined)).toMatchObject({ refused: 'hostile' })
})

test('an Excel file has its amounts in yuan, its days as days, and nothing that runs', async () => {
  const bytes = await sheetToExcel({
    name: '日报/一:二',
    columns: [
      { title: '店铺' },
      { title: '日期', kind: 'day' },
      { title: '销售额', kind: 'money' },
      { title: '完成率', kind: 'rate' },
    ],
    rows: [
      ['=HYPERLINK("http://x")', '2026-01-02', 1234550, 0.853],
      ['-5', null, -100, null],
    ],
    totals: ['合计', null, 1234450, null],
  })
  expect((await read(bytes)).rows).toEqual([
    ['店铺', '日期', '销售额', '完成率'],
    [`'=HYPERLINK("http://x")`, '2026-01-02', '12345.5', '0.853'],
    ['-5', '', '-1'],
    ['合计', '', '12344.5'],
  ])
})

/** A zip by hand, since a well-behaved writer makes no bad ones. */
function zip(parts: Record<string, string>, { overlap = false } = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw)
    const head = (signature: number, extra: number) => {
      const b = Buffer.alloc(extra)
      b.writeUInt32LE(signature, 0)
      const at = signature === 0x02014b50 ? 6 : 4
      b.writeUInt16LE(20, at)
      b.writeUInt16LE(0x800, at + 2)
      b.writeUInt16LE(8, at + 4)
      b.writeUInt32LE(crc32(raw), at + 10)
      b.writeUInt32LE(packed.length, at + 14)
      b.writeUInt32LE(raw.length, at + 18)
      b.writeUInt16LE(Buffer.byteLength(name), at + 22)
      return b
    }
    const entry = head(0x02014b50, 46)
    entry.writeUInt32LE(overlap ? 0 : offset, 42)
    central.push(entry, Buffer.from(name))
    const local = Buffer.concat([head(0x04034b50, 30), Buffer.from(name), packed])
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { workbook, zip } from './zip.ts'

/** A file that somebody sends, and what is to become of it. */
export interface HostileFile {
  readonly says: string
  readonly name: string
  readonly make: () => Buffer
  /** refused: in words; read: its rows are as they should be; either: no harm is enough. */
  readonly becomes: 'refused' | 'read' | 'either'
}

const list = '店铺编码,店铺名称\nSTA1,门店A1号\n'
const rows = (inside: string): string => `<worksheet><sheetData>${inside}</sheetData></worksheet>`
const cell = (at: string, value = '1'): string =>
  `<row r="${at.replace(/\D/g, '')}"><c r="${at}"><v>${value}</v></c></row>`
const book = (sheet: string | Buffer, more?: Record<string, string>): Buffer => zip(workbook(sheet, more))
const xlsx = (
  says: string,
  make: () => Buffer,
  becomes: HostileFile['becomes'] = 'refused',
): HostileFile => ({
  says,
  name: 'stores.xlsx',
  make,
  becomes,
})
const csv = (says: string, make: () => Buffer, becomes: HostileFile['becomes'] = 'refused'): HostileFile => ({
  says,
  name: 'stores.csv',
  make,
  becomes,
})
const doctype = (inside: string, use: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [${inside}]>${rows(`<row r="1"><c r="A1" t="str"><v>${use}</v></c></row>`)}`
const megabyte = 1_000_000

/** Made to harm whoever reads them; each is written anew, so that nothing hostile lies in the repository. */
export const hostileFiles: readonly HostileFile[] = [
  xlsx('a part of zeros that unpacks to 300 MB', () => book(Buffer.alloc(300 * megabyte, 0x20))),
  xlsx('media that unpack to 200 MB beside a small sheet', () =>
    book(rows(cell('A1')), { 'xl/media/a.png': '0'.repeat(200 * megabyte) }),
  ),
  xlsx('a directory that says a part is small which is not', () =>
    zip(
      workbook(rows(cell('A1'))).map((e) =>
        e.name.includes('sheet1') ? { ...e, content: Buffer.alloc(50 * megabyte, 0x20), claims: 100 } : e,
      ),
    ),
  ),
  xlsx('a directory that says 4 GB', () =>
    zip(
      workbook(rows(cell('A1'))).map((e) => (e.name.includes('sheet1') ? { ...e, claims: 0xfffffffe } : e)),
    ),
  ),
  xlsx('sixty thousand entries that are one', () => zip(workbook(rows(cell('A1'))), { phantom: 60_000 })),
  xlsx('a workbook within a workbook within a gzip', () => gzipSync(book(rows(cell('A1')))), 'either'),
  xlsx('cut off in the middle', () => zip(workbook(rows(cell('A1'))), { cut: 0.5 })),
  xlsx('cut off before its directory ends', () => zip(workbook(rows(cell('A1'))), { cut: 0.02 })),
  xlsx('parts locked with a password', () =>
    zip(workbook(rows(cell('A1'))).map((e) => ({ ...e, locked: true }))),
  ),
  xlsx('a legacy workbook locked with a password', () =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
  ),
  xlsx(
    'names that climb out of the folder',
    () =>
      zip([
        ...workbook(rows(cell('A1', '7'))),
        { name: '../../../../tmp/jingwei-climbed', content: Buffer.from('x') },
      ]),
    'either',
  ),
  xlsx('a sheet that lies outside the archive', () =>
    book(rows(cell('A1')), {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    }),
  ),
  xlsx('an entity that asks for a file of the server', () =>
    book(doctype('<!ENTITY e SYSTEM "file:///etc/passwd">', '&e;')),
  ),
  xlsx('an entity that asks another server', () =>
    book(doctype('<!ENTITY % e SYSTEM "http://127.0.0.1:9/x"> %e;', '1')),
  ),
  xlsx('entities that multiply', () =>
    book(
      doctype(
        Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i} "${i ? `&e${i - 1};`.repeat(10) : 'ha'}">`).join(
          '',
        ),
        '&e11;',
      ),
    ),
  ),
  xlsx('two hundred thousand elements deep', () => book(`<worksheet>${'<a>'.repeat(200_000)}`)),
  xlsx('one tag of forty megabytes', () => book(`<worksheet a="${'x'.repeat(40 * megabyte)}">`)),
  xlsx('one text of forty megabytes', () =>
    book(rows(`<row r="1"><c r="A1" t="str"><v>${'x'.repeat(40 * megabyte)}</v></c></row>`)),
  ),
  xlsx('a cell in the last column of the last row', () => book(rows(cell('XFD1048576')))),
  xlsx('a row beyond all rows', () => book(rows(cell('A99999999')))),
  xlsx(
    'dimensions of a million columns',
    () => book(`<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${cell('A1')}</sheetData></worksheet>`),
    'either',
  ),
  xlsx(
    'a shared text that is not there',
    () => book(rows('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>')),
    'either',
  ),
  xlsx('a shared string table of 120 MB', () =>
    book(rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
      'xl/sharedStrings.xml': `<sst>${'<si><t>'.concat('文'.repeat(2_000), '</t></si>').repeat(20_000)}</sst>`,
    }),
  ),
  xlsx('relations that go round in a circle', () =>
    book(rows(cell('A1')), {
      '_rels/.rels':
        '<Relationships><Relationship Id="r1" Type="/officeDocument" Target="_rels/.rels"/></Relationships>',
    }),
  ),
  xlsx('no sheet at all', () => zip([{ name: '[Content_Types].xml', content: Buffer.from('<Types/>') }])),
  csv('one line of ten megabytes', () =>
    Buffer.from(`店铺编码,店铺名称\nSTA1,${'x'.repeat(10 * megabyte)}\n`),
  ),
  csv('one line of ten megabytes without an end of quotation', () =>
    Buffer.from(`店铺编码,店铺名称\nSTA1,"${'x'.repeat(10 * megabyte)}`),
  ),
  csv('a million columns', () => Buffer.from(`${'a,'.repeat(megabyte)}\n${'1,'.repeat(megabyte)}\n`)),
  csv('three million empty lines', () => Buffer.from(`${list}${'\n'.repeat(3 * megabyte)}`), 'either'),
  csv(
    'NUL bytes among the letters',
    () => Buffer.from('店铺编码,店铺名称\nST\u0000A1,门店\u0000A1号\n'),
    'either',
  ),
  csv('nothing but NUL bytes', () => Buffer.alloc(megabyte)),
  csv(
    'bytes by chance',
    () => Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7_919) % 256)),
    'either',
  ),
  csv('a gzip that unpacks to 400 MB', () => gzipSync(Buffer.alloc(400 * megabyte, 'a,b\n'))),
  csv('a gzip that is cut off', () => gzipSync(Buffer.from(list.repeat(5_000))).subarray(0, 200)),
  csv('a web page', () => Buffer.from('<html><body><script>alert(1)</script><table></table></body></html>')),
  csv('a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')),
  csv('nothing', () => Buffer.alloc(0)),
  csv('GBK', () => iconv.encode(list, 'gbk'), 'read'),
  csv('UTF-16 with its mark', () => iconv.encode(list, 'utf-16le', { addBOM: true }), 'read'),
  csv('UTF-16 the other way round', () => iconv.encode(list, 'utf-16be', { addBOM: true }), 'read'),
]

import { Random } from '../../demo/random.ts'
import { zip } from './zip.ts'

/** A job description as Word or text that is made to harm whoever reads it; at most what one act can carry. */
export interface HostileDocument {
  readonly says: string
  readonly make: () => Buffer
}
const word = (xml: string | Buffer, more: Readonly<Record<string, Buffer>> = {}): Buffer =>
  zip(
    Object.entries({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.from(xml),
      ...more,
    }).map(([name, content]) => ({ name, content })),
  )
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const body = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<w:document><w:body>${inside}</w:body></w:document>`

export const hostileDocuments: readonly HostileDocument[] = [
  { says: 'a document of spaces that unpacks to 250 MB', make: () => word(Buffer.alloc(250_000_000, 0x20)) },
  {
    says: 'an entity that asks for a file of the server',
    make: () => word(body(paragraph('&e;'), '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
  },
  {
    says: 'entities that multiply',
    make: () =>
      word(
        body(
          paragraph('&c;'),
          '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
        ),
      ),
  },
  { says: 'two hundred thousand elements deep', make: () => word(body('<w:p>'.repeat(200_000))) },
  {
    says: 'one paragraph of fifty megabytes in many runs',
    make: () => {
      const random = new Random(7)
      const runs = Array.from({ length: 6_000 }, () => {
        const odd = random.whole(1, 999_999)
        return `<w:r><w:t>${`每周、每月及时处理${odd}；`.repeat(300)}</w:t></w:r>`
      })
      return word(body(`<w:p>${runs.join('')}</w:p>`))
    },
  },
  {
    says: 'a hundred thousand paragraphs',
    make: () => word(body(paragraph('1、每天核对').repeat(100_000))),
  },
  { says: 'cut off in the middle', make: () => word(body(paragraph('一'))).subarray(0, 120) },
  { says: 'no document inside', make: () => zip([{ name: 'a.txt', content: Buffer.from('x') }]) },
  { says: 'a text of one line of a megabyte', make: () => Buffer.from('每周1、'.repeat(100_000)) },
  { says: 'a text of digits and points', make: () => Buffer.from('1.'.repeat(500_000)) },
  { says: 'NUL bytes', make: () => Buffer.alloc(1_000_000) },
]

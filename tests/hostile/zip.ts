import { deflateRawSync } from 'node:zlib'

/** One entry of an archive as it is to be written; sizes and names may be lies. */
export interface Entry {
  readonly name: string
  readonly content: Buffer
  /** What the directory says of the unpacked size, if not the truth. */
  readonly claims?: number
  /** Encrypted, as the general purpose flag says it. */
  readonly locked?: boolean
}

/** A zip archive, written by hand so that it can lie. `entries` of the directory beyond the files it has: `phantom`. */
export function zip(entries: readonly Entry[], { phantom = 0, cut = 0 } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims, locked } of entries) {
    const packed = deflateRawSync(content)
    const title = Buffer.from(name, 'utf8')
    const flags = 0x0800 | (locked ? 1 : 0)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claims ?? content.length, 22)
    local.writeUInt16LE(title.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(claims ?? content.length, 24)
    central.writeUInt16LE(title.length, 28)
    central.writeUInt32LE(offset, 42)
    parts.push(local, title, packed)
    directory.push(central, title)
    offset += local.length + title.length + packed.length
  }
  const index = Buffer.concat([
    ...directory,
    ...Array.from({ length: phantom }, () => Buffer.concat(directory.slice(0, 2))),
  ])
  const end = Buffer.alloc(22)
  const count = Math.min(entries.length + phantom, 0xffff)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  const whole = Buffer.concat([...parts, index, end])
  return cut > 0 ? whole.subarray(0, Math.floor(whole.length * (1 - cut))) : whole
}

/** A workbook with one sheet of this XML. `more`: parts beside or instead. */
export function workbook(sheet: string | Buffer, more: Readonly<Record<string, string>> = {}): Entry[] {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r1" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  }
  return Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) }))
}

/**
 * The types on the wire, one rule for both engines: what a column's text becomes in JavaScript,
 * and what a JavaScript value becomes as a parameter. Text in, text out; the server casts.
 */
export type Read = (text: string) => unknown

const asText: Read = (text) => text
const asNumber: Read = (text) => Number(text)
const asBoolean: Read = (text) => text === 't'
const asJson: Read = (text) => JSON.parse(text)
const asBytes: Read = (text) => Buffer.from(text.slice(2), 'hex')

function asSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a whole JavaScript number`)
  return value
}

/** '2026-01-02 03:04:05.678+00' → '2026-01-02T03:04:05.678Z'; microseconds stay only where there are any. */
export function asInstant(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (!match) return otherInstant(text)
  const fraction = (match[3] ?? '').padEnd(6, '0')
  return `${match[1]}T${match[2]}.${fraction.endsWith('000') ? fraction.slice(0, 3) : fraction}Z`
}
function otherInstant(text: string): string {
  if (text.endsWith('infinity') || text.endsWith(' BC')) return text
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString()
}

/** Object id of a type and of its array, from the server's fixed catalogue, with what it is read as. */
const known: readonly (readonly [oid: number, array: number, read: Read])[] = [
  [16, 1000, asBoolean],
  [17, 1001, asBytes],
  [20, 1016, asSafeInteger],
  [21, 1005, asNumber],
  [23, 1007, asNumber],
  [26, 1028, asNumber],
  [700, 1021, asNumber],
  [701, 1022, asNumber],
  [114, 199, asJson],
  [3802, 3807, asJson],
  [1184, 1185, asInstant],
  [18, 1002, asText],
  [19, 1003, asText],
  [25, 1009, asText],
  [1042, 1014, asText],
  [1043, 1015, asText],
  [1082, 1182, asText],
  [1083, 1183, asText],
  [1114, 1115, asText],
  [1186, 1187, asText],
  [1700, 1231, asText],
  [2950, 2951, asText],
]
const readers = new Map<number, Read>(
  known.flatMap(([oid, array, read]) => [
    [oid, read],
    [array, (text: string) => readArray(text, read)],
  ]),
)

/** How a result column of this type is read; types not listed (and all of one's own) stay text. */
export const readerOf = (oid: number): Read => readers.get(oid) ?? asText

/** '{1,NULL,"a b",{…}}' → nested arrays. */
export function readArray(text: string, read: Read): unknown[] {
  let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0
  const list = (): unknown[] => {
    const items: unknown[] = []
    at++
    while (text[at] !== '}') {
      if (text[at] === ',') at++
      items.push(text[at] === '{' ? list() : text[at] === '"' ? read(quoted()) : bare())
    }
    at++
    return items
  }
  const quoted = (): string => {
    let value = ''
    for (at++; text[at] !== '"'; at++) value += text[at] === '\\' ? text[++at] : text[at]
    at++
    return value
  }
  const bare = (): unknown => {
    const from = at
    while (text[at] !== ',' && text[at] !== '}') at++
    const value = text.slice(from, at)
    return value === 'NULL' ? null : read(value)
  }
  return list()
}

/**
 * A value as a parameter. Arrays become PostgreSQL arrays, plain objects JSON, bytes go as bytes,
 * undefined is null. An array of objects is ambiguous (`jsonb` or `jsonb[]`, and an empty one would
 * silently become the other), so it is refused: pass `JSON.stringify(list)` for a json parameter.
 */
export function parameter(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  if (Buffer.isBuffer(value)) return value
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return writeArray(value)
  if (typeof value === 'object') return JSON.stringify(value)
  throw new TypeError(`a ${typeof value} is no database value`)
}

function writeArray(values: readonly unknown[]): string {
  return `{${values.map(element).join(',')}}`
}
function element(value: unknown): string {
  if (Array.isArray(value)) return writeArray(value)
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    throw new TypeError(
      'an array of objects is not a database array: pass JSON.stringify(list) for a json parameter',
    )
  }
  const text = parameter(value)
  return text === null ? 'NULL' : `"${String(text).replace(/["\\]/g, '\\$&')}"`
}

/**
 * A small streaming reader of the XML that spreadsheets use: elements, attributes, text, CDATA, character
 * references. It knows no entities beyond XML's five and refuses a document type, so nothing can be expanded
 * or fetched. Namespace prefixes are dropped: `x:row` is `row`.
 */
export interface XmlHandler {
  /** `attributes` is the raw text after the name; read it with `attribute`. */
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

/** Thrown for XML that is broken or not allowed; `hostile` when it looks made to harm. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly hostile: boolean,
  ) {
    super(message)
  }
}

const longestTag = 65_536

export class XmlStream {
  private rest = ''
  private readonly handler: XmlHandler
  private readonly longestText: number

  constructor(handler: XmlHandler, longestText: number) {
    this.handler = handler
    this.longestText = longestText
  }

  write(chunk: string): void {
    const all = this.rest === '' ? chunk : this.rest + chunk
    let at = 0
    while (at < all.length) {
      if (all.charCodeAt(at) !== 60) {
        const next = all.indexOf('<', at)
        if (next === -1) break
        if (next - at > this.longestText) throw new XmlFault('a text that is too long', true)
        this.handler.text(unescapeXml(all.slice(at, next)))
        at = next
        continue
      }
      const end = this.markup(all, at)
      if (end === -1) break
      at = end
    }
    this.rest = at === 0 ? all : all.slice(at)
    const room =
      this.rest.charCodeAt(0) === 60 ? Math.max(longestTag, this.longestText) : this.longestText * 6
    if (this.rest.length > room) throw new XmlFault('a part that does not end', true)
  }

  end(): void {
    if (this.rest.trim() !== '') throw new XmlFault('the XML breaks off', false)
  }

  /** Handles the markup that begins at `at`; −1 when it is not complete yet. */
  private markup(all: string, at: number): number {
    const second = all.charCodeAt(at + 1)
    if (second === 33) return this.declaration(all, at)
    if (second === 63) {
      const end = all.indexOf('?>', at + 2)
      return end === -1 ? -1 : end + 2
    }
    const end = tagEnd(all, at + 1)
    if (end === -1) return -1
    if (second === 47) {
      this.handler.close(localName(all.slice(at + 2, end).trim()))
      return end + 1
    }
    const empty = all.charCodeAt(end - 1) === 47
    const inside = all.slice(at + 1, empty ? end - 1 : end)
    let nameEnd = 0
    while (nameEnd < inside.length && inside.charCodeAt(nameEnd) > 32) nameEnd += 1
    const name = localName(inside.slice(0, nameEnd))
    this.handler.open(name, inside.slice(nameEnd))
    if (empty) this.handler.close(name)
    return end + 1
  }

  private declaration(all: string, at: number): number {
    if (all.startsWith('<!--', at)) {
      const end = all.indexOf('-->', at + 4)
      return end === -1 ? -1 : end + 3
    }
    if (all.startsWith('<![CDATA[', at)) {
      const end = all.indexOf(']]>', at + 9)
      if (end === -1) return -1
      this.handler.text(all.slice(at + 9, end))
      return end + 3
    }
    if (all.length - at < 9 && ('<![CDATA['.startsWith(all.slice(at)) || '<!--'.startsWith(all.slice(at))))
      return -1
    throw new XmlFault('a document type or entity declaration', true)
  }
}

/** The value of an attribute in the raw text of a tag, or undefined. `name` without prefix matches any prefix. */
export function attribute(raw: string, name: string): string | undefined {
  let from = 0
  for (;;) {
    const at = raw.indexOf(name, from)
    if (at === -1) return undefined
    const before = at === 0 ? 32 : raw.charCodeAt(at - 1)
    let after = at + name.length
    while (raw.charCodeAt(after) <= 32) after += 1
    if ((before <= 32 || before === 58) && raw.charCodeAt(after) === 61) {
      after += 1
      while (raw.charCodeAt(after) <= 32) after += 1
      const quote = raw[after]
      const end = quote === '"' || quote === "'" ? raw.indexOf(quote, after + 1) : -1
      if (end === -1) return undefined
      return unescapeXml(raw.slice(after + 1, end))
    }
    from = at + 1
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
    return named[name] ?? whole
  })
}

/** Position of the `>` that ends a tag (one inside a quoted value does not), or −1. */
function tagEnd(all: string, from: number): number {
  let end = all.indexOf('>', from)
  while (end !== -1) {
    if (!insideQuotes(all, from, end)) return end
    if (end - from > longestTag) throw new XmlFault('a tag that does not end', true)
    end = all.indexOf('>', end + 1)
  }
  return -1
}
function insideQuotes(all: string, from: number, to: number): boolean {
  let quote = 0
  for (let i = from; i < to; i += 1) {
    const code = all.charCodeAt(i)
    if (quote === 0) {
      if (code === 34 || code === 39) quote = code
    } else if (code === quote) quote = 0
  }
  return quote !== 0
}
const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

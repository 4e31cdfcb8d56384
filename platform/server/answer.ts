import type { Readable } from 'node:stream'

/** A view may answer with a file instead of JSON. */
export class FileAnswer {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly body: Buffer | Readable,
    /** shown: in the page, by an address whose content never changes; else saved. */
    readonly as: 'saved' | 'shown' = 'saved',
  ) {}
}

import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Says which master key is missing; the data sealed with it cannot be read without it. */
export class KeyMissing extends Error {
  constructor(readonly keyId: string) {
    super(
      `密钥 ${keyId} 不在：把原来的 JINGWEI_KEY（或 DATA_DIR 里的 jingwei.key）放回来。 The key ${keyId} is missing: put back the former JINGWEI_KEY, or jingwei.key in DATA_DIR.`,
    )
  }
}

/** 32 bytes; base64 (44 characters) or hexadecimal (64). */
export function parseKey(text: string): Buffer {
  const plain = text.trim()
  const bytes = /^[0-9a-f]{64}$/i.test(plain) ? Buffer.from(plain, 'hex') : Buffer.from(plain, 'base64')
  if (bytes.length !== 32)
    throw new Error(
      '密钥要 32 字节（base64 或十六进制），如 openssl rand -base64 32 的输出。 A key has 32 bytes, as base64 or hexadecimal: openssl rand -base64 32',
    )
  return bytes
}
export const newKey = (): Buffer => randomBytes(32)

/** Which key something was sealed with, without saying anything about the key. */
export const keyIdOf = (key: Buffer): string =>
  createHash('sha256').update('jingwei key id').update(key).digest('hex').slice(0, 12)

export interface Wrapped {
  readonly keyId: string
  readonly wrapped: Buffer
}

/**
 * The master keys of this house. They seal nothing but other keys: one for each person or customer, and those of the
 * look-up indexes. New keys are wrapped with the current one; former ones only open.
 */
export class Keys {
  readonly currentId: string
  private readonly byId: ReadonlyMap<string, Buffer>
  private readonly marking: readonly Buffer[]

  constructor(current: Buffer, former: readonly Buffer[] = []) {
    this.currentId = keyIdOf(current)
    // What comes out of a master key directly is only ever used for wrapping.
    const wrapping = (key: Buffer): Buffer =>
      Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'jingwei wrapping', 32))
    this.marking = [current, ...former].map((key) =>
      Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'jingwei marking', 32)),
    )
    this.byId = new Map([...former, current].map((key) => [keyIdOf(key), wrapping(key)]))
  }

  /**
   * By which a text is known again, and not guessed by who reads the database: the body of an act may hold four digits. The first
   * is of the current key, the others are of former ones.
   */
  marksOf(text: string): string[] {
    return this.marking.map((key) => createHmac('sha256', key).update(text, 'utf8').digest('hex'))
  }
  knows(keyId: string): boolean {
    return this.byId.has(keyId)
  }
  /** `of` says what the key is for, so that a wrapped key put in another's place does not open. */
  wrap(of: string, key: Buffer): Wrapped {
    return { keyId: this.currentId, wrapped: seal(this.byId.get(this.currentId)!, of, key) }
  }
  unwrap(of: string, { keyId, wrapped }: Wrapped): Buffer {
    const key = this.byId.get(keyId)
    if (!key) throw new KeyMissing(keyId)
    return open(key, of, wrapped)
  }
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. `of` is bound in and must be the same to open it. */
export function seal(key: Buffer, of: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(of, 'utf8'))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Throws where anything of it was changed. */
export function open(key: Buffer, of: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(of, 'utf8'))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** A keyed index: the same text always gives the same bytes, which say nothing without the key. */
export const indexOf = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

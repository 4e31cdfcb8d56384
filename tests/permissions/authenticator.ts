import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A passkey kept in memory, with a finger always on it: says what a browser would say (WebAuthn level 2). */
export interface Authenticator {
  readonly id: string
  enrol(challenge: string, origin: string): unknown
  sign(challenge: string, origin: string): unknown
}

export function newAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rawId = randomBytes(32)
  const id = rawId.toString('base64url')
  const handed = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  return {
    id,
    enrol(challenge, origin) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const data = authenticatorData(origin, present | verified | attested, [
        Buffer.alloc(16),
        length,
        rawId,
        coseKey(publicKey),
      ])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text('fmt'),
        text('none'),
        text('attStmt'),
        Buffer.from([0xa0]),
        text('authData'),
        bytes(data),
      ])
      const clientDataJSON = clientData('webauthn.create', challenge, origin)
      return {
        ...handed,
        response: { clientDataJSON, attestationObject: attestationObject.toString('base64url') },
      }
    },
    sign(challenge, origin) {
      const data = authenticatorData(origin, present | verified)
      const clientDataJSON = clientData('webauthn.get', challenge, origin)
      const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))])
      return {
        ...handed,
        response: {
          clientDataJSON,
          authenticatorData: data.toString('base64url'),
          signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
        },
      }
    },
  }
}

const present = 0x01
const verified = 0x04
const attested = 0x40

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest()

const clientData = (type: string, challenge: string, origin: string): string =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')

const authenticatorData = (origin: string, flags: number, more: readonly Buffer[] = []): Buffer =>
  Buffer.concat([
    sha256(Buffer.from(new URL(origin).hostname)),
    Buffer.from([flags]),
    Buffer.alloc(4),
    ...more,
  ])

/** CBOR, as far as an attestation needs it: short texts, byte strings, and the key's map (COSE, ES256). */
const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer): Buffer =>
  Buffer.concat([
    value.length < 256
      ? Buffer.from([0x58, value.length])
      : Buffer.from([0x59, value.length >> 8, value.length & 0xff]),
    value,
  ])
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x!, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y!, 'base64url')),
  ])
}

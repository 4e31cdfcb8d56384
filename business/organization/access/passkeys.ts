import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { Context } from '../../../platform/server/door.ts'
import { challengeLasts } from './factor-rules.ts'
import type { Passkey } from './factor-tables.ts'

// Loaded when the first passkey is used: much of it reads certificates.
const webauthn = () => import('@simplewebauthn/server')

type Purpose = 'enrol' | 'signIn' | 'prove'
type Asker = Pick<Context, 'keys' | 'now' | 'site'>

/** What was asked travels sealed with the page, so that asking leaves nothing behind here. */
interface Asked {
  readonly purpose: Purpose
  readonly challenge: string
  readonly person: string | null
  readonly until: number
}
const sealFor = 'passkey challenge'

function sealAsked(keys: Keys, asked: Asked): string {
  const { keyId, wrapped } = keys.wrap(sealFor, Buffer.from(JSON.stringify(asked), 'utf8'))
  return `${keyId}.${wrapped.toString('base64url')}`
}

/** Undefined where the seal is not ours, is for something else or somebody else, or is too old. */
export function openAsked(
  { keys, now }: Pick<Asker, 'keys' | 'now'>,
  sealed: string,
  purpose: Purpose,
  person: string | null,
): Asked | undefined {
  const [keyId = '', body = ''] = sealed.split('.')
  if (!keys.knows(keyId)) return undefined
  let asked: Asked
  try {
    asked = JSON.parse(
      keys.unwrap(sealFor, { keyId, wrapped: Buffer.from(body, 'base64url') }).toString('utf8'),
    ) as Asked
  } catch {
    return undefined // the seal was not made here, or not of this: whoever sent it is asked anew
  }
  return asked.purpose === purpose && asked.person === person && asked.until > now.getTime()
    ? asked
    : undefined
}

const hostOf = (site: string): string => new URL(site).hostname

export interface AskedToEnrol {
  readonly options: PublicKeyCredentialCreationOptionsJSON
  readonly seal: string
}
/** Asks for a passkey that knows its person by itself, unlocked by finger, face or PIN. */
export async function askToEnrol(
  { keys, now, site }: Asker,
  person: { id: string; jobNumber: string; name: string },
  company: string,
  existing: readonly Passkey[],
): Promise<AskedToEnrol> {
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: company,
    rpID: hostOf(site),
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.jobNumber,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: existing.map((key) => ({
      id: key.credentialId,
      transports: key.transports as never,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return {
    options,
    seal: sealAsked(keys, {
      purpose: 'enrol',
      challenge: options.challenge,
      person: person.id,
      until: now.getTime() + challengeLasts,
    }),
  }
}

export interface AskedToSign {
  readonly options: PublicKeyCredentialRequestOptionsJSON
  readonly seal: string
}
/** Asks for a signature: of any passkey of this house (sign-in), or of one of the person's own. */
export async function askToSign(
  { keys, now, site }: Asker,
  purpose: 'signIn' | 'prove',
  person: string | null,
  own: readonly Passkey[] = [],
): Promise<AskedToSign> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    allowCredentials: own.map((key) => ({ id: key.credentialId, transports: key.transports as never })),
  })
  return {
    options,
    seal: sealAsked(keys, {
      purpose,
      challenge: options.challenge,
      person,
      until: now.getTime() + challengeLasts,
    }),
  }
}

/** The new key, or a refusal: another site, another challenge, no proof of finger, face or PIN. */
export async function readEnrolled({ site }: Asker, response: RegistrationResponseJSON, asked: Asked) {
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(notVerified)
  if (!verified?.verified) return refuse('passkeyWrong')
  const { credential } = verified.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    signCount: credential.counter,
    transports: credential.transports ?? [],
  }
}

export async function readSigned(
  { site }: Asker,
  response: AuthenticationResponseJSON,
  asked: Asked,
  key: Passkey,
) {
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin: site,
    expectedRPID: hostOf(site),
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(key.publicKey),
      counter: key.signCount,
      transports: key.transports as never,
    },
    requireUserVerification: true,
  }).catch(notVerified)
  if (!verified?.verified) return refuse('passkeyWrong')
  return { signCount: verified.authenticationInfo.newCounter }
}

/** The library throws where what the browser sent is not as it should be; that is an answer, not a fault of ours. */
function notVerified(fault: unknown): undefined {
  if (!(fault instanceof Error)) throw fault
  return undefined
}

const base64url = z
  .string()
  .max(4_000)
  .regex(/^[\w-]*$/)
/** What the browser hands over, as far as it is looked at here; the library reads the rest. */
const handed = {
  id: base64url.min(1).max(1_400),
  rawId: base64url.min(1).max(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()),
}
export const enrolledInput = z
  .strictObject({
    ...handed,
    response: z.looseObject({
      clientDataJSON: base64url,
      attestationObject: base64url.max(60_000),
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  })
  .transform((response) => response as unknown as RegistrationResponseJSON)
export const signedInput = z
  .strictObject({
    ...handed,
    response: z.looseObject({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.nullish(),
    }),
  })
  .transform((response) => response as unknown as AuthenticationResponseJSON)

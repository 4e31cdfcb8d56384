import { newId } from '../kinds/id.ts'
import { say } from '../kinds/words.ts'
import { act, see } from './door.ts'
import { preferences } from './preferences.ts'
import { ProblemError } from './problem.ts'
import { deviceName, startAfresh } from './session.ts'
import { accessWords } from './shell/words.ts'

/** Passkeys need a browser that knows them and a page served over https (or from this very machine). */
export const hasPasskeys = (): boolean =>
  typeof window !== 'undefined' && window.isSecureContext && 'PublicKeyCredential' in window

// Loaded when somebody presses a passkey button.
const webauthn = () => import('@simplewebauthn/browser')

interface Asked {
  seal: string
  options: never
}

/** Lets the device sign what the view asks for; the answer goes to the action that takes it. */
export async function signWithPasskey(
  view: 'access.passkeyToSignIn' | 'access.passkeyToProve',
): Promise<{ seal: string; response: unknown }> {
  const { seal, options } = (await see(view)) as Asked
  const { startAuthentication } = await webauthn()
  return { seal, response: await startAuthentication({ optionsJSON: options }).catch(stopped) }
}

/** Signs in with whatever passkey the person picks. */
export async function signInByPasskey(): Promise<void> {
  const signed = await signWithPasskey('access.passkeyToSignIn')
  await act('access.passkeySignIn', { ...signed, device: deviceName() }, newId())
  await startAfresh()
}

/** Makes a passkey on the device. */
export async function makePasskey(): Promise<{ seal: string; response: unknown }> {
  const { seal, options } = (await see('access.passkeyToEnrol')) as Asked
  const { startRegistration } = await webauthn()
  return { seal, response: await startRegistration({ optionsJSON: options }).catch(stopped) }
}

/** Whether the person closed the device's sheet or the device could not: nothing has happened. */
function stopped(): never {
  throw new ProblemError({
    status: 422,
    why: 'passkeyStopped',
    detail: say(accessWords.passkeyStopped, preferences().language),
  })
}

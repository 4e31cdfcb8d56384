import type { Actor, Who } from '../../../platform/access/who.ts'
import { deviceOperations } from './device-actions.ts'
import { factorOperations } from './factor-actions.ts'
import { meOperations } from './me.ts'
import { passwordOperations } from './password-actions.ts'
import { type Declared, permissionOperations } from './permissions.ts'
import { proveOperations } from './prove-actions.ts'
import { sessionOperations } from './session-actions.ts'
import { signInOperations } from './sign-in-actions.ts'

/** Whether the position alone would do: what the page needs to show a button as pressable. */
const mayEver = (who: Who, actor: Actor): boolean =>
  typeof who === 'string' || actor.appointments.some((a) => who[a.position] !== undefined)

/** Signing in, who one is, one's sessions and secrets. `all` is asked late: the table of all operations contains these. */
export const accessOperations = (all: () => Readonly<Record<string, Declared>>) => ({
  ...signInOperations,
  ...meOperations(
    (actor) =>
      Object.fromEntries(Object.entries(all()).map(([name, { who }]) => [name, mayEver(who, actor)])),
    (actor) => ({
      waits: Object.fromEntries(
        Object.entries(all()).flatMap(([name, { mayWait, who, summary }]) =>
          mayWait && mayEver(who, actor) ? [[name, summary]] : [],
        ),
      ),
      keptNowhere: Object.entries(all()).flatMap(([name, { keptNowhere }]) => (keptNowhere ? [name] : [])),
    }),
  ),
  ...sessionOperations,
  ...passwordOperations,
  ...factorOperations,
  ...deviceOperations,
  ...proveOperations,
  ...permissionOperations(all),
})

import { notice } from '../parts/notice.tsx'
import { asProblem } from '../problem.ts'
import { useSay } from '../say.ts'
import { signOut } from '../session.ts'
import { accessWords as w } from './words.ts'

/** On the store's device: one press, and the next person is asked who she is. */
export default function SwitchPerson() {
  const say = useSay()
  return (
    <button
      type="button"
      className="switch-person"
      onClick={() => void signOut().catch((fault: unknown) => notice(asProblem(fault).message, 'problem'))}
    >
      {say(w.switchPerson)}
    </button>
  )
}

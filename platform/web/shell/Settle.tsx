import { useSay } from '../say.ts'
import { type Debt, signOut } from '../session.ts'
import { webWords } from '../words.ts'
import { FirstPassword } from './FirstPassword.tsx'

/** What stands between the password and the first page: a password of one's own. */
export default function Settle({ owes }: { owes: Debt }) {
  const say = useSay()
  const leave = (
    <button type="button" className="outside-link" onClick={() => void signOut()}>
      {say(webWords.signOut)}
    </button>
  )
  switch (owes) {
    case 'newPassword':
    case 'secondFactor':
    case 'secondFactorSetUp':
      return <FirstPassword foot={leave} />
  }
}

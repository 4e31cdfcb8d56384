import { useSay } from '../say.ts'
import { type Debt, signOut } from '../session.ts'
import { webWords } from '../words.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { RequiredStep } from './RequiredStep.tsx'
import { SecondStep } from './SecondStep.tsx'

/** What stands between the password and the first page. */
export default function Settle({ owes }: { owes: Debt }) {
  const say = useSay()
  const leave = (
    <button type="button" className="outside-link" onClick={() => void signOut()}>
      {say(webWords.signOut)}
    </button>
  )
  switch (owes) {
    case 'newPassword':
      return <FirstPassword foot={leave} />
    case 'secondFactor':
      return <SecondStep foot={leave} />
    case 'secondFactorSetUp':
      return <RequiredStep foot={leave} />
  }
}

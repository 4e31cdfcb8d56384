import { Page } from '../parts/Page.tsx'
import { useSay } from '../say.ts'
import { useMe } from '../session.ts'
import { securityTitle, webWords } from '../words.ts'
import { PasswordCard } from './PasswordCard.tsx'
import { PinCard } from './PinCard.tsx'
import { SecondStepCard } from './SecondStepCard.tsx'
import { accessWords as w } from './words.ts'

/** One's own secrets: the password, and a second step where one has or is offered one. */
export default function Security() {
  const say = useSay()
  const me = useMe()
  return (
    <Page
      title={say(securityTitle)}
      sub={say(w.securitySub)}
      width="reading"
      back={{ to: '/me', label: say(webWords.me) }}
    >
      <PasswordCard />
      <PinCard />
      {me.byPin ? null : <SecondStepCard />}
    </Page>
  )
}

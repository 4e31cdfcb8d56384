import { type ReactNode, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { hasPasskeys } from '../passkey.ts'
import { useSay } from '../say.ts'
import { startAfresh } from '../session.ts'
import { Outside } from './Outside.tsx'
import ProveSheet from './ProveSheet.tsx'
import { PasskeySetUp, RecoveryCodes, TotpSetUp } from './SetUpFactor.tsx'
import { accessWords as w } from './words.ts'

/** The company asks this position for a second step: it is set up before anything else is shown. */
export function RequiredStep({ foot }: { foot: ReactNode }) {
  const say = useSay()
  const [kind, setKind] = useState<'passkey' | 'totp'>(hasPasskeys() ? 'passkey' : 'totp')
  const [codes, setCodes] = useState<string[]>()
  const done = (made: { codes?: string[] }) => {
    if (made.codes) setCodes(made.codes)
    else void startAfresh()
  }
  if (codes)
    return (
      <Outside title={say(w.codesTitle)} sub={say(w.setUpStep)} width="narrow">
        <RecoveryCodes
          codes={codes}
          foot={
            <Button type="primary" size="large" block onClick={() => void startAfresh()}>
              {say(w.codesKept)}
            </Button>
          }
        />
      </Outside>
    )
  return (
    <Outside title={say(w.setUpStep)} sub={say(w.setUpStepSub)} width="narrow">
      <Tabs
        label={say(w.second)}
        value={kind}
        onChange={setKind}
        options={[
          { key: 'passkey', label: say(w.passkey) },
          { key: 'totp', label: say(w.totp) },
        ]}
      />
      {kind === 'totp' ? <TotpSetUp onDone={done} /> : <PasskeySetUp onDone={done} />}
      {foot}
      <ProveSheet />
    </Outside>
  )
}

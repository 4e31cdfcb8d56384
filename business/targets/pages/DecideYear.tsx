import { Act } from '../../../platform/web/parts/Act.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds } from '../../../platform/web/session.ts'
import { api, type YearAnswer } from './api.ts'
import { pageWords as w } from './words.ts'

/** The one thing that comes next: submit (director), approve or return (general manager). */
export function StateActs({
  answer,
  isChanged,
  onOpen,
}: {
  answer: YearAnswer
  isChanged: boolean
  onOpen: (what: 'submit' | 'approve' | 'return') => void
}) {
  const say = useSay()
  const state = answer.latest?.state
  const decides = useHolds('generalManager')
  const submits = useHolds('operationsDirector')
  if (decides && state === 'submitted') {
    return (
      <>
        <Act may="targets.decideYear" onClick={() => onOpen('return')}>
          {say(w.sendBack)}
        </Act>
        <Act may="targets.decideYear" type="primary" onClick={() => onOpen('approve')}>
          {say(w.approve)}
        </Act>
      </>
    )
  }
  if (!submits || state !== 'draft') return null
  return (
    <Act
      may="targets.submitYear"
      type={isChanged ? 'default' : 'primary'}
      offBecause={isChanged ? say(w.saveFirst) : undefined}
      onClick={() => onOpen('submit')}
    >
      {say(w.submit)}
    </Act>
  )
}

export function DecideSheet(props: {
  what: 'submit' | 'approve' | 'return'
  version: { id: string; version: number }
  year: number
  onClose: () => void
}) {
  const { what, version, year, onClose } = props
  const say = useSay()
  const done = (text: string) => () => {
    notice(text)
    onClose()
  }
  const submit = api.useDo('targets.submitYear', { onDone: done(say(w.submittedDone)) })
  const decide = api.useDo('targets.decideYear', {
    onDone: done(say(what === 'return' ? w.returnedDone : w.approved)),
  })
  if (what === 'submit') {
    return (
      <ConfirmSheet
        title={say(w.submit)}
        verb={say(w.submit)}
        isBusy={submit.isPending}
        problem={submit.error}
        onClose={onClose}
        onConfirm={() => submit.mutate({ version: version.id })}
      >
        <p>{say(w.submitWhy)}</p>
      </ConfirmSheet>
    )
  }
  return (
    <ConfirmSheet
      title={say(what === 'approve' ? w.approveTitle : w.returnTitle, { year, version: version.version })}
      verb={say(what === 'approve' ? w.approve : w.sendBack)}
      isDanger={what === 'return'}
      reason={what === 'return' ? 'needed' : 'optional'}
      isBusy={decide.isPending}
      problem={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ version: version.id, decision: what, reason })}
    >
      {what === 'approve' ? <p>{say(w.approveWhy)}</p> : null}
    </ConfirmSheet>
  )
}

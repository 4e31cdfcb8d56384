import { useState } from 'react'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { ConfirmSheet } from '../../../platform/web/parts/ConfirmSheet.tsx'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Choices } from '../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { dutyWords } from '../words.ts'
import { api, type OneDuty } from './api.ts'
import { w } from './words.ts'

/** What a superior may do with a duty below: confirm, send back with words, excuse with the reason; off with the reason. */
export function DutyActs({ one, isSmall = false }: { one: OneDuty; isSmall?: boolean }) {
  const size = isSmall ? 'middle' : 'large'
  const say = useSay()
  const [asking, ask] = useState<'sendBack' | 'excuse'>()
  const [kind, choose] = useState<'leave' | 'other'>('leave')
  const key = { store: one.store, instance: one.id }
  const close = () => ask(undefined)
  const confirm = api.useDo('duties.confirm', {
    onDone: () => notice(say(w.confirmed)),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  const sendBack = api.useDo('duties.sendBack', {
    onDone: () => {
      notice(say(w.sentBack))
      close()
    },
  })
  const excuse = api.useDo('duties.excuse', {
    onDone: () => {
      notice(say(w.excusedDone))
      close()
    },
  })
  const why = (key: keyof typeof one.whyNot) => {
    const no = one.whyNot[key]
    return no === null ? undefined : say(dutyWords[no])
  }
  const isDone = one.proof !== null
  return (
    <div className={isSmall ? 'duty-acts duty-acts-small' : 'sheet-foot duty-acts'}>
      {isDone ? (
        <>
          <Act size={size} offBecause={why('sendBack')} onClick={() => ask('sendBack')}>
            {say(w.sendBack)}
          </Act>
          <Act
            type="primary"
            size={size}
            offBecause={why('confirm')}
            loading={confirm.isPending}
            onClick={() => confirm.mutate(key)}
          >
            {say(w.confirm)}
          </Act>
        </>
      ) : (
        <Act size={size} offBecause={why('excuse')} onClick={() => ask('excuse')}>
          {say(w.excuse)}
        </Act>
      )}
      {asking === 'sendBack' ? (
        <ConfirmSheet
          title={say(w.sendBackTitle)}
          verb={say(w.sendBack)}
          reason="needed"
          isBusy={sendBack.isPending}
          problem={sendBack.error}
          onConfirm={(words) => sendBack.mutate({ ...key, words })}
          onClose={close}
        >
          <p>{say(w.sendBackWhat, { name: one.proof?.byName ?? '' })}</p>
        </ConfirmSheet>
      ) : null}
      {asking === 'excuse' ? (
        <ConfirmSheet
          title={say(w.excuseTitle)}
          verb={say(w.excuse)}
          reason="needed"
          isBusy={excuse.isPending}
          problem={excuse.error}
          onConfirm={(text) => excuse.mutate({ ...key, kind, why: text })}
          onClose={close}
        >
          <p>{say(w.excuseWhat)}</p>
          <Choices
            label={say(w.excuseKind)}
            value={kind}
            options={[
              { key: 'leave', label: say(w.excuseLeave) },
              { key: 'other', label: say(w.excuseOther) },
            ]}
            onChange={choose}
          />
        </ConfirmSheet>
      ) : null}
    </div>
  )
}
